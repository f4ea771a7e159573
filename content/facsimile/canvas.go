package facsimile

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"warraq/content/facsimile/glyph"
)

// canvas is a part of the drawing that is written: all of it, a mask, a tile, a glyph.
type canvas struct {
	*page
	out    bytes.Buffer
	around []string // the groups that are open, by their attributes
	box    box      // all that may be seen of it
	digits int      // behind the point, of a place
}

func (p *page) canvas(b box, digits int) *canvas { return &canvas{page: p, box: b, digits: digits} }

// done is what was written.
func (c *canvas) done() []byte {
	c.within(nil)
	return c.out.Bytes()
}

// within opens and closes groups until such are open.
func (c *canvas) within(groups []string) {
	same := 0
	for same < len(groups) && same < len(c.around) && groups[same] == c.around[same] {
		same++
	}
	for range c.around[same:] {
		c.out.WriteString("</g>\n")
	}
	for _, g := range groups[same:] {
		c.out.WriteString("<g" + g + ">\n")
	}
	c.around = append(c.around[:same:same], groups[same:]...)
}

// put writes an element where the state has it seen.
func (c *canvas) put(s *state, element string) {
	if s.nothing || c.tooMuch {
		return
	}
	var groups []string
	for _, clip := range s.clips {
		groups = append(groups, ` clip-path="url(#`+clip.id(c)+`)"`)
	}
	if s.mask != "" {
		groups = append(groups, ` mask="url(#`+s.mask+`)"`)
	}
	c.within(groups)
	c.painted = true
	c.out.WriteString(element)
	c.out.WriteByte('\n')
	c.spend(len(element))
}

// spend counts bytes of the drawing.
func (p *page) spend(n int) {
	if p.written += n; p.written > mostWritten {
		p.tooMuch = true
	}
}

// define puts something among the definitions, once, and gives its id. In the place of
// "@" in its first tag its id is put.
func (p *page) define(kind, element string) string {
	if id, known := p.ids[element]; known {
		return id
	}
	p.count[kind]++
	id := kind + strconv.Itoa(p.count[kind])
	p.ids[element] = id
	p.defs.WriteString(strings.Replace(element, "@", id, 1))
	p.defs.WriteByte('\n')
	p.spend(len(element))
	return id
}

// num writes a number with so many digits behind the point.
func num(v float64, digits int) string {
	if v != v || math.Abs(v) > 1e7 {
		v = 0 // such a place is on no page
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if digits > 0 {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// path writes a path.
func (c *canvas) path(p glyph.Path) string { return pathData(p, c.digits) }

func pathData(p glyph.Path, digits int) string {
	var b strings.Builder
	for i := range p {
		b.WriteByte(p[i].Op)
		for k, at := range p[i].Points() {
			y := num(at.Y, digits)
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(num(at.X, digits) + " " + y)
		}
	}
	return b.String()
}

// matrix writes a transform; "" for none.
func matrix(m glyph.Matrix) string {
	if m == glyph.Identity {
		return ""
	}
	var v [6]string
	for i := range m {
		digits := 3
		if i < 4 && m[i] != 0 {
			digits = min(max(5-int(math.Floor(math.Log10(math.Abs(m[i])))), 5), 12)
		}
		v[i] = num(m[i], digits)
	}
	return "matrix(" + strings.Join(v[:], " ") + ")"
}

func transform(m glyph.Matrix) string {
	if s := matrix(m); s != "" {
		return ` transform="` + s + `"`
	}
	return ""
}

// box is a part of a plane.
type box struct{ left, low, right, high float64 }

var emptyBox = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b *box) add(p glyph.Point) {
	b.left, b.low, b.right, b.high = min(b.left, p.X), min(b.low, p.Y), max(b.right, p.X), max(b.high, p.Y)
}

func (b box) holds(o box) bool {
	const unseen = 0.01
	return b.left <= o.left+unseen && b.low <= o.low+unseen && b.right >= o.right-unseen && b.high >= o.high-unseen
}

func (b box) meet(o box) box {
	return box{max(b.left, o.left), max(b.low, o.low), min(b.right, o.right), min(b.high, o.high)}
}

func (b box) empty() bool { return !(b.left < b.right && b.low < b.high) }

// rect writes a rectangle.
func (c *canvas) rect(b box, attrs string) string {
	n := func(v float64) string { return num(v, c.digits) }
	return fmt.Sprintf(`<rect x="%s" y="%s" width="%s" height="%s"%s/>`, n(b.left), n(b.low), n(b.right-b.left), n(b.high-b.low), attrs)
}

// boxed is the rectangle that a path is, upright; false for another path.
func boxed(p glyph.Path) (b box, ok bool) {
	var at []glyph.Point
	for i := range p {
		switch p[i].Op {
		case 'M':
			if i > 0 {
				return b, i == len(p)-1 && len(at) >= 4 && upright(at, &b)
			}
			at = append(at, p[i].By[0])
		case 'L':
			at = append(at, p[i].By[0])
		case 'Z':
			if i < len(p)-2 {
				return b, false
			}
		default:
			return b, false
		}
	}
	return b, upright(at, &b)
}

func upright(at []glyph.Point, b *box) bool {
	if len(at) == 5 && at[4] == at[0] {
		at = at[:4]
	}
	if len(at) != 4 {
		return false
	}
	const even = 1e-6
	same := func(x, y float64) bool { return math.Abs(x-y) < even }
	p, q, r, s := at[0], at[1], at[2], at[3]
	ok := same(p.Y, q.Y) && same(q.X, r.X) && same(r.Y, s.Y) && same(s.X, p.X) || same(p.X, q.X) && same(q.Y, r.Y) && same(r.X, s.X) && same(s.Y, p.Y)
	*b = emptyBox
	for _, one := range at {
		b.add(one)
	}
	return ok
}
