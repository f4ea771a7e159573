package layout_test

import (
	"testing"

	"warraq/content"
	"warraq/layout/blocks"
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
		announcedHeld(t, c, b, turned)
	}
}

// announcedHeld looks for figures and tables between what ends in a colon and what it
// announces.
func announcedHeld(t *testing.T, c *content.Chapter, b *display.Book, turned map[content.ID]bool) {
	t.Helper()
	for i := 1; i < len(c.Blocks); i++ {
		above, below := c.Blocks[i-1], c.Blocks[i]
		from, ok := b.Spots[above.At().ID]
		to, stands := b.Spots[below.At().ID]
		if !blocks.Announces(above, below) || !ok || !stands || turned[below.At().ID] {
			continue
		}
		for _, other := range c.Blocks {
			switch other.(type) {
			case *content.Figure, *content.Table:
				if spot, ok := b.Spots[other.At().ID]; ok && before(from, spot) && before(spot, to) {
					t.Errorf("%s: what the colon of %s announces stands behind #%d on page %d", below.At().Pos, above.At().Pos, other.At().ID, spot.Page+1)
				}
			}
		}
	}
}

func before(a, b display.Spot) bool { return a.Page < b.Page || a.Page == b.Page && a.Y < b.Y }
