package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"warraq/layout/paragraph"
)

// pen writes a page.
type pen struct{ b []byte }

// tenth is a length in units of a face, fine a scale: to one place behind the point,
// and to eight.
type tenth float64
type fine float64

// put writes words, whole numbers, and lengths in points to a thousandth.
func (p *pen) put(parts ...any) {
	for _, part := range parts {
		switch v := part.(type) {
		case string:
			p.b = append(p.b, v...)
		case int:
			p.b = strconv.AppendInt(p.b, int64(v), 10)
		case float64:
			p.number(v, 3)
		case tenth:
			p.number(float64(v), 1)
		case fine:
			p.number(float64(v), 8)
		case paragraph.Color:
			p.b = fmt.Appendf(p.b, "#%02x%02x%02x", v.R, v.G, v.B)
		}
	}
}

// number writes a number to so many places, without zeros at its end. What lies
// within a millionth of half way is rounded up, as machines reckon the last bits of a
// product in their own ways.
func (p *pen) number(v float64, places int) {
	scale := math.Pow10(places)
	whole := int64(math.Floor(float64(v*scale) + 0.5 + 1e-6))
	if whole < 0 {
		p.b = append(p.b, '-')
		whole = -whole
	}
	size := int64(scale)
	p.b = strconv.AppendInt(p.b, whole/size, 10)
	if rest := whole % size; rest > 0 {
		digits := strconv.FormatInt(size+rest, 10)[1:]
		p.b = append(append(p.b, '.'), strings.TrimRight(digits, "0")...)
	}
}

// fill writes the colour of an area; black is what nothing is said of.
func (p *pen) fill(c paragraph.Color) {
	if c != (paragraph.Color{}) {
		p.put(` fill="`, c, `"`)
	}
}

// escapes are those of attributes and of text.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\t", " ", "\r", " ")

// escaped writes a text into the file. What XML cannot hold is left out (XML 1.0, 2.2).
func escaped(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0xFFFE && r <= 0xFFFF {
			return -1
		}
		return r
	}, s))
}
