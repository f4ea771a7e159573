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

// TestBeyond: what lies between two pictures, or a little beyond, is not counted.
func TestBeyond(t *testing.T) {
	of := func(tones ...uint8) *image.Gray {
		return &image.Gray{Pix: tones, Stride: len(tones), Rect: image.Rect(0, 0, len(tones), 1)}
	}
	one, other := of(0, 0, 0, 100), of(200, 200, 0, 100)
	for _, c := range []struct {
		m    *image.Gray
		want float64
	}{{of(0, 200, 0, 100), 0}, {of(100, 255, 64, 36), 0}, {of(100, 255, 65, 100), 0.25}, {of(0, 0, 255, 255), 0.5}, {image.NewGray(image.Rect(9, 9, 10, 10)), 1}} {
		if got := Beyond(c.m, one, other, 64); got != c.want {
			t.Errorf("%v: %g, want %g", c.m.Pix, got, c.want)
		}
	}
}
