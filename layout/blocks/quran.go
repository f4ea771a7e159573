package blocks

import (
	"math"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// A quotation from the Qur'an is set in a type larger than the text's by
// quranSize and at a leading larger by quranLeading: it is vocalised, with signs
// of pause above the vowels, and the book's own leading need not grow for it.
const (
	quranSize    = 1.1
	quranLeading = 1.25
	wholeQuran   = 5 // lines that are not parted, their source among them
)

// quran sets a quotation from the Qur'an in a little larger type. What fits on
// a line stands in the middle, what is longer fills the measure by its spaces
// alone. The place of the verse stands under it, small.
func (s *Setter) quran(b *content.Quote, col lines.Column) []vlist.Row {
	inner := col.Inset(s.Style.QuoteInset).InsetEnd(s.Style.QuoteInset)
	inner.Size, inner.Indent, inner.Flush, inner.Grid = math.Round(col.Size*quranSize*4)/4, 0, true, false
	inner.Leading, inner.Font.Role = col.Leading*quranLeading, fonts.OfQuran
	inner.Align, inner.Kashida.Rules = paragraph.Justify, paragraph.Spaces
	short := s.fitsLine(b.Blocks, inner)
	if short {
		inner.Align = paragraph.Center
	}
	rows := s.stack(b.Blocks, inner)
	vlist.Loosen(rows, inner.Leading)
	place := inner
	place.Size, place.Leading, place.Align, place.Font.Role = s.Style.Small, s.Style.SmallLeading, paragraph.End, fonts.OfText
	if short {
		place.Align = paragraph.Center
	}
	source := vlist.Parted(s.Text(b.Attribution, place, b.ID), display.Attribution)
	for i := range source {
		source[i].Penalty = vlist.Infinite
	}
	rows = attributed(rows, source, inner)
	if len(rows) <= wholeQuran {
		vlist.Together(rows)
	}
	s.aired(rows, col)
	return rows
}

// fitsLine tells whether each block is a paragraph no wider than the column.
func (s *Setter) fitsLine(blocks []content.Block, col lines.Column) bool {
	for _, b := range blocks {
		p, ok := b.(*content.Paragraph)
		if !ok {
			return false
		}
		s.Spell.Begin()
		s.Spell.Inlines(p.Inlines, col.Look())
		if whole, _ := s.Widths(col); whole > col.Width {
			return false
		}
	}
	return true
}
