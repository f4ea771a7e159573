package pixels

import (
	"math"

	"warraq/layout/drawing"
	"warraq/layout/paragraph"
)

// ramp is a gradient on the page.
type ramp struct {
	*drawing.Gradient
	back   drawing.Matrix // from pixels to its plane
	colors [tones]paragraph.Color
}

// tones is how many colours a gradient has between its stops.
const tones = 1024

// newRamp is a gradient whose drawing lies so; nil for one of no area.
func newRamp(g *drawing.Gradient, place drawing.Matrix) *ramp {
	back, ok := g.Matrix.Then(place).Inverse()
	if !ok {
		return nil
	}
	r := &ramp{Gradient: g, back: back}
	for i := range r.colors {
		r.colors[i] = toneAt(g.Stops, float64(i)/(tones-1))
	}
	return r
}

// toneAt is the colour at a part of the way.
func toneAt(stops []drawing.Stop, t float64) paragraph.Color {
	i := 0
	for i < len(stops) && stops[i].At <= t {
		i++
	}
	if i == 0 || i == len(stops) {
		s := stops[min(i, len(stops)-1)]
		return paragraph.Color{R: s.Red, G: s.Green, B: s.Blue}
	}
	a, b := stops[i-1], stops[i]
	part := (t - a.At) / (b.At - a.At)
	mixed := func(from, to uint8) uint8 {
		return uint8(round(float64(from) + float64((float64(to)-float64(from))*part)))
	}
	return paragraph.Color{R: mixed(a.Red, b.Red), G: mixed(a.Green, b.Green), B: mixed(a.Blue, b.Blue)}
}

// at is the colour of a pixel.
func (r *ramp) at(x, y int) paragraph.Color {
	p := r.back.At(drawing.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5})
	t := r.along(p)
	if r.Radial {
		t = r.around(p)
	}
	last := len(r.Stops) - 1
	switch {
	case t < 0:
		return paragraph.Color{R: r.Stops[0].Red, G: r.Stops[0].Green, B: r.Stops[0].Blue}
	case t > 1:
		return paragraph.Color{R: r.Stops[last].Red, G: r.Stops[last].Green, B: r.Stops[last].Blue}
	}
	return r.colors[int(round(t*(tones-1)))]
}

// along is how far on its way a place is.
func (r *ramp) along(p drawing.Point) float64 {
	dx, dy := r.X1-r.X0, r.Y1-r.Y0
	return (float64((p.X-r.X0)*dx) + float64((p.Y-r.Y0)*dy)) / (float64(dx*dx) + float64(dy*dy))
}

// around is the greatest part of the way on which a circle of the gradient goes through a
// place (ISO 32000-1 8.7.4.5.4).
func (r *ramp) around(p drawing.Point) float64 {
	dx, dy, dr := r.X1-r.X0, r.Y1-r.Y0, r.R1-r.R0
	px, py := p.X-r.X0, p.Y-r.Y0
	a := float64(dx*dx) + float64(dy*dy) - float64(dr*dr)
	b := float64(px*dx) + float64(py*dy) + float64(r.R0*dr)
	c := float64(px*px) + float64(py*py) - float64(r.R0*r.R0)
	if math.Abs(a) < 1e-12 {
		if b == 0 {
			return 0
		}
		return c / (2 * b)
	}
	root := float64(b*b) - float64(a*c)
	if root < 0 {
		return 1
	}
	root = math.Sqrt(root)
	one, two := (b+root)/a, (b-root)/a
	if r.R0+float64(max(one, two)*dr) >= 0 {
		return max(one, two)
	}
	return min(one, two)
}
