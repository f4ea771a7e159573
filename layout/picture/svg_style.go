package picture

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// style is how an element is drawn, inherited but for its opacity.
type style struct {
	fill, stroke, color        paint
	fillOpacity, strokeOpacity float64
	fillAlpha, strokeAlpha     float64 // of the colours themselves
	opacity                    float64 // of all groups around, multiplied
	evenOdd                    bool
	width, miter               float64
	cap, join                  int // as PDF numbers them (ISO 32000-1 8.4.3)
	dashes                     []float64
	phase                      float64
	hidden, absent             bool
	err                        error // what is asked for and not known
}

// initial is the style of a drawing that says nothing (SVG 1.1, appendix N).
func initial() style {
	return style{stroke: paint{none: true}, fillOpacity: 1, strokeOpacity: 1, fillAlpha: 1, strokeAlpha: 1, opacity: 1, width: 1, miter: 4}
}

// rule is a rule of a stylesheet with one selector: "name", ".class", "#id" or
// "name.class".
type rule struct {
	name, class, id string
	declarations    string
}

// rules are those of the stylesheets, and which of them name an id, a class or an
// element, by their places.
type rules struct {
	all  []rule
	with [3]map[string][]int // by weight: of a name, a class, an id; "" is every name
}

// index makes it quick to find the rules for an element.
func (d *drafter) index() {
	for w := range d.rules.with {
		d.rules.with[w] = make(map[string][]int)
	}
	for i := range d.rules.all {
		r := &d.rules.all[i]
		with := d.rules.with[r.weight()]
		key := [...]string{r.name, r.class, r.id}[r.weight()]
		with[key] = append(with[key], i)
	}
}

