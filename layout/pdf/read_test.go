package pdf

import (
	"bytes"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// plainDraft is a draft of two pages as gopdf writes it.
func plainDraft(t testing.TB) []byte {
	t.Helper()
	doc, b := laidPages(t, "mixed.md")
	b.Pages = b.Pages[:min(2, len(b.Pages))]
	set := spell.Book(b, 1, 0)
	tags, err := tag.Book(doc, b, set, tag.PDF17)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := draftPages(&file, b, 0, len(b.Pages), set, tags, dummyFont()); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// TestTamperedDraft: a draft that is not as gopdf used to write it is an
// error that says what is amiss.
func TestTamperedDraft(t *testing.T) {
	file := plainDraft(t)
	if streams, err := readContents(file, 2); err != nil || len(streams) != 2 {
		t.Fatalf("%d streams, %v", len(streams), err)
	}
	for _, c := range []struct{ old, with, want string }{
		{"1 0 obj\n", "9 0 obj\n", "plain file"},
		{"xref\n", "XREF\n", "plain file"},
		{"/Type /Page\n", "/Type /Leaf\n", "pages, want 2"},
		{"/Contents ", "/Contends ", "no /Contents"},
		{"/Length ", "/Lengsh ", "/Length"},
		{"\nstream\n", "\nStream\n", ""},
		{"endobj\n", "endOBJ\n", ""},
	} {
		tampered := bytes.Replace(file, []byte(c.old), []byte(c.with), -1)
		if _, err := readContents(tampered, 2); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: error %v, want one with %q", c.with, c.old, err, c.want)
		}
	}
	if _, err := readContents(nil, 0); err == nil {
		t.Error("an empty draft is no error")
	}
	if _, err := readContents(file, 3); err == nil {
		t.Error("a page too few is no error")
	}
}

// FuzzReadContents: no draft makes the reader panic.
func FuzzReadContents(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n\n1 0 obj\n<<\n/Type /Page\n/Contents 2 0 R\n>>\nendobj\n\n2 0 obj\n<<\n/Length 3\n>>\nstream\nabc\nendstream\nendobj\n\nxref\n0 2\n"), 1)
	f.Add([]byte("1 0 obj\n<</Length 99999999999999999999>>\nstream\n"), 0)
	f.Add([]byte("1 0 obj\n/Length 9223372036854775807\nstream\nendobj\n\nxref\n"), 0)
	f.Add([]byte("1 0 obj\n/Type /Page\n/Contents 1\nendobj"), 1)
	f.Fuzz(func(t *testing.T, file []byte, n int) {
		streams, err := readContents(file, n)
		if err == nil && len(streams) != n {
			t.Errorf("%d streams for %d pages", len(streams), n)
		}
	})
}

// TestPassError: a pass that fails is named.
func TestPassError(t *testing.T) {
	j := &job{Draft: &Draft{doc: &content.Document{}, book: &display.Book{Pages: make([]*display.Page, 1)}, set: &spell.Typeset{}, idle: new(cos.Packers)}}
	if err := finish(&bytes.Buffer{}, passes, j); err == nil || !strings.HasPrefix(err.Error(), "pdf pages: ") {
		t.Errorf("error %v", err)
	}
}

func laidPages(t testing.TB, name string) (*content.Document, *display.Book) {
	t.Helper()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := book.Read(samples.FS(), name, book.Options{Lang: "ar-MA"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, b
}
