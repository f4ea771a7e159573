package fonts

import (
	"fmt"
	"iter"
	"math/bits"
	"unicode"
)

// Runes is a set of characters. The zero value is empty.
type Runes struct {
	bits [0x110000 / 64]uint64
}

// Add puts a character into the set; what is none is passed over.
func (s *Runes) Add(r rune) {
	if r >= 0 && int(r) < 64*len(s.bits) {
		s.bits[r>>6] |= 1 << (r & 63)
	}
}

// AddString puts the characters of a string into the set.
func (s *Runes) AddString(text string) {
	for _, r := range text {
		s.Add(r)
	}
}

// AddSet puts the characters of another set into this one.
func (s *Runes) AddSet(other *Runes) {
	for i, b := range other.bits {
		s.bits[i] |= b
	}
}

// Has tells whether a character is in the set.
func (s *Runes) Has(r rune) bool {
	return r >= 0 && int(r) < 64*len(s.bits) && s.bits[r>>6]>>(r&63)&1 != 0
}

// has tells whether all characters of a string are in the set.
func (s *Runes) has(text string) bool {
	for _, r := range text {
		if !s.Has(r) {
			return false
		}
	}
	return true
}

// All are the characters of the set in their order.
func (s *Runes) All() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i, b := range s.bits {
			for ; b != 0; b &= b - 1 {
				if !yield(rune(64*i + bits.TrailingZeros64(b))) {
					return
				}
			}
		}
	}
}

// Missing are the characters of a text that a font file has no glyph for, or
// only half a pair of brackets; controls, which nobody draws, are none of them.
func Missing(data []byte, text *Runes) (*Runes, error) {
	f, err := newFont(data)
	if err != nil {
		return nil, fmt.Errorf("not a font: %w", err)
	}
	has := func(r rune) bool {
		gid, ok := f.NominalGlyph(r)
		return ok && gid != 0
	}
	missing := new(Runes)
	for r := range text.All() {
		if !has(r) && !unseen(r) || isBracket(r) && !has(otherBracket(r)) {
			missing.Add(r)
		}
	}
	return missing, nil
}

// unseen tells the characters that shapers and browsers leave out where a face
// has none: controls, joiners, variation selectors, marks of direction.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}
