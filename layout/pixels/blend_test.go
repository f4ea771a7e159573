package pixels

import (
	"encoding/base64"
	"image"
	"testing"

	"warraq/layout/display"
	"warraq/layout/picture"
)

// TestBlended: what two colours make, of one above that is half clear, and of one over
// nothing.
func TestBlended(t *testing.T) {
	for way, want := range map[string][3]int{ // of a dark, a middle and a full part, below 255, 51 and 102
		"Multiply": {100, 10, 102}, "Screen": {255, 91, 255}, "Overlay": {200, 20, 255}, "Darken": {100, 50, 102}, "Lighten": {255, 51, 255},
		"Difference": {155, 1, 153}, "Exclusion": {155, 81, 153}, "HardLight": {255, 20, 204}, "ColorDodge": {255, 62, 255}, "ColorBurn": {100, 0, 255},
	} {
		if got := toneOf([3]int{100, 50, 255}, [3]int{255, 51, 102}, way); got != want {
			t.Errorf("%s: %v, want %v", way, got, want)
		}
	}
	gray := [3]int{90, 90, 90}
	for _, way := range []string{"Hue", "Saturation", "Color"} { // of a colour with gray below: as bright as that
		if got := luminosity(toneOf(gray, [3]int{200, 30, 60}, way)); got < 89 || got > 91 {
			t.Errorf("%s: bright as %d", way, got)
		}
	}
	if got := blended([]uint8{0, 0, 0, 0}, [4]int{10, 20, 30, 40}, "Multiply"); got != [4]int{10, 20, 30, 40} {
		t.Errorf("over nothing: %v", got)
	}
}

// TestBlendedAlone: a drawing blends with nothing that lies below it on the page.
func TestBlendedAlone(t *testing.T) {
	p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="10" fill="#00f"/>` +
		`<rect width="10" height="10" fill="#f00" style="mix-blend-mode:multiply"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	ground := &display.Rule{Rect: display.Rect{W: 10, H: 10}}
	m := panel(t, 10, 10, map[string]*picture.Picture{"a": p}, ground, &display.Image{Rect: display.Rect{W: 10, H: 10}, Asset: "a"})
	for at, want := range map[image.Point][3]uint8{{X: 2, Y: 5}: {0, 0, 0}, {X: 7, Y: 5}: {255, 0, 0}} {
		if c := m.NRGBAAt(at.X, at.Y); [3]uint8{c.R, c.G, c.B} != want {
			t.Errorf("at %v: %v, want %v", at, c, want)
		}
	}
}

// TestAlphaMask: of a mask whose opacity counts, its colours do not.
func TestAlphaMask(t *testing.T) {
	p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">` +
		`<mask id="a" style="mask-type:alpha"><rect width="5" height="10"/></mask><mask id="b"><rect width="5" height="10" fill="#fff"/></mask>` +
		`<rect width="10" height="5" mask="url(#a)"/><rect y="5" width="10" height="5" mask="url(#b)"/></svg>`))
	if err != nil || len(p.Drawing.Omitted) > 0 {
		t.Fatal(p, err)
	}
	m := panel(t, 10, 10, map[string]*picture.Picture{"a": p}, &display.Image{Rect: display.Rect{W: 10, H: 10}, Asset: "a"})
	for at, want := range map[image.Point]uint8{{X: 2, Y: 2}: 0, {X: 7, Y: 2}: 255, {X: 2, Y: 7}: 0, {X: 7, Y: 7}: 255} {
		if c := m.NRGBAAt(at.X, at.Y); c.R != want {
			t.Errorf("at %v: %v, want %d", at, c, want)
		}
	}
}

// TestSharp: pixels in a drawing pass into each other, unless it says that they are squares.
func TestSharp(t *testing.T) {
	two := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	copy(two.Pix, []uint8{0, 0, 0, 255, 255, 255, 255, 255})
	file, err := picture.EncodePNG(two)
	if err != nil {
		t.Fatal(err)
	}
	p, err := picture.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><defs><image id="i" width="40" height="10" preserveAspectRatio="none" href="data:image/png;base64,` +
		base64.StdEncoding.EncodeToString(file) + `"/></defs><use href="#i"/><use href="#i" y="10" style="image-rendering:pixelated"/></svg>`))
	if err != nil || len(p.Drawing.Omitted) > 0 {
		t.Fatal(p, err)
	}
	m := panel(t, 40, 20, map[string]*picture.Picture{"a": p}, &display.Image{Rect: display.Rect{W: 40, H: 20}, Asset: "a"})
	if soft := m.NRGBAAt(19, 5).R; soft < 100 || soft > 140 {
		t.Errorf("in the middle it is %d", soft)
	}
	if black, white := m.NRGBAAt(19, 15).R, m.NRGBAAt(20, 15).R; black != 0 || white != 255 {
		t.Errorf("squares are %d and %d", black, white)
	}
}
