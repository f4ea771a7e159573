package drawing

import (
	"cmp"
	"slices"
	"strings"
)

// A rule is a rule of a stylesheet with one selector (CSS 2.1, 5): what an element is,
// and before that, what is around or before it.
type rule struct {
	parts        []compound
	weight       int
	declarations []declaration
}

// compound tells of one element what it is.
type compound struct {
	name, id string // "" for any
	classes  []string
	attrs    []attrTest
	first    bool // among the elements beside it
	joint    byte // to the one before: ' ' within it, '>' right within it, '+' right behind it, '~' behind it
}

type attrTest struct {
	name, value string
	how         byte // 0: it is there; '=', '^', '$', '*', '~', '|' as in CSS
}

type declaration struct {
	key, value string
	important  bool
}

// rules are those of the stylesheets, and which of them tell of an id, a class or an
// element, by their places.
type rules struct {
	all  []rule
	with [3]map[string][]int // by the last name, class or id; "" is every name
}

// index makes it quick to find the rules for an element.
func (d *drafter) index() {
	for w := range d.rules.with {
		d.rules.with[w] = make(map[string][]int)
	}
	for i := range d.rules.all {
		last := &d.rules.all[i].parts[len(d.rules.all[i].parts)-1]
		w, key := 0, last.name
		switch {
		case last.id != "":
			w, key = 2, last.id
		case len(last.classes) > 0:
			w, key = 1, last.classes[0]
		}
		d.rules.with[w][key] = append(d.rules.with[w][key], i)
	}
}

