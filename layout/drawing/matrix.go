package drawing

import "math"

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

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
