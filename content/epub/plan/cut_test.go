package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestCut: the highest rank that does it, as few as can be, the most even; what
// nothing parts stands alone.
func TestCut(t *testing.T) {
	for _, c := range []struct{ units, want string }{
		{"7:30", "0"},
		{"7:30 2:30 2:30 2:30", "0 2"},
		{"7:10 2:90 2:20 2:30 2:40", "0 2"},
		{"2:60 3:30 2:30 3:70", "0 2"},
		{"2:60 3:60 2:30 3:60 2:10", "0 1 3"},
		{"2:60 7:60 3:10 7:60", "0 1 3"},
		{"2:20 2:500 2:20 2:20", "0 1 2"},
		{"7:20 7:20 7:20 7:20 7:20 7:20", "0 3"},
	} {
		var units []unit
		for i, u := range strings.Fields(c.units) {
			unit := unit{from: i}
			fmt.Sscanf(u, "%d:%d", &unit.rank, &unit.size)
			units = append(units, unit)
		}
		if got := strings.Trim(fmt.Sprint(cut(units, 100)), "[]"); got != c.want {
			t.Errorf("%s: %s, want %s", c.units, got, c.want)
		}
	}
}
