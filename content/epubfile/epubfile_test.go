package epubfile_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/epubfile"
	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/internal/written"
)

// packed is a book of its files.
func packed(files []txtar.File) []byte {
	return golden.Zip(append([]txtar.File{{Name: "mimetype", Data: []byte("application/epub+zip")}}, files...))
}

// TestRead reads the books of the cases, and prints the manuscript and the report.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		text, err := epubfile.Read("f.epub", packed(files), epubfile.Options{})
		if err != nil {
			return err.Error() + "\n"
		}
		return written.Text(text, intake.Options{})
	})
}

// TestRefused gives files that are no books.
func TestRefused(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":                     nil,
		"no zip":                    []byte("PDF"),
		"no container":              packed(nil),
		"no package":                packed([]txtar.File{{Name: "META-INF/container.xml", Data: []byte(`<container/>`)}}),
		"a name that leads outside": packed([]txtar.File{{Name: "../x", Data: nil}}),
	} {
		if _, err := epubfile.Read("f.epub", data, epubfile.Options{}); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// FuzzRead reads a book with any package, contents and chapter.
func FuzzRead(f *testing.F) {
	const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`
	const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="d" href="d.xhtml" media-type="application/xhtml+xml"/></manifest><spine toc="n"><itemref idref="c"/><itemref idref="d"/></spine></package>`
	f.Add([]byte(opf), []byte(`<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>a</text></navLabel><content src="c.xhtml#x"/><navPoint><navLabel><text>b</text></navLabel><content src="d.xhtml"/></navPoint></navPoint></navMap></ncx>`), []byte(`<html><body><h1 id="x">a</h1><p>b</p></body></html>`))
	for _, s := range golden.Seeds(f) {
		f.Add([]byte(opf), s, s)
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, opf, ncx, page []byte) {
		text, err := epubfile.Read("f.epub", packed([]txtar.File{{Name: "META-INF/container.xml", Data: []byte(container)}, {Name: "a.opf", Data: opf},
			{Name: "toc.ncx", Data: ncx}, {Name: "c.xhtml", Data: page}, {Name: "d.xhtml", Data: []byte(strings.ToUpper(string(page)))}}), epubfile.Options{})
		if err == nil {
			written.Text(text, intake.Options{})
		}
	})
}
