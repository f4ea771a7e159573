package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
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
	{"guide", "pdfium", 0.985, "it takes letters and digits of a word apart: a5, ua2"},
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
		want := searchable(strings.Join(texts, "\n"))
		for _, r := range c.readers() {
			text, err := r.taken(b.pdf)
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			share, lost := found(want, searchable(body(text)))
			says := c.pass
			if share < enoughFor(b.name, r.name, fewerWords) {
				says = c.fail
			}
			says("words "+b.name, "%s finds .%03.0f of %d words; not: %s", r.name, share*1000, len(want), strings.Join(firstFew(lost), " "))
		}
	}
	return nil
}

// script runs one of our readers on Node.js; without its second compiler of
// WebAssembly, whose work at the end now and then keeps it from ending.
func (c *court) script(name string, source []byte, args ...string) (string, error) {
	path := filepath.Join(c.work, name)
	if err := os.WriteFile(path, source, 0o666); err != nil {
		return "", err
	}
	return c.command(append([]string{"node", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering", path, c.home}, args...)...)
}

// body leaves out the lines of a page that the manuscript has not: folios, at
// its head or foot without letters, and running heads. A running head is a first line of a page that is short and
// repeats what an earlier page began with.
func body(text string) string {
	heads := make(map[string]bool)
	var kept strings.Builder
	for _, page := range strings.Split(text, "\f") {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		for i, line := range lines {
			line = strings.TrimSpace(line)
			head := strings.TrimFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
			if head == "" && (i == 0 || i == len(lines)-1) || i == 0 && heads[head] {
				continue
			}
			if i == 0 {
				heads[head] = true
			}
			kept.WriteString(line + "\n")
		}
	}
	return kept.String()
}

// searchable splits a text into the words that a person would search:
// letters, marks and digits, in base letters, without tatweel and controls.
func searchable(text string) []string {
	text = strings.Map(func(r rune) rune {
		if r == 0x640 || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
}

// found is the share of want that is in got, each word as often as it stands
// there, and the words that are not.
func found(want, got []string) (share float64, lost []string) {
	left := make(map[string]int)
	for _, w := range got {
		left[w]++
	}
	for _, w := range want {
		if left[w]--; left[w] < 0 {
			lost = append(lost, w)
		}
	}
	return 1 - float64(len(lost))/float64(max(1, len(want))), lost
}
