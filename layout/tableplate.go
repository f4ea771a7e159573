package layout

import (
	"warraq/content"
)

// plate sets a table along the height of the page; asked tells that its author
// wants it so.
func (s *setter) plate(b *content.Table, slots [][]content.Slot, col column, asked bool) []row {
	col.left, col.width = 0, s.style.Height()
	g, over := s.grid(b, slots, col)
	g.page = s.style.Measure()
	how := turned
	if asked {
		how = turnedAsAsked
	}
	s.tellFit(b, slots, g, col, over, how)
	rows := s.captionedTable(b, slots, g, col)
	if len(rows) == 0 {
		return nil
	}
	return []row{{plates: []plate{{rows}}}}
}
