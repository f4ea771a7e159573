package layout_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/samples"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// TestLanguages lays out the sample page of each language and compares every
// line, its words as they stand from left to right, with the file "want" of
// testdata/languages/*.txtar, whose comment says what to look for.
func TestLanguages(t *testing.T) {
	cases, err := filepath.Glob("testdata/languages/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		lang := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(lang, func(t *testing.T) { goldenLanguage(t, name, lang) })
	}
}

func goldenLanguage(t *testing.T, name, lang string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := book.Read(samples.FS(), "languages/"+lang+".md", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := pagesOf(t, inBook(doc), 1)
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
	noOverlap(t, b)
	got := []byte(seen(b))
	if len(a.Files) == 1 && bytes.Equal(got, a.Files[0].Data) {
		return
	}
	if !*update {
		t.Fatalf("got:\n%s", got)
	}
	a.Files = []txtar.File{{Name: "want", Data: got}}
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDirections lays out the manuscript of each case of testdata/directions and
// compares every line, its words as they stand from left to right.
func TestDirections(t *testing.T) {
	cases, err := filepath.Glob("testdata/directions/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { goldenDirection(t, name) })
	}
}

func goldenDirection(t *testing.T, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	in := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return f.Name == "want" })
	doc := manuscript(t, in)
	b := pagesOf(t, doc, 1)
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
	noOverlap(t, b)
	got := []byte(seen(b))
	if n := len(in); n < len(a.Files) && bytes.Equal(got, a.Files[n].Data) {
		return
	}
	if !*update {
		t.Fatalf("got:\n%s", got)
	}
	a.Files = append(in, txtar.File{Name: "want", Data: got})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// seen is the pages as they are seen: the place and the words of each line,
// from the left.
func seen(b *display.Book) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%d warnings\n", len(b.Warnings))
	for _, p := range b.Pages {
		fmt.Fprintf(&out, "page %d, folio %s, type area from %.1f\n", p.Number, p.Folio, b.Style.Left(p.Odd()))
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok {
				left, right := extent(text)
				fmt.Fprintf(&out, "  %6.1f %6.1f–%.1f %s\n", text.Y, left, right, strings.Join(wordsFromLeft(text), " | "))
			}
		}
	}
	return out.String()
}

func wordsFromLeft(t *display.Text) []string {
	pieces := slices.Clone(t.Line.Pieces)
	slices.SortStableFunc(pieces, func(a, b paragraph.Piece) int { return cmp.Compare(a.X, b.X) })
	var words []string
	for _, p := range pieces {
		if p.Word != nil {
			words = append(words, p.Word.Text)
		}
	}
	return words
}

// TestAuthorsComma: the comma between the authors on the title page of each
// theme is that of the language.
func TestAuthorsComma(t *testing.T) {
	for lang, arabic := range map[string]bool{"ar": true, "he": false, "fr": false} {
		for _, theme := range settings.Themes {
			doc, _, err := book.Read(fstest.MapFS{
				"book.yaml": {Data: []byte("title: A\nauthors: [B, C]\ncontents: false\nlanguage: " + lang + "\ntheme: " + theme + "\n")},
				"a.md":      {Data: []byte("# A\n")},
			}, ".", book.Options{})
			if err != nil {
				t.Fatal(err)
			}
			text := seen(pagesOf(t, doc, 1))
			if strings.Contains(text, "،") != arabic {
				t.Errorf("%s, %s: the wrong comma between the authors of\n%s", lang, theme, text)
			}
		}
	}
}
