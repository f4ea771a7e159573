package cover

import (
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the plate, in units where nothing else is said.
const (
	plateEdge  = 0.12  // from the edges of the panel
	plateTop   = 0.13  // of the panel's height
	plateFoot  = 0.62  // of it
	plateInner = 0.018 // from its edge to the line within it
	plateAir   = 0.055 // from that line to the texts
	plateNames = 0.76  // the middle of the authors, of the panel's height
)

// plate is a label on a binding: title and subtitle on it, authors and publisher on the
// cloth below.
func (d *designer) plate() {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	d.ground(ground)
	ink := legible(d.look.Ink.Color, ground)
	label := display.Rect{X: plateEdge * u, Y: plateTop * p.H, W: p.W - 2*plateEdge*u, H: (plateFoot - plateTop) * p.H}
	on := ink
	if ornament := d.look.Ornament; ornament.On {
		d.rule(label.X, label.Y, label.W, label.H, ornament.Color)
		on = legible(ground, ornament.Color)
		d.outline(inset(label, plateInner*u), frameThin*u, on)
	}
	in, gap := inset(label, (plateInner+plateAir)*u), d.gap()
	t := d.texts(plan{in.W, paragraph.Center, on, ink}, func(t texts) float64 { return in.H - t.subtitle.below(gap) })
	height := t.title.height + t.subtitle.below(gap)
	y := d.put(t.title, in.X, in.Y+max(0, (in.H-height)/2))
	d.put(t.subtitle, in.X, y+gap)
	publisher := p.H - plateEdge*u - t.publisher.height
	d.put(t.authors, in.X, min(plateNames*p.H-t.authors.height/2, publisher-gap-t.authors.height))
	d.put(t.publisher, in.X, publisher)
}
