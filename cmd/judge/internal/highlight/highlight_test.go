package highlight

import (
	"image"
	"image/color"
	"reflect"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

// TestFits lays boxes on two words of two letters each: well, beside them, over
// both, too low, and where nothing is highlighted.
func TestFits(t *testing.T) {
	letter := func(left, right float64) Piece { return Piece{Rect{left, 100, right, 106}, 10} }
	ink := []Piece{letter(10, 14), letter(15, 20), letter(24, 30), letter(31, 34)}
	word := func(left, right, top, bottom float64) Box { return Box{1, Rect{left, top, right, bottom}, "كلمة"} }
	for _, c := range []struct {
		name       string
		boxes      []Box
		good, bare int
	}{
		{"well", []Box{word(10, 20, 96, 110), word(24, 34, 96, 110)}, 2, 0},
		{"a tail stands out", []Box{word(11, 20, 96, 110), word(24, 34, 96, 110)}, 2, 0},
		{"a quarter em to the right", []Box{word(12.5, 22.5, 96, 110), word(26.5, 36.5, 96, 110)}, 0, 0},
		{"a quarter em to the left", []Box{word(7.5, 17.5, 96, 110), word(21.5, 31.5, 96, 110)}, 0, 0},
		{"a word too far", []Box{word(24, 34, 96, 110), word(38, 48, 96, 110)}, 1, 2},
		{"over the neighbour", []Box{word(10, 27, 96, 110), word(24, 34, 96, 110)}, 1, 0},
		{"too short", []Box{word(10, 14, 96, 110), word(24, 34, 96, 110)}, 1, 0},
		{"half a line too low", []Box{word(10, 20, 104, 118), word(24, 34, 104, 118)}, 0, 0},
		{"a line too low", []Box{word(10, 20, 116, 130), word(24, 34, 116, 130)}, 0, 4},
		{"nothing is highlighted", []Box{word(10, 10, 96, 110), word(24, 34, 96, 110)}, 1, 2},
		{"one of them is not", []Box{word(24, 34, 96, 110)}, 1, 2},
	} {
		got := Lay(c.boxes, [][]Piece{ink}, 0)
		if got.good != c.good || got.Bare != c.bare {
			t.Errorf("%s: %d good and %d bare, want %d and %d", c.name, got.good, got.Bare, c.good, c.bare)
		}
	}
}

// TestInkRects finds the pieces of a picture, those that meet at corners being one.
func TestInkRects(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 8, 4))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	for _, p := range []image.Point{{0, 0}, {1, 1}, {2, 1}, {5, 2}, {7, 3}} {
		g.SetGray(p.X, p.Y, color.Gray{Y: 90})
	}
	want := []Rect{{0, 0, 3 * dot, 2 * dot}, {5 * dot, 2 * dot, 6 * dot, 3 * dot}, {7 * dot, 3 * dot, 8 * dot, 4 * dot}}
	if got := InkRects(g); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
