package pdf

import (
	"slices"
	"testing"
)

// TestLeaning: where spaces lean the pen stands at every code to the last bit as
// where they do not, and most of those that can are taken.
func TestLeaning(t *testing.T) {
	_, b := laid(t, "vocalised.txt")
	as, plainly := encode(b, Options{Workers: 1}), encode(b, Options{Workers: 1, ways: unjoined | unstretched})
	for i := range b.Pages {
		if !slices.Equal(inked(as, i), inked(plainly, i)) {
			t.Errorf("ink has moved on page %d", i+1)
		}
	}
	lean, stiff := 0, 0
	for _, page := range as.pages {
		for _, shows := range page {
			for i := range shows {
				for n, g := range shows[i].gaps {
					switch {
					case g.kind == leaning:
						lean++
						if g.units != 0 {
							t.Errorf("a leaning space is %d wide", g.units)
						}
					case g.kind == jointRTL && n > 0:
						stiff++
					}
				}
			}
		}
	}
	if lean < 2*stiff || lean == 0 {
		t.Errorf("%d spaces lean, %d do not", lean, stiff)
	}
}
