package layout_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/layout/display"
)

// TestTable2000 sets a table of two thousand rows: each page it goes on to
// begins with its header, an artifact, and no row is lost or out of order.
func TestTable2000(t *testing.T) {
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar-MA", Dir: locale.RTL}}
	doc.Setup.TitlePage, doc.Setup.Contents = setup.Off, setup.Off
	cell := func(text string) *content.Cell {
		return &content.Cell{Inlines: []content.Inline{&content.Text{Value: text}}}
	}
	table := &content.Table{Columns: make([]content.Align, 3)}
	table.Header = &content.Row{Cells: []*content.Cell{cell("الرقم"), cell("الاسم"), cell("القيمة")}}
	for i := range 2000 {
		table.Rows = append(table.Rows, &content.Row{Cells: []*content.Cell{
			cell(fmt.Sprint(i + 1)), cell(stock[i%len(stock)] + " " + stock[i*7%len(stock)]), cell(fmt.Sprint(i * i))}})
	}
	title := []content.Inline{&content.Text{Value: "فصل"}}
	doc.Chapters = []*content.Chapter{{Title: title, Blocks: []content.Block{table}}}
	number.Document(doc)
	b := pagesOf(t, doc, 1)
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
	noOverlap(t, b)
	next := 1
	for _, p := range b.Pages {
		var first []string
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok {
				continue
			}
			line := text.Line.Text()
			if text.Elem == 0 && len(first) < 3 {
				first = append(first, line)
			}
			if line == fmt.Sprint(next) && text.Elem != 0 {
				next++
			}
		}
		if got := strings.Join(first, " "); p.Number > 1 && got != "الرقم الاسم القيمة" {
			t.Errorf("page %d begins with %q", p.Number, got)
		}
	}
	if n := len(b.Pages); next != 2001 || n < 90 || n > 110 {
		t.Errorf("%d rows in order on %d pages", next-1, n)
	}
	var got strings.Builder
	for _, p := range b.Pages {
		got.WriteString(inALine(p))
	}
	summarised(t, "testdata/long/table-2000.txt", got.String())
}

// summarised compares a summary of many pages with a file.
func summarised(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || got != string(want) {
		t.Errorf("%v, got:\n%s", err, got)
	}
}

// inALine is a page in a line: how many lines of text it has, and what the
// first and the last say.
func inALine(p *display.Page) string {
	var lines []*display.Text
	for _, it := range p.Items {
		if text, ok := it.(*display.Text); ok && text.Elem != 0 {
			lines = append(lines, text)
		}
	}
	if len(lines) == 0 {
		return fmt.Sprintf("page %d: nothing\n", p.Number)
	}
	first, last := lines[0], lines[len(lines)-1]
	return fmt.Sprintf("page %d: %d texts, %.1f %s … %.1f %s\n", p.Number, len(lines), first.Y, first.Line.Text(), last.Y, last.Line.Text())
}
