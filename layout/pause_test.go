package layout_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/layout/display"
)

// partsAtEdges lays out paragraphs of a line each, so many of them before a construct and
// enough behind it, and gives the first and the last part on each page.
func partsAtEdges(t *testing.T, before int, construct string) (doc *content.Document, first, last map[content.ID]int) {
	t.Helper()
	line := "جلس القارئ يقرأ.\n\n"
	doc = manuscript(t, []txtar.File{{Name: "book.yaml", Data: []byte("title: ك\nlanguage: ar\n")},
		{Name: "a.md", Data: []byte("# ف\n\n" + strings.Repeat(line, before) + construct + "\n\n" + strings.Repeat(line, 40))}})
	first, last = make(map[content.ID]int), make(map[content.ID]int)
	for _, p := range pagesOf(t, doc, 1).Pages {
		var parts []content.ID
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Elem != 0 {
				parts = append(parts, text.Elem)
			}
		}
		if len(parts) > 0 {
			first[parts[0]], last[parts[len(parts)-1]] = p.Number, p.Number
		}
	}
	return doc, first, last
}

// TestPauseWithin: wherever a pause falls, no page begins or ends with it.
func TestPauseWithin(t *testing.T) {
	for before := range 30 {
		doc, first, last := partsAtEdges(t, before+2, "* * *")
		content.Walk(doc, func(part any, place *content.Place) {
			if _, ok := part.(*content.Break); ok && first[place.ID]+last[place.ID] > 0 {
				t.Errorf("behind %d lines a page begins or ends with a pause", before+2)
			}
		})
	}
}

// TestQuotationWhole: wherever quotations within one another fall, no page ends with
// the first line of one nor begins with the last.
func TestQuotationWhole(t *testing.T) {
	for before := range 30 {
		doc, first, last := partsAtEdges(t, before+2, "> أول.\n>\n> > ثان.\n> >\n> > ثالث.\n> >\n> > رابع.\n>\n> خامس.")
		content.Walk(doc, func(part any, place *content.Place) {
			q, ok := part.(*content.Quote)
			if !ok {
				return
			}
			n := len(q.Blocks) - 1
			if last[q.Blocks[0].At().ID] > 0 || first[q.Blocks[n].At().ID] > 0 {
				t.Errorf("behind %d lines a quotation is parted at its first line or its last", before+2)
			}
		})
	}
}
