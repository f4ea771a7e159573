package blocks

import (
	"warraq/content"
	"warraq/content/stand"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// shownClass marks the division that holds what the source above it makes.
const shownClass = stand.ShownClass

// Measures of what a source makes: its part of a level's inset at which the
// rule stands, and the gray of that rule.
const (
	shownEdge = 0.45
	shownGray = 0.35
)

// shown sets what a source makes: as it would stand in the text, but further
// in, beside a hairline that keeps it apart from the text around it. It begins
// on the page where its source ends, if it can.
func (s *Setter) shown(b *content.Div, col lines.Column) []vlist.Row {
	inner := col.Inset(s.inset(col))
	inner.Grid = false
	rows := s.member(b.Blocks, inner)
	if len(rows) == 0 {
		return nil
	}
	above, below := vlist.Overshoot(rows)
	vlist.Pad(rows, max(0, above), max(0, below))
	edge, gray := col.Inset(s.inset(col)*shownEdge).StartOf(vlist.Hairline), paragraph.Gray(shownGray)
	vlist.Backed(rows, edge, vlist.Hairline, gray)
	vlist.EachAgain(rows, func(r *vlist.Row) { r.Back(edge, vlist.Hairline, gray) })
	whole := s.listingPrice(len(rows))
	for i := 1; i < len(rows); i++ {
		rows[i].Penalty = max(rows[i].Penalty, whole)
	}
	rows[0].Penalty = max(rows[0].Penalty, vlist.ShownPrice)
	s.aired(rows, col)
	return rows
}