// matching are the places of the rules of a weight that may match an element, in
// their order.
func (d *drafter) matching(e *element, weight int) (found []int) {
	with := d.rules.with[weight]
	if len(with) == 0 {
		return nil
	}
	switch weight {
	case 0:
		found = append(found, with[e.name]...)
	case 1:
		for _, c := range strings.Fields(e.attrs["class"]) {
			found = append(found, with[c]...)
		}
	case 2:
		found = append(found, with[e.attrs["id"]]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// uncommented is a stylesheet without its comments.
func uncommented(sheet string) string {
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

// rulesOf reads a stylesheet of simple selectors.
func (d *drafter) rulesOf(sheet string) error {
	sheet = uncommented(sheet)
	for _, part := range strings.Split(sheet, "}") {
		selectors, declarations, found := strings.Cut(part, "{")
		if !found {
			if strings.TrimSpace(part) != "" {
				return fmt.Errorf("has a stylesheet that is not known (%.40s)", strings.TrimSpace(part))
			}
			continue
		}
		for _, s := range strings.Split(selectors, ",") {
			r, ok := parseSelector(strings.TrimSpace(s))
			if !ok {
				return fmt.Errorf("has a stylesheet that is not known (%.40s)", strings.TrimSpace(s))
			}
			r.declarations = declarations
			if err := d.step(1); err != nil {
				return err
			}
			d.rules.all = append(d.rules.all, r)
		}
	}
	return nil
}

func parseSelector(s string) (r rule, ok bool) {
	if s == "" || strings.ContainsAny(s, " >+~:[@*\n\t") {
		return r, false
	}
	if name, id, found := strings.Cut(s, "#"); found {
		return rule{name: name, id: id}, id != "" && !strings.ContainsAny(id, ".#")
	}
	name, class, found := strings.Cut(s, ".")
	return rule{name: name, class: class}, !found || class != "" && !strings.Contains(class, ".")
}

// weight orders rules: an id before a class before a name (CSS 2.1, 6.4.3).
func (r *rule) weight() int {
	switch {
	case r.id != "":
		return 2
	case r.class != "":
		return 1
	}
	return 0
}

// matches tells whether a rule that was found by its weight is for an element: only
// its name may still be of others.
func (r *rule) matches(e *element) bool { return r.name == "" || r.name == e.name }

// child is the style of an element within one of this style: its attributes,
// then the rules by weight, then its own declarations.
func (s style) child(d *drafter, e *element) style {
	// the colour first: others may be the current one
	for _, key := range properties {
		if v := e.attrs[key]; v != "" {
			s.set(d, key, v)
		}
	}
	for weight := range 3 {
		for _, i := range d.matching(e, weight) {
			if r := &d.rules.all[i]; r.matches(e) {
				s.declare(d, r.declarations)
			}
		}
	}
	s.declare(d, e.attrs["style"])
	return s
}

func (s *style) declare(d *drafter, declarations string) {
	for one := range strings.SplitSeq(declarations, ";") {
		if err := d.step(1); err != nil {
			s.err = err
			return
		}
		key, value, _ := strings.Cut(one, ":")
		value, _, _ = strings.Cut(value, "!important")
		if value = strings.TrimSpace(value); value != "" {
			s.set(d, strings.TrimSpace(key), value)
		}
	}
}

// properties are those that attributes may set, in the order in which they are
// looked at.
var properties = []string{"color", "fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "fill-rule",
	"stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
	"display", "visibility", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end",
	"mix-blend-mode", "vector-effect"}

// set sets one property. Those that this program does not know are ignored if
// nothing that is seen depends on them.
func (s *style) set(d *drafter, key, value string) {
	if value == "inherit" {
		return
	}
	ok := true
	switch key {
	case "color":
		s.color, _, ok = parsePaint(value, s.color)
	case "fill":
		s.fill, s.fillAlpha, ok = parsePaint(value, s.color)
	case "stroke":
		s.stroke, s.strokeAlpha, ok = parsePaint(value, s.color)
	case "fill-opacity":
		s.fillOpacity, ok = fraction(value)
	case "stroke-opacity":
		s.strokeOpacity, ok = fraction(value)
	case "opacity":
		var o float64
		o, ok = fraction(value)
		s.opacity *= o
	case "fill-rule":
		s.evenOdd = value == "evenodd"
	case "display":
		s.absent = s.absent || value == "none"
	case "visibility":
		s.hidden = value != "visible"
	case "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end":
		ok = value == "none"
	case "mix-blend-mode":
		ok = value == "normal"
	case "vector-effect":
		ok = value == "none"
	default:
		ok = s.setLine(d, key, value)
	}
	if !ok && s.err == nil {
		s.err = fmt.Errorf("has a %s of %.40s, which cannot be printed", key, value)
	}
}

// setLine sets a property of lines.
func (s *style) setLine(d *drafter, key, value string) (ok bool) {
	switch key {
	case "stroke-width":
		s.width, ok = d.length(value, both)
		return ok && s.width >= 0
	case "stroke-miterlimit":
		v, err := strconv.ParseFloat(value, 64)
		s.miter = v
		return err == nil && v >= 1 && v < 1e7
	case "stroke-linecap":
		s.cap, ok = map[string]int{"butt": 0, "round": 1, "square": 2}[value]
		return ok
	case "stroke-linejoin":
		s.join, ok = map[string]int{"miter": 0, "round": 1, "bevel": 2}[value]
		return ok
	case "stroke-dasharray":
		return s.setDashes(d, value)
	case "stroke-dashoffset":
		s.phase, ok = d.length(value, both)
		return ok
	}
	return true
}

// mostDashes bounds a pattern: each line repeats it.
const mostDashes = 64

// setDashes reads a dash pattern; one without a dash is a whole line.
func (s *style) setDashes(d *drafter, value string) bool {
	if s.dashes = nil; value == "none" {
		return true
	}
	sum := 0.0
	var dashes []float64
	words := strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
	if len(words) > mostDashes {
		return false
	}
	for _, word := range words {
		v, ok := d.length(word, both)
		if !ok || v < 0 {
			return false
		}
		sum += v
		dashes = append(dashes, v)
	}
	if sum > 0 {
		s.dashes = dashes
	}
	return true
}

// fraction reads an opacity.
func fraction(value string) (float64, bool) {
	number, percent := strings.CutSuffix(value, "%")
	v, err := strconv.ParseFloat(number, 64)
	if percent {
		v /= 100
	}
	if err != nil || v != v {
		return 1, false
	}
	return min(max(v, 0), 1), true
}
