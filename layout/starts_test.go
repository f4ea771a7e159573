package layout_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/epub"
	"warraq/layout/display"
)

// TestStarts holds the page list of the EPUB of random books to their pages.
func TestStarts(t *testing.T) {
	books := uint64(16)
	if testing.Short() {
		books = 10
	}
	for seed := range books {
		for _, wild := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d %v", seed, wild), func(t *testing.T) {
				doc := randomBook(seed, wild)
				for _, name := range []string{"broken.png", "absent.png"} { // no EPUB is made of such
					doc.Assets[name] = &content.Asset{Name: name, Data: doc.Assets["wide.png"].Data}
				}
				if b := triedPages(t, doc, 2); b != nil {
					startsTrue(t, doc, b)
				}
			})
		}
	}
}

// pageBreak is the markup of a page break.
var pageBreak = regexp.MustCompile(`<(?:div|span) epub:type="pagebreak" role="doc-pagebreak" id="page-([0-9]+)" aria-label="([^"]*)"></(?:div>\n|span>)`)

// startsTrue checks that the EPUB marks the beginning of each page once, in
// order and at the words with which the page begins, and that it is else the
// book that it is without.
func startsTrue(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	starts := b.Starts(doc)
	with, without := epubOf(t, doc, starts), epubOf(t, doc, nil)
	if with == nil {
		return
	}
	seen := 0
	for _, name := range readingOrder(with) {
		text := with[name]
		if name != "EPUB/nav.xhtml" && pageBreak.ReplaceAllString(text, "") != without[name] {
			t.Errorf("%s is another without its page breaks", name)
		}
		for _, m := range pageBreak.FindAllStringSubmatchIndex(text, -1) {
			if seen == len(starts) {
				t.Fatalf("%s: more page breaks than pages", name)
			}
			s := starts[seen]
			if got := text[m[2]:m[3]]; got != strconv.Itoa(s.Number) || html.UnescapeString(text[m[4]:m[5]]) != s.Folio {
				t.Fatalf("%s: page %s comes where page %d should", name, got, s.Number)
			}
			seen++
			atWords(t, doc, b, s, text[:m[0]], text[m[1]:])
		}
	}
	if seen != len(starts) {
		t.Errorf("%d of %d pages are marked", seen, len(starts))
	}
}

// atWords compares what stands around a page break with the line before and the
// line after it.
func atWords(t *testing.T, doc *content.Document, b *display.Book, s content.PageStart, before, after string) {
	t.Helper()
	first := firstOf(b.Pages[s.Number-1], s)
	if first == nil || s.Letters == 0 && marked(doc, s.ID) {
		return
	}
	want, got := ownText(first), spoken(after[:min(len(after), farEnough)])
	if s.Letters == 0 {
		if !strings.HasPrefix(got, want) {
			t.Errorf("page %d begins %q, but after its break comes %q", s.Number, want, got)
		}
		return
	}
	last := lastOf(b.Pages[:s.Number-1], s)
	was, said := ownText(last), spoken(before[max(0, len(before)-farEnough):])
	if last.Line.Hyphened() {
		was += want
		want = ""
		said += got
		if !strings.Contains(said, was) {
			t.Errorf("the word cut before page %d is not whole: %q, %q", s.Number, was, said)
		}
		return
	}
	if !strings.HasPrefix(got, want) {
		t.Errorf("page %d begins %q, but after its break comes %q", s.Number, want, got)
	}
	if !strings.HasSuffix(said, was) {
		t.Errorf("before page %d stands %q, but before its break %q", s.Number, was, said)
	}
}

// farEnough is longer than any line with its markup, in bytes.
const farEnough = 6000

// marked tells a part whose first ink is a mark or a number of the layout's, or
// that the EPUB words in its own way.
func marked(doc *content.Document, id content.ID) (is bool) {
	content.Walk(doc, func(part any, place *content.Place) {
		if place.ID != id {
			return
		}
		switch part.(type) {
		case *content.Item, *content.Note, *content.Entry, *content.Break:
			is = true
		}
	})
	return is
}

// sameRun tells that a line is of the run in which a page begins.
func sameRun(text *display.Text, s content.PageStart) bool {
	return text.Elem == s.ID && s.ID != 0 &&
		(text.Part == display.Caption) == (s.Run == content.CaptionRun) &&
		(text.Part == display.Attribution) == (s.Run == content.AttributionRun)
}

func firstOf(p *display.Page, s content.PageStart) *display.Text {
	for _, it := range p.Items {
		if text, ok := it.(*display.Text); ok && sameRun(text, s) {
			return text
		}
	}
	return nil
}

// lastOf is the last line of a run on the pages before one that begins in it.
func lastOf(pages []*display.Page, s content.PageStart) (last *display.Text) {
	for _, p := range pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && sameRun(text, s) {
				last = text
			}
		}
	}
	return last
}

// ownText is what is the manuscript's of a line.
func ownText(text *display.Text) string {
	var b strings.Builder
	for _, p := range text.Line.Pieces {
		if p.Word != nil && p.Style.Made == 0 && p.Style.Object == nil {
			b.WriteString(p.Word.Text)
		}
	}
	return counted(b.String())
}

// unspoken is what an EPUB says in its own way.
var unspoken = regexp.MustCompile(`(?s)^[^<]*?>|<title>.*?</title>|<a class="(?:noteref|backlink|again|ref)"[^>]*>.*?</a>|<[^>]*>|<[^>]*$`)

// spoken is the text of a piece of XHTML.
func spoken(s string) string {
	return counted(html.UnescapeString(unspoken.ReplaceAllString(s, "")))
}

func counted(s string) string {
	return strings.Map(func(r rune) rune {
		if content.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// epubOf is the EPUB of a book by the names of its parts, nil where it has
// no chapter.
func epubOf(t *testing.T, doc *content.Document, pages []content.PageStart) map[string]string {
	t.Helper()
	var b bytes.Buffer
	err := epub.Write(&b, doc, epub.Options{Pages: pages})
	if len(doc.Chapters) == 0 {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

var (
	itemHref = regexp.MustCompile(`<item id="([^"]*)" href="([^"]*)"`)
	itemRef  = regexp.MustCompile(`<itemref idref="([^"]*)"`)
)

// readingOrder are the documents of the spine.
func readingOrder(parts map[string]string) (names []string) {
	hrefs := map[string]string{}
	for _, m := range itemHref.FindAllStringSubmatch(parts["EPUB/package.opf"], -1) {
		hrefs[m[1]] = m[2]
	}
	for _, m := range itemRef.FindAllStringSubmatch(parts["EPUB/package.opf"], -1) {
		names = append(names, "EPUB/"+hrefs[m[1]])
	}
	return names
}

// TestIndexUnderHeading lays out an index that a heading stands right above.
func TestIndexUnderHeading(t *testing.T) {
	doc := randomBook(323, false)
	hold(t, doc, false)
}
