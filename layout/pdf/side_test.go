package pdf_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestSides: a note in the margin is read right behind the paragraph that it stands beside, on whichever page
// that ends; it is a Note of PDF 1.7 with an ID, and an FENote of PDF 2.0.
func TestSides(t *testing.T) {
	long := strings.Repeat("كلام طويل يمضي إلى الصفحة التالية ", 120)
	p := lay(t, readFolder(t, []txtar.File{
		{Name: "book.yaml", Data: []byte("title: كتاب\nlanguage: ar\ntheme: theme.yaml\ntitle-page: false\ncontents: false\n")},
		{Name: "theme.yaml", Data: []byte("page: {outer: 44mm, inner: 14mm}\n")},
		{Name: "01.md", Data: []byte("# فصل\n\nأول[هامش]{.side} " + long + "\n\nثان\n")},
	}))
	for i, d := range []*document{read(t, p.file), two(t, p)} {
		got := d.structure()
		kind := [...]string{"Note", "FENote"}[i]
		order := regexp.MustCompile(`(?s)\bP\b.*أول.*\b` + kind + `\b.*هامش.*ثان`)
		if !order.MatchString(got) {
			t.Errorf("%s: got\n%s", kind, got)
		}
		if strings.Count(got, "هامش") != 1 {
			t.Errorf("the note is there %d times", strings.Count(got, "هامش"))
		}
	}
}

// TestAbreast: pictures side by side are read from the first to the last, each with its caption, and then what
// is said of all.
func TestAbreast(t *testing.T) {
	p := lay(t, readFolder(t, []txtar.File{
		{Name: "book.yaml", Data: []byte("title: كتاب\nlanguage: ar\ntitle-page: false\ncontents: false\nchapters: [01.md]\n")},
		{Name: "01.md", Data: []byte("# فصل\n\n::: abreast\n![وصف](a.svg \"أولى\")\n\n![وصف](a.svg \"ثانية\")\n\nكلتاهما\n:::\n\nبعد\n")},
		{Name: "a.svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>`)},
	}))
	for _, d := range []*document{read(t, p.file), two(t, p)} {
		got := d.structure()
		if !regexp.MustCompile(`(?s)Figure.*Caption.*أولى.*Figure.*Caption.*ثانية.*Caption.*شكل[^"]*1[^"]*كلتاهما.*بعد`).MatchString(got) {
			t.Errorf("got\n%s", got)
		}
	}
}

// TestSpread: a picture over two pages is one figure with its words once, on the first of them; its
// other half is an artifact. It is read where it is written.
func TestSpread(t *testing.T) {
	p := lay(t, readFolder(t, []txtar.File{
		{Name: "book.yaml", Data: []byte("title: كتاب\nlanguage: ar\ntitle-page: false\ncontents: false\nchapters: [01.md]\n")},
		{Name: "01.md", Data: []byte("# فصل\n\nقبل\n\n![وصف الصورة](a.svg \"تعليق\"){.spread}\n\nبعد\n")},
		{Name: "a.svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 302 216"><path d="M0 0h302v216z"/></svg>`)},
	}))
	for _, d := range []*document{read(t, p.file), two(t, p)} {
		got := d.structure()
		if !regexp.MustCompile(`(?s)قبل.*Figure Alt=وصف.*Caption.*تعليق.*بعد`).MatchString(got) || strings.Count(got, "Alt=") != 1 {
			t.Errorf("got\n%s", got)
		}
		if len(d.pages) != 3 {
			t.Errorf("there are %d pages", len(d.pages))
		}
	}
}
