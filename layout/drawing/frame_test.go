package drawing_test

import (
	"strings"
	"testing"

	"warraq/layout/drawing"
)

// TestContextFrame: a gradient that is taken from a use, or from the line around a marker,
// fits that, and not what is painted.
func TestContextFrame(t *testing.T) {
	const stops = `<stop/><stop offset="1" stop-color="red"/></linearGradient>`
	for _, c := range []struct{ name, body string }{
		{"a use", `<linearGradient id="l">` + stops + `<defs><g id="g"><rect width="10" height="10" fill="context-fill"/><rect x="30" width="10" height="10" fill="context-fill" transform="scale(1 2)"/></g></defs><use href="#g" x="20" fill="url(#l)"/>`},
		{"a line", `<linearGradient id="l">` + stops + `<marker id="m" markerUnits="userSpaceOnUse"><path d="M0 0h2v2z" fill="context-stroke"/></marker><path d="M20 0L60 20" fill="none" stroke="url(#l)" marker-start="url(#m)"/>`},
	} {
		d, err := drawing.Read([]byte(svg(c.body)), nil)
		if err != nil || len(d.Omitted) > 0 || len(d.Gradients) != 2 {
			t.Errorf("%s: %v, %v", c.name, d, err)
			continue
		}
		for _, g := range d.Gradients {
			from, to := g.Matrix.At(drawing.Point{X: g.X0, Y: g.Y0}), g.Matrix.At(drawing.Point{X: g.X1, Y: g.Y1})
			for _, form := range d.Forms {
				if strings.Contains(string(form.Operators), "/P") {
					t.Errorf("%s: in a form", c.name)
				}
			}
			if from.X < 19.999 || from.X > 20.001 || to.X < 59.999 || to.X > 60.001 {
				t.Errorf("%s: from %v to %v", c.name, from, to)
			}
		}
	}
}

// TestTileGround: a rectangle that fills the tiles of a pattern fills what is painted at once,
// so that no edges of tiles are seen; one that does not, does not.
func TestTileGround(t *testing.T) {
	for inside, want := range map[string]bool{`<rect width="10" height="10" fill="red"/>`: true, `<rect width="9" height="10" fill="red"/>`: false,
		`<rect width="10" height="10" fill="red" opacity=".5"/>`: false, `<circle r="20" fill="red"/>`: false} {
		d, err := drawing.Read([]byte(svg(`<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">`+inside+`</pattern><rect width="100" height="50" fill="url(#p)"/>`)), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(d.Operators), "1 0 0 rg\n0 0 100 50 re f\n"); got != want {
			t.Errorf("%s: %v\n%s", inside, got, d.Operators[:200])
		}
	}
}
