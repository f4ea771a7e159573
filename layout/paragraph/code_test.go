package paragraph

import (
	"strings"
	"testing"

	"warraq/fonts"
)

// TestCodeHyphens: no line ends behind a hyphen in code that a line has room for, one
// too long for that does, and the spaces of code are as wide as its face has them.
func TestCodeHyphens(t *testing.T) {
	text, mono := &Style{Size: 12, Lang: "ar"}, &Style{Size: 10, Font: fonts.Style{Mono: true}}
	for _, test := range []struct {
		code  string
		whole bool
	}{
		{"page-break-before", true},
		{"warraq build my-first-booklet", true},
		{strings.Repeat("long-", 12) + "name", false},
	} {
		divided, spaces := 0, make(map[int32]bool)
		for words := range 12 {
			set := newCompositor().Set([]Span{
				{Text: strings.Repeat("كتب القلم ", words) + "\u2066", Style: text},
				{Text: test.code, Style: mono},
				{Text: "\u2069 ثم وضع القلم على الورق ونظر إليه", Style: text}}, Form{Measure: 200})
			for i := range set.Lines {
				pieces := set.Lines[i].Pieces
				if last := pieces[len(pieces)-1]; last.Word != nil && strings.HasSuffix(last.Word.Text, "-") {
					divided++
				}
				for _, p := range pieces {
					if p.Word == nil && p.Style == mono {
						spaces[p.Space] = true
					}
				}
			}
		}
		if (divided == 0) != test.whole {
			t.Errorf("%s: %d lines end behind a hyphen", test.code, divided)
		}
		if len(spaces) > 1 {
			t.Errorf("%s: spaces of %d widths", test.code, len(spaces))
		}
	}
}
