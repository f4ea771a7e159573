package facsimile

import (
	"math"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// hairline is the width of the thinnest lines, points: what files give no width is drawn
// as thin as a printer can.
const hairline = 0.24

// paint paints a path that lies in the plane in hand.
func (in *painter) paint(p glyph.Path, fill, even, stroke bool) {
	s := &in.state
	on := p.Through(s.ctm)
	var inside, along string
	if fill {
		if inside = in.inkOf(&s.fill, on); inside == "" {
			fill = false
		}
	}
	if stroke {
		if along = in.inkOf(&s.stroke, on); along == "" {
			stroke = false
		}
	}
	k, alike := similar(s.ctm)
	if stroke && (alike || s.stroke.space.kind == patternKind) {
		in.element(on, inside, even, along+s.lineAttrs(k, hairline, in.canvas.digits), "")
		return
	}
	if fill {
		in.element(on, inside, even, "", "")
	}
	if stroke && k > 0 {
		in.element(p, "", false, along+s.lineAttrs(1, hairline/k, 5), transform(s.ctm))
	}
}

// element writes a path: with what it is filled, "" for nothing, and how it is drawn
// along, "" for not.
func (in *painter) element(p glyph.Path, inside string, even bool, along, where string) {
	s := &in.state
	attrs := where
	switch {
	case inside == "":
		attrs += ` fill="none"`
	case inside != "#000":
		attrs += ` fill="` + inside + `"`
	}
	if inside != "" && s.fillAlpha < 1 {
		attrs += ` fill-opacity="` + num(s.fillAlpha, 3) + `"`
	}
	if inside != "" && even {
		attrs += ` fill-rule="evenodd"`
	}
	if along != "" {
		attrs += ` stroke="` + strokeQuoted(along)
		if s.strokeAlpha < 1 {
			attrs += ` stroke-opacity="` + num(s.strokeAlpha, 3) + `"`
		}
	}
	digits := in.canvas.digits
	if where != "" {
		digits = 5
	}
	in.put(`<path d="` + pathData(p, digits) + `"` + attrs + s.blendStyle() + `/>`)
}

// strokeQuoted ends the colour, behind which other attributes stand.
func strokeQuoted(along string) string {
	for i := range along {
		if along[i] == ' ' {
			return along[:i] + `"` + along[i:]
		}
	}
	return along + `"`
}

// inkOf is how the drawing names an ink for a path of the canvas; "" for none.
func (in *painter) inkOf(k *ink, over glyph.Path) string {
	if k.space.none {
		return ""
	}
	if k.space.kind != patternKind || k.tile == nil && k.space.base != nil {
		return hex(k.color())
	}
	f := in.file
	d := f.Dict(k.tile)
	m := matrixOf(f.Numbers(d["Matrix"])).Then(in.base)
	switch f.Int(d["PatternType"], 0) {
	case 1:
		if s := f.Stream(k.tile); s != nil {
			return in.tiles(s, m, k)
		}
	case 2:
		g, whole := in.gradient(d["Shading"], m)
		if whole {
			return g
		}
		if g != "" {
			in.leave("where a gradient ends within an area")
		}
		return g
	}
	in.leave("a pattern of a kind that is not known")
	return ""
}

// tiles is a pattern of tiles (ISO 32000-1, 8.7.3).
func (in *painter) tiles(s *object.Stream, m glyph.Matrix, k *ink) string {
	f := in.file
	d := s.Dict
	b := rectangleOf(f.Numbers(d["BBox"]))
	w, h := math.Abs(f.Number(d["XStep"], 0)), math.Abs(f.Number(d["YStep"], 0))
	if b.empty() || !(w > 0 && h > 0) || m.Area() == 0 || in.depth >= deepest {
		return ""
	}
	if b.right-b.left > w*1.001 || b.high-b.low > h*1.001 {
		// Tiles that reach into each other are drawn in each other's place too.
		b = box{b.left, b.low, b.left + max(w, b.right-b.left), b.low + max(h, b.high-b.low)}
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

// overlaps are where tiles must be drawn so that one is whole: in its place and, where it
// is larger than the way to the next, in those before it.
func overlaps(b box, w, h float64) (all []glyph.Point) {
	const most = 4
	for j := min(int(math.Ceil((b.high-b.low)/h-0.001)), most) - 1; j >= 0; j-- {
		for i := min(int(math.Ceil((b.right-b.left)/w-0.001)), most) - 1; i >= 0; i-- {
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
	p.Add('M', glyph.Point{X: b.left, Y: b.low})
	p.Add('L', glyph.Point{X: b.right, Y: b.low})
	p.Add('L', glyph.Point{X: b.right, Y: b.high})
	p.Add('L', glyph.Point{X: b.left, Y: b.high})
	p.Add('Z')
	return p
}
