package spell

import (
	"math"
	"slices"
	"testing"
)

// lastBit is what the sum of a line's advances may differ by, in points.
const lastBit = 1e-9

// TestLeaning: where spaces lean the pen stands at every code as where they do not,
// but for the last bit, and nearly all do.
func TestLeaning(t *testing.T) {
	_, b := laid(t, "vocalised.txt")
	as, plainly := Book(b, 1, 0), Book(b, 1, Unjoined|Unstretched)
	for i := range b.Pages {
		near := func(a, b inkedCode) bool {
			return a.gid == b.gid && a.y == b.y && math.Abs(a.x-b.x) < lastBit
		}
		if !slices.EqualFunc(inked(as, i), inked(plainly, i), near) {
			t.Errorf("ink has moved on page %d", i+1)
		}
	}
	lean, stiff := 0, 0
	for _, page := range as.Pages {
		for _, shows := range page {
			for i := range shows {
				for n, g := range shows[i].Gaps {
					switch {
					case g.Kind == leaning:
						lean++
						if g.Units != 0 {
							t.Errorf("a leaning space is %d wide", g.Units)
						}
					case g.Kind == jointRTL && n > 0:
						stiff++
					}
				}
			}
		}
	}
	if lean < 4*stiff || lean == 0 {
		t.Errorf("%d spaces lean, %d do not", lean, stiff)
	}
}
