package main

import (
	"strings"
	"testing"
)

// TestSay lets nothing of a manuscript move about on a terminal.
func TestSay(t *testing.T) {
	for text, want := range map[string]string{
		"كتاب.md:3: ما هذا\u200f":           "كتاب.md:3: ما هذا\u200f\n",
		"a\x1b[2Jb.md":                      `a\x1b[2Jb.md` + "\n",
		"x\u202egnp.md \u2067و\u2069\r\x7f": `x\u202egnp.md \u2067و\u2069\r\x7f` + "\n",
		"two\nlines\tand a tab":             "two\nlines\tand a tab\n",
		"\xff\u0085\u2028":                  `\ufffd\u0085\u2028` + "\n",
	} {
		var b strings.Builder
		say(&b, "%s", text)
		if b.String() != want {
			t.Errorf("%q is said as %q", text, b.String())
		}
	}
}
