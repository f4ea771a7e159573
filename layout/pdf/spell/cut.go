package spell

import (
	"warraq/content/dress"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Inline is what sets a part of a line apart: that it is a link, by its
// mark, in a language, short for something, code, or dressed.
type Inline struct {
	Mark int32
	Lang string
	Long *string // what it is short for
	Mono bool    // in the face of code

	Dress dress.Dress
	Shift float64 // of superior and inferior text, points
}

// Cut is where a show begins to belong to something.
type Cut struct {
	Inline
	Piece     int // of the line, the first in the order of drawing
	Code, Gap int // in the show's codes and gaps
	Sequence  int // of the page, where there are several cuts
}

// cut begins a part of a show where the tag changes.
func (s *Show) cut(tag Inline, piece int) {
	if n := len(s.Cuts); n == 0 || s.Cuts[n-1].Inline != tag {
		s.Cuts = append(s.Cuts, Cut{Inline: tag, Piece: piece, Code: len(s.Codes), Gap: len(s.Gaps)})
	}
}

// tagOf is the tag of a piece.
func (s *speller) tagOf(p *paragraph.Piece) Inline {
	style := p.Style
	tag := Inline{Lang: style.Lang, Long: p.Expansion(), Mono: style.Font.Mono}
	tag.Dress, tag.Shift = DressOf(style)
	if style.Mark != 0 && display.LinkOf(s.links, style.Mark) != nil {
		tag.Mark = style.Mark
	}
	return tag
}

// sameTag tells whether two pieces have the same tag.
func (s *speller) sameTag(a, b *paragraph.Piece) bool {
	return a.Style == b.Style && a.Expansion() == b.Expansion() || s.tagOf(a) == s.tagOf(b)
}

// toldDress is what the structure tells of a dress: lines, tints and places.
const toldDress = dress.Struck | dress.Underlined | dress.Highlighted | dress.Superior | dress.Inferior

// DressOf is the dress of a style, as far as it is told, and how far its text
// stands from the baseline of the line, in points.
func DressOf(style *paragraph.Style) (worn dress.Dress, shift float64) {
	worn = dress.Dress(style.Dress) & toldDress
	if worn&(dress.Superior|dress.Inferior) != 0 {
		shift = style.Rise
	}
	return worn, shift
}
