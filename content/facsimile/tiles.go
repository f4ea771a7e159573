package facsimile

import (
	"math"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// tiles is a pattern of tiles (ISO 32000-1, 8.7.3).
func (in *painter) tiles(s *object.Stream, m glyph.Matrix, k *ink) string {
	f := in.file
	d := s.Dict
	b := rectangleOf(f.Numbers(d["BBox"]))
	w, h := math.Abs(f.Number(d["XStep"], 0)), math.Abs(f.Number(d["YStep"], 0))
	if b.empty() || !(w > 0 && h > 0) || m.Area() == 0 || in.depth >= deepest {
		in.leave("a pattern whose tiles have no size, or lie too deep within each other")
		return ""
	}
	if b.right-b.left > w*1.001 || b.high-b.low > h*1.001 {
		// Tiles that reach into each other are drawn in each other's place too.
		b = box{b.left, b.low, b.left + max(w, b.right-b.left), b.low + max(h, b.high-b.low)}
	}
	if b.right-b.left > (mostOver+0.01)*w || b.high-b.low > (mostOver+0.01)*h {
		in.leave("where tiles of a pattern reach over more than three others")
	}
	digits := 3 - int(math.Floor(math.Log10(math.Sqrt(math.Abs(m.Area())))))
	c := in.page.canvas(b, min(max(digits, 2), 8))
	resources := f.Dict(d["Resources"])
	for _, at := range overlaps(b, w, h) {
		inner := in.within(c, glyph.Matrix{1, 0, 0, 1, at.X, at.Y}, resources)
		if f.Int(d["PaintType"], 1) == 2 {
			inner.state.fill, inner.stencil = ink{space: rgb, values: colorOf(k)}, true
			inner.state.stroke = inner.state.fill
		}
		inner.state.clip(c, rectPath(b.moved(at)), false)
		in.once(s, inner)
	}
	n := func(v float64) string { return num(v, c.digits) }
	return "url(#" + in.define("p", `<pattern id="@" patternUnits="userSpaceOnUse" x="`+n(b.left)+`" y="`+n(b.low)+`" width="`+n(w)+`" height="`+n(h)+
		`" patternTransform="`+matrix(m)+`">`+string(c.done())+`</pattern>`) + ")"
}

// mostOver bounds how many tiles lie over each other in a row.
const mostOver = 4

// overlaps are where tiles must be drawn so that one is whole: in its place and, where it
// is larger than the way to the next, in those before it.
func overlaps(b box, w, h float64) (all []glyph.Point) {
	for j := min(int(math.Ceil((b.high-b.low)/h-0.001)), mostOver) - 1; j >= 0; j-- {
		for i := min(int(math.Ceil((b.right-b.left)/w-0.001)), mostOver) - 1; i >= 0; i-- {
			all = append(all, glyph.Point{X: -float64(i) * w, Y: -float64(j) * h})
		}
	}
	return all
}

func colorOf(k *ink) []float64 {
	c := k.color()
	return c[:]
}

func rectangleOf(v []float64) box {
	if len(v) < 4 {
		return box{}
	}
	return box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
}

func (b box) moved(p glyph.Point) box {
	return box{b.left + p.X, b.low + p.Y, b.right + p.X, b.high + p.Y}
}

func rectPath(b box) (p glyph.Path) {
	for i, at := range b.corners() {
		p.Add("MLLL"[i], at)
	}
	p.Add('Z')
	return p
}
