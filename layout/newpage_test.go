package layout_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
)

// TestNewPages: what follows a page break is the first of its page, whatever it is
// and whatever stands before, and pages before it are in order.
func TestNewPages(t *testing.T) {
	for seed := range uint64(20) {
		a := &author{Rand: rand.New(rand.NewPCG(seed, 3))}
		doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar-MA", Dir: locale.RTL}}
		doc.Setup.TitlePage, doc.Setup.Contents = setup.Off, setup.Off
		c := &content.Chapter{Title: []content.Inline{&content.Text{Value: "فصل"}}}
		for range 3 + a.IntN(5) {
			for range 1 + a.IntN(4) {
				c.Blocks = append(c.Blocks, a.block(2))
			}
			c.Blocks = append(c.Blocks, &content.PageBreak{})
		}
		c.Blocks = append(c.Blocks, a.paragraph())
		doc.Chapters = []*content.Chapter{c}
		number.Document(doc)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			b := pagesOf(t, doc, 1)
			nothingOutside(t, b)
			noOverlap(t, b)
			notesInOrder(t, doc, b, true)
			last, ends := -1, false
			for _, block := range c.Blocks {
				if _, ok := block.(*content.PageBreak); ok {
					ends = true
					continue
				}
				spot, set := b.Spots[block.At().ID]
				if !set {
					continue
				}
				if ends && spot.Page <= last {
					t.Errorf("%T stands on page %d, as what is before the break", block, spot.Page+1)
				}
				last, ends = spot.Page, false
			}
		})
	}
}
