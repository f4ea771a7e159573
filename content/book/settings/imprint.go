package settings

import (
	"regexp"
	"strings"
)

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

var issnPattern = regexp.MustCompile(`^[0-9]{4}-?[0-9]{3}[0-9Xx]$`)

// issn is an ISSN whose last digit is right (ISO 3297).
func (v value) issn() string {
	text := v.text()
	digits := strings.ReplaceAll(text, "-", "")
	switch {
	case text == "":
		return ""
	case !issnPattern.MatchString(text):
		v.problem("issn: "+text+" has not eight digits", "write it as 1234-5679")
	case !validISSN(digits):
		v.problem("issn: the check digit of "+text+" is wrong", "compare it with the one you were given")
	default:
		return digits[:4] + "-" + digits[4:]
	}
	return ""
}

func validISSN(digits string) bool {
	sum := 0
	for i := range 7 {
		sum += (8 - i) * int(digits[i]-'0')
	}
	return "0123456789X"[(11-sum%11)%11] == strings.ToUpper(digits)[7]
}
