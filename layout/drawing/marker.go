package drawing

import (
	"math"
	"strconv"
	"strings"
)

// vertex is a corner of a path, and how the line comes to it and goes on.
type vertex struct {
	at      Point
	in, out Point // directions; 0, 0 for none
}

// vertices are the corners of a path.
func vertices(path []Step) (all []vertex) {
	first := -1 // corner of the part in hand
	between := func(from, to Point) Point { return Point{to.X - from.X, to.Y - from.Y} }
	var at Point
	add := func(out, in, to Point) {
		all[len(all)-1].out = out
		all = append(all, vertex{at: to, in: in})
		at = to
	}
	for _, s := range path {
		switch s.Op {
		case 'm':
			at, first = s.Points[0], len(all)
			all = append(all, vertex{at: at})
		case 'l':
			dir := between(at, s.Points[0])
			add(dir, dir, s.Points[0])
		case 'c':
			out, in := between(at, s.Points[0]), between(s.Points[1], s.Points[2])
			if out == (Point{}) {
				out = between(at, s.Points[1])
			}
			if out == (Point{}) {
				out = between(at, s.Points[2])
			}
			if in == (Point{}) {
				in = between(s.Points[0], s.Points[2])
			}
			add(out, in, s.Points[2])
		case 'h':
			if first >= 0 {
				dir := between(at, all[first].at)
				add(dir, dir, all[first].at)
				all[len(all)-1].out, all[first].in = all[first].out, dir
			}
		}
	}
	return all
}

// angle is the direction at a corner, in degrees: midway between the two lines.
func (v vertex) angle() float64 {
	of := func(p Point) float64 { return math.Atan2(p.Y, p.X) }
	switch {
	case v.in == (Point{}) && v.out == (Point{}):
		return 0
	case v.in == (Point{}):
		return of(v.out) * 180 / math.Pi
	case v.out == (Point{}):
		return of(v.in) * 180 / math.Pi
	}
	a, b := of(v.in), of(v.out)
	return (a + math.Remainder(b-a, 2*math.Pi)/2) * 180 / math.Pi
}

// mark sets what stands at the corners of a line (SVG 1.1, 11.6).
func (d *drafter) mark(e *element, path []byte, s *style, depth int) error {
	if s.markers == [3]string{} || e.name == "rect" || e.name == "circle" || e.name == "ellipse" {
		return nil
	}
	steps := stepsOf(path)
	all := vertices(steps)
	line := *s
	extent := func() (box, error) { return boxOf(steps), nil }
	line.fill, _ = d.fitting(s.fill, extent)
	line.stroke, _ = d.fitting(s.stroke, extent)
	for i, v := range all {
		var which []int
		if i == 0 {
			which = append(which, 0)
		}
		if i > 0 && i < len(all)-1 {
			which = append(which, 1)
		}
		if i == len(all)-1 {
			which = append(which, 2)
		}
		for _, k := range which {
			target := d.ids[s.markers[k]]
			if target == nil || target.name != "marker" {
				continue
			}
			if err := d.within(target, e, func() error { return d.marker(target, v, k == 0, &line, depth) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// oriented is by how many degrees a marker is turned at a corner.
func oriented(e *element, v vertex, first bool) float64 {
	orient := strings.TrimSpace(e.attrs["orient"])
	switch {
	case orient == "auto-start-reverse" && first:
		return v.angle() + 180
	case orient == "auto" || orient == "auto-start-reverse":
		return v.angle()
	}
	degrees := 1.0
	for _, u := range angles {
		if number, found := strings.CutSuffix(orient, u.name); found {
			orient, degrees = number, u.degrees
			break
		}
	}
	angle, err := strconv.ParseFloat(orient, 64)
	if err != nil || math.IsNaN(angle) || math.IsInf(angle, 0) {
		return 0
	}
	return angle * degrees
}

// angles are the units of angles, in degrees (CSS Values 4, 7.1).
var angles = []struct {
	name    string
	degrees float64
}{{"deg", 1}, {"grad", 0.9}, {"rad", 180 / math.Pi}, {"turn", 360}}

// marker draws a marker at a corner of a line of such a style.
func (d *drafter) marker(e *element, v vertex, first bool, line *style, depth int) error {
	if d.drawn++; depth > Deepest || d.drawn > d.most.elements {
		return ErrTooMuch
	}
	if err := d.step(1); err != nil {
		return err
	}
	scale := line.width
	if e.attrs["markerUnits"] == "userSpaceOnUse" {
		scale = 1
	}
	frame := [4]float64{0, 0, d.lengthOf(e, "markerWidth", across, 3), d.lengthOf(e, "markerHeight", down, 3)}
	if !(scale > 0 && frame[2] > 0 && frame[3] > 0) {
		return nil
	}
	box, m, ok := markerBox(e, frame)
	if !ok {
		return nil
	}
	x, y, _, _ := d.placed(e, "refX", "refY", "", "")
	before := d.box
	defer func() { d.box = before }()
	d.box = box
	ref := m.At(Point{x, y})
	turned, _ := transformOf("rotate", []float64{oriented(e, v, first)})
	d.save()
	defer d.restore()
	d.concat(turned.Then(Matrix{1, 0, 0, 1, v.at.X, v.at.Y}))
	d.concat(Matrix{scale, 0, 0, scale, -ref.X * scale, -ref.Y * scale})
	s := d.styleUp(e, 0)
	s.shared, s.markers = line.shared, [3]string{}
	s.around = &[2]paint{line.fill, line.stroke}
	if !s.overflow {
		d.clipBox(frame)
	}
	if _, ok := m.Inverse(); !ok {
		return nil
	}
	d.concat(m)
	return d.layered(e, s, depth+1, func(s style) error { return d.group(e, s, depth+1) })
}

// markerBox is the plane of a marker and how it lies in the marker's frame; false for one
// in which nothing is seen.
func markerBox(e *element, frame [4]float64) (box [4]float64, m Matrix, ok bool) {
	said, err := numbers(e.attrs["viewBox"])
	if err != nil || len(said) != 4 {
		return [4]float64{0, 0, frame[2], frame[3]}, identity, true
	}
	if box = [4]float64(said); !(box[2] > 0 && box[3] > 0) {
		return box, identity, false
	}
	m, _ = fitted(box, frame, e.attrs["preserveAspectRatio"])
	return box, m, true
}
