package settings

// imprint reads `imprint: true`, or what it says beside what is known of the book.
func (m *Manifest) imprint(v value) {
	p := &m.Meta.Printed
	if v.isScalar() {
		p.Full = v.flag()
		return
	}
	p.Full = true
	v.mapping(m.imprintKeys())
}

func (m *Manifest) imprintKeys() []Key {
	p := &m.Meta.Printed
	return []Key{
		{"edition", func(v value) { p.Edition = v.text() }},
		{"printing", func(v value) { p.Printing = v.text() }},
		{"place", func(v value) { p.Place = v.text() }},
		{"printer", func(v value) { p.Printer = v.text() }},
		{"legal-deposit", func(v value) { p.Deposit = v.text() }},
		{"issn", func(v value) { p.ISSN = v.issn() }},
		{"funders", func(v value) { p.Funders = v.texts() }},
		{"licence", func(v value) { p.Licence = v.text() }},
	}
}
