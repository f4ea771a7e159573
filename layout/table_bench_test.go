package layout_test

import (
	"fmt"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/layout"
)

// BenchmarkTables lays out a book of 150 tables of words and numbers, some of them
// long, some with many columns.
func BenchmarkTables(b *testing.B) {
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar-MA", Dir: locale.RTL}}
	doc.Setup.TitlePage, doc.Setup.Contents = setup.Off, setup.Off
	text := func(s string) []content.Inline { return []content.Inline{&content.Text{Value: s}} }
	c := &content.Chapter{Title: text("فصل")}
	for n := range 150 {
		t := &content.Table{Columns: make([]content.Align, 3+n%8)}
		row := func(i int) *content.Row {
			r := &content.Row{}
			for col := range t.Columns {
				words := fmt.Sprint((i*37 + col*101) % 5000)
				if col == 0 || col == 2 {
					words = stock[(i+col)%len(stock)] + " " + stock[(i*7+n)%len(stock)]
				}
				r.Cells = append(r.Cells, &content.Cell{Inlines: text(words)})
			}
			return r
		}
		t.Header = row(0)
		for i := range 10 + n%40 {
			t.Rows = append(t.Rows, row(i+1))
		}
		c.Blocks = append(c.Blocks, t, &content.Paragraph{Inlines: text(stock[n%len(stock)])})
	}
	doc.Chapters = []*content.Chapter{c}
	number.Document(doc)
	for b.Loop() {
		if _, err := layout.Pages(doc, amiri(), layout.Options{Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
