package pixels

import (
	"math"

	"warraq/layout/drawing"
	"warraq/layout/raster"
)

// pixel is a place, in pixels, on the raster.
func pixel(p drawing.Point) raster.Spot { return raster.Spot{X: units(p.X), Y: units(p.Y)} }

// line is a part of a path as straight lines.
type line struct {
	points []drawing.Point
	closed bool
}

// chords is how many lines stand for a curve, or for half a round end.
const chords = 16

// lines are the parts of a path.
func lines(path []drawing.Step) (all []line) {
	var now *line
	for _, s := range path {
		switch s.Op {
		case 'm':
			all = append(all, line{points: []drawing.Point{s.Points[0]}})
			now = &all[len(all)-1]
			continue
		case 'h':
			if now != nil {
				now.closed = true
			}
			continue
		}
		if now == nil {
			continue
		}
		if now.closed { // it goes on from where it began
			all = append(all, line{points: []drawing.Point{now.points[0]}})
			now = &all[len(all)-1]
		}
		if s.Op == 'l' {
			now.points = append(now.points, s.Points[0])
			continue
		}
		from := now.points[len(now.points)-1]
		for i := 1; i <= chords; i++ {
			now.points = append(now.points, cubic(from, s.Points, float64(i)/chords))
		}
	}
	return all
}

// cubic is a place on a curve.
func cubic(from drawing.Point, by [3]drawing.Point, t float64) drawing.Point {
	u := 1 - t
	mix := func(a, b drawing.Point) drawing.Point {
		return drawing.Point{X: float64(a.X*u) + float64(b.X*t), Y: float64(a.Y*u) + float64(b.Y*t)}
	}
	a, b, c := mix(from, by[0]), mix(by[0], by[1]), mix(by[1], by[2])
	return mix(mix(a, b), mix(b, c))
}

// stroke adds what the lines of a shape cover: a box a line, and what joins and ends
// them, all of them turned the same way, so that they cover together.
func (c *canvas) stroke(s *drawing.Shape, m drawing.Matrix) {
	st := stroker{canvas: c, matrix: m, half: s.Stroke.Width / 2, stroke: s.Stroke}
	for _, l := range lines(s.Path) {
		l.points = apart(l.points, l.closed)
		for _, part := range dashed(l, s.Stroke) {
			st.line(part)
		}
	}
}

// apart leaves out points that are where the one before them is.
func apart(points []drawing.Point, closed bool) []drawing.Point {
	out := points[:1]
	for _, p := range points[1:] {
		if p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	if n := len(out); closed && n > 1 && out[0] == out[n-1] {
		out = out[:n-1]
	}
	return out
}

// stroker draws lines.
type stroker struct {
	canvas *canvas
	matrix drawing.Matrix
	half   float64 // of their width
	stroke *drawing.Stroke
}

// line draws a line with its joints and ends.
func (st *stroker) line(l line) {
	n := len(l.points)
	if n == 1 {
		if st.stroke.Cap != 0 {
			st.end(l.points[0], drawing.Point{X: 1})
			st.end(l.points[0], drawing.Point{X: -1})
		}
		return
	}
	last := n - 1
	if l.closed {
		last = n
	}
	at := func(i int) drawing.Point { return l.points[(i+n)%n] }
	for i := range last {
		a, b := at(i), at(i+1)
		d := toward(a, b)
		side := drawing.Point{X: -d.Y * st.half, Y: d.X * st.half}
		st.polygon(plus(a, side, 1), plus(b, side, 1), plus(b, side, -1), plus(a, side, -1))
		if i > 0 || l.closed {
			st.join(a, toward(at(i-1), a), d)
		}
	}
	if !l.closed {
		st.end(at(0), toward(at(1), at(0)))
		st.end(at(n-1), toward(at(n-2), at(n-1)))
	}
}

// toward is the direction from a to b, of length 1.
func toward(a, b drawing.Point) drawing.Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return drawing.Point{X: 1}
	}
	return drawing.Point{X: dx / length, Y: dy / length}
}

func plus(a, b drawing.Point, times float64) drawing.Point {
	return drawing.Point{X: a.X + float64(b.X*times), Y: a.Y + float64(b.Y*times)}
}

// end ends a line that comes from a direction.
func (st *stroker) end(at, d drawing.Point) {
	side := drawing.Point{X: -d.Y * st.half, Y: d.X * st.half}
	switch st.stroke.Cap {
	case 1:
		st.fan(at, side, drawing.Point{X: -side.X, Y: -side.Y})
	case 2:
		beyond := plus(at, d, st.half)
		st.polygon(plus(at, side, 1), plus(beyond, side, 1), plus(beyond, side, -1), plus(at, side, -1))
	}
}

