package settings

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/content/setup"
)

// What margins and the measure of a theme or a book may be, points.
const (
	mostMargin   = 2000
	leastMeasure = 100
	mostMeasure  = 5000
)

// page reads the size of the pages, or what is said of them one by one: their size, and
// the margins that a theme has under the same keys.
func (m *Manifest) page(v value) {
	if v.isScalar() || v.isNull() {
		m.Setup.Page = v.size(setup.PagePapers...)
		return
	}
	v.mapping(m.pageKeys())
}

func (m *Manifest) pageKeys() []Key {
	own := &m.Setup.Margins
	return []Key{
		{"size", func(v value) { m.Setup.Page = v.size(setup.PagePapers...) }},
		m.margin("inner", &own.Inner, 0, mostMargin), m.margin("outer", &own.Outer, 0, mostMargin),
		m.margin("top", &own.Top, 0, mostMargin), m.margin("bottom", &own.Bottom, 0, mostMargin),
		m.margin("measure", &own.Measure, leastMeasure, mostMeasure),
	}
}

func (m *Manifest) margin(name string, l **design.Length, least, most float64) Key {
	return Key{name, func(v value) {
		got, ok := v.length(least, most)
		if !ok {
			return
		}
		if m.margins == nil {
			m.margins = make(map[string]content.Pos)
		}
		*l, m.margins[name] = &got, v.pos()
	}}
}

// marginsAt is where the book says the first of the margins that it says, else otherwise.
func (m *Manifest) marginsAt(otherwise content.Pos, keys ...string) content.Pos {
	for _, k := range keys {
		if at, said := m.margins[k]; said {
			return at
		}
	}
	return otherwise
}
