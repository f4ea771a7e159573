package book_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/bounds"
	"warraq/content/internal/golden"
)

// TestImportHeld gives files of other programs with a little and with far too much of
// something: the latter are refused while they are read, with the limit that says so.
func TestImportHeld(t *testing.T) {
	most := bounds.Limits{Blocks: 8, Notes: 4, References: 4}
	files := map[string]func(inside string) []byte{
		"a.html": func(inside string) []byte { return []byte("<!DOCTYPE html><body>" + inside) },
		"a.odt": func(inside string) []byte {
			return golden.Zip([]txtar.File{{Name: "content.xml", Data: []byte(`<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>` + inside + `</o:text></o:body></o:document-content>`)}})
		},
		"a.docx": func(inside string) []byte {
			return golden.Zip([]txtar.File{
				{Name: "_rels/.rels", Data: []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)},
				{Name: "word/document.xml", Data: []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + inside + `</w:body></w:document>`)},
			})
		},
	}
	for _, c := range []struct{ file, one, limit string }{
		{"a.html", "<p>نص %d", "blocks"},
		{"a.html", "<li>نص %d", "blocks"},
		{"a.html", "نص %d<br>", "blocks"},
		{"a.html", "<tr><td>نص<td>%d", "blocks"},
		{"a.html", `<a href="#a%d">نص</a> `, "references"},
		{"a.odt", "<text:p>نص %d</text:p>", "blocks"},
		{"a.odt", `<text:note text:id="n%d"><text:note-body><text:p>ح</text:p></text:note-body></text:note>`, "notes"},
		{"a.docx", "<w:p><w:r><w:t>نص %d</w:t></w:r></w:p>", "blocks"},
		{"a.docx", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>نص %d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "blocks"},
	} {
		for n, refused := range map[int]bool{2: false, 12: true} {
			var inside strings.Builder
			for i := range n {
				fmt.Fprintf(&inside, c.one, i)
			}
			_, _, err := book.Import([]book.File{{Name: c.file, Data: files[c.file](inside.String())}}, book.ImportOptions{Lang: "ar", Limits: most})
			var problems content.Problems
			switch errors.As(err, &problems); {
			case !refused && err != nil:
				t.Errorf("%s, %d × %s: %v", c.file, n, c.one, err)
			case refused && (len(problems) != 1 || !strings.Contains(problems[0].Hint, "--limits "+c.limit+"=")):
				t.Errorf("%s, %d × %s: %v, not held to %s", c.file, n, c.one, err, c.limit)
			}
		}
	}
}

// TestImportOtherKind gives pages that are no text.
func TestImportOtherKind(t *testing.T) {
	_, _, err := book.Import([]book.File{{Name: "a.html", Data: golden.Zip([]txtar.File{{Name: "a", Data: []byte("a")}})}}, book.ImportOptions{Lang: "ar"})
	if err == nil || !strings.Contains(err.Error(), "a file of another kind") {
		t.Errorf("a zip named as a page: %v", err)
	}
	if _, _, err := book.Import([]book.File{{Name: "a.html", Data: []byte("\xff\xfe<\x00p\x00>\x00E\x06")}}, book.ImportOptions{Lang: "ar"}); err != nil {
		t.Errorf("a page in UTF-16: %v", err)
	}
}
