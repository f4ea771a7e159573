// Package raster tells how much of each pixel an area covers: of letters, rules and
// drawings alike. It knows whole numbers alone, so that pictures have the same bytes
// on every machine: golang.org/x/image/vector reckons in float32, and compilers for
// some machines fuse its products and sums.
package raster

// Coordinates are whole 256ths of a pixel.
const (
	Subpixel = 256
	Full     = 2 * Subpixel * Subpixel // twice the area of a pixel: it is covered
)

// Spot is a place in 256ths of a pixel, y downwards. Products of three of them
// are reckoned, for which 32 bits are too few.
type Spot struct{ X, Y int64 }

// Raster finds how much of each pixel an area covers: each line adds, to the
// cells that it crosses, how far it goes down in them and how much of the cell
// is to its right; the sums along a row are what is covered. (FreeType and
// libart count in this way too.) Windings add up, so that parts that overlap
// are covered once, or, with EvenOdd, cut each other out.
type Raster struct {
	W, H    int  // pixels of the panel
	EvenOdd bool // areas that overlap twice are holes; else windings add up

	lines    [][]Spot // closed contours
	from, to Spot     // nothing is covered outside of them, where they are not the same

	left, top, right, bottom int     // the pixels that the contours lie in
	cover, area              []int32 // of the cells of those pixels
}

// Begin forgets the contours.
func (r *Raster) Begin() { r.lines = r.lines[:0] }

// Clip lets nothing be covered but the pixels that a rectangle covers half, to which
// it is rounded.
func (r *Raster) Clip(from, to Spot) { r.from, r.to = from, to }

// Clipped are the left top and the right bottom of the pixels that may be covered, beside
// the contours.
func (r *Raster) Clipped() (left, top, right, bottom int) {
	if r.from == r.to {
		return 0, 0, r.W, r.H
	}
	return whole(r.from.X), whole(r.from.Y), whole(r.to.X), whole(r.to.Y)
}

// whole is the edge of a pixel that is nearest.
func whole(v int64) int { return int((v + Subpixel/2) >> 8) }

// Contour begins a contour; Line, Curve and Cubic go on with it.
func (r *Raster) Contour(at Spot) {
	if n := len(r.lines); n < cap(r.lines) {
		r.lines = r.lines[:n+1]
		r.lines[n] = append(r.lines[n][:0], at)
		return
	}
	r.lines = append(r.lines, []Spot{at})
}

// Line goes on straight.
func (r *Raster) Line(to Spot) {
	last := &r.lines[len(r.lines)-1]
	*last = append(*last, to)
}

// flat is how far, in 256ths of a pixel, a line may be from the curve that it
// stands for, times four.
const flat = 4 * 20

// Curve goes on along a quadratic curve, in lines.
func (r *Raster) Curve(by, to Spot) {
	line := r.lines[len(r.lines)-1]
	from := line[len(line)-1]
	bend := abs(from.X-2*by.X+to.X) + abs(from.Y-2*by.Y+to.Y)
	n := int64(1)
	for n*n*flat < bend {
		n++
	}
	for i := int64(1); i <= n; i++ {
		a, b, c := (n-i)*(n-i), 2*i*(n-i), i*i
		r.Line(Spot{(a*from.X + b*by.X + c*to.X) / (n * n), (a*from.Y + b*by.Y + c*to.Y) / (n * n)})
	}
}

// Cubic goes on along a cubic curve, in lines.
func (r *Raster) Cubic(one, two, to Spot) {
	line := r.lines[len(r.lines)-1]
	from := line[len(line)-1]
	bend := max(abs(from.X-2*one.X+two.X)+abs(from.Y-2*one.Y+two.Y), abs(one.X-2*two.X+to.X)+abs(one.Y-2*two.Y+to.Y))
	n := int64(1)
	for n*n*flat < 3*bend && n < mostChords {
		n++
	}
	for i := int64(1); i <= n; i++ {
		k := n - i
		a, b, c, d := k*k*k, 3*i*k*k, 3*i*i*k, i*i*i
		r.Line(Spot{(a*from.X + b*one.X + c*two.X + d*to.X) / (n * n * n), (a*from.Y + b*one.Y + c*two.Y + d*to.Y) / (n * n * n)})
	}
}

// mostChords bounds the lines of a cubic curve, so that what is reckoned has room.
const mostChords = 128

func abs(n int64) int64 { return max(n, -n) }

// Fill gives the coverage of each pixel that the contours lie in to paint, row
// by row, from 1 to Full.
func (r *Raster) Fill(paint func(x, y, covered int)) {
	if !r.bound() {
		return
	}
	for _, line := range r.lines {
		from := line[len(line)-1]
		for _, to := range line {
			r.edge(from, to)
			from = to
		}
	}
	w := r.right - r.left
	for y := r.top; y < r.bottom; y++ {
		row, sum := (y-r.top)*w, int64(0)
		for x := r.left; x < r.right; x++ {
			at := row + x - r.left
			sum += int64(r.cover[at])
			if covered := r.covered(abs(2*Subpixel*sum - int64(r.area[at]))); covered > 0 {
				paint(x, y, int(covered))
			}
		}
	}
}

