package layout_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
	"warraq/layout"
	"warraq/layout/display"
)

// TestShortPages lists the pages of the samples that end more than a line above
// their foot, and demands a reason of each, and of those of random books.
func TestShortPages(t *testing.T) {
	const name = "testdata/short/want.txt"
	var got bytes.Buffer
	for _, sample := range []string{"booklet", "vocalised.txt", "mixed.md"} {
		doc, _, err := book.Read(samples.FS(), sample, book.Options{Lang: "ar-MA"})
		if err != nil {
			t.Fatal(err)
		}
		short(t, &got, sample, inBook(doc))
	}
	for seed := range uint64(24) {
		short(t, io.Discard, fmt.Sprintf("random %d", seed), randomBook(seed, false))
	}
	want, err := os.ReadFile(name)
	if bytes.Equal(got.Bytes(), want) {
		return
	}
	if !*update {
		t.Fatalf("%v\ngot:\n%s", err, &got)
	}
	if err := os.WriteFile(name, got.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func short(t *testing.T, out io.Writer, name string, doc *content.Document) {
	t.Helper()
	for _, s := range layout.ShortPages(doc, amiri()) {
		if s.Reason == "" {
			t.Errorf("%s: page %d is %.2f lines short, for no reason", name, s.Page, s.Lines)
		}
		fmt.Fprintf(out, "%s page %d: %.2f lines: %s\n", name, s.Page, s.Lines, s.Reason)
	}
}

// onGrid checks that each line of running text stands on the grid of its page,
// and so on a line with those of the page that faces it, but on pages that left it.
func onGrid(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	running := make(map[content.ID]bool)
	for _, c := range doc.Chapters {
		runs(c.Blocks, running)
	}
	st := &b.Style
	for _, p := range b.Pages {
		if layout.OffGrid(p) {
			continue
		}
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || !running[text.Elem] {
				continue
			}
			row := (text.Y-st.Top)/st.Leading - layout.BaselinePart
			if math.Abs(row-math.Round(row)) > 0.002 {
				t.Errorf("page %d: %s stands %.3f rows below the head", p.Number, describe(text), row)
				return
			}
		}
	}
}

// runs collects the paragraphs of running text.
func runs(blocks []content.Block, running map[content.ID]bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *content.Paragraph:
			running[b.ID] = true
		}
	}
}
