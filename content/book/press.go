package book

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/setup"
)

// mostBleed bounds a bleed, points.
const mostBleed = 25 * setup.Millimetre

func (m *manifest) pressKeys() []key {
	p := &m.setup.Press
	return []key{
		{"bleed", func(v value) { p.Bleed = v.bleed() }},
		{"marks", func(v value) { p.Marks = v.pressMarks() }},
		{"condition", func(v value) { p.Condition = v.text(); m.press.condition = located{p.Condition, v.pos()} }},
		{"profile", func(v value) { m.press.profile = located{v.text(), v.pos()} }},
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
var noBleed = regexp.MustCompile(`^0+(\.0*)?\s*(mm|cm|in|pt)?$`)

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
type pressPlaces struct{ condition, profile located }

// loadPress loads the profile of the printing condition, and tells the author
// of a condition that nobody could know.
func (b *manuscript) loadPress() {
	p, at := &b.doc.Setup.Press, b.manifest.press
	if at.profile.value != "" {
		if name, ok := b.inside(at.profile); ok {
			if b.loadProfile(name, at.profile.pos) {
				p.Profile = name
			}
		}
	}
	if _, known := setup.ConditionOf(p.Condition); known || p.Profile != "" {
		return
	}
	var names []string
	for _, c := range setup.Conditions {
		names = append(names, c.Name)
	}
	hint := "write " + strings.Join(names, ", ") + ", or give the print shop's profile under `profile:`"
	if near := content.Nearest(p.Condition, names); near != "" {
		hint = "did you mean " + near + "? Else give the print shop's profile under `profile:`"
	}
	b.problem(at.condition.pos, "condition: "+p.Condition+" is no registered printing condition", hint)
}

func (b *manuscript) loadProfile(name string, at content.Pos) (ok bool) {
	data, err := fs.ReadFile(b.fsys, b.path(name))
	switch {
	case err != nil && b.refused(name, at, err):
	case err != nil:
		b.missingAsset(name, at)
	case !setup.IsPressProfile(data):
		b.problem(at, "profile "+name+" is not one of a press with four inks", "ask the print shop for its ICC profile (.icc), of class prtr and for CMYK")
	default:
		b.doc.Assets[name] = &content.Asset{Name: name, Media: "application/vnd.iccprofile", Data: data}
		return true
	}
	return false
}
