package drawing

import "math"

// box is a rectangle around points.
type box struct{ left, low, right, high float64 }

var emptyBox = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b box) empty() bool { return !(b.left <= b.right && b.low <= b.high) }

func (b *box) add(p Point) {
	b.left, b.low = min(b.left, p.X), min(b.low, p.Y)
	b.right, b.high = max(b.right, p.X), max(b.high, p.Y)
}

func (b *box) join(o box) {
	if !o.empty() {
		b.add(Point{o.left, o.low})
		b.add(Point{o.right, o.high})
	}
}

// meets tells whether two boxes have something in common.
func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.low < o.high && o.low < b.high
}

// holds tells whether another box lies in one, but for what nobody sees.
func (b box) holds(o box) bool {
	const unseen = 1e-4
	return b.left <= o.left+unseen && b.low <= o.low+unseen && b.right >= o.right-unseen && b.high >= o.high-unseen
}

// through is the box around a box that lies in another plane.
func (b box) through(m Matrix) box {
	out := emptyBox
	if b.empty() {
		return out
	}
	for _, p := range []Point{{b.left, b.low}, {b.right, b.low}, {b.left, b.high}, {b.right, b.high}} {
		out.add(m.At(p))
	}
	return out
}

// stepsOf reads the operators of a path.
func stepsOf(path []byte) []Step {
	r := pathReader{}
	r.read(path)
	return r.path
}

// boxOf is what a path fills at most.
func boxOf(path []Step) box {
	b := emptyBox
	var at Point
	for _, s := range path {
		switch s.Op {
		case 'm', 'l':
			at = s.Points[0]
			b.add(at)
		case 'c':
			b.add(s.Points[2])
			extremes(at.X, s.Points[0].X, s.Points[1].X, s.Points[2].X, func(v float64) { b.left, b.right = min(b.left, v), max(b.right, v) })
			extremes(at.Y, s.Points[0].Y, s.Points[1].Y, s.Points[2].Y, func(v float64) { b.low, b.high = min(b.low, v), max(b.high, v) })
			at = s.Points[2]
		}
	}
	return b
}

// extremes gives where a curve turns back.
func extremes(p0, p1, p2, p3 float64, found func(float64)) {
	a, b, c := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	try := func(t float64) {
		if t > 0 && t < 1 {
			u := 1 - t
			found(u*u*u*p0 + 3*u*u*t*p1 + 3*u*t*t*p2 + t*t*t*p3)
		}
	}
	if math.Abs(a) < 1e-12 {
		if b != 0 {
			try(-c / b)
		}
		return
	}
	if root := b*b - 4*a*c; root >= 0 {
		try((-b + math.Sqrt(root)) / (2 * a))
		try((-b - math.Sqrt(root)) / (2 * a))
	}
}

// extent is the box around what an element fills, in the plane around what is in it
// (SVG 1.1, 7.11).
func (d *drafter) extent(e *element, s style, depth int) (box, error) {
	if depth > Deepest || d.step(1) != nil {
		return emptyBox, ErrTooMuch
	}
	switch e.name {
	case "g", "a", "switch", "svg", "symbol", "mask", "marker", "clipPath":
		b := emptyBox
		for _, c := range e.children {
			if unseen[c.name] {
				continue
			}
			inner, err := d.placedExtent(c, s, depth)
			if err != nil {
				return b, err
			}
			b.join(inner)
		}
		return b, nil
	case "use":
		target := d.ids[e.href()]
		if target == nil || target == e {
			return emptyBox, nil
		}
		x, y, _, _ := d.placed(e, "x", "y", "", "")
		b, err := d.placedExtent(target, s, depth)
		return b.through(Matrix{1, 0, 0, 1, x, y}), err
	case "text":
		return d.textBox(e, s)
	case "image", "foreignObject":
		x, y, w, h := d.placed(e, "x", "y", "width", "height")
		return box{x, y, x + w, y + h}, nil
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		path, err := d.pathOf(e)
		return boxOf(stepsOf(path)), err
	}
	return emptyBox, nil
}

// placedExtent is the box of an element in the plane around it.
func (d *drafter) placedExtent(e *element, around style, depth int) (box, error) {
	s := d.styleOf(e, around)
	if s.err != nil || s.absent {
		return emptyBox, s.err
	}
	b, err := d.extent(e, s, depth+1)
	return b.through(d.matrixOf(s.transform, s.origin)), err
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// distance is how far two places are from each other.
func distance(a, b Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// Matrix maps x, y to A·x + C·y + E, B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

var identity = Matrix{A: 1, D: 1}

// At is where a point comes to lie. No product is fused with a sum, so that all
// machines reckon alike.
func (m Matrix) At(p Point) Point {
	return Point{float64(m.A*p.X) + float64(m.C*p.Y) + m.E, float64(m.B*p.X) + float64(m.D*p.Y) + m.F}
}

// Then is what m does and then n.
func (m Matrix) Then(n Matrix) Matrix {
	o, x, y := n.At(Point{m.E, m.F}), n, n
	x.E, x.F, y.E, y.F = 0, 0, 0, 0
	a, c := x.At(Point{m.A, m.B}), y.At(Point{m.C, m.D})
	return Matrix{a.X, a.Y, c.X, c.Y, o.X, o.Y}
}

// area is how many times as large an area becomes.
func (m Matrix) area() float64 { return float64(m.A*m.D) - float64(m.B*m.C) }

// Scale is how many times as large an area becomes, as a length.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.area())) }

// Inverse is what undoes a matrix; false for one that leaves no area.
func (m Matrix) Inverse() (back Matrix, ok bool) {
	det := m.area()
	if math.IsNaN(det) || math.IsInf(det, 0) || math.Abs(det) < 1e-18 {
		return identity, false
	}
	back = Matrix{A: m.D / det, B: -m.B / det, C: -m.C / det, D: m.A / det}
	o := back.At(Point{m.E, m.F})
	back.E, back.F = -o.X, -o.Y
	return back, true
}
