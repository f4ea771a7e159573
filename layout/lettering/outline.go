package lettering

import (
	"math"
	"strconv"

	"warraq/fonts"
)

// outline is operators: of the path in hand, and all.
type outline struct{ path, all []byte }

// ink draws the path in hand.
func (o *outline) ink(fill, stroke []byte, strokeFirst bool) {
	if len(o.path) == 0 || fill == nil && stroke == nil {
		o.path = o.path[:0]
		return
	}
	inks := [2]struct {
		ink []byte
		op  string
	}{{fill, "f\n"}, {stroke, "S\n"}}
	if strokeFirst {
		inks[0], inks[1] = inks[1], inks[0]
	}
	o.all = append(o.all, "q\n"...)
	for _, one := range inks {
		if one.ink != nil {
			o.all = append(append(append(o.all, one.ink...), o.path...), one.op...)
		}
	}
	o.all = append(o.all, "Q\n"...)
	o.path = o.path[:0]
}

// within draws something within the path in hand.
func (o *outline) within(operators []byte) {
	o.all = append(append(append(o.all, "q\n"...), o.path...), "W n\n"...)
	o.all = append(append(o.all, operators...), "Q\n"...)
}

// box adds a rectangle that begins so far below a spot.
func (o *outline) box(s spot, top, wide, high float64) {
	for i, corner := range [4][2]float64{{0, top}, {wide, top}, {wide, top + high}, {0, top + high}} {
		x, y := s.at(corner[0], corner[1])
		o.op([]string{"m", "l"}[min(i, 1)], x, y)
	}
	o.path = append(o.path, "h\n"...)
}

// cluster adds the glyphs of a cluster that begins at a spot.
func (o *outline) cluster(c *cluster, s spot, squeeze float64) {
	pen := 0.0
	for _, g := range c.glyphs {
		at := func(q fonts.Point) (float64, float64) {
			return s.at((pen+float64(g.DX)+float64(q.X))*c.unit*squeeze, -(float64(g.DY)+float64(q.Y))*c.unit-c.rise)
		}
		for _, contour := range c.face.Contours(int(g.GID)) {
			o.contour(contour, at)
		}
		pen += float64(g.Advance)
	}
}

// contour adds a closed contour.
func (o *outline) contour(contour []fonts.Point, at func(fonts.Point) (float64, float64)) {
	drawn := false
	var x0, y0 float64
	fonts.Draw(contour, fonts.Pen{
		Begin: func(p fonts.Point) { x0, y0 = at(p); o.op("m", x0, y0); drawn = true },
		Line:  func(p fonts.Point) { x0, y0 = at(p); o.op("l", x0, y0) },
		Curve: func(by, to fonts.Point) {
			bx, by1 := at(by)
			x, y := at(to)
			o.op("c", x0+2*(bx-x0)/3, y0+2*(by1-y0)/3, x+2*(bx-x)/3, y+2*(by1-y)/3, x, y)
			x0, y0 = x, y
		},
	})
	if drawn {
		o.path = append(o.path, "h\n"...)
	}
}

// op adds an operator with its numbers.
func (o *outline) op(name string, values ...float64) {
	for _, v := range values {
		v = math.Round(v*1e4) / 1e4
		o.path = append(strconv.AppendFloat(o.path, v+0, 'f', -1, 64), ' ')
	}
	o.path = append(append(o.path, name...), '\n')
}
