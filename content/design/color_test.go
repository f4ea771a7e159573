package design

import (
	"math"
	"testing"
)

func TestParseColor(t *testing.T) {
	for text, want := range map[string]string{"#1d4f73": "#1d4f73", "#14f": "#1144ff", "#ABCDEF": "#abcdef"} {
		if c, ok := ParseColor(text); !ok || c.String() != want {
			t.Errorf("%s: %s %v", text, c, ok)
		}
	}
	for _, text := range []string{"", "#", "1d4f73", "#12345", "#gggggg", "blue", "#-12345"} {
		if c, ok := ParseColor(text); ok {
			t.Errorf("%q is taken for %s", text, c)
		}
	}
}

// TestContrast: the ends of the scale, and the gray that WCAG's own
// techniques give as the lightest for text on white.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#767676", "#ffffff", 4.54}, {"#123456", "#123456", 1}} {
		a, _ := ParseColor(c.a)
		b, _ := ParseColor(c.b)
		if got := Contrast(a, b); math.Abs(got-c.want) > 0.005 || got != Contrast(b, a) {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// TestMidway: every colour has a neighbour that can be read on white and on
// black.
func TestMidway(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := Color{uint8(r), uint8(g), uint8(b)}
				m := c.Midway()
				if min(Contrast(m, White), Contrast(m, Color{})) < LeastContrast {
					t.Fatalf("%s becomes %s", c, m)
				}
			}
		}
	}
}
