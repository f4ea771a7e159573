package content

import (
	"strconv"
	"strings"

	"warraq/content/locale"
)

// Widths are the parts of the measure that the author asks for the columns of
// a table, `widths="30% 70%"`, each up to 1; 0 leaves a column to its contents.
// They may be fewer than the columns. Nil where nothing is asked that can be
// read.
func (t *Table) Widths() []float64 {
	widths, ok := ParseWidths(t.Get("widths"))
	if !ok {
		return nil
	}
	return widths[:min(len(widths), len(t.Columns))]
}

// ParseWidths reads the widths of columns: numbers of a hundred, with or
// without a percent sign, or "auto". One of them at least is a number.
func ParseWidths(s string) (widths []float64, ok bool) {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '،' }) {
		if word == "auto" {
			widths = append(widths, 0)
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimRight(locale.ASCIIDigits(word), "%٪"), 64)
		if err != nil || !(n > 0 && n <= 100) {
			return nil, false
		}
		widths, ok = append(widths, n/100), true
	}
	return widths, ok
}
