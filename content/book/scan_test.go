package book_test

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/content/notice"
)

// TestScan: a page of a TIFF is a picture of the book, the first where none is named, which
// is told; a page that is not there is told too.
func TestScan(t *testing.T) {
	data, err := os.ReadFile("../scan/testdata/two.tif") // two gray pages, made for this
	if err != nil {
		t.Fatal(err)
	}
	doc, advice, err := book.Read(fstest.MapFS{
		"scans/a b.tif": {Data: data},
		"c.svg":         {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)},
		"a.md":          {Data: []byte("# باب\n\n![أولى](<scans/a b.tif>)\n\n![ثانية](<scans/a b.tif#page=2>)\n\n![لا شيء](<scans/a b.tif#page=3>)\n\n![لا شيء](<scans/a b.tif#page=0>)\n\n![لا شيء](c.svg#page=2)\n")},
	}, "a.md", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, second := doc.Assets["scans/a b.tif"], doc.Assets["scans/a b.tif#page=2"]
	if first == nil || second == nil || first.Media != "image/png" || bytes.Equal(first.Data, second.Data) {
		t.Fatalf("%v, %v", first, second)
	}
	told := make(map[string]string) // each place of a kind
	for i := range advice {
		if e, _ := notice.Of(&advice[i]); e != nil {
			told[e.Code] += advice[i].Pos.String() + " "
		}
	}
	if told["W224"] != "a.md:3 " || told["W202"] != "a.md:7 a.md:9 a.md:11 " {
		t.Errorf("told: %v, %v", told, advice)
	}
}