// covered is how much of a pixel is covered where its windings add up to an area.
func (r *Raster) covered(area int64) int64 {
	if !r.EvenOdd {
		return min(area, Full)
	}
	if area %= 2 * Full; area > Full {
		return 2*Full - area
	}
	return area
}

// bound finds the pixels of the panel that the contours lie in, and clears
// their cells; false if there are none.
func (r *Raster) bound() bool {
	lo, hi := Spot{1 << 40, 1 << 40}, Spot{-1 << 40, -1 << 40}
	for _, line := range r.lines {
		for _, s := range line {
			lo, hi = Spot{min(lo.X, s.X), min(lo.Y, s.Y)}, Spot{max(hi.X, s.X), max(hi.Y, s.Y)}
		}
	}
	r.left, r.top = int(max(lo.X>>8, 0)), int(max(lo.Y>>8, 0))
	r.right, r.bottom = int(min(hi.X>>8+1, int64(r.W))), int(min(hi.Y>>8+1, int64(r.H)))
	if r.from != r.to {
		r.left, r.top = max(r.left, whole(r.from.X)), max(r.top, whole(r.from.Y))
		r.right, r.bottom = min(r.right, whole(r.to.X)), min(r.bottom, whole(r.to.Y))
	}
	if r.left >= r.right || r.top >= r.bottom {
		return false
	}
	n := (r.right - r.left) * (r.bottom - r.top)
	r.cover, r.area = cleared(r.cover, n), cleared(r.area, n)
	return true
}

func cleared(cells []int32, n int) []int32 {
	if cap(cells) < n {
		return make([]int32, n)
	}
	cells = cells[:n]
	clear(cells)
	return cells
}

// edge adds a line, one row of pixels after the other.
func (r *Raster) edge(a, b Spot) {
	if a.Y == b.Y {
		return
	}
	down := a.Y < b.Y
	if !down {
		a, b = b, a
	}
	from := a
	for y := max(a.Y>>8, int64(r.top)); y < int64(r.bottom) && y*Subpixel < b.Y; y++ {
		end := b
		if foot := (y + 1) * Subpixel; foot < b.Y {
			end = Spot{a.X + (b.X-a.X)*(foot-a.Y)/(b.Y-a.Y), foot}
		}
		if head := y * Subpixel; from.Y < head {
			from = Spot{a.X + (b.X-a.X)*(head-a.Y)/(b.Y-a.Y), head}
		}
		if down {
			r.within(int(y), from, end)
		} else {
			r.within(int(y), end, from)
		}
		from = end
	}
}

// within adds a line within a row, one cell after the other. What is to the left
// of the panel covers all that is on it, what is to the right nothing.
func (r *Raster) within(y int, a, b Spot) {
	row := (y-r.top)*(r.right-r.left) - r.left
	add := func(x int, a, b Spot) {
		dy := b.Y - a.Y
		switch {
		case x < r.left:
			r.cover[row+r.left] += int32(dy)
		case x < r.right:
			r.cover[row+x] += int32(dy)
			r.area[row+x] += int32(dy * (a.X + b.X - 2*int64(x)*Subpixel))
		}
	}
	if a, b = r.clip(a, b, func(a, b Spot) { add(r.left-1, a, b) }); a == b {
		return
	}
	x, last, step := int(a.X>>8), int(b.X>>8), 1
	if x > last {
		step = -1
	}
	for from := a; ; x += step {
		if x == last {
			add(x, from, b)
			return
		}
		edge := int64(x+1) * Subpixel
		if step < 0 {
			edge = int64(x) * Subpixel
		}
		to := Spot{edge, a.Y + (b.Y-a.Y)*(edge-a.X)/(b.X-a.X)}
		add(x, from, to)
		from = to
	}
}

// clip gives what of a line within a row may lie in the cells, and what is far to the
// left of them to add: a line may be much longer than the panel is wide.
func (r *Raster) clip(a, b Spot, add func(a, b Spot)) (from, to Spot) {
	left, right := int64(r.left-1)*Subpixel, int64(r.right+1)*Subpixel
	at := func(x int64) Spot { return Spot{x, a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)} }
	from, to = a, b
	switch {
	case a.X < left && b.X < left:
		add(a, b)
		return a, a
	case a.X > right && b.X > right:
		return a, a
	case a.X < left:
		from = at(left)
		add(a, from)
	case b.X < left:
		to = at(left)
		add(to, b)
	}
	if a.X > right {
		from = at(right)
	}
	if b.X > right {
		to = at(right)
	}
	return from, to
}
