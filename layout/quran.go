package layout

import (
	"math"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// A quotation from the Qur'an is set in a type larger than the text's by
// quranSize and at a leading larger by quranLeading: it is vocalised, with signs
// of pause above the vowels, and the book's own leading need not grow for it.
const (
	quranSize    = 1.1
	quranLeading = 1.25
)

// quran sets a quotation from the Qur'an in a little larger type. What fits on
// a line stands in the middle, what is longer fills the measure by its spaces
// alone. The place of the verse stands under it, small.
func (s *setter) quran(b *content.Quote, col column) []row {
	inner := col.inset(s.style.QuoteInset).insetEnd(s.style.QuoteInset)
	inner.size, inner.indent, inner.flush, inner.grid = math.Round(col.size*quranSize*4)/4, 0, true, false
	inner.leading = col.leading * quranLeading
	inner.align, inner.kashida.Rules = paragraph.Justify, paragraph.Spaces
	short := s.fitsLine(b.Blocks, inner)
	if short {
		inner.align = paragraph.Center
	}
	rows := s.stack(b.Blocks, inner)
	loosen(rows, inner.leading)
	place := inner
	place.size, place.leading, place.align = s.style.Small, s.style.SmallLeading, paragraph.End
	if short {
		place.align = paragraph.Center
	}
	source := parted(s.text(b.Attribution, place, b.ID), display.Attribution)
	for i := range source {
		source[i].penalty = infinite
	}
	rows = attributed(rows, source, inner)
	s.aired(rows, col)
	return rows
}

// fitsLine tells whether each block is a paragraph no wider than the column.
func (s *setter) fitsLine(blocks []content.Block, col column) bool {
	for _, b := range blocks {
		p, ok := b.(*content.Paragraph)
		if !ok {
			return false
		}
		s.spell.begin()
		s.spell.spell(p.Inlines, col.look())
		if whole, _ := s.comp.Width(s.spell.spans, col.form()); whole > col.width {
			return false
		}
	}
	return true
}
