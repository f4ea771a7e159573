package chart

import (
	"strconv"
	"strings"

	"warraq/content/locale"
)

// written is a number in the digits of the book, with what parts its groups.
func (d *drawer) written(decimal string) string {
	write := d.look.Locale.Number
	if d.percent {
		write = d.look.Locale.Percentage
	}
	if text, ok := write(decimal); ok {
		return text
	}
	return decimal
}

// rounded is a number with so many decimals.
func (d *drawer) rounded(v float64, decimals int) string {
	return d.written(strconv.FormatFloat(v+0, 'f', decimals, 64))
}

// Alt is the chart in words, for those who do not see it: what it is, its title, and
// every value.
func (c *Chart) Alt(title string, look Look) string {
	d := &drawer{Chart: c, look: look}
	marks := locale.PunctuationFor(look.Lang)
	var b strings.Builder
	b.WriteString(d.kind())
	if title != "" {
		b.WriteString(": " + title)
	}
	if c.Unit != "" {
		b.WriteString(" (" + c.Unit + ")")
	}
	b.WriteString(".")
	for i, category := range c.Categories {
		if i > 0 {
			b.WriteString(strings.TrimRight(marks.Semicolon, " "))
		}
		b.WriteString(" " + category + ":")
		said := false
		for _, s := range c.Series {
			if !s.Values[i].Known {
				continue
			}
			if said {
				b.WriteString(strings.TrimRight(marks.Comma, " "))
			}
			if said = true; len(c.Series) > 1 && s.Name != "" {
				b.WriteString(" " + s.Name)
			}
			b.WriteString(" " + d.written(s.Values[i].decimal))
		}
		if !said {
			b.WriteString(" –")
		}
	}
	b.WriteString(".")
	return b.String()
}

// kind is what the chart is, in the words of the book.
func (d *drawer) kind() string {
	w := &d.look.Words
	return [...]string{Bar: w.Bar, Stacked: w.Stacked, Line: w.Line, Pie: w.Pie}[d.Kind]
}
