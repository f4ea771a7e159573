package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// TestSmall: a picture made small is of the colours that it had, and of its form.
func TestSmall(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 1000, 1500))
	for y := range 1500 {
		for x := range 1000 {
			c := color.NRGBA{R: 200, G: 10, B: 30, A: 255}
			if x >= 500 {
				c = color.NRGBA{R: 0, G: uint8(255 * (x & 1)), B: 30, A: 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	data, err := EncodePNG(m)
	if err != nil {
		t.Fatal(err)
	}
	small, w, h, err := Small(data, 100)
	if err != nil || w != 100 || h != 150 {
		t.Fatal(w, h, err)
	}
	got, err := png.Decode(bytes.NewReader(small))
	if err != nil || got.Bounds() != image.Rect(0, 0, 100, 150) {
		t.Fatal(got.Bounds(), err)
	}
	for at, want := range map[image.Point]color.NRGBA{{X: 10, Y: 10}: {200, 10, 30, 255}, {X: 90, Y: 140}: {0, 127, 30, 255}} {
		if c := color.NRGBAModel.Convert(got.At(at.X, at.Y)).(color.NRGBA); c != want {
			t.Errorf("%v: %v, want %v", at, c, want)
		}
	}
	if _, w, h, err := Small(small, 240); err != nil || w != 100 || h != 150 {
		t.Error(w, h, err)
	}
	if _, _, _, err := Small([]byte("no picture"), 100); err == nil {
		t.Error("no picture is one")
	}
}
