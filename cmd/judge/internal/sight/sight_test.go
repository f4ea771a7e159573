package sight

import (
	"strings"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

func TestMisplaced(t *testing.T) {
	rows := []Row{{Want: "2222-3333", Line: "هاتف 2222-3333", mark: "ددذ"}, {Want: "(1)Alpha", Line: "Alpha\u2060(1)", mark: "درر"}}
	for lines, want := range map[string]int{
		"ددذ2222-3333فتاه\nدرر)7(Alpha": 0,
		"ددذ3333-2222فتاه\nدررAlpha)7(": 2,
		"ددذ2222-33334فتاه\nدرر7Alpha":  1,
		"درر":                           2,
	} {
		if got := Misplaced(rows, strings.Split(lines, "\n")); len(got) != want {
			t.Errorf("%q: %q", lines, got)
		}
	}
}
