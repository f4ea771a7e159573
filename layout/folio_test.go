package layout_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/layout"
)

// foliosInContents checks that each folio in the contents is that of the page
// on which the title stands, and that odd folios of the main matter stand on odd
// pages.
func foliosInContents(t *testing.T, doc *content.Document, b *layout.Book) {
	t.Helper()
	listed := make(map[content.ID]bool)
	content.Walk(doc, func(part any, place *content.Place) {
		switch part.(type) {
		case *content.Chapter, *content.Heading:
			listed[place.ID] = true
		}
	})
	stands := make(map[content.ID]*layout.Page)
	for _, p := range b.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*layout.Text); ok && listed[text.Elem] && stands[text.Elem] == nil {
				stands[text.Elem] = p
			}
		}
	}
	for _, p := range b.Pages {
		for _, it := range p.Items {
			link, ok := it.(*layout.Link)
			if !ok || link.Elem != 0 || stands[link.Dest] == nil {
				continue
			}
			folio := printedFolio(p, link)
			if at := stands[link.Dest]; folio != "" && folio != at.Folio {
				t.Errorf("the contents sends to page %q for %q, which stands on %q", folio, link.Text, at.Folio)
			}
		}
	}
}

// printedFolio is what stands at the end of an entry's line in the contents,
// empty where the line holds nothing but a title.
func printedFolio(p *layout.Page, link *layout.Link) string {
	var lines []string
	for _, it := range p.Items {
		if text, ok := it.(*layout.Text); ok && text.Elem == 0 && text.Y > link.Y && text.Y < link.Y+link.H {
			lines = append(lines, text.Line.Text())
		}
	}
	if len(lines) < 2 {
		return ""
	}
	return lines[len(lines)-1]
}

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
				if link, ok := it.(*layout.Link); ok && link.Elem == 0 && printedFolio(p, link) != "" {
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
		foliosInContents(t, doc, b)
	}
}
