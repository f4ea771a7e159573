package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// shownClass marks the division that holds what the source above it makes.
const shownClass = content.ShownClass

// Measures of what a source makes: its part of a level's inset at which the
// rule stands, and the gray of that rule.
const (
	shownEdge = 0.45
	shownGray = 0.35
)

// shown sets what a source makes: as it would stand in the text, but further
// in, beside a hairline that keeps it apart from the text around it. It begins
// on the page where its source ends, if it can.
func (s *setter) shown(b *content.Div, col column) []row {
	inner := col.inset(s.inset(col))
	inner.grid = false
	rows := s.member(b.Blocks, inner)
	if len(rows) == 0 {
		return nil
	}
	above, below := overshoot(rows)
	pad(rows, max(0, above), max(0, below))
	edge, gray := col.inset(s.inset(col)*shownEdge).startOf(hairline), paragraph.Gray(shownGray)
	backed(rows, edge, hairline, gray)
	eachAgain(rows, func(r *row) { r.back(edge, hairline, gray) })
	whole := s.listingPrice(len(rows))
	for i := 1; i < len(rows); i++ {
		rows[i].penalty = max(rows[i].penalty, whole)
	}
	rows[0].penalty = max(rows[0].penalty, shownPrice)
	s.aired(rows, col)
	return rows
}
