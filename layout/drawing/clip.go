package drawing

// clipped lets nothing of an element be seen beyond a clip path (SVG 1.1, 14.3). Where
// that is more than one path it is a mask, whose number it gives, from 1 on.
func (d *drafter) clipped(e *element, s *style, target *element) (mask int, err error) {
	err = d.within(target, e, func() error {
		m, ok, err := d.unitsOf(e, s, target.attrs["clipPathUnits"] == "objectBoundingBox")
		if err != nil {
			return err
		}
		up := d.styleUp(target, 0)
		m = m.Then(d.matrixOf(up.transform, up.origin))
		if _, flat := m.Inverse(); !ok || !flat {
			d.out.WriteString("0 0 0 0 re W n\n")
			return nil
		}
		if up.clip == "" {
			path, even, simple, err := d.clipPath(target, up, m)
			if err != nil {
				return err
			}
			if simple {
				d.out.Write(path)
				d.out.WriteString(ruled("W", even) + " n\n")
				return nil
			}
		}
		mask, err = d.clipMask(target, up, m)
		return err
	})
	return mask, err
}

// unitsOf is the plane of a clip path or a mask for an element: its own, or the one in
// which it is a square of 1.
func (d *drafter) unitsOf(e *element, s *style, parts bool) (m Matrix, ok bool, err error) {
	if !parts {
		return identity, true, nil
	}
	b, err := d.extent(e, *s, 0)
	w, h := b.right-b.left, b.high-b.low
	if err != nil || b.empty() || !(w > 0 && h > 0) {
		return identity, false, err
	}
	return Matrix{w, 0, 0, h, b.left, b.low}, true, nil
}

// clipShape is a path of a clip path.
type clipShape struct {
	path []Step
	even bool
}

// clipPath is a clip path as one path, if it is: of one shape, or of several that do not
// meet.
func (d *drafter) clipPath(target *element, up style, m Matrix) (path []byte, even, simple bool, err error) {
	var shapes []clipShape
	for _, c := range target.children {
		if unseen[c.name] {
			continue
		}
		one, some, ok, err := d.clipShape(c, up, m)
		if err != nil || !ok {
			return nil, false, false, err
		}
		if some {
			shapes = append(shapes, one)
		}
	}
	if len(shapes) == 0 {
		return []byte("0 0 0 0 re\n"), false, true, nil
	}
	for i, one := range shapes {
		if len(shapes) > mostApart || len(shapes) > 1 && one.even {
			return nil, false, false, nil
		}
		for _, other := range shapes[:i] {
			if boxOf(one.path).meets(boxOf(other.path)) {
				return nil, false, false, nil
			}
		}
	}
	path = d.drawnApart(func() {
		for _, one := range shapes {
			d.writePath(one.path)
		}
	})
	return path, shapes[0].even, true, d.step(len(path) / bytesAStep)
}

// mostApart is how many shapes of a clip path are compared with each other.
const mostApart = 64

// clipShape is the path of an element of a clip path; some is false where it is nothing,
// ok where it is no plain path.
func (d *drafter) clipShape(e *element, around style, m Matrix) (one clipShape, some, ok bool, err error) {
	s := d.styleOf(e, around)
	if s.err != nil {
		return one, false, false, s.err
	}
	if s.absent || s.hidden {
		return one, false, true, nil
	}
	if s.clip != "" {
		return one, false, false, nil
	}
	m = d.matrixOf(s.transform, s.origin).Then(m)
	switch e.name {
	case "use":
		target := d.ids[e.href()]
		if target == nil || target == e || target.name == "use" {
			return one, false, true, nil
		}
		x, y, _, _ := d.placed(e, "x", "y", "", "")
		return d.clipShape(target, s, Matrix{1, 0, 0, 1, x, y}.Then(m))
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		path, err := d.pathOf(e)
		if err != nil || len(path) == 0 {
			return one, false, true, err
		}
		one = clipShape{stepsOf(path), s.clipEvenOdd}
		for i := range one.path {
			for k, p := range one.path[i].Points {
				one.path[i].Points[k] = m.At(p)
			}
		}
		return one, true, true, nil
	case "text":
		return one, false, false, nil
	}
	return one, false, true, nil
}