// matching are the rules for an element, the weightiest last.
func (d *drafter) matching(e *element) (found []*rule, err error) {
	if len(d.rules.all) == 0 {
		return nil, nil
	}
	var places []int
	add := func(some []int) error {
		for _, i := range some {
			if d.rules.all[i].matches(e) {
				places = append(places, i)
			}
		}
		return d.step(len(some))
	}
	keys := [][]string{{"", e.name}, strings.Fields(e.attrs["class"]), {e.attrs["id"]}}
	for w, of := range keys {
		if len(d.rules.with[w]) == 0 {
			continue
		}
		slices.Sort(of)
		for _, key := range slices.Compact(of) {
			if key == "" && w > 0 {
				continue
			}
			if err := add(d.rules.with[w][key]); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(places, func(a, b int) int {
		return cmp.Or(cmp.Compare(d.rules.all[a].weight, d.rules.all[b].weight), cmp.Compare(a, b))
	})
	for _, i := range places {
		found = append(found, &d.rules.all[i])
	}
	return found, nil
}

// matches tells whether a rule is for an element.
func (r *rule) matches(e *element) bool {
	left := mostTries
	return matchFrom(r.parts, e, &left)
}

// mostTries bounds the ways through the elements around one that are tried.
const mostTries = 8 * Deepest

func matchFrom(parts []compound, e *element, left *int) bool {
	last := &parts[len(parts)-1]
	if *left--; *left < 0 || !last.is(e) {
		return false
	}
	if len(parts) == 1 {
		return true
	}
	before := parts[:len(parts)-1]
	switch last.joint {
	case '>':
		return e.parent != nil && matchFrom(before, e.parent, left)
	case '+':
		return e.parent != nil && e.place > 0 && matchFrom(before, e.parent.children[e.place-1], left)
	case '~':
		for i := e.place - 1; e.parent != nil && i >= max(0, e.place-Deepest); i-- {
			if matchFrom(before, e.parent.children[i], left) {
				return true
			}
		}
		return false
	}
	for up := e.parent; up != nil; up = up.parent {
		if matchFrom(before, up, left) {
			return true
		}
	}
	return false
}

func (c *compound) is(e *element) bool {
	if c.name != "" && c.name != e.name || c.id != "" && c.id != e.attrs["id"] || c.first && e.place != 0 {
		return false
	}
	for _, class := range c.classes {
		if !slices.Contains(strings.Fields(e.attrs["class"]), class) {
			return false
		}
	}
	for _, a := range c.attrs {
		if !a.holds(e) {
			return false
		}
	}
	return true
}

func (a *attrTest) holds(e *element) bool {
	value, there := e.attrs[a.name]
	switch a.how {
	case '=':
		return there && value == a.value
	case '^':
		return a.value != "" && strings.HasPrefix(value, a.value)
	case '$':
		return a.value != "" && strings.HasSuffix(value, a.value)
	case '*':
		return a.value != "" && strings.Contains(value, a.value)
	case '~':
		return slices.Contains(strings.Fields(value), a.value)
	case '|':
		return value == a.value || strings.HasPrefix(value, a.value+"-")
	}
	return there
}

// uncommented is a stylesheet without its comments.
func uncommented(sheet string) string {
	sheet = strings.NewReplacer("<!--", "", "-->", "").Replace(sheet)
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sheet, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, sheet, _ = strings.Cut(rest, "*/")
	}
}

// rulesOf reads a stylesheet.
func (d *drafter) rulesOf(e *element) error {
	if kind := e.attrs["type"]; kind != "" && kind != "text/css" {
		return nil
	}
	return d.sheet(uncommented(string(e.text)), e.line, 0)
}

// sheet reads the rules of a sheet, or of a part of it that is for some media.
func (d *drafter) sheet(sheet string, line, depth int) error {
	for {
		sheet = strings.TrimSpace(sheet)
		end := strings.IndexAny(sheet, "{;")
		if sheet == "" || end < 0 || depth > 4 {
			if sheet != "" {
				d.omitAt(line, "a rule of style, "+short(sheet))
			}
			return nil
		}
		head := strings.TrimSpace(sheet[:end])
		if sheet[end] == ';' { // @import, @charset
			if strings.HasPrefix(head, "@import") {
				d.omitAt(line, "a stylesheet of another file")
			}
			sheet = sheet[end+1:]
			continue
		}
		body, rest := enclosed(sheet[end+1:], '{', '}')
		sheet = rest
		if err := d.step(1); err != nil {
			return err
		}
		var err error
		if strings.HasPrefix(head, "@") {
			err = d.atRule(head, body, line, depth)
		} else {
			err = d.rule(head, body, line)
		}
		if err != nil {
			return err
		}
	}
}

// atRule reads what is for some media; of paper and of all. Faces and movement have
// nothing for a page.
func (d *drafter) atRule(head, body string, line, depth int) error {
	name, what, _ := strings.Cut(head, " ")
	what = strings.TrimSpace(what)
	switch {
	case name != "@media" && name != "@supports":
		return nil
	case what == "print" || what == "all" || what == "screen" || what == "screen, print" || what == "print, screen":
		return d.sheet(body, line, depth+1)
	case !strings.Contains(what, "prefers-"):
		d.omitAt(line, "a rule of style, "+short(head))
	}
	return nil
}

// enclosed is what stands up to the bracket that closes, and what is behind it.
func enclosed(s string, opens, closes byte) (inner, rest string) {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case opens:
			depth++
		case closes:
			if depth--; depth < 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// rule reads a rule with all of its selectors.
func (d *drafter) rule(selectors, body string, line int) error {
	declarations := d.declarations(body)
	for _, s := range strings.Split(selectors, ",") {
		if err := d.step(1); err != nil {
			return err
		}
		r, ok := parseSelector(strings.TrimSpace(s))
		if !ok {
			if touched(s) {
				continue
			}
			d.omitAt(line, "a rule of style for "+short(strings.TrimSpace(s)))
			continue
		}
		r.declarations = declarations
		d.rules.all = append(d.rules.all, r)
	}
	return nil
}

// touched tells a selector of what no page has: something that is pointed at, marked or
// visited.
func touched(selector string) bool {
	for _, word := range []string{":hover", ":focus", ":active", ":visited", ":link", "::"} {
		if strings.Contains(selector, word) {
			return true
		}
	}
	return false
}

// declarations reads what a rule or an attribute sets. Names of the author's own are
// kept for all of the drawing.
func (d *drafter) declarations(body string) (all []declaration) {
	for one := range strings.SplitSeq(body, ";") {
		key, value, _ := strings.Cut(one, ":")
		value, mark, important := strings.Cut(value, "!")
		if important && strings.TrimSpace(mark) != "important" {
			continue
		}
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		switch {
		case value == "" || key == "":
		case strings.HasPrefix(key, "--"):
			if d.own == nil {
				d.own = make(map[string]string)
			}
			d.own[key] = value
		default:
			all = append(all, declaration{key, value, important})
		}
	}
	return all
}
