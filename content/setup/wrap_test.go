package setup

import (
	"math"
	"testing"
)

// TestSpineWidth: a leaf has two pages; its thickness is mass times bulk.
func TestSpineWidth(t *testing.T) {
	for _, c := range []struct {
		pages       int
		leaf, asked float64 // millimetres
		want        float64
	}{
		{240, LeafOf(80, 1.25) / Millimetre, 0, 12},
		{239, 0.1, 0, 12}, {241, 0.1, 0, 12.1}, {1, 0.1, 0, 0.1}, {0, 0.1, 0, 0},
		{320, LeafOf(90, 1.8) / Millimetre, 0, 25.92},
		{100, 0, 0, 5}, {100, 0.2, 7.5, 7.5},
	} {
		s := Book{Leaf: c.leaf * Millimetre, Wrap: Wrap{Spine: c.asked * Millimetre}}
		if got := s.SpineWidth(c.pages) / Millimetre; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%d pages of %.3f mm: %.4f mm, want %.4f", c.pages, c.leaf, got, c.want)
		}
	}
}
