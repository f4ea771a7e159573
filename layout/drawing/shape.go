package drawing

import "math"

// bytesAStep is how many bytes of a path are as much work as an element.
const bytesAStep = 64

// shape draws a basic shape or a path (SVG 1.1, 8 and 9).
func (d *drafter) shape(e *element, s style, depth int) error {
	path, err := d.pathOf(e)
	if err != nil {
		return err
	}
	if len(path) == 0 || s.hidden {
		return nil
	}
	return d.ink(e, path, &s, depth)
}

// pathOf gives the operators of a shape's path; none where there is nothing.
func (d *drafter) pathOf(e *element) ([]byte, error) {
	drawn := false
	path := d.drawnApart(func() { drawn = d.outline(e) })
	if err := d.step(len(path) / bytesAStep); err != nil { // though it may not be seen
		return nil, err
	}
	if !drawn {
		return nil, nil
	}
	return path, nil
}

// outline writes a shape's path, and tells whether there is anything of it.
func (d *drafter) outline(e *element) (drawn bool) {
	switch e.name {
	case "path":
		var err error
		if drawn, err = d.path(e.attrs["d"]); err != nil { // it is drawn up to there (SVG 1.1, F.2)
			d.omit(e, "the end of a path, which is broken")
		}
	case "rect":
		drawn = d.rect(e)
	case "circle", "ellipse":
		drawn = d.ellipse(e)
	case "line":
		x1, y1, x2, y2 := d.placed(e, "x1", "y1", "x2", "y2")
		drawn = d.polygon(x1, y1, x2, y2)
	case "polyline", "polygon":
		points, err := numbers(e.attrs["points"])
		if err != nil {
			d.omit(e, "the end of a list of points, which is broken")
		}
		drawn = d.polygon(points...)
		if drawn && e.name == "polygon" {
			d.out.WriteString("h\n")
		}
	}
	return drawn
}

// polygon writes the lines between points.
func (d *drafter) polygon(points ...float64) (drawn bool) {
	for i := 0; i+1 < len(points); i += 2 {
		d.numbers(points[i], points[i+1])
		if i == 0 {
			d.out.WriteString("m\n")
			continue
		}
		d.out.WriteString("l\n")
	}
	return len(points) >= 4
}

// rect writes a rectangle, its corners rounded if so asked (SVG 1.1, 9.2).
func (d *drafter) rect(e *element) (drawn bool) {
	x, y, w, h := d.placed(e, "x", "y", "width", "height")
	if w <= 0 || h <= 0 {
		return false
	}
	const unsaid = -1
	rx, ry := d.lengthOf(e, "rx", across, unsaid), d.lengthOf(e, "ry", down, unsaid)
	if rx < 0 {
		rx = ry
	}
	if ry < 0 {
		ry = rx
	}
	rx, ry = min(max(rx, 0), w/2), min(max(ry, 0), h/2)
	if rx == 0 || ry == 0 {
		d.numbers(x, y, w, h)
		d.out.WriteString("re\n")
		return true
	}
	p := pen{d: d}
	p.move(x+rx, y)
	for i, corner := range [4][2]float64{{x + w - rx, y + ry}, {x + w - rx, y + h - ry}, {x + rx, y + h - ry}, {x + rx, y + ry}} {
		from := float64(i-1) * math.Pi / 2
		el := ellipse{corner[0], corner[1], rx, ry, 0, 1}
		sin, cos := math.Sincos(from)
		p.line(el.at(cos, sin))
		p.along(el, from, math.Pi/2)
	}
	d.out.WriteString("h\n")
	return true
}

// ellipse writes a circle or an ellipse.
func (d *drafter) ellipse(e *element) (drawn bool) {
	cx, cy, _, _ := d.placed(e, "cx", "cy", "", "")
	const unsaid = -1
	rx, ry := d.lengthOf(e, "rx", across, unsaid), d.lengthOf(e, "ry", down, unsaid)
	if e.name == "circle" {
		rx = d.lengthOf(e, "r", both, 0)
		ry = rx
	}
	if rx < 0 {
		rx = ry
	}
	if ry < 0 {
		ry = rx
	}
	if rx <= 0 || ry <= 0 {
		return false
	}
	p := pen{d: d}
	p.move(cx+rx, cy)
	p.along(ellipse{cx, cy, rx, ry, 0, 1}, 0, 2*math.Pi)
	d.out.WriteString("h\n")
	return true
}