// writePath writes the steps of a path.
func (d *drafter) writePath(path []Step) {
	for _, s := range path {
		for _, p := range s.By() {
			d.numbers(p.X, p.Y)
		}
		d.out.WriteString(string(s.Op) + "\n")
	}
}

// clipMask is a clip path as a mask: white where it lets through.
func (d *drafter) clipMask(target *element, up style, m Matrix) (mask int, err error) {
	d.masking++
	defer func() { d.masking-- }()
	n, err := d.form(Form{Blended: true, Gray: true}, func() error {
		d.concat(m)
		nested := d.ids[up.clip]
		if nested == nil || nested.name != "clipPath" {
			return d.clipParts(target, up)
		}
		inner, err := d.clipped(target, &up, nested)
		if err != nil || inner == 0 {
			if err != nil {
				return err
			}
			return d.clipParts(target, up)
		}
		return d.blended(Opacity{Fill: 1, Stroke: 1, Mask: inner}, func() error { return d.clipParts(target, up) })
	})
	return n + 1, err
}

// clipParts paints what is in a clip path white.
func (d *drafter) clipParts(target *element, up style) error {
	white := initial()
	white.clipEvenOdd, white.letters, white.hidden = up.clipEvenOdd, up.letters, up.hidden
	for _, c := range target.children {
		if !unseen[c.name] {
			if err := d.clipPart(c, white, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *drafter) clipPart(e *element, around style, depth int) error {
	if d.drawn++; depth > Deepest || d.drawn > d.most.elements {
		return ErrTooMuch
	}
	s := d.styleOf(e, around)
	if s.err != nil || s.absent {
		return s.err
	}
	s.fill, s.stroke, s.fillOpacity, s.fillAlpha, s.opacity, s.shared = paint{r: 255, g: 255, b: 255}, paint{none: true}, 1, 1, 1, 1
	s.evenOdd, s.markers, s.mask = s.clipEvenOdd, [3]string{}, ""
	d.save()
	defer d.restore()
	if !d.transform(e, &s) {
		return nil
	}
	return d.layered(e, s, depth, func(s style) error {
		switch e.name {
		case "use":
			if target := d.ids[e.href()]; target != nil && target != e && target.name != "use" {
				x, y, _, _ := d.placed(e, "x", "y", "", "")
				d.concat(Matrix{1, 0, 0, 1, x, y})
				return d.clipPart(target, s, depth+1)
			}
		case "text":
			return d.text(e, s)
		case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
			return d.shape(e, s, depth)
		}
		return nil
	})
}

// mask draws a mask (SVG 1.1, 14.4) and gives its number, from 1 on.
func (d *drafter) mask(e *element, s *style, target *element, depth int) (n int, err error) {
	err = d.within(target, e, func() error {
		parts := target.attrs["maskUnits"] != "userSpaceOnUse"
		plane, ok, err := d.unitsOf(e, s, parts || target.attrs["maskContentUnits"] == "objectBoundingBox")
		if err != nil {
			return err
		}
		frame := d.frameOf(target, parts, plane)
		before := d.box
		d.masking++
		defer func() { d.masking--; d.box = before }()
		n, err = d.form(Form{Blended: true, Gray: true}, func() error {
			if !ok {
				return nil
			}
			d.clipBox(frame)
			if target.attrs["maskContentUnits"] == "objectBoundingBox" {
				d.concat(plane)
				d.box = [4]float64{0, 0, 1, 1}
			}
			up := d.styleUp(target, 0)
			up.shared = 1
			return d.layered(target, up, depth+1, func(s style) error { return d.group(target, s, depth+1) })
		})
		n++
		return err
	})
	return n, err
}

// frameOf is the rectangle beyond which a mask lets nothing through.
func (d *drafter) frameOf(e *element, parts bool, plane Matrix) [4]float64 {
	before := d.box
	defer func() { d.box = before }()
	if parts {
		d.box = [4]float64{0, 0, 1, 1}
	}
	usual := func(key string, part float64, way axis) float64 {
		return d.lengthOf(e, key, way, part*d.box[2+int(way)])
	}
	x, y, w, h := usual("x", -0.1, across), usual("y", -0.1, down), usual("width", 1.2, across), usual("height", 1.2, down)
	if !parts {
		return [4]float64{x, y, w, h}
	}
	from := plane.At(Point{x, y})
	return [4]float64{from.X, from.Y, w * plane.A, h * plane.D}
}
