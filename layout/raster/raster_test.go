package raster

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// coverage fills contours on a panel of w by h pixels.
func coverage(w, h int, contours ...[]Spot) []int {
	r := Raster{W: w, H: h}
	for _, c := range contours {
		r.Contour(c[0])
		for _, s := range c[1:] {
			r.Line(s)
		}
	}
	m := make([]int, w*h)
	r.Fill(func(x, y, covered int) { m[y*w+x] = (covered*16 + Full/2) / Full })
	return m
}

func square(x0, y0, x1, y1 int64) []Spot { return []Spot{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} }

// TestFill: a pixel is covered as far as the areas cover it, in levels of 16;
// what lies beside the panel is nothing, what is cut out is not covered, and
// areas on each other cover once.
func TestFill(t *testing.T) {
	const px = Subpixel
	hole := square(px, px, 2*px, 2*px)
	slices.Reverse(hole)
	for _, c := range []struct {
		name     string
		contours [][]Spot
		want     []int
	}{
		{"whole", [][]Spot{square(px, px, 2*px, 2*px)}, []int{0, 0, 0, 0, 16, 0, 0, 0, 0}},
		{"quarters", [][]Spot{square(px/2, px/2, 3*px/2, 3*px/2)}, []int{4, 4, 0, 4, 4, 0, 0, 0, 0}},
		{"half", [][]Spot{{{0, 0}, {px, 0}, {0, px}}}, []int{8, 0, 0, 0, 0, 0, 0, 0, 0}},
		{"beside", [][]Spot{square(-9*px, -px, px, 9*px)}, []int{16, 0, 0, 16, 0, 0, 16, 0, 0}},
		{"outside", [][]Spot{square(4*px, 0, 5*px, px)}, make([]int, 9)},
		{"ring", [][]Spot{square(0, 0, 3*px, 3*px), hole}, []int{16, 16, 16, 16, 0, 16, 16, 16, 16}},
		{"twice", [][]Spot{square(0, 0, px, px), square(0, 0, px, px)}, []int{16, 0, 0, 0, 0, 0, 0, 0, 0}},
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
		var c []Spot
		for range 3 {
			c = append(c, Spot{random.Int64N(8*Subpixel) - Subpixel, random.Int64N(8*Subpixel) - Subpixel})
		}
		got := coverage(w, w, c)
		for y := range int64(w) {
			for x := range int64(w) {
				n := 0
				for i := range int64(grid * grid) {
					if inside(c, Spot{x*Subpixel + (i%grid)*16 + 8, y*Subpixel + (i/grid)*16 + 8}) {
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
func inside(c []Spot, p Spot) bool {
	pos, neg := false, false
	for i := range c {
		a, b := c[i], c[(i+1)%3]
		cross := (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X)
		pos, neg = pos || cross > 0, neg || cross < 0
	}
	return !(pos && neg)
}

// TestCurve: a curve ends where it should and stays near the true one.
func TestCurve(t *testing.T) {
	r := Raster{W: 99, H: 99}
	r.Contour(Spot{})
	r.Curve(Spot{10000, 0}, Spot{10000, 10000})
	line := r.lines[0]
	if last := line[len(line)-1]; last != (Spot{10000, 10000}) {
		t.Errorf("ends at %v", last)
	}
	for i := 1; i < len(line); i++ {
		// x = 2t − t², y = t²: the middle of a chord is a tenth of a pixel from that
		// at most, to the side or up.
		x, y := float64(line[i-1].X+line[i].X)/20000, float64(line[i-1].Y+line[i].Y)/20000
		aside, up := x-(2*math.Sqrt(y)-y), y-math.Pow(1-math.Sqrt(1-x), 2)
		if off := 10000 * min(math.Abs(aside), math.Abs(up)); off > 0.1*Subpixel {
			t.Errorf("the chord at %.3f, %.3f is off by %.0f", x, y, off)
		}
	}
}

// TestFar: a line that goes far beyond the panel takes no longer, and covers what one
// that goes a little beyond it covers.
func TestFar(t *testing.T) {
	const far = 7 << 16 // times the slope of the lines
	near := []Spot{{-9 * Subpixel, 0}, {12 * Subpixel, 3 * Subpixel}, {-9 * Subpixel, 6 * Subpixel}}
	long := []Spot{{near[0].X - 7*far, near[0].Y - far}, near[1], {near[2].X - 7*far, near[2].Y + far}}
	if got, want := coverage(3, 6, long), coverage(3, 6, near); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestEvenOdd: what areas cover twice is a hole.
func TestEvenOdd(t *testing.T) {
	const px = Subpixel
	r := Raster{W: 3, H: 1, EvenOdd: true}
	for _, c := range [][]Spot{square(0, 0, 3*px, px), square(px, 0, 3*px, px), square(2*px, 0, 5*px/2, px)} {
		r.Contour(c[0])
		for _, s := range c[1:] {
			r.Line(s)
		}
	}
	got := make([]int, 3)
	r.Fill(func(x, _, covered int) { got[x] = covered })
	if want := []int{Full, 0, Full / 2}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestCubic: a curve of the third degree that is one of the second ends and runs as
// that does.
func TestCubic(t *testing.T) {
	r := Raster{W: 99, H: 99}
	r.Contour(Spot{})
	r.Cubic(Spot{6000, 0}, Spot{9000, 3000}, Spot{9000, 9000})
	line := r.lines[0]
	if last := line[len(line)-1]; last != (Spot{9000, 9000}) {
		t.Errorf("ends at %v", last)
	}
	for _, s := range line {
		// x = 2t − t², y = t² of 9000
		u := 1 - math.Sqrt(1-float64(s.X)/9000)
		if off := math.Abs(float64(s.Y) - 9000*u*u); off > 0.1*Subpixel {
			t.Errorf("%v is off by %.0f", s, off)
		}
	}
}
