// Package glyphs is sets of glyphs, as the tables of layout name them.
package glyphs

import (
	"iter"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// Set is some glyphs of a face. The zero value is empty.
type Set struct {
	List []tables.GlyphID // in the order in which they came
	bits []uint64
}

// Has tells whether a glyph is in the set.
func (s *Set) Has(g tables.GlyphID) bool {
	return s.bits != nil && s.bits[g>>6]>>(g&63)&1 != 0
}

// Add puts a glyph into the set.
func (s *Set) Add(g tables.GlyphID) {
	if s.Has(g) {
		return
	}
	if s.bits == nil {
		s.bits = make([]uint64, 0x10000/64)
	}
	s.bits[g>>6] |= 1 << (g & 63)
	s.List = append(s.List, g)
}

// Covered gives the glyphs of a coverage and their indices in it.
func Covered(c tables.Coverage) iter.Seq2[int, tables.GlyphID] {
	return func(yield func(int, tables.GlyphID) bool) {
		switch c := c.(type) {
		case tables.Coverage1:
			for i, g := range c.Glyphs {
				if !yield(i, g) {
					return
				}
			}
		case tables.Coverage2:
			for _, r := range c.Ranges {
				for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
					if !yield(int(r.StartCoverageIndex)+g-int(r.StartGlyphID), tables.GlyphID(g)) {
						return
					}
				}
			}
		}
	}
}
