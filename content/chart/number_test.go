package chart

import (
	"strings"
	"testing"

	"warraq/content/design"
)

// TestParse reads numbers as authors write them.
func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"12": "12", "١٢": "12", "۱۲٫۵": "12.5", "1٬204": "1204", "1,204": "1204", "1,5": "1.5", "1.204,5": "1204.5",
		"1,204.5": "1204.5", "1 204": "1204", "−3": "-3", "40 %": "40", "٪٤٠": "", "12a": "", "1e5": "", "0x10": "", "+5": "",
		"1.234.567": "", "": "", "1-2": "", "inf": "", "NaN": "",
	} {
		v, _, ok := parse(text)
		if v.decimal != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", text, v.decimal, ok, want)
		}
	}
}

// TestScale: a scale goes over its values and has steps that people count in, 2 to 12 of
// them.
func TestScale(t *testing.T) {
	for _, c := range []struct{ least, most float64 }{{0, 1}, {0, 402}, {-3, 7}, {0, 0.03}, {0, 0}, {95, 99}, {0, 1e12}, {-5, -1}} {
		s := scaleOf(c.least, c.most, 5, false)
		if n := len(s.ticks()); s.from > c.least || s.to < c.most || n < 2 || n > 12 {
			t.Errorf("%v to %v: from %v to %v, %d ticks", c.least, c.most, s.from, s.to, n)
		}
		for _, v := range []float64{c.least, c.most} {
			if p := s.part(v); p < 0 || p > 1 {
				t.Errorf("%v stands at %v", v, p)
			}
		}
	}
}

// FuzzChart: whatever a table says, its drawing has no number that is none.
func FuzzChart(f *testing.F) {
	f.Add(uint8(0), 1.0, 2.0, "name")
	f.Add(uint8(3), 0.0, 1e300, "<&>")
	f.Fuzz(func(t *testing.T, kind uint8, a, b float64, name string) {
		c := &Chart{Kind: Kind(kind % 4), Categories: []string{name, "x"}, Series: []Series{{Name: name, Values: []Value{{a, true, "1"}, {b, true, "2"}}}}}
		if !(a >= 0 && b >= 0 && a+b > 0 && a+b < 1e300) {
			return
		}
		for _, word := range []string{"NaN", "Inf"} {
			if svg := string(c.SVG(Look{Width: 300, Accent: design.Color{}})); strings.Contains(svg, word) && !strings.Contains(name, word) {
				t.Errorf("%s in the drawing", word)
			}
		}
	})
}