// join fills the corner between a line that comes from one direction and goes on in
// another.
func (st *stroker) join(at, from, to drawing.Point) {
	turn := float64(from.X*to.Y) - float64(from.Y*to.X)
	straight := float64(from.X*to.X) + float64(from.Y*to.Y)
	if turn == 0 && straight > 0 {
		return
	}
	out := -st.half // the outer side
	if turn < 0 {
		out = st.half
	}
	a, b := drawing.Point{X: -from.Y * out, Y: from.X * out}, drawing.Point{X: -to.Y * out, Y: to.X * out}
	switch limit := st.stroke.Miter; {
	case st.stroke.Join == 1:
		st.fan(at, a, b)
	case st.stroke.Join == 0 && float64(limit*limit)*(1+straight) >= 2 && straight > -0.999999: // 1/sin(φ/2) within the limit
		tip := drawing.Point{X: (a.X + b.X) / (1 + straight), Y: (a.Y + b.Y) / (1 + straight)}
		st.polygon(at, plus(at, a, 1), plus(at, tip, 1), plus(at, b, 1))
	default:
		st.polygon(at, plus(at, a, 1), plus(at, b, 1))
	}
}

// fan fills the part of a circle between two of its radii, the shorter way; between
// opposite ones on the right of the first.
func (st *stroker) fan(at, a, b drawing.Point) {
	from := math.Atan2(a.Y, a.X)
	by := math.Remainder(math.Atan2(b.Y, b.X)-from, 2*math.Pi)
	if by > math.Pi-1e-9 {
		by = -math.Pi
	}
	points := []drawing.Point{at}
	for i := range chords + 1 {
		angle := from + by*float64(i)/chords
		points = append(points, plus(at, drawing.Point{X: math.Cos(angle), Y: math.Sin(angle)}, st.half))
	}
	st.polygon(points...)
}

// polygon adds an area, turned as all others are.
func (st *stroker) polygon(points ...drawing.Point) {
	spots := make([]raster.Spot, len(points))
	area := int64(0)
	for i, p := range points {
		spots[i] = pixel(st.matrix.At(p))
	}
	for i, s := range spots {
		next := spots[(i+1)%len(spots)]
		area += (s.X - next.X) * (s.Y + next.Y) >> 8
	}
	r := &st.canvas.raster
	n := len(spots)
	for i := range spots {
		k := i
		if area < 0 {
			k = n - 1 - i
		}
		if i == 0 {
			r.Contour(spots[k])
			continue
		}
		r.Line(spots[k])
	}
}

// dot is the length of a dash of none.
const dot = 1e-4

// mostDashes bounds the dashes of a line.
const mostDashes = 100_000

// dashed are the dashes of a line; the line itself where it has none.
func dashed(l line, s *drawing.Stroke) []line {
	total := 0.0
	for _, d := range s.Dashes {
		total += d
	}
	if total <= 0 || len(l.points) < 2 {
		return []line{l}
	}
	points := l.points
	if l.closed {
		points = append(append([]drawing.Point(nil), points...), points[0])
	}
	d := dasher{lengths: s.Dashes}
	d.begin(math.Mod(s.Phase, 2*total))
	for k := 1; k < len(points); k++ {
		d.along(points[k-1], points[k])
	}
	if d.now != nil {
		d.all = append(d.all, line{points: d.now})
	}
	return d.all
}

// dasher cuts a line in dashes and gaps by turns.
type dasher struct {
	lengths []float64
	i       int     // the length in hand; a dash where it is even, else a gap
	left    float64 // of it
	now     []drawing.Point
	all     []line
}

// begin goes so far into the lengths.
func (d *dasher) begin(phase float64) {
	n := len(d.lengths)
	for ; ; d.i++ {
		if d.left = d.lengths[d.i%n] - phase; d.left > 0 || d.left == 0 && phase == 0 {
			return
		}
		phase -= d.lengths[d.i%n]
	}
}

// along goes from one point of the line to the next.
func (d *dasher) along(a, b drawing.Point) {
	way, length := toward(a, b), math.Hypot(b.X-a.X, b.Y-a.Y)
	if d.i%2 == 0 && d.now == nil {
		d.now = []drawing.Point{a}
	}
	at := 0.0
	for length-at > d.left && len(d.all) < mostDashes {
		at += d.left
		d.turn(plus(a, way, at), way)
	}
	d.left -= length - at
	if d.now != nil {
		d.now = append(d.now, b)
	}
}

// turn ends the dash or the gap in hand at a point, and begins the next.
func (d *dasher) turn(p, way drawing.Point) {
	if d.i%2 == 0 {
		if len(d.now) == 1 && d.now[0] == p { // a dot, which has a direction
			p = plus(p, way, dot)
		}
		d.all = append(d.all, line{points: append(d.now, p)})
		d.now = nil
	} else {
		d.now = []drawing.Point{p}
	}
	d.i++
	d.left = d.lengths[d.i%len(d.lengths)]
}
