package instance

import (
	"errors"
	"testing"

	"warraq/fonts/internal/sfnt"
)

// TestBearableDeltas refuses a table that says in few bytes that very many points move.
func TestBearableDeltas(t *testing.T) {
	const glyphs = 3000
	glyf := append(sfnt.Words(1, 0, 0, 0, 0), sfnt.Words(40_000)...) // one contour
	gvar := func(tuples int) []byte {
		b := sfnt.Words(1, 0, 1, 0, 0, 0, glyphs, 0, 0, 20+2*(glyphs+1))
		for range glyphs + 1 {
			b = append(b, sfnt.Words(0)...)
		}
		return append(b, sfnt.Words(tuples)...)
	}
	loca := make([]byte, 4*(glyphs+1))
	for tuples, want := range map[int]error{1: nil, 100: errVaries} {
		if err := bearableDeltas(gvar(tuples), loca, glyf, true); !errors.Is(err, want) {
			t.Errorf("%d sets of deltas: %v", tuples, err)
		}
	}
}
