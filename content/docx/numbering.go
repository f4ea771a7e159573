package docx

import (
	"strconv"
	"strings"
	"unicode"

	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/locale"
)

// levels is how many levels a list has at most (ISO/IEC 29500-1 17.9.6).
const levels = 9

// numbered is one level of a list.
type numbered struct {
	format  string // as w:numFmt has it
	text    string // "%1.%2"
	start   int
	restart int // the level, from 1, that begins it anew; -1: each above, 0: none
	there   bool
	style   string // the id of the style of paragraphs that it is of
}

// numbering is the definitions of lists.
type numbering struct {
	abstracts map[string]*[levels]numbered
	nums      map[string]*num
	counters  map[string]*counter // by abstract
}

// num is a list that refers to a definition.
type num struct {
	abstract string
	levels   [levels]numbered
	anew     [levels]bool // begins at its own start when it is first met
}

// counter is how far a list has come.
type counter struct {
	at  [levels]int
	set [levels]bool
}

// readNumbering reads the lists that paragraphs refer to (ISO/IEC 29500-1, 17.9).
func (r *reader) readNumbering() error {
	r.abstracts, r.nums = make(map[string]*[levels]numbered), make(map[string]*num)
	part := r.part("numbering")
	if part == "" {
		return nil
	}
	root, err := r.c.Tree(part, spaces)
	if err != nil {
		return err
	}
	links := r.readAbstracts(root)
	for _, e := range root.All("w:num") {
		r.nums[e.Get("w:numId")] = r.readNum(e, links)
	}
	return nil
}

// readAbstracts reads the definitions of lists. Some only refer to a style that has another:
// links are the identifiers of these, and of the definitions that are meant.
func (r *reader) readAbstracts(root *container.Element) (links map[string]string) {
	styles := make(map[string]string) // the definitions of styles of lists
	for _, e := range root.All("w:abstractNum") {
		if link := e.Child("w:styleLink"); link != nil {
			styles[link.Get("w:val")] = e.Get("w:abstractNumId")
		}
	}
	links = make(map[string]string)
	for _, e := range root.All("w:abstractNum") {
		a := new([levels]numbered)
		for _, l := range e.All("w:lvl") {
			readLevel(a, l)
		}
		id := e.Get("w:abstractNumId")
		r.abstracts[id] = a
		if link := e.Child("w:numStyleLink"); link != nil {
			links[id] = styles[link.Get("w:val")]
		}
	}
	return links
}

// readNum reads a list: its definition, and what it has otherwise.
func (r *reader) readNum(e *container.Element, links map[string]string) *num {
	n := &num{abstract: e.Child("w:abstractNumId").Get("w:val")}
	if to := links[n.abstract]; to != "" {
		n.abstract = to
	}
	if a := r.abstracts[n.abstract]; a != nil {
		n.levels = *a
	}
	for _, o := range e.All("w:lvlOverride") {
		i := integer(o.Get("w:ilvl"))
		if i < 0 || i >= levels {
			continue
		}
		if l := o.Child("w:lvl"); l != nil {
			readLevel(&n.levels, l)
		}
		if s := o.Child("w:startOverride"); s != nil {
			n.levels[i].start, n.anew[i] = integer(s.Get("w:val")), true
		}
	}
	return n
}

// readLevel reads a level of a list.
func readLevel(a *[levels]numbered, e *container.Element) {
	i := integer(e.Get("w:ilvl"))
	if i < 0 || i >= levels {
		return
	}
	l := numbered{format: "decimal", restart: -1, there: true}
	for _, k := range e.Kids {
		switch k.Name {
		case "w:start":
			l.start = integer(k.Get("w:val"))
		case "w:numFmt":
			l.format = k.Get("w:val")
		case "w:lvlText":
			l.text = k.Get("w:val")
		case "w:pStyle":
			l.style = k.Get("w:val")
		case "w:lvlRestart":
			l.restart = integer(k.Get("w:val"))
		}
	}
	a[i] = l
}

// mark is the number of a paragraph: that of an item of a list, or a text.
type mark struct {
	item  *intake.Item
	label string // "المادة 3:": what stands before the text, where it has words
	plain bool   // it is a number and nothing else, such as 1.2
}

