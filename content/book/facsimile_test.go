package book_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/content/notice"
)

// leaflet is a PDF of two pages without cross references, which a reader looks through.
const leaflet = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 90 60] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Shading << /S << /ShadingType 4 >> >> >> >> endobj
3 0 obj << /Type /Page /Contents 5 0 R >> endobj
4 0 obj << /Type /Page /Contents 6 0 R >> endobj
5 0 obj << >> stream
1 0 0 rg 10 10 30 30 re f
endstream endobj
6 0 obj << >> stream
BT /F 12 Tf 10 10 Td (Two) Tj ET /S sh
endstream endobj
trailer << /Root 1 0 R >>
`

// TestFacsimile: a page of a PDF is a drawing of the book, the first where none is named,
// on its cover too; what of it is not as it was is told.
func TestFacsimile(t *testing.T) {
	doc, advice, err := book.Read(fstest.MapFS{
		"a.pdf":      {Data: []byte(leaflet)},
		"locked.pdf": {Data: []byte(strings.Replace(leaflet, "/Root", "/Encrypt << /V 1 >> /Root", 1))},
		"book.yaml":  {Data: []byte("title: كتاب\nlanguage: ar\ncover: a.pdf\nchapters: [a.md]\n")},
		"a.md":       {Data: []byte("# باب\n\n![أولى](a.pdf)\n\n![ثانية](a.pdf#page=2)\n\n![لا شيء](a.pdf#page=3)\n\n![مقفل](locked.pdf)\n\n<img src=\"a.pdf#page=1\" alt=\"في سطر\">\n")},
	}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, second := doc.Assets["a.pdf"], doc.Assets["a.pdf#page=2"]
	if first == nil || second == nil || first.Media != "image/svg+xml" || !bytes.Contains(first.Data, []byte(`fill="#f00"`)) || !bytes.Contains(second.Data, []byte(">Two</text>")) {
		t.Fatalf("%v, %v, %v", first, second, advice)
	}
	if doc.Meta.Cover != "a.pdf" || doc.Assets["a.pdf#page=1"] == nil {
		t.Errorf("cover %q, %v", doc.Meta.Cover, doc.Assets)
	}
	told := make(map[string]string) // each place of a kind
	for i := range advice {
		if e, _ := notice.Of(&advice[i]); e != nil {
			told[e.Code] += advice[i].Pos.String() + " "
		}
		told[advice[i].Pos.String()] = advice[i].Hint
	}
	if hint := told["a.md:7"]; hint != "name one from 1 to 2" {
		t.Errorf("a page that is not there: %q", hint)
	}
	if told["W224"] == "" || told["W225"] != "a.md:5 " || told["W226"] != "a.md:5 " || told["W202"] != "a.md:7 a.md:9 " {
		t.Errorf("told: %v, %v", told, advice)
	}
}
