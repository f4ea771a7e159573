package drawing

import "strings"

// along collects letters that stand along a path (SVG 2, 11.8).
func (w *wordsOf) along(e *element, around *style, depth int) error {
	s := w.d.styleOf(e, *around)
	if s.err != nil || s.absent || !knows(e) {
		return s.err
	}
	if w.course != nil {
		w.d.omit(e, "text along a path within another")
		return nil
	}
	course, err := w.d.course(e)
	if err != nil || course == nil {
		return err
	}
	s.shared *= s.opacity
	was := w.course
	w.course, w.apart = course, true
	err = w.walk(e, &s, depth)
	w.course, w.apart = was, true
	if n := len(course.Parts); n > 0 { // what comes behind it begins at its end
		w.x, w.y = course.Parts[n-1][1].X, course.Parts[n-1][1].Y
	}
	return err
}

// course is the way that an element names for its words; nil for none.
func (d *drafter) course(e *element) (*Course, error) {
	target := d.ids[e.href()]
	if target == nil {
		d.omit(e, "text along a path that is not there")
		return nil, nil
	}
	parts, err := d.courseParts(target)
	if err != nil {
		return nil, err
	}
	c := Course{Parts: parts}
	if len(c.Parts) == 0 {
		d.omit(e, "text along a path that is none")
		return nil, nil
	}
	if e.attrs["side"] == "right" {
		d.omit(e, "text on the right of a path")
	}
	start := e.attrs["startOffset"]
	length := 0.0
	for _, p := range c.Parts {
		length += distance(p[0], p[1])
	}
	if v, unit, ok := dimension(start); ok && unit == "%" {
		c.Start = v / 100 * length
	} else if v, ok := d.length(start, across); ok {
		c.Start = v
		if said, err := numbers(target.attrs["pathLength"]); err == nil && len(said) == 1 && said[0] > 0 {
			c.Start *= length / said[0]
		}
	}
	return &c, d.step(len(c.Parts) / 8)
}

// courseParts are the straight parts of an element's path, found once.
func (d *drafter) courseParts(target *element) ([][2]Point, error) {
	if parts, known := d.courses[target]; known {
		return parts, nil
	}
	path, err := d.pathOf(target)
	if err != nil {
		return nil, err
	}
	up := d.styleUp(target, 0)
	parts := partsOf(stepsOf(path), d.matrixOf(up.transform, up.origin))
	if d.courses == nil {
		d.courses = make(map[*element][][2]Point)
	}
	d.courses[target] = parts
	return parts, nil
}

// mostCourse bounds the parts of a course: each letter looks for its own.
const mostCourse = 4096

// partsOf are straight parts of a path that lies so.
func partsOf(path []Step, m Matrix) (all [][2]Point) {
	const chords = 24
	var at, first Point
	line := func(to Point) {
		if to != at && len(all) < mostCourse {
			all = append(all, [2]Point{m.At(at), m.At(to)})
		}
		at = to
	}
	for _, s := range path {
		switch s.Op {
		case 'm':
			at, first = s.Points[0], s.Points[0]
		case 'l':
			line(s.Points[0])
		case 'h':
			line(first)
		case 'c':
			p0, p1, p2, p3 := at, s.Points[0], s.Points[1], s.Points[2]
			for i := 1; i <= chords; i++ {
				t := float64(i) / chords
				u := 1 - t
				part := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				line(Point{part(p0.X, p1.X, p2.X, p3.X), part(p0.Y, p1.Y, p2.Y, p3.Y)})
			}
		}
	}
	return all
}

// elsewhere collects the letters of a text that stands elsewhere (SVG 1.1, 10.6).
func (w *wordsOf) elsewhere(e *element, around *style) error {
	target := w.d.ids[e.href()]
	s := w.d.styleOf(e, *around)
	if s.err != nil || s.absent || target == nil || !seen[target.name] && !unseen[target.name] {
		return s.err
	}
	w.lists = append(w.lists, w.d.placesOf(e, &s))
	defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	var text strings.Builder
	target.words(&text, 0)
	return w.letters(text.String(), &s, true)
}

// words writes the text of an element.
func (e *element) words(to *strings.Builder, depth int) {
	if depth > Deepest {
		return
	}
	for _, p := range e.content {
		if p.child == nil {
			to.WriteString(p.text)
			continue
		}
		p.child.words(to, depth+1)
	}
}
