package spell

import (
	"slices"
	"testing"
)

// TestTray: slices of a tray keep what was put in them, however long they turn out
// and whatever is made behind them.
func TestTray(t *testing.T) {
	var tr tray[int]
	var all [][]int
	for n := range 200 {
		s := tr.open(n / 3) // and often more
		for i := range n {
			s = append(s, 1000*n+i)
		}
		all = append(all, tr.close(s))
	}
	for n, s := range all {
		if len(s) != n || cap(s) != n {
			t.Fatalf("slice %d has %d of %d", n, len(s), cap(s))
		}
		for i, v := range s {
			if v != 1000*n+i {
				t.Errorf("slice %d: %d at %d", n, v, i)
			}
		}
	}
	_ = append(all[10], -1)
	if slices.Contains(all[11], -1) {
		t.Error("a slice has room in the next")
	}
	tr.clear()
	if first := tr.open(1); len(first) != 0 || cap(first) == 0 {
		t.Errorf("%d of %d elements behind clear", len(first), cap(first))
	}
}
