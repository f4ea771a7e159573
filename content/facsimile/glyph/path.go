// Package glyph reads fonts as they lie in a PDF (ISO 32000-1, 9.6 to 9.9): which glyph a
// code is of, and its outline.
package glyph

// Point is a place, y upwards.
type Point struct{ X, Y float64 }

// Step is a step of a path: to begin (M), on straight (L), along a quadratic (Q) or a
// cubic curve (C), back to where it began (Z), as SVG names them.
type Step struct {
	Op byte
	By [3]Point // what it goes by and, last of those it has, where it ends
}

// Points are the points of a step.
func (s *Step) Points() []Point {
	switch s.Op {
	case 'M', 'L':
		return s.By[:1]
	case 'Q':
		return s.By[:2]
	case 'C':
		return s.By[:]
	}
	return nil
}

// Path is steps in turn.
type Path []Step

// Add adds a step.
func (p *Path) Add(op byte, by ...Point) {
	s := Step{Op: op}
	copy(s.By[:], by)
	*p = append(*p, s)
}

// Matrix lays a plane in another: x' = a·x + c·y + e, y' = b·x + d·y + f.
type Matrix [6]float64

// Identity leaves all where it is.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// sum adds products, each rounded by itself: some machines would not, and come to other
// digits.
//
//go:noinline
func sum(a, b, c float64) float64 { return a + b + c }

// Then is first one matrix, then another.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		sum(m[0]*n[0], m[1]*n[2], 0), sum(m[0]*n[1], m[1]*n[3], 0),
		sum(m[2]*n[0], m[3]*n[2], 0), sum(m[2]*n[1], m[3]*n[3], 0),
		sum(m[4]*n[0], m[5]*n[2], n[4]), sum(m[4]*n[1], m[5]*n[3], n[5]),
	}
}

// At is where a point lies in the other plane.
func (m Matrix) At(p Point) Point {
	return Point{sum(m[0]*p.X, m[2]*p.Y, m[4]), sum(m[1]*p.X, m[3]*p.Y, m[5])}
}

// Area is by how much areas grow; less than 0 where they are turned over.
func (m Matrix) Area() float64 { return sum(m[0]*m[3], -m[1]*m[2], 0) }

// Inverse undoes a matrix; false for one that leaves no area.
func (m Matrix) Inverse() (Matrix, bool) {
	d := m.Area()
	if d == 0 || d != d || 1/d-1/d != 0 {
		return Identity, false
	}
	return Matrix{m[3] / d, -m[1] / d, -m[2] / d, m[0] / d, sum(m[2]*m[5], -m[3]*m[4], 0) / d, sum(m[1]*m[4], -m[0]*m[5], 0) / d}, true
}

// Through is the path in another plane.
func (p Path) Through(m Matrix) Path {
	out := make(Path, len(p))
	for i := range p {
		out[i].Op = p[i].Op
		for k, at := range p[i].Points() {
			out[i].By[k] = m.At(at)
		}
	}
	return out
}
