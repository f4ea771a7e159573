package picture

import (
	"bytes"
	"math"
	"strconv"
)

// Shape is what a drawing paints at once: an area, or the lines along its edge.
type Shape struct {
	Path    []Step // in a plane of its own
	Matrix  Matrix // which lies so in the drawing
	EvenOdd bool   // parts that overlap are holes
	Red     uint8
	Green   uint8
	Blue    uint8
	Opacity float64
	Stroke  *Stroke // nil for an area
}

// Step is a step of a path: to begin (m), on straight (l), along a cubic curve (c),
// back to where it began (h), as the operators of ISO 32000-1 8.5.2 have it.
type Step struct {
	Op     byte
	Points [3]Point // what it goes by and, last of those it has, where it ends
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Stroke is how a line is drawn (ISO 32000-1 8.4.3).
type Stroke struct {
	Width, Miter float64
	Cap, Join    int // butt, round, square; miter, round, bevel
	Dashes       []float64
	Phase        float64
}

// Matrix maps x, y to A·x + C·y + E, B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

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

// Scale is how many times as large an area becomes, as a length.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(float64(m.A*m.D) - float64(m.B*m.C))) }

// Shapes are what the drawing paints, one over the other, in points from its foot.
// What lies outside of its width and height is not seen.
func (d *Drawing) Shapes() []Shape {
	r := reader{drawing: d, state: state{matrix: Matrix{A: 1, D: 1}, opacity: Opacity{1, 1}, stroke: Stroke{Width: 1, Miter: 10}}}
	for line := range bytes.Lines(d.Operators) {
		for _, word := range bytes.Fields(line) {
			r.word(string(word))
		}
	}
	return r.shapes
}

// reader reads the operators of a drawing, as drafter writes them.
type reader struct {
	drawing *Drawing
	state   state
	kept    []state
	values  []float64
	name    string
	path    []Step
	shapes  []Shape
}

// state is the state of graphics (ISO 32000-1 8.4), as far as drawings have it.
type state struct {
	matrix     Matrix
	fill, line [3]uint8
	opacity    Opacity
	stroke     Stroke
}

// word reads a number, or carries out an operator on the numbers before it.
func (r *reader) word(w string) {
	if v, err := strconv.ParseFloat(w, 64); err == nil {
		r.values = append(r.values, v)
		return
	}
	switch w {
	case "[", "]":
		return
	case "q":
		r.kept = append(r.kept, r.state)
	case "Q":
		if n := len(r.kept); n > 0 {
			r.state, r.kept = r.kept[n-1], r.kept[:n-1]
		}
	case "m", "l", "c", "h":
		r.step(w[0])
	case "re":
		r.rectangle()
	case "f", "f*", "S":
		r.paint(w)
	case "n":
		r.path = nil // the frame of the drawing, which bounds it
	default:
		r.set(w)
	}
	r.values = r.values[:0]
}

// value is number i before the operator.
func (r *reader) value(i int) float64 {
	if i < len(r.values) {
		return r.values[i]
	}
	return 0
}

// step adds a step of a path.
func (r *reader) step(op byte) {
	s := Step{Op: op}
	for i := range s.Points {
		s.Points[i] = Point{r.value(2 * i), r.value(2*i + 1)}
	}
	r.path = append(r.path, s)
}

func (r *reader) rectangle() {
	x, y, w, h := r.value(0), r.value(1), r.value(2), r.value(3)
	for i, p := range []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} {
		r.path = append(r.path, Step{Op: "mlll"[i], Points: [3]Point{p}})
	}
	r.path = append(r.path, Step{Op: 'h'})
}

// paint ends a path.
func (r *reader) paint(op string) {
	s := Shape{Path: r.path, Matrix: r.state.matrix, EvenOdd: op == "f*", Opacity: r.state.opacity.Fill}
	ink := r.state.fill
	if op == "S" {
		line := r.state.stroke
		s.Stroke, s.Opacity, ink = &line, r.state.opacity.Stroke, r.state.line
	}
	s.Red, s.Green, s.Blue = ink[0], ink[1], ink[2]
	r.path = nil
	r.shapes = append(r.shapes, s)
}

// set changes the state.
func (r *reader) set(op string) {
	s := &r.state
	tone := func(i int) uint8 { return uint8(math.Round(r.value(i) * 255)) }
	switch op {
	case "cm":
		m := Matrix{r.value(0), r.value(1), r.value(2), r.value(3), r.value(4), r.value(5)}
		s.matrix = m.Then(s.matrix)
	case "g":
		s.fill = [3]uint8{tone(0), tone(0), tone(0)}
	case "rg":
		s.fill = [3]uint8{tone(0), tone(1), tone(2)}
	case "G":
		s.line = [3]uint8{tone(0), tone(0), tone(0)}
	case "RG":
		s.line = [3]uint8{tone(0), tone(1), tone(2)}
	case "w":
		s.stroke.Width = r.value(0)
	case "J":
		s.stroke.Cap = int(r.value(0))
	case "j":
		s.stroke.Join = int(r.value(0))
	case "M":
		s.stroke.Miter = r.value(0)
	case "d":
		n := max(len(r.values)-1, 0)
		s.stroke.Dashes, s.stroke.Phase = append([]float64(nil), r.values[:n]...), r.value(n)
	case "gs":
		if n, err := strconv.Atoi(r.name); err == nil && n < len(r.drawing.Opacities) {
			s.opacity = r.drawing.Opacities[n]
		}
	}
	if len(op) > 3 && op[:3] == "/GS" {
		r.name = op[3:]
	}
}
