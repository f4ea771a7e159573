package design_test

import (
	"math"
	"testing"

	"warraq/content/design"
)

// TestParseLength: each unit, and what is no length.
func TestParseLength(t *testing.T) {
	for _, c := range []struct {
		text   string
		points float64
		part   float64
	}{
		{"60%", 0, 0.6}, {"100 %", 0, 1}, {"2.54cm", 72, 0}, {"25.4 mm", 72, 0}, {"1in", 72, 0},
		{"12pt", 12, 0}, {"96px", 72, 0}, {"96", 72, 0}, {".5IN", 36, 0},
		{"٦٠٪", 0, 0.6}, {"٢٫٥٤ سم", 72, 0}, {"۲۵.۴مم", 72, 0},
	} {
		l, ok := design.ParseLength(c.text)
		if !ok || math.Abs(l.Of(0)-c.points) > 1e-9 || math.Abs(l.Of(1)-l.Of(0)-c.part) > 1e-9 {
			t.Errorf("%q: %+v, %v", c.text, l, ok)
		}
	}
	for _, text := range []string{"", "%", "cm", "0", "0cm", "-3cm", "-5%", "wide", "NaN", "Infcm", "1e300cm", "1e2pt", "0x1p3", "3em", "1_0pt", "٣كم"} {
		if l, ok := design.ParseLength(text); ok {
			t.Errorf("%q is taken for a length, %+v", text, l)
		}
	}
}
