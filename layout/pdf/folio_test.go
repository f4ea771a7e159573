package pdf_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestFolios reads the file: every folio that stands under a link, in the text,
// the contents, a list or the index, is the label of the page that the link
// leads to.
func TestFolios(t *testing.T) {
	filler := strings.Repeat("كان القارئ يفتح الكتاب كل مساء على ضوء قليل فيقرأ صفحة. ", 60)
	chapter := "# باب {#c%d}\n\n[كتاب]{.index} و[ورق]{.index key=\"مواد!ورق\"} " + filler +
		"\n\nانظر ص {page: c1} وص {page: c4} وص {page: last%d} [كتاب]{.index}.\n\n" + filler +
		"\n\n| أ |\n|---|\n| ب |\n\n: أعداد\n\n[آخر]{#last%d} [كتاب]{.index}\n\n## قسم\n\n" + filler + "\n\n"
	var src strings.Builder
	src.WriteString("# تقديم {.preface}\n\n" + filler + "\n\nص {page: c2} و[كتاب]{.index}.\n\n# الجداول {.tables}\n\n")
	for n := 1; n <= 5; n++ {
		fmt.Fprintf(&src, chapter, n, n%5+1, n)
	}
	src.WriteString("# بيانات {.colophon}\n\nص {page: c3}.\n")
	d := read(t, lay(t, manuscript(t, small, src.String())).file)
	labels := pageLabels(d)
	folios := 0
	for i, page := range d.pages {
		annots, _ := page["Annots"].([]any)
		for _, a := range annots {
			link := d.dict(a)
			if link["Dest"] == nil {
				continue
			}
			got := d.textUnder(i, link["Rect"].([]any))
			if cut := strings.LastIndex(got, "–"); cut >= 0 {
				got = got[cut+len("–"):] // the first of a range stands at its right
			}
			if got == "" || strings.Trim(got, "0123456789ivxlc") != "" {
				got = leftmost(got)
			}
			if got == "" {
				continue
			}
			folios++
			if want := labels[d.pageOf(link["Dest"])]; got != want {
				t.Errorf("page %s prints %q for %q, which is on %s", labels[i], got, text(link["Contents"]), want)
			}
		}
	}
	if folios < 35 {
		t.Errorf("only %d folios are under links", folios)
	}
}

// textUnder is what a page shows in a rectangle, from left to right.
func (d *document) textUnder(page int, rect []any) string {
	left, bottom, right, top := rect[0].(float64), rect[1].(float64), rect[2].(float64), rect[3].(float64)
	fonts := d.fonts(page)
	var b strings.Builder
	for _, s := range d.shows(page) {
		if s.y < bottom || s.y > top {
			continue
		}
		font, x := fonts[s.font], s.x
		for _, code := range s.codes {
			width := font.widths[code-1] * s.size / 1000
			if x > left-0.5 && x+width < right+0.5 {
				b.WriteString(font.unicode[code])
			}
			x += width
		}
	}
	return strings.Trim(b.String(), " \u00a0\u2007")
}

// leftmost is the number at the left end of a line that leads to its page, "" where
// there is none.
func leftmost(line string) string {
	rest := strings.TrimLeft(line, "0123456789ivxlc")
	return line[:len(line)-len(rest)]
}
