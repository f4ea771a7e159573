package layout_test

import (
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
)

// TestBlocksStand: every block of the specimen, which has every kind, begins on a
// page; so do its members and notes, but for empty cells and
// page breaks, which print nothing.
func TestBlocksStand(t *testing.T) {
	doc, _, err := book.Read(samples.FS(), "specimen", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := pagesOf(t, doc, 1)
	n := 0
	content.Walk(doc, func(part any, place *content.Place) {
		if cell, ok := part.(*content.Cell); ok && len(cell.Inlines) == 0 {
			return
		}
		if _, ok := part.(*content.PageBreak); ok {
			return
		}
		if _, stands := pages.Spots[place.ID]; !stands {
			t.Errorf("%s: %T is on no page", place.Pos, part)
		}
		n++
	})
	if n < 500 {
		t.Errorf("the specimen has only %d parts", n)
	}
}