// levelOf is the level of a list that a paragraph is of: as it says, or that of its
// style.
func (n *num) levelOf(s shape, style string) int {
	if s.level == "" {
		for i := range n.levels {
			if n.levels[i].style == style && style != "" {
				return i
			}
		}
	}
	return min(max(integer(s.level), 0), levels-1)
}

// mark counts a paragraph of a list on. The zero mark is that of one without number.
func (r *reader) mark(s shape, style string) (m mark) {
	n := r.nums[s.num]
	if !s.hasNum || n == nil {
		return m
	}
	i := n.levelOf(s, style)
	l := &n.levels[i]
	if !l.there || l.format == "none" || l.text == "" && l.format != "bullet" {
		return m
	}
	c := r.counters[n.abstract]
	if c == nil {
		c = new(counter)
		r.counters[n.abstract] = c
	}
	c.next(n, i)
	if l.format != "bullet" && strings.ContainsFunc(withoutPlaces(l.text), unicode.IsLetter) {
		m.label = n.label(c, i)
		return m
	}
	m.plain = l.format != "bullet"
	m.item = &intake.Item{List: n.abstract, Level: i, Number: c.at[i]}
	m.item.Style = r.listStyle(l.format)
	return m
}

// next counts a level on; those below begin anew.
func (c *counter) next(n *num, i int) {
	switch {
	case n.anew[i]:
		c.at[i], c.set[i], n.anew[i] = n.levels[i].start, true, false
	case !c.set[i]:
		c.at[i], c.set[i] = n.levels[i].start, true
	default:
		c.at[i]++
	}
	for above := range i {
		if !c.set[above] {
			c.at[above], c.set[above] = n.levels[above].start, true
		}
	}
	for below := i + 1; below < levels; below++ {
		if restart := n.levels[below].restart; restart < 0 || restart > i {
			c.set[below] = false
		}
	}
}

// withoutPlaces is the text of a level without %1, %2 ….
func withoutPlaces(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+1 < len(text) && text[i+1] >= '1' && text[i+1] <= '9' {
			i++
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// label is the number of a level as it is shown.
func (n *num) label(c *counter, level int) string {
	var b strings.Builder
	text := n.levels[level].text
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+1 < len(text) && text[i+1] >= '1' && text[i+1] <= '9' {
			at := int(text[i+1] - '1')
			b.WriteString(shown(n.levels[at].format, c.at[at]))
			i++
			continue
		}
		b.WriteByte(text[i])
	}
	return strings.TrimSpace(b.String())
}

// shown is a number as a format has it.
func shown(format string, n int) string {
	switch format {
	case "arabicAbjad":
		return strings.TrimSuffix(locale.Abjad.Number(n, locale.DigitsAuto), "\u200d")
	case "arabicAlpha":
		return strings.TrimSuffix(locale.AlifBa.Number(n, locale.DigitsAuto), "\u200d")
	case "upperRoman":
		if n > 0 && n < 4000 {
			return strings.ToUpper(locale.FormatRoman(n))
		}
	case "lowerRoman":
		if n > 0 && n < 4000 {
			return strings.ToLower(locale.FormatRoman(n))
		}
	case "upperLetter", "lowerLetter":
		if n > 0 && n <= 26 {
			letter := string(rune('a' + n - 1))
			if format == "upperLetter" {
				letter = strings.ToUpper(letter)
			}
			return letter
		}
	case "bullet", "none":
		return ""
	}
	return strconv.Itoa(n)
}

// listStyle is the style of a list by its format. Markdown has digits and Arabic
// letters; other letters become digits, which is told.
func (r *reader) listStyle(format string) locale.ListStyle {
	switch format {
	case "bullet":
		return locale.Bullet
	case "arabicAbjad":
		return locale.Abjad
	case "arabicAlpha":
		return locale.AlifBa
	case "decimal", "decimalZero", "hindiNumbers", "hindiArabic", "arabicDash":
	default:
		r.counts.formats = append(r.counts.formats, format)
	}
	return locale.Decimal
}
