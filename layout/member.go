package layout

import "warraq/content"

// member sets the blocks of an item of a list or of an explanation. The first
// paragraph is flush with the mark or term; those after it have an indent, half
// that of running text, since no space parts them from each other.
func (s *blockSetter) member(blocks []content.Block, col column) []row {
	first, later := col, col
	first.flush = true
	later.flush, later.indent = false, s.style.Indent/2
	if len(blocks) < 2 {
		return s.stack(blocks, first)
	}
	rows := s.stack(blocks[:1], first)
	rest := s.stack(blocks[1:], later)
	if hung(rest[:min(1, len(rest))]) && len(rows) > 0 {
		rows[len(rows)-1].hang(rest[0].plates)
		rest = rest[1:]
	}
	if len(rest) > 0 && len(rows) > 0 && rest[0].space == 0 {
		rest[0].space = s.between(blocks[0], blocks[1], later)
	}
	if len(rest) > 0 && announces(blocks[0], blocks[1]) {
		rest[0].penalty += colonPrice
	}
	if len(rest) > 0 {
		rest[0].opens = rest[0].opens || content.IsPageBreak(blocks[1])
	}
	return append(rows, rest...)
}

// inset is how far a member is set in: the style's inset, or less where the
// column is narrow, so that what lies deep in others still has a measure.
func (s *blockSetter) inset(col column) float64 {
	by := max(col.width/narrowing, 0.9*col.size)
	return min(s.style.Inset, by, col.width/6)
}

// narrowing is the part of a column that an inset takes at most where the column
// is narrower than a page's usual measure.
const narrowing = 14
