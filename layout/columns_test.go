package layout_test

import (
	"fmt"
	"testing"

	"warraq/content"
	"warraq/content/number"
	"warraq/content/stand"
)

// TestRandomColumns: what stands in columns keeps the promises of all pages.
func TestRandomColumns(t *testing.T) {
	for seed := range uint64(24) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			doc := randomBook(seed, false)
			for _, c := range doc.Chapters {
				c.Blocks = inColumns(c.Blocks, 2+int(seed%3))
			}
			number.Document(doc)
			b := triedPages(t, doc, 1)
			if b == nil {
				return
			}
			everyLetterOnce(t, doc, b)
			nothingOutside(t, b)
			noOverlap(t, b)
			notesInOrder(t, doc, b, true)
			foliosTrue(t, doc, b)
		})
	}
}

// inColumns puts every second run of so many blocks that may stand in columns into one
// division.
func inColumns(blocks []content.Block, run int) []content.Block {
	var all []content.Block
	var div *content.Div
	for i, b := range blocks {
		switch b.(type) {
		case *content.Listing, *content.Endnotes, *content.PageBreak, *content.Table:
			all, div = append(all, b), nil
			continue
		}
		if i/run%2 == 0 {
			all, div = append(all, b), nil
			continue
		}
		if div == nil {
			div = &content.Div{}
			div.Classes = []string{stand.ColumnsClass}
			all = append(all, div)
		}
		div.Blocks = append(div.Blocks, b)
	}
	return all
}
