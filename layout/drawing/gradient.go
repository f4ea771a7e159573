package drawing

import (
	"math"
	"strings"
)

// shade is a gradient as a drawing has it (SVG 1.1, 13.2), in a plane of its own. With
// one stop it is a colour, without any nothing.
type shade struct {
	radial   bool
	from, to Point
	r0, r1   float64
	matrix   Matrix // to the plane of what is painted
	stops    []shadeStop
	spread   string
}

type shadeStop struct {
	at    float64
	color paint
	alpha float64
}

// even is the opacity of all stops, if they have the same.
func (g *shade) even() (alpha float64, ok bool) {
	for _, s := range g.stops {
		if s.alpha != g.stops[0].alpha {
			return 0, false
		}
	}
	return g.stops[0].alpha, true
}

// mostChained bounds how many others a gradient or a pattern takes from.
const mostChained = 16

// chain is an element and those that it takes from what it does not say itself.
func (d *drafter) chain(e *element) (all []*element) {
	for first := e; e != nil && len(all) < mostChained && (e.name == first.name || gradients[e.name] && gradients[first.name]); e = d.ids[e.href()] {
		all = append(all, e)
		if e.href() == "" {
			break
		}
	}
	return all
}

var gradients = map[string]bool{"linearGradient": true, "radialGradient": true}

// same are those of a chain that are of the kind of its first.
func same(chain []*element) (some []*element) {
	for _, e := range chain {
		if e.name == chain[0].name {
			some = append(some, e)
		}
	}
	return some
}

// said is an attribute of the first of a chain that has it, and whose it is.
func said(chain []*element, key string) (string, *element) {
	for _, e := range chain {
		if v, ok := e.attrs[key]; ok {
			return v, e
		}
	}
	return "", nil
}

// gradient reads a gradient for something with such a box around it.
func (d *drafter) gradient(e *element, around box) (g shade, err error) {
	chain := d.chain(e)
	for _, c := range chain {
		if g.stops, err = d.stops(c); err != nil || len(g.stops) > 0 {
			break
		}
	}
	if err != nil || len(g.stops) < 2 {
		return g, err
	}
	before := d.box
	defer func() { d.box = before }()
	if !d.lay(&g, chain, around) {
		return shade{}, nil
	}
	g.spread, _ = said(chain, "spreadMethod")
	even := false
	if g.radial = e.name == "radialGradient"; g.radial {
		even = d.circles(&g, chain)
	} else {
		even = d.line(&g, chain)
	}
	if even {
		g.stops = g.stops[len(g.stops)-1:]
	}
	return g, nil
}

// lay finds the plane of a gradient, in whose units its places are given; false where
// there is none.
func (d *drafter) lay(g *shade, chain []*element, around box) bool {
	g.matrix = identity
	if units, _ := said(chain, "gradientUnits"); units != "userSpaceOnUse" {
		w, h := around.right-around.left, around.high-around.low
		if !(w > 0 && h > 0) {
			return false
		}
		d.box = [4]float64{0, 0, 1, 1}
		g.matrix = Matrix{w, 0, 0, h, around.left, around.low}
	}
	text, of := said(chain, "gradientTransform")
	origin := ""
	if of != nil {
		origin = of.attrs["transform-origin"]
	}
	if m := d.matrixOf(text, origin); m.area() != 0 { // else as if nothing were said
		g.matrix = m.Then(g.matrix)
	}
	_, ok := g.matrix.Inverse()
	return ok
}

// line finds from where a linear gradient goes to where, and tells whether that is one
// place: then all is of the last colour.
func (d *drafter) line(g *shade, chain []*element) (even bool) {
	g.from = Point{d.along(chain, "x1", "0%", across), d.along(chain, "y1", "0%", down)}
	g.to = Point{d.along(chain, "x2", "100%", across), d.along(chain, "y2", "0%", down)}
	return g.from == g.to
}

// circles finds those of a radial gradient, and tells whether all is of the last colour.
func (d *drafter) circles(g *shade, chain []*element) (even bool) {
	g.to = Point{d.along(chain, "cx", "50%", across), d.along(chain, "cy", "50%", down)}
	g.r1, g.r0 = d.along(chain, "r", "50%", both), max(d.along(chain, "fr", "0%", both), 0)
	g.from = g.to
	if _, of := said(same(chain), "fx"); of != nil {
		g.from.X = d.along(chain, "fx", "0", across)
	}
	if _, of := said(same(chain), "fy"); of != nil {
		g.from.Y = d.along(chain, "fy", "0", down)
	}
	if g.r1 <= 0 || g.r0 > g.r1 {
		return true
	}
	g.focus()
	return false
}

