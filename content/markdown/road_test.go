package markdown_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"testing"
	"unicode"

	"warraq/content"
	"warraq/content/epub"
	"warraq/content/locale"
	"warraq/content/markdown"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
)

// TestSpecificationsRoad makes a book of each specification, its examples one
// after another, and finds every letter of it on the pages and in the EPUB.
func TestSpecificationsRoad(t *testing.T) {
	for name := range specifications {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := specificationBook(examplesOf(t, name))
			want := lettersByChapter(doc)
			compareLetters(t, "the pages", doc, want, pageLetters(t, doc))
			compareLetters(t, "the EPUB", doc, want, epubLetters(t, doc))
		})
	}
}

// specificationBook has a chapter or more for each example. Links within the
// book lead nowhere there, so they lead outside; images are a pixel.
func specificationBook(examples []example) *content.Document {
	doc := &content.Document{Assets: map[string]*content.Asset{}}
	doc.Meta = content.Meta{Title: "Specification", Lang: "en", Dir: locale.LTR}
	doc.Setup = setup.Book{Contents: setup.Off, TitlePage: setup.Off, Opening: setup.OpenAny}
	for _, e := range examples {
		opt := markdown.Options{File: fmt.Sprint(e.number, ".md"), Introduction: "Introduction"}
		chapters, _, _, _ := markdown.NewReader().Read(e.source(), opt)
		doc.Chapters = append(doc.Chapters, chapters...)
	}
	image := func(src *string) {
		*src = fmt.Sprint("images/", len(doc.Assets), ".png")
		doc.Assets[*src] = &content.Asset{Name: *src, Media: "image/png", Data: []byte(pixel)}
	}
	number.Document(doc)
	content.Walk(doc, func(part any, _ *content.Place) {
		if f, ok := part.(*content.Figure); ok {
			image(&f.Src)
		}
	})
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			switch in := in.(type) {
			case *content.Image:
				image(&in.Src)
			case *content.Link:
				in.URL = "https://example.org/"
			}
		})
	})
	return doc
}

// pixel is a PNG of one grey pixel.
const pixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\nIDATx\x9cc(\x00\x00\x00\x81\x00\x81\xc2\xf7\x92\xa5\x00\x00\x00\x00IEND\xaeB`\x82"

// count says how often each letter and digit stands in a text.
type count map[rune]int

func (c count) add(s string) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			c[r]++
		}
	}
}

// lettersByChapter counts what a reader is to see: all but alternative texts,
// in whose place a picture may stand.
func lettersByChapter(doc *content.Document) []count {
	counts := make([]count, len(doc.Chapters))
	for i, c := range doc.Chapters {
		counts[i] = count{}
		one := &content.Document{Chapters: []*content.Chapter{c}}
		content.Texts(one, func(_ *content.Place, text []content.Inline) {
			content.Inlines(text, func(in content.Inline) {
				switch in := in.(type) {
				case *content.Text:
					counts[i].add(in.Value)
				case *content.Code:
					counts[i].add(in.Value)
				}
			})
		})
		content.Walk(one, func(part any, _ *content.Place) {
			if code, ok := part.(*content.CodeBlock); ok {
				counts[i].add(code.Text)
			}
		})
	}
	return counts
}

func pageLetters(t *testing.T, doc *content.Document) []count {
	t.Helper()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	book, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chapter := map[content.ID]int{}
	for i, c := range doc.Chapters {
		content.Walk(&content.Document{Chapters: []*content.Chapter{c}}, func(_ any, place *content.Place) {
			chapter[place.ID] = i
		})
	}
	counts := make([]count, len(doc.Chapters))
	for i := range counts {
		counts[i] = count{}
	}
	for _, p := range book.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Elem != 0 {
				counts[chapter[text.Elem]].add(text.Line.Text())
			}
		}
	}
	return counts
}

// epubLetters counts the text of the files that hold the chapters, which are
// named in their order.
func epubLetters(t *testing.T, doc *content.Document) []count {
	t.Helper()
	var b bytes.Buffer
	if err := epub.Write(&b, doc, epub.Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var counts []count
	for i := range doc.Chapters {
		f, err := z.Open(fmt.Sprintf("EPUB/xhtml/ch%04d.xhtml", i+1))
		if err != nil {
			t.Fatal(err)
		}
		counts = append(counts, bodyLetters(t, f))
	}
	return counts
}

// bodyLetters counts the text of an XHTML file's body.
func bodyLetters(t *testing.T, r io.Reader) count {
	t.Helper()
	c, inBody := count{}, false
	for d := xml.NewDecoder(r); ; {
		switch token, err := d.Token(); token := token.(type) {
		case xml.StartElement:
			inBody = inBody || token.Name.Local == "body"
		case xml.CharData:
			if inBody {
				c.add(string(token))
			}
		case nil:
			if err != io.EOF {
				t.Fatal(err)
			}
			return c
		}
	}
}

func compareLetters(t *testing.T, where string, doc *content.Document, want, got []count) {
	t.Helper()
	for i, c := range doc.Chapters {
		for letter, n := range want[i] {
			if got[i][letter] < n {
				t.Errorf("example %s: %q stands %d times in the manuscript, %d times in %s",
					c.Pos, letter, n, got[i][letter], where)
			}
		}
	}
}
