package layout_test

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/layout/display"
)

// TestSpreads: both halves of a picture over two pages are of one picture, on an even page and
// the next, wherever it is written; they meet at the fold and bleed at the three other edges.
func TestSpreads(t *testing.T) {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 302 216"><path d="M0 0h302v216z"/></svg>`
	for _, lang := range []string{"ar", "fr"} {
		for words := 0; words < 900; words += 60 {
			text := "# A\n\n" + strings.Repeat("كلام ", words) + "\n\n![x](a.svg){.spread}\n\n" + strings.Repeat("كلام ", 300) + "\n\n# B\n\nc\n"
			doc, _, err := book.Read(fstest.MapFS{
				"book.yaml": {Data: []byte("title: A\nlanguage: " + lang + "\ntitle-page: false\ncontents: false\nopening: any\n")},
				"a.md":      {Data: []byte(text)}, "a.svg": {Data: []byte(drawing)},
			}, ".", book.Options{})
			if err != nil {
				t.Fatal(err)
			}
			b := pagesOf(t, doc, 1)
			var halves []*display.Image
			first := 0
			for i, p := range b.Pages {
				for _, it := range p.Items {
					if m, ok := it.(*display.Image); ok {
						if halves = append(halves, m); len(halves) == 1 {
							first = i
						}
					}
				}
			}
			if len(halves) != 2 || b.Pages[first].Odd() || len(b.Pages[first+1].Items) != 1 {
				t.Fatalf("%s, %d words: %d halves from page %d on", lang, words, len(halves), first+1)
			}
			one, two := halves[0], halves[1]
			trim := b.Style.Trim
			left, right := two, one // as the open book shows them
			if b.Style.LTR {
				left, right = one, two
			}
			bleed := -left.Crop.X
			near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
			if near(right.X, left.X-trim.W) && near(left.Crop.X+left.Crop.W, trim.W) && near(right.Crop.X, 0) &&
				near(right.Crop.W, trim.W+bleed) && bleed > 0 && one.Alt != "" && two.Alt == "" && two.Elem == 0 {
				continue
			}
			t.Errorf("%s, %d words: %+v and %+v", lang, words, one, two)
		}
	}
}
