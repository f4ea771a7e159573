package blocks

import (
	"strings"
	"testing"
)

// TestUntabbed looks at indents and columns; · is a no-break space.
func TestUntabbed(t *testing.T) {
	for line, want := range map[string]string{
		"\tx":     "4 x",
		"  \t\tx": "8 x",
		"ab\tc":   "0 ab··c",
		"abc\td":  "0 abc d",
		"a b  c ": "0 a b··c",
		"   ":     "3 ",
	} {
		text, indent := untabbed(line)
		if got := strings.ReplaceAll(strings.Join([]string{string(rune('0' + indent)), text}, " "), "\u00A0", "·"); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
