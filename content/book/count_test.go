package book

import (
	"io/fs"
	"testing"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/internal/held"
	"warraq/content/markdown"
	"warraq/content/samples"
)

// TestCountsWithin: the limits count each block of the specimen, which has all kinds, the
// ones within others too.
func TestCountsWithin(t *testing.T) {
	names, err := fs.Glob(samples.FS(), "specimen/*.md")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	b := &manuscript{fsys: bounds.Files(samples.FS(), bounds.Limits{})}
	for _, name := range names {
		text, err := fs.ReadFile(samples.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		chapters, _, _, _ := markdown.NewReader().Read(string(text), markdown.Options{File: name})
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
}
