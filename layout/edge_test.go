package layout_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/number"
	"warraq/content/samples"
	"warraq/layout"
)

// edges are manuscripts at the limits of what pages can hold.
var edges = map[string]string{
	"title alone":            "# عنوان\n",
	"empty heading":          "# ع\n\n##\n\nنص\n",
	"heading last":           "# ع\n\nنص\n\n## آخر\n",
	"headings only":          "# ع\n\n" + strings.Repeat("## باب\n\n", 80),
	"empty items":            "# ع\n\n-\n-\n  1.\n  2.\n",
	"empty table":            "# ع\n\n| |\n|-|\n| |\n",
	"wide table":             "# ع\n\n|" + strings.Repeat("كلمة|", 9) + "\n|" + strings.Repeat("-|", 9) + "\n|" + strings.Repeat("كلمة أخرى|", 9) + "\n",
	"long cell":              "# ع\n\n| أ | ب |\n|--|--|\n| {{900}} | {{3}} |\n",
	"long note":              "# ع\n\nنص[^1] {{80}}[^2].\n\n[^1]: {{1500}}.\n[^2]: {{900}}.\n",
	"note that calls itself": "# ع\n\nنص[^1].\n\n[^1]: حاشية[^1] وأخرى[^2].\n[^2]: عودة[^1].\n",
	"notes in one word":      "# ع\n\nنص" + strings.Repeat("[^1][^2][^3]", 5) + ".\n\n[^1]: {{90}}.\n[^2]: {{90}}.\n[^3]: {{300}}.\n",
	"note in a heading":      "# ع[^1]\n\n## **باب[^2]**\n\nنص\n\n[^1]: أ.\n[^2]: ب.\n",
	"note in a box":          "# ع\n\n::: box \"عنوان[^1]\"\nنص[^2]\n\n| ج[^3] |\n|--|\n| د[^4] |\n:::\n\n[^1]: أ.\n[^2]: ب.\n[^3]: ج.\n[^4]: د.\n",
	"long word":              "# ع\n\n" + strings.Repeat("بتثجح", 400) + "\n",
	"unbroken":               "# ع\n\n" + strings.Repeat("كلمة\u00a0", 200) + "\n",
	"long title":             "# {{60}}\n\n## {{60}}\n\nنص\n",
	"marks alone":            "# ع\n\n\u064e\u064f\u0650\n\n\u0640\u0640\u0640\n",
	"isolates alone":         "# ع\n\n\u2066\u2069\u200b\u2060\n\n## \u200b\n\nنص\n",
	"deep quotes":            "# ع\n\n" + strings.Repeat("> ", 40) + "{{60}}\n",
	"boxes in boxes":         "# ع\n\n::: box\n::: box\n::: box\n{{200}}\n:::\n:::\n:::\n",
	"box longer than a page": "# ع\n\n::: box \"ب\"\n{{900}}\n:::\n",
	"code of blank lines":    "# ع\n\n```\n\n\n\n```\n",
}

// pages are the smallest a manifest may ask for, a narrow, a wide, a common
// and the largest one.
var trims = []string{"50mm x 50mm", "50mm x 300mm", "300mm x 50mm", "a5", "2000mm x 2000mm"}

func TestEdges(t *testing.T) {
	for name, text := range edges {
		for _, trim := range trims {
			t.Run(name+" "+trim, func(t *testing.T) {
				doc := edge(t, text, trim)
				b := triedPages(t, doc, 2)
				if b == nil {
					return
				}
				everyLetterOnce(t, doc, b)
				nothingOutside(t, b)
				noOverlap(t, b)
				notesInOrder(t, doc, b, false)
			})
		}
	}
}

func edge(t *testing.T, text, trim string) *content.Document {
	t.Helper()
	files := []txtar.File{
		{Name: "book.yaml", Data: []byte("title: كتاب\nlanguage: ar\npage: " + trim + "\n")},
		{Name: "a.md", Data: []byte(text)},
	}
	return manuscript(t, files)
}

// TestNoPages: a book without anything still has a page, so that there is
// something to print.
func TestNoPages(t *testing.T) {
	b := pagesOf(t, &content.Document{}, 1)
	if len(b.Pages) != 1 || len(b.Pages[0].Items) != 0 {
		t.Errorf("%d pages", len(b.Pages))
	}
}

// FuzzMarkdown lays out any manuscript.
func FuzzMarkdown(f *testing.F) {
	for _, text := range edges {
		f.Add(filled([]byte(text)), uint8(3))
	}
	mixed, err := fs.ReadFile(samples.FS(), "mixed.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(mixed, uint8(0))
	f.Fuzz(func(t *testing.T, text []byte, trim uint8) {
		if len(text) > 20_000 {
			return
		}
		doc, _, err := book.Read(fstest.MapFS{
			"book.yaml": {Data: []byte("title: ك\npage: " + trims[int(trim)%len(trims)] + "\n")},
			"a.md":      {Data: text},
		}, ".", book.Options{})
		var problems content.Problems
		if errors.As(err, &problems) {
			return
		}
		b := pagesOf(t, doc, 2)
		everyLetterOnce(t, doc, b)
	})
}

// BenchmarkPages lays out the booklet as many times as make a long book.
func BenchmarkPages(b *testing.B) {
	doc := longBook(b, 12)
	set := amiri()
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		laid, err := layout.Pages(doc, set, layout.Options{})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(laid.Pages)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

// longBook has the booklet's chapters n times.
func longBook(tb testing.TB, n int) *content.Document {
	tb.Helper()
	var whole *content.Document
	for range n {
		doc, _, err := book.Read(samples.FS(), "booklet", book.Options{})
		if err != nil {
			tb.Fatal(err)
		}
		if whole == nil {
			whole = doc
			continue
		}
		whole.Chapters = append(whole.Chapters, doc.Chapters...)
	}
	number.Document(whole)
	return whole
}

// TestDumps: both dumps name every page and every line.
func TestDumps(t *testing.T) {
	b := pagesOf(t, edge(t, "# ع\n\nنص\n", "a5"), 1)
	var lines, pages bytes.Buffer
	if err := errors.Join(b.DumpLines(&lines), b.DumpPages(&pages)); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(lines.String(), "نص") || strings.Count(pages.String(), "page ") != len(b.Pages) {
		t.Errorf("%s\n%s", &lines, &pages)
	}
}
