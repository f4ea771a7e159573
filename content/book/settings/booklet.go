package settings

import (
	"fmt"
	"slices"
	"strconv"

	"warraq/content/design"
	"warraq/content/pattern"
	"warraq/content/setup"
)

// booklet reads `booklet: none` and other schemes, or what is said of the sheets
// one by one.
func (m *Manifest) booklet(v value) {
	m.Said.Booklet = v.pos()
	if v.isScalar() {
		m.Setup.Booklet.Impose = imposition(v)
		return
	}
	v.mapping(m.BookletKeys())
}

func imposition(v value) setup.Imposition {
	return setup.Imposition(choice(v, setup.Impositions...))
}

// BookletKeys are the keys below `booklet:`.
func (m *Manifest) BookletKeys() []Key {
	b := &m.Setup.Booklet
	return []Key{
		{"impose", func(v value) { b.Impose = imposition(v) }},
		{"sheet", func(v value) { b.Sheet = v.size(sheetPapers()...) }},
		{"signature", func(v value) { b.Signature = v.signature() }},
		{"blanks", func(v value) { b.Blanks = v.blanks() }},
		{"duplex", func(v value) { b.Duplex = setup.Duplex(choice(v, setup.Duplexes...)) }},
		{"caliper", func(v value) { b.Caliper = v.caliper() }},
		{"marks", func(v value) { b.Fold, b.Trim, b.Marked = v.marks() }},
		{"printer-margin", func(v value) { b.Margin = v.measure(0.1*setup.Millimetre, 50*setup.Millimetre) }},
	}
}

// sheetPapers are the papers of which a sheet may have the size by its name: all.
func sheetPapers() []string {
	names := make([]string, len(setup.Papers))
	for i, p := range setup.Papers {
		names[i] = p.Name
	}
	return names
}

// signature is a number of pages that can be folded.
func (v value) signature() int {
	text := v.text()
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 4 || n > 1000 || n%4 != 0 {
		v.problem(v.name+": "+text+" pages cannot be folded together", "write a multiple of four, such as 16 or 32")
		return 0
	}
	return n
}

// blanks is `end`, `before-last`, or the pages behind which blanks come.
func (v value) blanks() (b setup.Blanks) {
	for _, l := range v.list() {
		n, err := strconv.Atoi(l.Value)
		switch {
		case l.Value == "end":
		case l.Value == "before-last":
			b.BeforeLast = true
		case err == nil && n >= 0 && n <= mostPages:
			b.After = append(b.After, n)
		default:
			v.r.problem(l.Pos, v.name+": "+l.Value+" is no place for a blank page",
				"write end, before-last, or the number of the page of the PDF behind which it comes")
		}
	}
	slices.Sort(b.After)
	return b
}

// mostPages bounds the numbers of pages.
const mostPages = 100_000

// marks are those that are asked for.
func (v value) marks() (fold, trim, said bool) {
	for _, l := range v.list() {
		switch l.Value {
		case "fold":
			fold = true
		case "trim":
			trim = true
		case "none":
		default:
			v.r.problem(l.Pos, v.name+": "+l.Value+" is not known", "write fold, trim or [fold, trim]")
		}
	}
	return fold, trim, true
}

// caliper is the thickness of a leaf, or is reckoned from the mass of the paper in
// grams a square metre and its bulk in cubic centimetres a gram.
func (v value) caliper() float64 {
	if v.isScalar() {
		return v.measure(0.01*setup.Millimetre, 2*setup.Millimetre)
	}
	p := paper{bulk: usualBulk}
	v.mapping(p.keys())
	p.check(v)
	return setup.LeafOf(p.gsm, p.bulk)
}

// paper is what a mill says of one.
type paper struct {
	gsm  float64 // grams a square metre
	bulk float64 // cubic centimetres a gram

	weighed, bulky bool // whether they were written
}

// usualBulk is that of uncoated office paper: 80 grams are a tenth of a
// millimetre.
const usualBulk = 1.25

func (p *paper) keys() []Key {
	return []Key{
		{"gsm", func(v value) { p.gsm, p.weighed = v.number(20, 500), true }},
		{"bulk", func(v value) { p.bulk, p.bulky = v.number(0.5, 4), true }},
	}
}

// check finds fault with a bulk of no mass, from which no thickness follows.
func (p *paper) check(v value) {
	if p.bulky && !p.weighed {
		v.problem(v.subject()+"says its bulk and not its mass", "write `gsm:` too, grams a square metre, such as 80")
	}
}

// unitless are numbers alone, which could be of any unit.
var unitless = pattern.Of(`^[0-9.]*$`)

// measure is a length with a unit, from least to most points.
func (v value) measure(least, most float64) float64 {
	text := v.text()
	if text == "" {
		return 0
	}
	l, ok := design.ParseLength(text)
	if !ok || unitless.MatchString(text) || l.Unit != design.Points || l.Value < least-1e-9 || l.Value > most+1e-9 {
		v.problem(v.name+": "+text+" is no length that it can have",
			fmt.Sprintf("write one from %.3gmm to %.3gmm", least/setup.Millimetre, most/setup.Millimetre))
		return 0
	}
	return l.Value
}
