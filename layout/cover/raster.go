package cover

// Coordinates of the raster are whole 256ths of a pixel, so that a cover has
// the same bytes on every machine: golang.org/x/image/vector reckons in
// float32, and compilers for some machines fuse its products and sums.
const (
	subpixel = 256
	full     = 2 * subpixel * subpixel // twice the area of a pixel
)

// spot is a place in 256ths of a pixel, y downwards. Products of three of them
// are reckoned, for which 32 bits are too few.
type spot struct{ x, y int64 }

// raster finds how much of each pixel an area covers: each line adds, to the
// cells that it crosses, how far it goes down in them and how much of the cell
// is to its right; the sums along a row are what is covered. (FreeType and
// libart count in this way too.) Windings add up, so that parts that overlap
// are covered once.
type raster struct {
	w, h  int      // pixels of the panel
	lines [][]spot // closed contours

	left, top, right, bottom int     // the pixels that the contours lie in
	cover, area              []int32 // of the cells of those pixels
}

// begin forgets the contours.
func (r *raster) begin() { r.lines = r.lines[:0] }

// contour begins a contour, line and curve go on with it.
func (r *raster) contour(at spot) {
	if n := len(r.lines); n < cap(r.lines) {
		r.lines = r.lines[:n+1]
		r.lines[n] = append(r.lines[n][:0], at)
		return
	}
	r.lines = append(r.lines, []spot{at})
}

func (r *raster) line(to spot) {
	last := &r.lines[len(r.lines)-1]
	*last = append(*last, to)
}

// flat is how far, in 256ths of a pixel, a line may be from the curve that it
// stands for, times four.
const flat = 4 * 20

// curve goes on along a quadratic curve, in lines.
func (r *raster) curve(by, to spot) {
	line := r.lines[len(r.lines)-1]
	from := line[len(line)-1]
	bend := abs(from.x-2*by.x+to.x) + abs(from.y-2*by.y+to.y)
	n := int64(1)
	for n*n*flat < bend {
		n++
	}
	for i := int64(1); i <= n; i++ {
		a, b, c := (n-i)*(n-i), 2*i*(n-i), i*i
		r.line(spot{(a*from.x + b*by.x + c*to.x) / (n * n), (a*from.y + b*by.y + c*to.y) / (n * n)})
	}
}

func abs(n int64) int64 { return max(n, -n) }

// fill gives the coverage of each pixel that the contours lie in to paint, row
// by row, from 1 to levels.
func (r *raster) fill(paint func(x, y, level int)) {
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
			covered := min(abs(2*subpixel*sum-int64(r.area[at])), full)
			if level := (covered*levels + full/2) / full; level > 0 {
				paint(x, y, int(level))
			}
		}
	}
}

// bound finds the pixels of the panel that the contours lie in, and clears
// their cells; false if there are none.
func (r *raster) bound() bool {
	lo, hi := spot{1 << 40, 1 << 40}, spot{-1 << 40, -1 << 40}
	for _, line := range r.lines {
		for _, s := range line {
			lo, hi = spot{min(lo.x, s.x), min(lo.y, s.y)}, spot{max(hi.x, s.x), max(hi.y, s.y)}
		}
	}
	r.left, r.top = int(max(lo.x>>8, 0)), int(max(lo.y>>8, 0))
	r.right, r.bottom = int(min(hi.x>>8+1, int64(r.w))), int(min(hi.y>>8+1, int64(r.h)))
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
func (r *raster) edge(a, b spot) {
	if a.y == b.y {
		return
	}
	down := a.y < b.y
	if !down {
		a, b = b, a
	}
	from := a
	for y := max(a.y>>8, int64(r.top)); y < int64(r.bottom) && y*subpixel < b.y; y++ {
		end := b
		if foot := (y + 1) * subpixel; foot < b.y {
			end = spot{a.x + (b.x-a.x)*(foot-a.y)/(b.y-a.y), foot}
		}
		if head := y * subpixel; from.y < head {
			from = spot{a.x + (b.x-a.x)*(head-a.y)/(b.y-a.y), head}
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
func (r *raster) within(y int, a, b spot) {
	row := (y-r.top)*(r.right-r.left) - r.left
	add := func(x int, a, b spot) {
		dy := b.y - a.y
		switch {
		case x < r.left:
			r.cover[row+r.left] += int32(dy)
		case x < r.right:
			r.cover[row+x] += int32(dy)
			r.area[row+x] += int32(dy * (a.x + b.x - 2*int64(x)*subpixel))
		}
	}
	x, last, step := int(a.x>>8), int(b.x>>8), 1
	if x > last {
		step = -1
	}
	for from := a; ; x += step {
		if x == last {
			add(x, from, b)
			return
		}
		edge := int64(x+1) * subpixel
		if step < 0 {
			edge = int64(x) * subpixel
		}
		to := spot{edge, a.y + (b.y-a.y)*(edge-a.x)/(b.x-a.x)}
		add(x, from, to)
		from = to
	}
}
