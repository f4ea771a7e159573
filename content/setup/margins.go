package setup

import (
	"slices"

	"warraq/content/design"
)

// Margins are what a book says itself of the margins of its pages, in the units of a
// theme; nil: as its theme has them.
type Margins struct {
	Inner, Outer, Top, Bottom *design.Length
	Measure                   *design.Length // the widest the text may be
}

// Margin is one of the margins by its key.
type Margin struct {
	Name   string
	Length *design.Length
}

// Said are those that the book says.
func (m *Margins) Said() []Margin {
	all := []Margin{{"inner", m.Inner}, {"outer", m.Outer}, {"top", m.Top}, {"bottom", m.Bottom}, {"measure", m.Measure}}
	return slices.DeleteFunc(all, func(l Margin) bool { return l.Length == nil })
}

// On is a theme with these margins in the place of its own.
func (m *Margins) On(t *design.Theme) *design.Theme {
	if *m == (Margins{}) {
		return t
	}
	own := *t
	p := &own.Page
	to := map[string]*design.Length{"inner": &p.Inner, "outer": &p.Outer, "top": &p.Top, "bottom": &p.Bottom, "measure": &p.Measure}
	for _, l := range m.Said() {
		*to[l.Name] = *l.Length
	}
	return &own
}
