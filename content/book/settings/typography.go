package settings

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"warraq/content/locale/cldr"
	"warraq/content/setup"
)

// locale reads `locale: ar-MA` or what is to be other than the language has it.
func (m *Manifest) locale(v value) {
	if v.isScalar() {
		m.Setup.Locale.Tag = v.lang()
		return
	}
	v.mapping(m.localeKeys())
}

func (m *Manifest) localeKeys() []Key {
	l := &m.Setup.Locale
	return []Key{
		{"tag", func(v value) { l.Tag = v.lang() }},
		{"decimal", func(v value) { l.Decimal = v.text() }},
		{"group", func(v value) { l.Group = v.separator() }},
		{"percent", func(v value) { l.Percent = v.text() }},
		{"months", func(v value) { l.Months = v.twelve() }},
		{"hijri-months", func(v value) { l.HijriMonths = v.twelve() }},
		{"era", func(v value) { l.Era = v.text() }},
	}
}

// separator is a text that may be a blank, at which no line breaks, or nothing.
func (v value) separator() string {
	text := v.text()
	switch {
	case text != "" || !v.isScalar():
		return text
	case v.node.Value == "":
		return cldr.NoGroup
	}
	return strings.ReplaceAll(v.node.Value, " ", "\u00a0")
}

// twelve is a list of the names of twelve months.
func (v value) twelve() []string {
	names := v.texts()
	if len(names) != 12 {
		v.problem(fmt.Sprintf("%s: there are %d names", v.name, len(names)), "list the names of twelve months")
		return nil
	}
	return names
}

// justification takes the names that a block may have as a class too.
func justification(v value) setup.Justification {
	return setup.Justification(choice(v, "auto", "naskh", "simple", "spaces"))
}

func (m *Manifest) kashidaKeys() []Key {
	k := &m.Setup.Kashida
	return []Key{
		{"words", func(v value) { k.Words = v.share() }},
		{"neighbours", func(v value) { k.Neighbours = v.flag() }},
		{"apart", func(v value) {
			if k.Apart = v.number(0, 100); k.Apart == 0 && v.text() != "" {
				k.Apart = setup.Unlimited
			}
		}},
		{"most", func(v value) { k.Most = v.number(0.1, 10) }},
		{"word", func(v value) { k.Word = v.share() }},
	}
}

// share is a part of a whole, above 0 and at most 1: 1/3 or 0.33.
func (v value) share() float64 {
	text := v.text()
	if text == "" {
		return 0
	}
	above, below, fraction := strings.Cut(text, "/")
	x, err := strconv.ParseFloat(strings.TrimSpace(above), 64)
	if fraction && err == nil {
		var y float64
		y, err = strconv.ParseFloat(strings.TrimSpace(below), 64)
		x /= y
	}
	if err != nil || !(x > 0 && x <= 1) {
		v.problem(v.name+": "+text+" is no share of a whole", "write 1/3 or 0.33; `justification: spaces` lengthens no word")
		return 0
	}
	return x
}

// number is a decimal number from least to most, 0 where there is none.
func (v value) number(least, most float64) float64 {
	text := v.text()
	if text == "" {
		return 0
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || x < least || x > most {
		v.problem(v.name+": "+text+" is no number that it can have", fmt.Sprintf("write one from %g to %g", least, most))
		return 0
	}
	return x
}
