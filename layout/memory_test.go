package layout_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"warraq/content"
	"warraq/content/number"
	"warraq/layout"
)

// edits is how many edits of random books are laid out with a memory: `make check`
// asks for 1,000.
var edits = flag.Uint64("edits", 40, "edits of random books")

// TestEdits lays out random books over and over, with the memory of the time before,
// and as if for the first time: the pages are the same.
func TestEdits(t *testing.T) {
	const perBook = 8
	for seed := range (*edits + perBook - 1) / perBook {
		memory := new(layout.Memory)
		for n := range perBook {
			doc := randomBook(seed, seed%2 == 1)
			edit(doc, seed, n)
			cold, coldErr := layout.Pages(doc, amiri(), layout.Options{})
			faces, err := memory.Faces(doc)
			if err != nil {
				t.Fatal(err)
			}
			warm, warmErr := layout.Pages(doc, faces, layout.Options{Memory: memory})
			if fmt.Sprint(coldErr) != fmt.Sprint(warmErr) {
				t.Fatalf("book %d, edit %d: %v, with a memory %v", seed, n, coldErr, warmErr)
			}
			if coldErr != nil {
				continue
			}
			if dumped(cold) != dumped(warm) || fmt.Sprint(cold.Warnings, cold.Advice) != fmt.Sprint(warm.Warnings, warm.Advice) {
				t.Errorf("book %d, edit %d: other pages with a memory", seed, n)
			}
		}
	}
}

// edit makes the first n edits of a book: words changed, added and cut, and blocks
// that change places.
func edit(doc *content.Document, seed uint64, n int) {
	a := author{Rand: rand.New(rand.NewPCG(seed, 11))}
	for range n {
		var texts []*content.Text
		content.Texts(doc, func(_ *content.Place, text []content.Inline) {
			content.Inlines(text, func(in content.Inline) {
				if t, ok := in.(*content.Text); ok {
					texts = append(texts, t)
				}
			})
		})
		if len(texts) == 0 {
			return
		}
		t := texts[a.IntN(len(texts))]
		switch a.IntN(4) {
		case 0:
			t.Value += " " + a.words(1, 30)
		case 1:
			t.Value = a.words(1, 4)
		case 2:
			t.Value = a.words(1, 2) + " " + t.Value
		case 3:
			c := doc.Chapters[a.IntN(len(doc.Chapters))]
			if len(c.Blocks) > 1 {
				i := a.IntN(len(c.Blocks) - 1)
				c.Blocks[i], c.Blocks[i+1] = c.Blocks[i+1], c.Blocks[i]
			}
		}
	}
	number.Document(doc)
}
