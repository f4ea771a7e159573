package cover

import (
	"math"

	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the hills, in parts of the panel's height where nothing else is said.
const (
	farHill    = 0.76  // where it meets the edges of the panel
	farRise    = 0.085 // how far it rises between them
	nearHill   = 0.86  // the same of the hill in front,
	nearRise   = 0.03  // of two waves
	farTone    = 120   // of 256 parts, what the far hill has of the near one's colour
	hillSides  = 96    // straight sides across a panel
	hillEdge   = 0.1   // from the edges to the texts, in units
	hillTitle  = 0.43  // the middle of title and subtitle
	sunPart    = 0.15  // its radius, in units
	sunHigh    = 0.1   // its middle, and
	sunAcross  = 0.17  // from the end edge, of the panel's width
	sunTone    = 110   // of 256 parts, what the sun has of the letters' colour, the rest of the hills'
	sunCorners = 120
	skyStars   = 9
	skyStar    = 0.016 // in units
)

// hills is a sky with a sun over two hills: the title stands in the sky, the publisher on
// the hill in front.
func (d *designer) hills() {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	d.ground(ground)
	ink, names := d.scenery(ground, true)
	edge, gap := hillEdge*u, d.gap()
	look := plan{p.W - 2*edge, paragraph.Center, ink, ink}
	far := (farHill - farRise) * p.H
	top := sunHigh*p.H + sunPart*u + 0.5*gap // under the sun
	t := d.texts(look, func(t texts) float64 {
		return far - 0.4*edge - top - gap - t.subtitle.below(gap) - t.authors.height
	})
	authors := far - 0.4*edge - t.authors.height
	height := t.title.height + t.subtitle.below(gap)
	y := d.put(t.title, edge, max(top, min(hillTitle*p.H-height/2, authors-gap-height)))
	d.put(t.subtitle, edge, y+gap)
	d.put(t.authors, edge, authors)
	publisher := d.of(plan{look.measure, paragraph.Center, names, names}, d.words.publisher, display.BookPublisher, publisherSize, 0.05)
	set := d.crowned(look, d.set(publisher))
	d.put(set, edge, p.H-edge-set.height)
}

// scenery draws hills on a ground, and sun and stars if they are asked for; it gives the
// colours of letters in the sky and on the hill in front.
func (d *designer) scenery(ground paragraph.Color, lit bool) (ink, names paragraph.Color) {
	ink = legible(d.look.Ink.Color, ground)
	if !d.look.Ornament.On {
		return ink, ink
	}
	near := d.look.Ornament.Color
	if lit {
		d.sun(mixed(near, ink, sunTone))
		d.sky(mixed(ground, near, 256*3/4))
	}
	d.hill("far hill", mixed(ground, near, farTone), farHill, farRise, 1)
	d.hill("near hill", near, nearHill, nearRise, 2)
	return ink, legible(ground, near)
}

// hill draws a hill down to the foot, of so many waves. It is as high at either edge and
// level there, so that it goes on over the fold.
func (d *designer) hill(name string, color paragraph.Color, at, rise float64, waves int) {
	f, h := d.field(), d.panel.H
	top := (at - rise) * h
	line := area{{0, f.Y + f.H - top}}
	for i := range hillSides + 1 {
		x := f.W * float64(i) / hillSides
		turn := (1 - math.Cos(2*math.Pi*float64(waves)*(x+f.X)/d.panel.W)) / 2
		line = append(line, corner{x, rise * h * (1 - turn)})
	}
	line = append(line, corner{f.W, f.Y + f.H - top})
	d.figure(name, figure{color: color, parts: [][]area{{line}}}, display.Rect{X: f.X, Y: top, W: f.W, H: f.Y + f.H - top})
}

// sun draws a disc in the corner at the end edge.
func (d *designer) sun(color paragraph.Color) {
	r := sunPart * d.unit
	var disc area
	for i := range sunCorners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sunCorners)
		disc = append(disc, corner{r + r*cos, r + r*sin})
	}
	x := sunAcross * d.panel.W
	if d.style.LTR {
		x = d.panel.W - x
	}
	d.figure("sun", figure{color: color, parts: [][]area{{disc}}}, display.Rect{X: x - r, Y: sunHigh*d.panel.H - r, W: 2 * r, H: 2 * r})
}

// sky scatters small stars along the head of the panel, away from the sun: each a step
// from the last that is no part of the width, so that they make no rows.
func (d *designer) sky(color paragraph.Color) {
	r, wide, high := skyStar*d.unit, 0.58*d.panel.W, 0.16*d.panel.H
	f := figure{color: color}
	for i := range skyStars {
		_, across := math.Modf(0.25 + 0.618034*float64(i))
		_, down := math.Modf(0.4 + 0.381966*1.7*float64(i))
		size := r * (0.6 + 0.4*float64(i%3)/2)
		f.star(corner{r + across*(wide-2*r), r + down*(high-2*r)}, size, size)
	}
	x := d.panel.W - 0.05*d.panel.W - wide
	if d.style.LTR {
		x = 0.05 * d.panel.W
	}
	d.figure("sky", f, display.Rect{X: x, Y: 0.035 * d.panel.H, W: wide, H: high})
}
