package drawing

import (
	"bytes"
	"fmt"
)

// ink fills a path and strokes it over that, each with its own opacity, and sets what
// stands at its corners.
func (d *drafter) ink(e *element, path []byte, s *style, depth int) error {
	parts := [3]func(*element, []byte, *style, int) error{ofFill: d.fill, ofStroke: d.stroke, ofMarkers: d.mark}
	if s.fill.server == "" && s.stroke.server == "" {
		d.gs(s.opacities())
	}
	for _, part := range s.order {
		if err := parts[part](e, path, s, depth); err != nil {
			return err
		}
	}
	return nil
}

// opacities are those of plain colours.
func (s *style) opacities() Opacity {
	return Opacity{Fill: s.shared * s.fillOpacity * s.fillAlpha, Stroke: s.shared * s.strokeOpacity * s.strokeAlpha}
}

// ruled is an operator by the rule of what lies within a path.
func ruled(op string, evenOdd bool) string {
	if evenOdd {
		return op + "*"
	}
	return op
}

func (d *drafter) fill(e *element, path []byte, s *style, depth int) error {
	end := ruled("f", s.evenOdd) + "\n"
	if s.fill.server == "" {
		if !s.fill.none {
			d.color(s.fill, "g", "rg")
			d.out.Write(path)
			d.out.WriteString(end)
		}
		return nil
	}
	return d.served(e, path, s, served{paint: s.fill, opacity: s.shared * s.fillOpacity, depth: depth, gray: "g", rgb: "rg", pattern: "/Pattern cs /P%d scn\n",
		draw: func() { d.out.Write(path); d.out.WriteString(end) },
		clip: func() {
			d.out.Write(path)
			d.out.WriteString(ruled("W", s.evenOdd) + " n\n")
		}})
}

func (d *drafter) stroke(e *element, path []byte, s *style, depth int) error {
	if s.stroke.none && s.stroke.server == "" || s.width == 0 {
		return nil
	}
	draw := func() {
		d.pen(s)
		d.out.Write(path)
		d.out.WriteString("S\n")
	}
	if s.unscaled {
		back, moved := d.unscaled(path)
		draw = func() {
			d.save()
			d.concat(back)
			d.pen(s)
			d.out.Write(moved)
			d.out.WriteString("S\n")
			d.restore()
		}
	}
	if s.stroke.server == "" {
		d.color(s.stroke, "G", "RG")
		draw()
		return nil
	}
	return d.served(e, path, s, served{paint: s.stroke, opacity: s.shared * s.strokeOpacity, depth: depth, gray: "G", rgb: "RG", pattern: "/Pattern CS /P%d SCN\n", draw: draw})
}

// unscaled is a path in a plane whose unit is a pixel of CSS on the page, and that plane in
// the one in hand (SVG 2, 8.13).
func (d *drafter) unscaled(path []byte) (back Matrix, moved []byte) {
	const pixel = 0.75 // points
	to := d.ctm.Then(d.base).Then(Matrix{A: 1 / pixel, D: 1 / pixel})
	back, ok := to.Inverse()
	if !ok {
		return identity, path
	}
	steps := stepsOf(path)
	for i := range steps {
		for k, p := range steps[i].Points {
			steps[i].Points[k] = to.At(p)
		}
	}
	return back, d.drawnApart(func() { d.writePath(steps) })
}

// pen sets how lines are drawn.
func (d *drafter) pen(s *style) {
	d.numbers(s.width)
	fmt.Fprintf(&d.out, "w %d J %d j ", s.cap, s.join)
	d.numbers(s.miter)
	d.out.WriteString("M\n")
	if len(s.dashes) > 0 {
		d.out.WriteString("[ ")
		d.numbers(s.dashes...)
		d.out.WriteString("] ")
		d.numbers(s.phase)
		d.out.WriteString("d\n")
	}
}

// served is something to be painted by a gradient or a pattern.
type served struct {
	paint              paint
	opacity            float64
	depth              int
	gray, rgb, pattern string // operators that set a colour, or a gradient
	draw               func() // once that is set
	clip               func() // lets nothing be seen beyond it; nil where that cannot be told
}

// solid paints in one colour.
func (d *drafter) solid(v served, p paint, alpha float64) {
	if p.none {
		return
	}
	d.save()
	d.gs(Opacity{Fill: v.opacity * alpha, Stroke: v.opacity * alpha})
	d.color(p, v.gray, v.rgb)
	v.draw()
	d.restore()
}

// served paints by a gradient or a pattern, or in the colour for want of them.
func (d *drafter) served(e *element, path []byte, s *style, v served) error {
	target := d.ids[v.paint.server]
	if target == nil {
		d.solid(v, v.paint.plain(), 1)
		return nil
	}
	around := boxOf(stepsOf(path))
	fits := around
	if v.paint.frame != nil {
		fits = v.paint.frame.box
	}
	switch target.name {
	case "linearGradient", "radialGradient":
		g, err := d.gradient(target, fits)
		if err != nil {
			return err
		}
		g.matrix = g.matrix.Then(d.shift(v.paint.frame))
		return d.shade(v, g)
	case "pattern":
		if !d.fills(target, fits) {
			break
		}
		d.save()
		defer d.restore()
		return d.within(target, e, func() error { return d.tiled(target, v, s, around) })
	}
	d.solid(v, v.paint.plain(), 1)
	return nil
}

// shade paints by a gradient; where it is not as clear all along, behind a mask that is
// the same gradient in grays.
func (d *drafter) shade(v served, g shade) error {
	if len(g.stops) == 0 {
		d.solid(v, v.paint.plain(), 1)
		return nil
	}
	if len(g.stops) == 1 {
		d.solid(v, g.stops[0].color, g.stops[0].alpha)
		return nil
	}
	if alpha, even := g.even(); even {
		d.save()
		defer d.restore()
		d.gs(Opacity{Fill: v.opacity * alpha, Stroke: v.opacity * alpha})
		fmt.Fprintf(&d.out, v.pattern, d.add(g, false))
		v.draw()
		return nil
	}
	d.masking++
	n, err := d.form(Form{Blended: true, Gray: true}, func() error {
		fmt.Fprintf(&d.out, v.pattern, d.add(g, true))
		v.draw()
		return nil
	})
	d.masking--
	if err != nil {
		return err
	}
	return d.blended(Opacity{Fill: v.opacity, Stroke: v.opacity, Mask: n + 1}, func() error {
		fmt.Fprintf(&d.out, v.pattern, d.add(g, false))
		v.draw()
		return nil
	})
}

// drawnApart gives what draw writes.
func (d *drafter) drawnApart(draw func()) []byte {
	from := d.out.Len()
	draw()
	out := bytes.Clone(d.out.Bytes()[from:])
	d.out.Truncate(from)
	return out
}
