package layout_test

import (
	"fmt"
	"image/color"
	"testing"

	"warraq/content"
	"warraq/content/number"
	"warraq/content/stand"
	"warraq/layout/display"
)

// TestRandomWraps: no text stands on a picture that it runs beside, none stands on another page, and
// the pages keep the promises of all pages.
func TestRandomWraps(t *testing.T) {
	stood := 0
	for seed := range uint64(40) {
		doc := randomBook(seed, false)
		doc.Assets["square.png"] = &content.Asset{Name: "square.png", Data: pngOf(400, 300, color.NRGBA{A: 0xFF}, 0)}
		wraps := make(map[*content.Figure]*content.Paragraph)
		for _, c := range doc.Chapters {
			var all []content.Block
			for i, b := range c.Blocks {
				p, ok := b.(*content.Paragraph)
				if ok && i%2 == 0 && content.Pictures(p.Inlines) == nil {
					f := &content.Figure{Src: []string{"wide.png", "square.png", "tall.png", "square.png", "absent.png"}[i/2%5], Alt: "صورة"}
					f.Classes = []string{[]string{stand.WrapStartClass, stand.WrapEndClass}[i/2%2]}
					f.Keys = []content.KeyValue{{Key: "width", Value: fmt.Sprint(15+(i*7+int(seed))%40, "%")}}
					if i%4 == 0 {
						f.Caption = []content.Inline{&content.Text{Value: "تعليق على الصورة من كلمات"}}
					}
					wraps[f] = p
					all = append(all, f)
				}
				all = append(all, b)
			}
			c.Blocks = all
		}
		number.Document(doc)
		b := triedPages(t, doc, 1)
		if b == nil {
			continue
		}
		everyLetterOnce(t, doc, b)
		nothingOutside(t, b)
		noOverlap(t, b)
		notesInOrder(t, doc, b, true)
		foliosTrue(t, doc, b)
		stood += besideHeld(t, wraps, b)
		if one, four := dumped(b), dumped(pagesOf(t, doc, 4)); one != four {
			t.Error("pages differ with the number of workers")
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if stood < 20 {
		t.Errorf("%d pictures had text beside them", stood)
	}
}

// besideHeld looks for letters on pictures that text runs beside, and counts these.
func besideHeld(t *testing.T, wraps map[*content.Figure]*content.Paragraph, b *display.Book) (n int) {
	t.Helper()
	for f, p := range wraps {
		at, text := b.Spots[f.ID], b.Spots[p.ID]
		if at != text {
			continue // it is set as any other
		}
		n++
		page := b.Pages[at.Page]
		for _, it := range page.Items {
			m, ok := it.(*display.Image)
			if !ok || m.Elem != f.ID {
				continue
			}
			if foot := b.Style.Top + b.Style.Height(); m.Y+m.H > foot+slack {
				t.Errorf("page %d: the picture #%d ends at %.1f, below %.1f", page.Number, f.ID, m.Y+m.H, foot)
			}
			for _, it := range page.Items {
				line, ok := it.(*display.Text)
				if !ok || len(line.Line.Pieces) == 0 || line.Turn != display.Upright {
					continue
				}
				l, r := extent(line)
				if size := line.Line.Pieces[0].Style.Size; l < m.X+m.W-slack && r > m.X+slack && line.Y > m.Y+slack && line.Y-0.6*size < m.Y+m.H-slack {
					t.Errorf("page %d: %s stands on the picture #%d", page.Number, describe(line), f.ID)
				}
			}
		}
	}
	return n
}
