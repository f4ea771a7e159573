package publish

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"warraq/content/book"
)

// TestCharts: the labels of charts are outlines in an EPUB, letters in the book.
func TestCharts(t *testing.T) {
	doc, _, err := book.Read(os.DirFS("../../content/samples"), "report", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := New(doc, Options{Name: "report"}).Make(EPUB)
	if err != nil {
		t.Fatal(err)
	}
	lettered := make(map[string]bool)
	for name, a := range doc.Assets {
		if strings.Contains(name, "chart-") && bytes.Contains(a.Data, []byte("<text")) {
			lettered[string(a.Data)] = true
		}
	}
	if len(lettered) < 5 {
		t.Fatalf("%d charts have labels", len(lettered))
	}
	z, err := zip.NewReader(bytes.NewReader(files[0].Data), int64(len(files[0].Data)))
	if err != nil {
		t.Fatal(err)
	}
	outlined := 0
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".svg") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if lettered[string(data)] {
			t.Errorf("%s has letters", f.Name)
		}
		if bytes.Contains(data, []byte("pt\" viewBox")) && !bytes.Contains(data, []byte("<text")) && len(data) > 20_000 {
			outlined++
		}
	}
	if outlined != len(lettered) {
		t.Errorf("%d of %d charts are outlines", outlined, len(lettered))
	}
}
