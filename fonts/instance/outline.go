package instance

import (
	"encoding/binary"
	"math"
	"slices"

	"warraq/fonts/internal/sfnt"

	ot "github.com/go-text/typesetting/font/opentype"
)

// point is a point of a contour, in font units.
type point struct {
	x, y int
	on   bool // on the curve
}

// far is how far an outline of quadratic curves may be from the cubic one that it is
// made of, in font units, before its points are rounded to them.
const far = 0.2

// tracer makes contours of segments.
type tracer struct {
	contours [][]point
	now      []point
	x, y     float64
}

// contours are the outlines that segments draw, in whole font units.
func contours(segments []ot.Segment) [][]point {
	var t tracer
	for _, s := range segments {
		a := s.Args
		switch s.Op {
		case ot.SegmentOpMoveTo:
			t.close()
			t.to(float64(a[0].X), float64(a[0].Y))
		case ot.SegmentOpLineTo:
			t.to(float64(a[0].X), float64(a[0].Y))
		case ot.SegmentOpQuadTo:
			t.by(float64(a[0].X), float64(a[0].Y))
			t.to(float64(a[1].X), float64(a[1].Y))
		case ot.SegmentOpCubeTo:
			t.cubic([4][2]float64{{t.x, t.y}, {float64(a[0].X), float64(a[0].Y)}, {float64(a[1].X), float64(a[1].Y)}, {float64(a[2].X), float64(a[2].Y)}})
		}
	}
	t.close()
	return t.contours
}

// to goes on to a point on the curve, by to one that is not.
func (t *tracer) to(x, y float64) { t.x, t.y = x, y; t.now = append(t.now, at(x, y, true)) }
func (t *tracer) by(x, y float64) { t.now = append(t.now, at(x, y, false)) }

func at(x, y float64, on bool) point { return point{whole(x), whole(y), on} }

// whole rounds to what the table glyf can hold; halves go up, as in OpenType.
func whole(v float64) int {
	return int(min(max(math.Floor(v+0.5), math.MinInt16/2), math.MaxInt16/2))
}

// cubic draws a cubic curve as several quadratic ones of equal parts of it: with each
// part the error falls by the cube of their number.
func (t *tracer) cubic(p [4][2]float64) {
	var error2 float64 // the square of the error of one part
	for i := range 2 {
		d := p[3][i] - 3*p[2][i] + 3*p[1][i] - p[0][i]
		error2 += float64(d*d) * 3 / (36 * 36)
	}
	n := 1
	for n < 32 && error2 > far*far*float64(n*n*n)*float64(n*n*n) {
		n++
	}
	for i := range n {
		from, to := float64(i)/float64(n), float64(i+1)/float64(n)
		var by, end [2]float64
		for k := range 2 {
			q0, q1, q2, q3 := part(p[0][k], p[1][k], p[2][k], p[3][k], from, to)
			by[k], end[k] = (float64(3*(q1+q2))-q0-q3)/4, q3
		}
		if i == n-1 {
			end = p[3]
		}
		t.by(by[0], by[1])
		t.to(end[0], end[1])
	}
}

// part is the part of a cubic between two of its parameters, by blossoming.
func part(a, b, c, d, from, to float64) (q0, q1, q2, q3 float64) {
	between := func(x, y, t float64) float64 { return x + float64((y-x)*t) }
	blossom := func(r, s, t float64) float64 {
		ab, bc, cd := between(a, b, r), between(b, c, r), between(c, d, r)
		return between(between(ab, bc, s), between(bc, cd, s), t)
	}
	return blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)
}

// close ends a contour: without its first point once more, and without points that lie
// on each other.
func (t *tracer) close() {
	now := slices.CompactFunc(t.now, func(a, b point) bool { return a == b && a.on })
	if n := len(now); n > 1 && now[0] == now[n-1] {
		now = now[:n-1]
	}
	if len(now) > 1 {
		t.contours = append(t.contours, slices.Clone(now))
	}
	t.now = t.now[:0]
}

// box is the extent of ink; the zero box has none.
type box struct{ xMin, yMin, xMax, yMax int }

func extent(contours [][]point) (b box) {
	first := true
	for _, c := range contours {
		for _, p := range c {
			if first {
				b, first = box{p.x, p.y, p.x, p.y}, false
			}
			b = box{min(b.xMin, p.x), min(b.yMin, p.y), max(b.xMax, p.x), max(b.yMax, p.y)}
		}
	}
	return b
}

// appendGlyph appends a simple glyph without instructions (OpenType 1.9, "glyf").
func appendGlyph(b []byte, contours [][]point) []byte {
	if len(contours) == 0 {
		return b
	}
	ink := extent(contours)
	b = append(b, sfnt.Words(len(contours), ink.xMin, ink.yMin, ink.xMax, ink.yMax)...)
	var flags, xs, ys []byte
	x, y, points := 0, 0, 0
	for _, c := range contours {
		points += len(c)
		b = binary.BigEndian.AppendUint16(b, uint16(points-1))
		for _, p := range c {
			var flag, ofX, ofY byte
			if p.on {
				flag = sfnt.OnCurve
			}
			xs, ofX = sfnt.AppendDelta(xs, p.x-x, sfnt.XShort, sfnt.XSameOrUp)
			ys, ofY = sfnt.AppendDelta(ys, p.y-y, sfnt.YShort, sfnt.YSameOrUp)
			flags = append(flags, flag|ofX|ofY)
			x, y = p.x, p.y
		}
	}
	b = sfnt.AppendFlags(append(b, 0, 0), flags)
	return sfnt.Pad4(append(append(b, xs...), ys...), 0)
}
