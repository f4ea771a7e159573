package pdf_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/layout/pdf"
	"warraq/layout/picture"
)

// TestClaims: what a file says that it keeps, by what is in the book.
func TestClaims(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"text", "# ف\n\nنص\n", "1 2 A"},
		{"private use", "# ف\n\nنص \ue000\n", "1 2 U"},
	} {
		d := read(t, lay(t, manuscript(t, small, c.text)).file)
		if got := d.claims(); got != c.want {
			t.Errorf("%s: claims %s, want %s", c.name, got, c.want)
		}
		root := d.catalog()
		if d.dict(root["MarkInfo"])["Marked"] != name("\x00true") {
			t.Errorf("%s: not marked", c.name)
		}
		intent := d.dict(root["OutputIntents"].([]any)[0])
		profile := d.streams[intent["DestOutputProfile"].(ref)]
		if intent["S"] != name("GTS_PDFA1") || !bytes.Contains(profile, []byte("mntrRGB XYZ ")) {
			t.Errorf("%s: output intent %v", c.name, intent)
		}
	}
}

// TestPressColours: a book with a picture in the colours of a press does not
// claim to be an archive's.
func TestPressColours(t *testing.T) {
	doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte("# ف\n\n![صورة](a.png)\n")}, "a.png": {Data: grayPNG(t)}}, "a.md", book.Options{Lang: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	p := lay(t, doc)
	if got := read(t, p.file).claims(); got != "1 2 A" {
		t.Errorf("in gray: claims %s", got)
	}
	p.book.Pictures["a.png"].Color.Space = picture.CMYK
	if got := read(t, p.write(t, pdf.Options{})).claims(); got != "1" {
		t.Errorf("in the colours of a press: claims %s", got)
	}
}

// claims reads the parts of PDF/UA and PDF/A and the level that the XMP names.
func (d *document) claims() string {
	return values(string(d.streams[d.catalog()["Metadata"].(ref)]), "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
}

// values reads what properties of XMP say, of those that are there.
func values(xmp string, tags ...string) string {
	var all []string
	for _, tag := range tags {
		if _, rest, ok := strings.Cut(xmp, "<"+tag+">"); ok {
			value, _, _ := strings.Cut(rest, "<")
			all = append(all, value)
		}
	}
	return strings.Join(all, " ")
}

// TestNames: every anchor leads to its page by name.
func TestNames(t *testing.T) {
	d := read(t, lay(t, manuscript(t, small, "# أول {#x}\n\nنص [هنا]{#span}\n\n# ثان {#فصل}\n\nنص\n")).file)
	tree := d.dict(d.dict(d.catalog()["Names"])["Dests"])
	leaf := d.dict(tree["Kids"].([]any)[0])["Names"].([]any)
	got := make(map[string]int)
	last := ""
	for i := 0; i < len(leaf); i += 2 {
		key := leaf[i].(string)
		if key <= last {
			t.Errorf("%q after %q", key, last)
		}
		got[key], last = d.pageOf(leaf[i+1]), key
	}
	for key, page := range map[string]int{"x": 4, "span": 4, "فصل": 6} {
		if got[key] != page {
			t.Errorf("%s leads to page %d of %v, want %d", key, got[key]+1, got, page+1)
		}
	}
}
