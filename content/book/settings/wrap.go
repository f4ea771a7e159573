package settings

import (
	"warraq/content/setup"
)

// cover reads `cover: front.jpg`, or what is said of the whole cover.
func (m *Manifest) cover(v value) {
	m.Said.Wrap = v.pos()
	if v.isText("page") {
		m.Setup.Wrap.Page = true
		return
	}
	if v.isScalar() {
		m.want(v, &m.Meta.Cover)
		return
	}
	v.mapping(m.coverKeys())
}

func (m *Manifest) coverKeys() []Key {
	w := &m.Setup.Wrap
	return []Key{
		{"front", func(v value) { m.want(v, &m.Meta.Cover) }},
		{"page", func(v value) { w.Page = v.flag() }},
		{"back", func(v value) { m.want(v, &w.Back) }},
		{"wrap", func(v value) { m.want(v, &w.Whole) }},
		{"back-text", func(v value) { w.BackText = v.text() }},
		{"spine-text", func(v value) { w.SpineText = v.text() }},
		{"spine-turn", func(v value) { w.SpineUp = choice(v, "down", "up") == 1 }},
		{"spine", func(v value) { w.Spine = v.measure(0.5*setup.Millimetre, 150*setup.Millimetre) }},
		{"barcode", func(v value) { w.Barcode = v.toggle() }},
	}
}

// paper reads `paper: 0.1mm`, how thick a leaf is, or what the mill says of it.
func (m *Manifest) paper(v value) {
	if v.isScalar() {
		m.Setup.Leaf = v.caliper()
		return
	}
	p := leaf{paper: paper{bulk: usualBulk}}
	v.mapping(p.keys())
	if m.Setup.Leaf = p.caliper; p.caliper == 0 {
		if !p.measured {
			p.check(v)
		}
		m.Setup.Leaf = setup.LeafOf(p.gsm, p.bulk)
	}
}

// leaf is a paper of which the caliper may be known.
type leaf struct {
	paper
	caliper  float64
	measured bool // whether it was written
}

func (l *leaf) keys() []Key {
	return append(l.paper.keys(), Key{"caliper", func(v value) {
		l.caliper, l.measured = v.measure(0.01*setup.Millimetre, 2*setup.Millimetre), true
	}})
}
