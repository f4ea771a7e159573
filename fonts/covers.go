package fonts

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// CoversAll tells whether the face has glyphs for all characters of a text, or
// for what they are made of or make together: shapers compose and decompose as
// a face needs it.
func (f *Face) CoversAll(text []rune) bool {
	return f.hasAll(text) || f.hasParts(norm.NFC.String(string(text)))
}

func (f *Face) hasAll(text []rune) bool {
	for _, r := range text {
		if !f.Covers(r) {
			return false
		}
	}
	return true
}

func (f *Face) hasParts(text string) bool {
	for _, r := range text {
		if f.Covers(r) {
			continue
		}
		parts := []rune(norm.NFD.String(string(r)))
		if len(parts) < 2 || !f.hasAll(parts) {
			return false
		}
	}
	return true
}

// brackets are pairs whose members change places in right-to-left text
// (Unicode's Bidi_Mirroring_Glyph), and those of the Quran.
const brackets = "()[]{}<>«»‹›﴾﴿⟨⟩⟪⟫⌈⌉⌊⌋"

// isBracket tells the members of such pairs.
func isBracket(r rune) bool { return strings.ContainsRune(brackets, r) }

// otherBracket is the other member of a bracket's pair.
func otherBracket(r rune) rune {
	of := []rune(brackets)
	return of[slices.Index(of, r)^1]
}

// pairBrackets takes a bracket for one that the face lacks where it lacks the
// other of its pair, which is drawn in its place in right-to-left text.
func (f *Face) pairBrackets() {
	for _, r := range brackets {
		if !f.Covers(otherBracket(r)) {
			f.coverage[r>>6] &^= 1 << (r & 63)
		}
	}
}
