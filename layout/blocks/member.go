package blocks

import (
	"warraq/content"
	"warraq/layout/lines"
	"warraq/layout/vlist"
)

// member sets the blocks of an item of a list or of an explanation. The first
// paragraph is flush with the mark or term; those after it have an indent, half
// that of running text, since no space parts them from each other.
func (s *Setter) member(blocks []content.Block, col lines.Column) []vlist.Row {
	first, later := col, col
	first.Flush = true
	later.Flush, later.Indent = false, s.Style.Indent/2
	if len(blocks) < 2 {
		return s.stack(blocks, first)
	}
	rows := s.stack(blocks[:1], first)
	rest := s.stack(blocks[1:], later)
	if vlist.Hung(rest[:min(1, len(rest))]) && len(rows) > 0 {
		rows[len(rows)-1].Hang(rest[0].Plates)
		rest = rest[1:]
	}
	if len(rest) > 0 && len(rows) > 0 && rest[0].Space == 0 {
		rest[0].Space = s.between(blocks[0], blocks[1], later)
	}
	if len(rest) > 0 && Announces(blocks[0], blocks[1]) {
		rest[0].Penalty += vlist.ColonPrice
	}
	if len(rest) > 0 {
		slacken(&rest[0], blocks[1], later)
		rest[0].Opens = rest[0].Opens || content.IsPageBreak(blocks[1])
	}
	return append(rows, rest...)
}

// inset is how far a member is set in: the style's inset, or less where the
// column is narrow, so that what lies deep in others still has a measure.
func (s *Setter) inset(col lines.Column) float64 {
	by := max(col.Width/narrowing, 0.9*col.Size)
	return min(s.Style.Inset, by, col.Width/6)
}

// narrowing is the part of a column that an inset takes at most where the column
// is narrower than a page's usual measure.
const narrowing = 14
