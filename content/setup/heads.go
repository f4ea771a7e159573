package setup

import (
	"strings"

	"warraq/content/locale"
	"warraq/content/pattern"
)

// RunningHeads are patterns of what stands over the text of even pages and of odd ones,
// `{chapter} — {section}`; empty: as the theme has it.
type RunningHeads struct{ Even, Odd string }

// NoHead is the pattern of pages without a running head.
const NoHead = "none"

// HeadFields are what a pattern may name: of the book its title, subtitle and authors; of
// a page its part, the number and the title of its chapter, its section, and the first
// and the last entry of a glossary or an index that stand on it. The logo stands at the
// other end of the head, wherever it is named.
var HeadFields = []string{"title", "subtitle", "author", "part", "number", "chapter", "section", "first", "last", "logo"}

// HeadPiece is a piece of a pattern: letters as they are, or a field.
type HeadPiece struct{ Text, Field string }

var headField = pattern.Of(`\{([^{}]*)\}`)

// HeadPieces takes a pattern apart. Fields may be written in the words of an author's
// language; one that is not known stands as it was written.
func HeadPieces(pattern string) (pieces []HeadPiece) {
	at := 0
	for _, m := range headField.FindAllStringSubmatchIndex(pattern, -1) {
		if m[0] > at {
			pieces = append(pieces, HeadPiece{Text: pattern[at:m[0]]})
		}
		pieces = append(pieces, HeadPiece{Field: locale.English(strings.TrimSpace(pattern[m[2]:m[3]]))})
		at = m[1]
	}
	if at < len(pattern) {
		pieces = append(pieces, HeadPiece{Text: pattern[at:]})
	}
	return pieces
}

// Names tells whether a pattern names one of some fields.
func (h *RunningHeads) Names(fields ...string) bool {
	for _, pattern := range [...]string{h.Even, h.Odd} {
		for _, p := range HeadPieces(pattern) {
			for _, f := range fields {
				if p.Field == f {
					return true
				}
			}
		}
	}
	return false
}
