package book

import (
	"testing"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/internal/held"
	"warraq/content/samples"
)

// TestCountsWithin: the limits count each block of the specimen, which has all kinds, the
// ones within others too.
func TestCountsWithin(t *testing.T) {
	chapters, err := held.Specimen()
	if err != nil || len(chapters) < 10 {
		t.Fatal(len(chapters), err)
	}
	b := &manuscript{fsys: bounds.Files(samples.FS(), bounds.Limits{})}
	for _, chapter := range chapters {
		for _, block := range chapter.Blocks {
			c, all := b.counter(), held.In(block)
			c.all([]content.Block{block}, 0)
			notes := 0
			for _, part := range all.Pointers {
				if note, ok := part.(*content.Note); ok { // counted with their chapter
					notes += len(held.In(note).Blocks)
				}
			}
			if int(c.blocks) < len(all.Blocks)-notes {
				t.Errorf("%T at %s: %d counted of %d", block, block.At().Pos, c.blocks, len(all.Blocks)-notes)
			}
		}
	}
}
