package layout_test

import (
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
	"warraq/layout/display"
)

// TestRise: a box below a chapter's title is whole, on the page of the title, and all
// such titles stand alike.
func TestRise(t *testing.T) {
	doc, _, err := book.Read(samples.FS(), "booklet", book.Options{Lang: "ar-MA"})
	if err != nil {
		t.Fatal(err)
	}
	doc.Setup.Theme = specimen(t, "literary", "a5").Setup.Theme
	b := triedPages(t, doc, 1)
	titles := make(map[float64]int)
	for _, c := range doc.Chapters {
		if len(c.Blocks) == 0 {
			continue
		}
		box, ok := c.Blocks[0].(*content.Div)
		if !ok {
			continue
		}
		first, last, y := spanOf(b, box, c.ID)
		if first != last {
			t.Errorf("the box below %q goes from page %d to %d", content.PlainText(c.Title), first, last)
		}
		titles[y]++
	}
	if len(titles) != 1 {
		t.Errorf("titles above boxes stand at %v", titles)
	}
}

// spanOf is the first and the last page that a block and a title have text on, and
// where the title stands.
func spanOf(b *display.Book, block content.Block, title content.ID) (first, last int, y float64) {
	within := map[content.ID]bool{title: true}
	content.Walk(&content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{block}}}}, func(_ any, place *content.Place) {
		within[place.ID] = true
	})
	for _, p := range b.Pages {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || !within[text.Elem] || text.Elem == 0 {
				continue
			}
			if text.Elem == title {
				y = text.Y
			}
			if first == 0 {
				first = p.Number
			}
			last = p.Number
		}
	}
	return first, last, y
}
