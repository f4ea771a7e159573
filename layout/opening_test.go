package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/setup"
	"warraq/layout/display"
)

// inBook lets a text that is short open its chapters as a book does, unless it
// says otherwise: a case shows what stands in books.
func inBook(doc *content.Document) *content.Document {
	if doc.Setup.Opening == setup.OpenAuto {
		doc.Setup.Opening = setup.OpenOdd
	}
	return doc
}

// TestShortText: a text of under 8 pages has no blank ones, a longer one opens as
// a book; what the author asks for is done, however short the text is.
func TestShortText(t *testing.T) {
	for _, front := range []string{"", "folios: {front: abjad}\n", "rights: حقوق\n"} {
		short, long := 0, 0
		for chapters := 1; chapters <= 9; chapters++ {
			odd, any, auto := opened(t, front+"opening: odd\n", chapters), opened(t, front+"opening: any\n", chapters), opened(t, front, chapters)
			inked := len(odd.Pages) - blanks(odd)
			want := odd
			switch {
			case inked >= 8:
				long++
			default:
				short++
				if restarts := strings.HasPrefix(front, "folios"); blanks(auto) > 0 && !restarts || blanks(auto) > 1 {
					t.Errorf("%q, %d chapters: %d of %d pages are blank", front, chapters, blanks(auto), len(auto.Pages))
				}
				if len(auto.Pages)-blanks(auto) != inked || len(auto.Pages) > len(any.Pages) {
					t.Errorf("%q, %d chapters: %d pages, where the author asks for any %d", front, chapters, len(auto.Pages), len(any.Pages))
				}
				continue
			}
			if got := auto.Pages; len(got) != len(want.Pages) || blanks(auto) != blanks(want) {
				t.Errorf("%q, %d chapters: %d pages with %d blank, want %d with %d", front, chapters, len(got), blanks(auto), len(want.Pages), blanks(want))
			}
		}
		if short == 0 || long == 0 {
			t.Errorf("%q: %d short texts, %d long ones", front, short, long)
		}
	}
}

// opened lays out a text of so many chapters, which refers to its last page.
func opened(t *testing.T, front string, chapters int) *display.Book {
	t.Helper()
	text := "---\ntitle: كتاب\nlanguage: ar\n" + front + "---\n"
	for i := range chapters {
		text += fmt.Sprintf("# فصل {#c%[1]d}\nنص، وآخره في الصفحة {page: c%[2]d}[^%[1]d].\n\n[^%[1]d]: هامش.\n\n", i, chapters-1)
	}
	doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := pagesOf(t, doc, 1)
	everyLetterOnce(t, doc, b)
	foliosTrue(t, doc, b)
	return b
}

func blanks(b *display.Book) (n int) {
	for _, p := range b.Pages {
		if len(p.Items) == 0 {
			n++
		}
	}
	return n
}
