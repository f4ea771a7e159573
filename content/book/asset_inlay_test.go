package book_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
)

// TestDrawingBeside: a picture that a drawing shows from a file beside it comes into the
// drawing; one from outside of the manuscript's folder does not.
func TestDrawingBeside(t *testing.T) {
	const png = "\x89PNG\r\n\x1a\n"
	drawing := func(href string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="` + href + `"/></svg>`)
	}
	fsys := fstest.MapFS{"b/book.yaml": {Data: []byte("title: t\nauthor: a\nlanguage: en\nchapters: [1.md]\n")},
		"b/1.md": {Data: []byte("# One\n\n![a](art/a.svg)\n\n![b](art/b.svg)\n")}, "b/art/a.svg": {Data: drawing("../in%20it.png")}, "b/art/b.svg": {Data: drawing("../../out.png")},
		"b/in it.png": {Data: []byte(png)}, "out.png": {Data: []byte(png)}}
	_, advice, err := book.Read(fsys, "b", book.Options{})
	if err != nil || len(advice) != 1 || advice[0].What != "image art/b.svg loads ../../out.png, and nothing is fetched for a book: its description and address stand in its place" {
		t.Errorf("%v, %v", err, advice)
	}
	delete(fsys, "b/art/b.svg")
	fsys["b/1.md"].Data = []byte("# One\n\n![a](art/a.svg)\n")
	doc, _, err := book.Read(fsys, "b", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if a := doc.Assets["art/a.svg"]; a == nil || !strings.Contains(string(a.Data), `href="data:image/png;base64,iVBORw0KGgo="`) {
		t.Errorf("the drawing is %v", a)
	}
}
