package cover

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// coverage fills contours on a panel of w by h pixels.
func coverage(w, h int, contours ...[]spot) []int {
	r := raster{w: w, h: h}
	for _, c := range contours {
		r.contour(c[0])
		for _, s := range c[1:] {
			r.line(s)
		}
	}
	m := make([]int, w*h)
	r.fill(func(x, y, level int) { m[y*w+x] = level })
	return m
}

func square(x0, y0, x1, y1 int64) []spot { return []spot{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} }

// TestFill: a pixel is covered as far as the areas cover it, in levels of 16;
// what lies beside the panel is nothing, what is cut out is not covered, and
// areas on each other cover once.
func TestFill(t *testing.T) {
	const px = subpixel
	hole := square(px, px, 2*px, 2*px)
	slices.Reverse(hole)
	for _, c := range []struct {
		name     string
		contours [][]spot
		want     []int
	}{
		{"whole", [][]spot{square(px, px, 2*px, 2*px)}, []int{0, 0, 0, 0, 16, 0, 0, 0, 0}},
		{"quarters", [][]spot{square(px/2, px/2, 3*px/2, 3*px/2)}, []int{4, 4, 0, 4, 4, 0, 0, 0, 0}},
		{"half", [][]spot{{{0, 0}, {px, 0}, {0, px}}}, []int{8, 0, 0, 0, 0, 0, 0, 0, 0}},
		{"beside", [][]spot{square(-9*px, -px, px, 9*px)}, []int{16, 0, 0, 16, 0, 0, 16, 0, 0}},
		{"outside", [][]spot{square(4*px, 0, 5*px, px)}, make([]int, 9)},
		{"ring", [][]spot{square(0, 0, 3*px, 3*px), hole}, []int{16, 16, 16, 16, 0, 16, 16, 16, 16}},
		{"twice", [][]spot{square(0, 0, px, px), square(0, 0, px, px)}, []int{16, 0, 0, 0, 0, 0, 0, 0, 0}},
	} {
		if got := coverage(3, 3, c.contours...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestFillTriangles: the coverage of triangles is what counting the points of a
// fine grid in them gives.
func TestFillTriangles(t *testing.T) {
	const w, grid = 6, 16
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var c []spot
		for range 3 {
			c = append(c, spot{random.Int64N(8*subpixel) - subpixel, random.Int64N(8*subpixel) - subpixel})
		}
		got := coverage(w, w, c)
		for y := range int64(w) {
			for x := range int64(w) {
				n := 0
				for i := range int64(grid * grid) {
					if inside(c, spot{x*subpixel + (i%grid)*16 + 8, y*subpixel + (i/grid)*16 + 8}) {
						n++
					}
				}
				if off := got[y*w+x]*16 - n; off < -20 || off > 20 {
					t.Fatalf("%v: pixel %d,%d has %d of 16, counted %d of 256", c, x, y, got[y*w+x], n)
				}
			}
		}
	}
}

// inside tells whether a point is in a triangle.
func inside(c []spot, p spot) bool {
	pos, neg := false, false
	for i := range c {
		a, b := c[i], c[(i+1)%3]
		cross := (b.x-a.x)*(p.y-a.y) - (b.y-a.y)*(p.x-a.x)
		pos, neg = pos || cross > 0, neg || cross < 0
	}
	return !(pos && neg)
}

// TestCurve: a curve ends where it should and stays near the true one.
func TestCurve(t *testing.T) {
	r := raster{w: 99, h: 99}
	r.contour(spot{})
	r.curve(spot{10000, 0}, spot{10000, 10000})
	line := r.lines[0]
	if last := line[len(line)-1]; last != (spot{10000, 10000}) {
		t.Errorf("ends at %v", last)
	}
	for i := 1; i < len(line); i++ {
		// x = 2t − t², y = t²: the middle of a chord is a tenth of a pixel from that
		// at most, to the side or up.
		x, y := float64(line[i-1].x+line[i].x)/20000, float64(line[i-1].y+line[i].y)/20000
		aside, up := x-(2*math.Sqrt(y)-y), y-math.Pow(1-math.Sqrt(1-x), 2)
		if off := 10000 * min(math.Abs(aside), math.Abs(up)); off > 0.1*subpixel {
			t.Errorf("the chord at %.3f, %.3f is off by %.0f", x, y, off)
		}
	}
}
