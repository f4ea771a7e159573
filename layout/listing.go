package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// listing sets what the book makes of itself: an index, or a list of captions
// with leaders and folios as in the contents.
func (s *setter) listing(b *content.Listing, col column) []row {
	if b.Kind == content.IndexListing {
		return s.index(b, col)
	}
	col.grid, col.flush, col.align = false, true, paragraph.Start
	var rows []row
	for i, e := range b.Entries {
		set := s.led(e.Text, e.Marks[0].ID, col, e.ID)
		if len(set) == 0 {
			continue
		}
		set[0].starts = append(set[0].starts, e.ID)
		if i > 0 {
			set[0].space = col.leading / 4
		}
		rows = append(rows, set...)
	}
	return rows
}