// along is a length that a gradient says, or the usual one.
func (d *drafter) along(chain []*element, key, usual string, way axis) float64 {
	v, of := said(same(chain), key)
	if of == nil {
		v = usual
	}
	n, ok := d.length(v, way)
	if !ok {
		d.omit(chain[0], "a "+key+" of "+short(v))
		n, _ = d.length(usual, way)
	}
	return n
}

// focus moves the focus of a radial gradient within its circle.
func (g *shade) focus() {
	const within = 0.999
	dx, dy := g.from.X-g.to.X, g.from.Y-g.to.Y
	if far := math.Hypot(dx, dy); far > within*(g.r1-g.r0) && far > 0 {
		k := within * (g.r1 - g.r0) / far
		g.from = Point{g.to.X + dx*k, g.to.Y + dy*k}
	}
}

// mostStops bounds a gradient.
const mostStops = 1000

// stops reads the colours of a gradient.
func (d *drafter) stops(e *element) (all []shadeStop, err error) {
	for _, c := range e.children {
		if c.name != "stop" || len(all) == mostStops {
			continue
		}
		if err := d.step(1); err != nil {
			return nil, err
		}
		s := d.styleOf(c, d.styleUp(e, 0))
		if s.err != nil {
			return nil, s.err
		}
		at, ok := fraction(strings.TrimSpace(c.attrs["offset"]))
		if !ok {
			at = 0
		}
		if n := len(all); n > 0 {
			at = max(at, all[n-1].at)
		}
		all = append(all, shadeStop{at, s.stopColor, s.stopAlpha})
	}
	return all, nil
}

// styleUp is the style of an element where it stands, whoever uses it.
func (d *drafter) styleUp(e *element, depth int) style {
	if e == nil || depth > Deepest {
		return d.usual
	}
	if s, known := d.ups[e]; known {
		return s
	}
	s := d.styleOf(e, d.styleUp(e.parent, depth+1))
	if d.ups == nil {
		d.ups = make(map[*element]style)
	}
	d.ups[e] = s
	return s
}

// add adds a gradient to the drawing; alone the opacity of its stops as grays, if asked.
func (d *drafter) add(g shade, alphas bool) int {
	out := Gradient{Radial: g.radial, Matrix: g.matrix.Then(d.ctm), Gray: d.masking > 0}
	from, to := d.spread(&g)
	at := func(t float64) (x, y, r float64) {
		return g.from.X + (g.to.X-g.from.X)*t, g.from.Y + (g.to.Y-g.from.Y)*t, g.r0 + (g.r1-g.r0)*t
	}
	out.X0, out.Y0, out.R0 = at(from)
	out.X1, out.Y1, out.R1 = at(to)
	for period := from; period < to; period++ {
		for i := range g.stops {
			s := g.stops[i]
			if g.spread == "reflect" && int(period)%2 != 0 {
				s = g.stops[len(g.stops)-1-i]
				s.at = 1 - s.at
			}
			c := s.color
			switch {
			case alphas:
				v := byteOf(s.alpha * 255)
				c = paint{r: v, g: v, b: v}
			case d.masking > 0:
				v := luminance(c.r, c.g, c.b)
				c = paint{r: v, g: v, b: v}
			}
			out.Stops = append(out.Stops, Stop{(period + s.at - from) / (to - from), c.r, c.g, c.b})
		}
	}
	d.drawing.Gradients = append(d.drawing.Gradients, out)
	return len(d.drawing.Gradients) - 1
}

// mostPeriods bounds how often a gradient is repeated, mostSpread its stops then.
const mostPeriods, mostSpread = 64, 4096

// spread tells from which period of a gradient to which it is seen.
func (d *drafter) spread(g *shade) (from, to float64) {
	if g.spread != "reflect" && g.spread != "repeat" {
		return 0, 1
	}
	back, ok := g.matrix.Then(d.ctm).Inverse()
	if !ok {
		return 0, 1
	}
	b := d.seen()
	most := float64(min(mostPeriods, mostSpread/len(g.stops)))
	from, to = 0, 1
	for _, corner := range []Point{{b[0], b[1]}, {b[2], b[1]}, {b[0], b[3]}, {b[2], b[3]}} {
		p := back.At(corner)
		dx, dy := g.to.X-g.from.X, g.to.Y-g.from.Y
		t := 0.0
		if g.radial {
			t = math.Hypot(p.X-g.to.X, p.Y-g.to.Y)/max(g.r1-math.Hypot(dx, dy), 1e-6) + 1
		} else {
			t = ((p.X-g.from.X)*dx + (p.Y-g.from.Y)*dy) / (dx*dx + dy*dy)
			from = max(min(from, math.Floor(t)), -most/2)
		}
		to = min(max(to, math.Ceil(t)), most/2)
	}
	return from, to
}
