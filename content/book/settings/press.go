package settings

import (
	"slices"
	"strings"

	"warraq/content/design"
	"warraq/content/pattern"
	"warraq/content/setup"
)

// mostBleed bounds a bleed, points.
const mostBleed = 25 * setup.Millimetre

// PressKeys are the keys below `press:`.
func (m *Manifest) PressKeys() []Key {
	p := &m.Setup.Press
	return []Key{
		{"bleed", func(v value) { p.Bleed = v.bleed() }},
		{"marks", func(v value) { p.Marks = v.pressMarks() }},
		{"condition", func(v value) { p.Condition = v.text(); m.Press.Condition = Located{p.Condition, v.pos()} }},
		{"profile", func(v value) { m.Press.Profile = Located{v.text(), v.pos()} }},
		{"page-order", func(v value) { p.Reversed = choice(v, setup.PageOrders...) == 1 }},
	}
}

// bleed is a length; 0 is one too, as a negative number.
func (v value) bleed() float64 {
	text := v.text()
	if text == "" {
		return 0
	}
	if noBleed.MatchString(text) {
		return -1
	}
	l, ok := design.ParseLength(text)
	if !ok || unitless.MatchString(text) || l.Unit != design.Points || l.Value > mostBleed {
		v.problem(v.name+": "+text+" is no bleed", "write a length up to 25mm, usually 3mm")
		return 0
	}
	return l.Value
}

// noBleed is none, with a unit or without.
var noBleed = pattern.Of(`^0+(\.0*)?\s*(mm|cm|in|pt)?$`)

// pressMarks are the names of marks, or none.
func (v value) pressMarks() setup.PressMarks {
	names := []string{"crop", "registration", "slug", "none"}
	var marks setup.PressMarks
	for _, text := range v.texts() {
		for name := range strings.SplitSeq(text, ",") {
			name = strings.TrimSpace(name)
			i := slices.Index(names, name)
			if i < 0 {
				v.problem(v.name+": "+name+" is not known", "write crop, registration, slug or none")
				continue
			}
			marks |= 1 << i
		}
	}
	if marks&setup.PressBare != 0 && marks != setup.PressBare {
		v.problem(v.name+": there are none, and there are some", "take `none` out, or the others")
	}
	return marks
}

// pressPlaces are values under `press:` that are looked at when the manuscript
// has been read.
type pressPlaces struct{ Condition, Profile Located }
