package layout_test

import (
	"testing"

	"warraq/content"
	"warraq/layout/display"
)

// floatsHeld looks for figures and tables that stand before one that is written before
// them, before the heading of their section or behind that of the next, and for text
// that does not stand in its order.
func floatsHeld(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	turned := turnedTables(doc, b)
	for _, c := range doc.Chapters {
		var text, float, heading display.Spot
		for _, block := range c.Blocks {
			id := block.At().ID
			spot, stands := b.Spots[id]
			if !stands || turned[id] {
				continue
			}
			switch block.(type) {
			case *content.Figure, *content.Table:
				if before(spot, float) || before(spot, heading) {
					t.Errorf("#%d (%T) stands on page %d at %.1f, before the heading or the figure above it", id, block, spot.Page+1, spot.Y)
				}
				float = spot
				continue
			case *content.Heading:
				if before(spot, float) {
					t.Errorf("heading #%d stands on page %d at %.1f, before a figure of the section that it ends", id, spot.Page+1, spot.Y)
				}
				heading = spot
			}
			if before(spot, text) {
				t.Errorf("#%d (%T) stands on page %d at %.1f, before what is above it", id, block, spot.Page+1, spot.Y)
			}
			text = spot
		}
	}
}

func before(a, b display.Spot) bool { return a.Page < b.Page || a.Page == b.Page && a.Y < b.Y }
