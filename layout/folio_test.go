package layout_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
	"warraq/layout/display"
)

// frontBook is a book of a dedication, a preface and two chapters, with these
// folios in front.
func frontBook(front string) []txtar.File {
	return []txtar.File{
		{Name: "book.yaml", Data: []byte("title: كتاب\nlanguage: ar-MA\nfolios:\n  front: " + front + "\n")},
		{Name: "a.md", Data: []byte("# {.dedication}\n\nإلى القارئ.\n\n# {.preface}\n\n{{20}}.\n\n# أول\n\n{{300}}.\n\n# ثان\n\n{{20}}.\n")},
	}
}

// TestFolios gives the folios of the whole book for each way of numbering the
// front matter, and that the contents prints them.
func TestFolios(t *testing.T) {
	for _, c := range []struct{ front, want string }{
		{"continuous", "1 2 3 4 5 6 7 8 9 10 11"},
		{"abjad", "أ ب ج د ه\u200d و ز ح 1 2 3"},
		{"roman", "i ii iii iv v vi vii viii 1 2 3"},
		{"none", "- - - - - - - - 1 2 3"},
	} {
		doc := manuscript(t, frontBook(c.front))
		b := pagesOf(t, doc, 1)
		var got []string
		printed := 0
		for _, p := range b.Pages {
			got = append(got, cmp.Or(p.Folio, "-"))
			for _, it := range p.Items {
				link, ok := it.(*display.Link)
				if !ok || !slices.ContainsFunc(doc.Front.Contents.Entries, func(e *content.Entry) bool { return e.ID == link.Elem }) {
					continue
				}
				if folio, _ := lastLine(p, link); folio != "" && folio == b.Pages[b.Spots[link.Dest].Page].Folio {
					printed++
				}
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: folios %s, want %s", c.front, got, c.want)
		}
		want := 3 // the preface and two chapters
		if c.front == "none" {
			want = 2
		}
		if printed != want {
			t.Errorf("%s: the contents has %d folios, want %d", c.front, printed, want)
		}
		foliosTrue(t, doc, b)
	}
}

// mainFromOne checks that the main matter of a book whose front matter has a
// sequence of its own begins at 1, on an odd page, and counts on to the end.
func mainFromOne(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	if doc.Setup.Folios.Front == setup.FoliosContinuous {
		return
	}
	first := len(b.Pages)
	for _, c := range doc.Chapters {
		if c.Matter != roles.Front {
			first = b.Spots[c.ID].Page
			break
		}
	}
	digits := locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	for i, p := range b.Pages {
		want := doc.Setup.Folios.Front.Format(i+1, digits)
		if i >= first {
			want = locale.FormatInt(i-first+1, digits)
		}
		if p.Folio != want || i == first && !p.Odd() {
			t.Errorf("page %d has folio %q, want %q; the main matter begins on page %d", p.Number, p.Folio, want, first+1)
			return
		}
	}
}
