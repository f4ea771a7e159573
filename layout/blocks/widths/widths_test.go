package widths

import (
	"math"
	"testing"
)

// TestSpread: what a table has to spare goes to its words; the columns add up to the
// measure, and none is narrower than it wishes to be.
func TestSpread(t *testing.T) {
	widths := make([]float64, 3)
	Spread(widths, []float64{60, 30, 30}, []bool{false, true, true}, 120)
	for i, want := range []float64{60 + 120*60/78.0, 30 + 120*9/78.0, 30 + 120*9/78.0} {
		if math.Abs(widths[i]-want) > 1e-9 {
			t.Errorf("column %d: %v, want %v", i, widths[i], want)
		}
	}
	if whole := Sum(widths); math.Abs(whole-240) > 1e-9 {
		t.Error("a measure of", whole)
	}
	even := []float64{1, 2}
	if Spread(even, []float64{1, 1}, nil, 9); even[0] != 1 || even[1] != 2 {
		t.Error("a table without words beside its numbers:", even)
	}
}
