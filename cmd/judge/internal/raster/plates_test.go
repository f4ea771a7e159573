package raster

import (
	"image"
	"image/color"
	"testing"
)

// TestDiffering lets an edge lie a row off only where it may.
func TestDiffering(t *testing.T) {
	bar := func(y int) *image.Gray {
		g := image.NewGray(image.Rect(0, 0, 3, 6))
		for i := range g.Pix {
			g.Pix[i] = 255
		}
		for x := range 3 {
			g.SetGray(x, y, color.Gray{})
		}
		return g
	}
	for _, c := range []struct {
		y     int
		loose bool
		want  int
	}{{2, false, 0}, {3, false, 6}, {3, true, 0}, {4, true, 6}} {
		if got := Differing(bar(2), bar(c.y), c.loose); got != c.want {
			t.Errorf("row %d, loose %v: %d pixels differ, want %d", c.y, c.loose, got, c.want)
		}
	}
}
