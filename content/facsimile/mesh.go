package facsimile

import (
	"encoding/base64"
	"image"
	"math"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// corner is a corner of a triangle, and its colour, or the number that a function makes
// one of.
type corner struct {
	at glyph.Point
	c  [3]float64
}

// mesh is a shading that no drawing has (ISO 32000-1, 8.7.4.5.2 and .5 to .8), as pixels.
type mesh struct {
	pixels *image.NRGBA
	scale  float64     // pixels a unit of the canvas
	from   glyph.Point // of the canvas, where they begin
	of     func(c [3]float64) [3]float64
	spent  int
}

// Bounds of a mesh: its pixels an inch, all of them, and how often one is looked at.
const (
	meshDPI    = 150
	meshPixels = 2_000_000
	meshLooks  = 50_000_000
)

// meshed is a pattern of the pixels of a shading whose plane lies so in the canvas; "" for
// one that is not drawn.
func (in *painter) meshed(v any, kind int, m glyph.Matrix) string {
	f, d := in.file, in.file.Dict(v)
	b := in.canvas.box
	g := in.meshOn(b)
	if g == nil {
		return ""
	}
	colors := in.spaceOf(d["ColorSpace"], 0)
	var fn function
	if d["Function"] != nil {
		if fn = in.functionOf(d["Function"], 0); fn == nil {
			return ""
		}
	}
	if kind == 1 {
		g.plane(f, d, m, fn, colors)
	} else {
		r := meshReader{file: f, dict: d, fn: fn, space: colors}
		if !r.open(f.Stream(v)) {
			return ""
		}
		in.drawMesh(g, &r, kind, m)
	}
	n := func(v float64) string { return num(v, 3) }
	place := ` x="` + n(b.left) + `" y="` + n(b.low) + `" width="` + n(b.right-b.left) + `" height="` + n(b.high-b.low) + `"`
	return "url(#" + in.define("p", `<pattern id="@" patternUnits="userSpaceOnUse"`+place+`><image`+place+` preserveAspectRatio="none" xlink:href="data:image/png;base64,`+
		base64.StdEncoding.EncodeToString(encoded(g.pixels))+`"/></pattern>`) + ")"
}

// meshOn is a mesh that nothing is drawn on, over a part of the canvas; nil for one that is
// not drawn.
func (in *painter) meshOn(b box) *mesh {
	w, h := b.right-b.left, b.high-b.low
	if !(w > 0 && h > 0 && w < 1e5 && h < 1e5) {
		return nil
	}
	g := &mesh{scale: min(meshDPI/72.0, math.Sqrt(meshPixels/(w*h))), from: glyph.Point{X: b.left, Y: b.low}}
	width, height := max(int(w*g.scale), 1), max(int(h*g.scale), 1)
	if !in.room(4 * int64(width) * int64(height)) {
		return nil
	}
	in.work(pictureWork + 2*width*height)
	g.pixels = image.NewNRGBA(image.Rect(0, 0, width, height))
	return g
}

// drawMesh draws the triangles of a mesh, as far as looking at its pixels goes.
func (in *painter) drawMesh(g *mesh, r *meshReader, kind int, m glyph.Matrix) {
	g.of = r.colorOf()
	all := r.triangles(kind)
	for _, t := range all {
		g.triangle(t, m)
	}
	in.work(g.spent)
	if g.spent > meshLooks || len(all) >= mostTriangles {
		in.leave("triangles of a shading, which has very many")
	}
}

func (g *mesh) set(x, y int, c [3]float64) {
	at := g.pixels.PixOffset(x, y)
	copy(g.pixels.Pix[at:], []byte{eight(c[0]), eight(c[1]), eight(c[2]), 255})
}

// plane draws a function of places.
func (g *mesh) plane(f *object.File, d object.Dict, m glyph.Matrix, fn function, colors *space) {
	domain := f.Numbers(d["Domain"])
	if len(domain) < 4 {
		domain = []float64{0, 1, 0, 1}
	}
	back, ok := matrixOf(f.Numbers(d["Matrix"])).Then(m).Inverse()
	if !ok || fn == nil {
		return
	}
	for y := range g.pixels.Rect.Dy() {
		for x := range g.pixels.Rect.Dx() {
			p := back.At(glyph.Point{X: g.from.X + (float64(x)+0.5)/g.scale, Y: g.from.Y + (float64(y)+0.5)/g.scale})
			if p.X >= domain[0] && p.X <= domain[1] && p.Y >= domain[2] && p.Y <= domain[3] {
				g.set(x, y, colors.rgb(fn([]float64{p.X, p.Y})))
			}
		}
	}
}

// triangle draws one, its colours going over into each other.
func (g *mesh) triangle(t [3]corner, m glyph.Matrix) {
	var p [3]glyph.Point
	b := emptyBox
	for i := range t {
		at := m.At(t[i].at)
		p[i] = glyph.Point{X: (at.X - g.from.X) * g.scale, Y: (at.Y - g.from.Y) * g.scale}
		b.add(p[i])
	}
	area := float64((p[1].X-p[0].X)*(p[2].Y-p[0].Y)) - float64((p[2].X-p[0].X)*(p[1].Y-p[0].Y)) // float64: not fused, so that all machines agree
	b = b.meet(box{0, 0, float64(g.pixels.Rect.Dx()), float64(g.pixels.Rect.Dy())})
	if area == 0 || area != area || b.empty() {
		return
	}
	const edge = -1e-6
	for y := int(b.low); y < int(math.Ceil(b.high)); y++ {
		for x := int(b.left); x < int(math.Ceil(b.right)); x++ {
			if g.spent++; g.spent > meshLooks {
				return
			}
			at := glyph.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}
			one := (float64((at.X-p[0].X)*(p[2].Y-p[0].Y)) - float64((p[2].X-p[0].X)*(at.Y-p[0].Y))) / area
			two := (float64((p[1].X-p[0].X)*(at.Y-p[0].Y)) - float64((at.X-p[0].X)*(p[1].Y-p[0].Y))) / area
			if one < edge || two < edge || one+two > 1-edge {
				continue
			}
			var c [3]float64
			for i := range c {
				c[i] = t[0].c[i] + float64(one*(t[1].c[i]-t[0].c[i])) + float64(two*(t[2].c[i]-t[0].c[i]))
			}
			g.set(x, y, g.of(c))
		}
	}
}
