package main

import (
	_ "embed"
	"fmt"
	"strings"

	"warraq/cmd/judge/internal/search"
)

//go:embed pdfjs.mjs
var pdfjsScript []byte

//go:embed mupdf.mjs
var mupdfScript []byte

//go:embed pdfium.mjs
var pdfiumScript []byte

// enough is the share of the manuscript's words that each reader of the PDF
// must find.
const enough = 0.99

// allowance is the share that is enough where a reader, or a book, is to blame.
type allowance struct {
	book, reader string // a prefix; "" is all
	share        float64
	why          string
}

// fewerWords are the allowances of words.
var fewerWords = []allowance{
	{"vocalised", "mupdf", 0.98, "it leaves the advance of a mark out of account and takes it for a gap"},
	{"mixed", "pdfium", 0.96, "it takes letters and digits of a word apart and turns Latin phrases around"},
	{"guide", "pdfium", 0.94, "it takes letters and digits of a word apart: a5, ua2, and each code of a message"},
	{"language-he", "pdf.js", 0.98, "it joins words of two scripts where one belongs to another language"},
	{"mixed", "", 0.98, "code from left to right in a line from right to left"},
}

// enoughFor is the share that a reader must reach in a book.
func enoughFor(book, reader string, list []allowance) float64 {
	for _, l := range list {
		if strings.HasPrefix(book, l.book) && strings.HasPrefix(reader, l.reader) {
			return l.share
		}
	}
	return enough
}

// textReader takes the text out of a PDF.
type textReader struct {
	name  string
	taken func(file string) (string, error)
}

func (c *court) readers() []textReader {
	return []textReader{
		{"poppler", func(f string) (string, error) { return c.command("pdftotext", "-enc", "UTF-8", f, "-") }},
		{"pdf.js", func(f string) (string, error) { return c.script("pdfjs.mjs", pdfjsScript, f) }},
		{"mupdf", func(f string) (string, error) { return c.script("mupdf.mjs", mupdfScript, f) }},
		{"pdfium", func(f string) (string, error) { return c.script("pdfium.mjs", pdfiumScript, f) }},
	}
}

// words lets readers take the text out of each PDF and counts how many of the
// manuscript's words are there, whole and in the order of their letters.
func (c *court) words() error {
	for _, b := range c.books {
		texts, err := c.sourceTexts(b)
		if err != nil {
			return err
		}
		want := search.Words(strings.Join(texts, "\n"))
		for _, r := range c.readers() {
			text, err := r.taken(b.pdf)
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			share, lost := search.Found(want, search.Words(search.Body(text)))
			says := c.pass
			if share < enoughFor(b.name, r.name, fewerWords) {
				says = c.fail
			}
			says("words "+b.name, "%s finds .%03.0f of %d words; not: %s", r.name, share*1000, len(want), strings.Join(firstFew(lost), " "))
		}
	}
	return nil
}
