package main

import (
	_ "embed"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"warraq/cmd/judge/internal/highlight"
)

//go:embed mupdf-boxes.mjs
var mupdfBoxes []byte

//go:embed pdfium-boxes.mjs
var pdfiumBoxes []byte

// dashes is why numbers of a Hebrew book are told apart by their ink less well.
const dashes = "the dash of Noto Serif Hebrew touches the digits beside it, so that three words share a piece of ink"

// reversed is why words of a magazine are told apart less often.
const reversed = "the heads of its tables and its title are white on a colour, which is one piece of ink"

// fewerBoxes are the allowances of boxes.
var fewerBoxes = []allowance{
	{"vocalised", "mupdf", 0.96, "it leaves the advance of a mark out of account, and the words of ﷺ share its ink"},
	{"vocalised", "poppler", 0.98, "a space that leans on a letter is one to it, so that two words have one box"},
	{"mixed", "pdf.js", 0.98, "a number in Arabic digits is on its first code, and a line is one box: 2 of 193"},
	{"vocalised", "pdf.js", 0.92, "it leaves the advance of a mark out of account, and gives a line as one box"},
	{"language-fr", "pdf.js", 0.90, "it leaves soft hyphens out, and gives a line as one box"},
	{"language-he", "poppler", 0.98, dashes},
	{"language-he", "mupdf", 0.98, dashes},
	{"language-he", "pdf.js", 0.96, dashes},
	{"language-he", "pdfium", 0.98, dashes},
	{"specimen-magazine", "poppler", 0.97, reversed},
	{"specimen-magazine", "mupdf", 0.97, reversed},
	{"specimen-magazine", "pdf.js", 0.94, reversed + ", and it gives a line as one box"},
	{"specimen-magazine", "pdfium", 0.97, reversed},
	{"guide-en", "pdf.js", 0.98, "it leaves soft hyphens out"},
}

// moved is how far boxes are moved to see that it is noticed, in points: a
// quarter of an em of the text.
const moved = 3

// boxes asks where readers highlight each word, and lays that on the ink of the
// rendered page. As a control the boxes are laid a little beside it.
func (c *court) boxes() error {
	for _, b := range c.books {
		pages, err := c.pieces(b.pdf)
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		for _, r := range boxReaders {
			boxes, err := r.read(c, b.pdf)
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			here, beside := highlight.Lay(boxes, pages, 0), highlight.Lay(boxes, pages, moved)
			says := c.pass
			if here.Share() < enoughFor(b.name, r.name, fewerBoxes) || here.Bare*100 > here.Pieces {
				says = c.fail
			}
			says("boxes "+b.name, "%s highlights %.3f of %d words where they stand, %d of %d pieces of ink nowhere; not: %s",
				r.name, here.Share(), here.Boxes, here.Bare, here.Pieces, strings.Join(firstFew(here.Off), " "))
			if beside.Share() > 0.6 {
				c.fail("boxes "+b.name, "the control failed: %s moved by %d points is right in %.3f", r.name, moved, beside.Share())
			}
		}
	}
	return nil
}

// boxReaders are the readers that tell where words are.
var boxReaders = []struct {
	name string
	read func(c *court, file string) ([]highlight.Box, error)
}{

	{"poppler", (*court).popplerBoxes},
	{"mupdf", func(c *court, f string) ([]highlight.Box, error) {
		return c.boxesFrom("mupdf-boxes.mjs", mupdfBoxes, f)
	}},
	{"pdf.js", func(c *court, f string) ([]highlight.Box, error) {
		return c.boxesFrom("pdfjs.mjs", pdfjsScript, f, "boxes")
	}},
	{"pdfium", func(c *court, f string) ([]highlight.Box, error) {
		return c.boxesFrom("pdfium-boxes.mjs", pdfiumBoxes, f)
	}},
}

// popplerBoxes are the words of `pdftotext -bbox`.
func (c *court) popplerBoxes(file string) ([]highlight.Box, error) {
	out, err := c.command("pdftotext", "-bbox", "-enc", "UTF-8", file, "-")
	if err != nil {
		return nil, err
	}
	var html struct {
		Pages []struct {
			Words []struct {
				Left   float64 `xml:"xMin,attr"`
				Top    float64 `xml:"yMin,attr"`
				Right  float64 `xml:"xMax,attr"`
				Bottom float64 `xml:"yMax,attr"`
				Text   string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(out), &html); err != nil {
		return nil, err
	}
	var all []highlight.Box
	for i, p := range html.Pages {
		for _, w := range p.Words {
			all = append(all, highlight.At(i+1, w.Left, w.Top, w.Right, w.Bottom, w.Text))
		}
	}
	return all, nil
}

// boxesFrom reads what one of our scripts writes.
func (c *court) boxesFrom(name string, source []byte, args ...string) ([]highlight.Box, error) {
	out, err := c.script(name, source, args...)
	if err != nil {
		return nil, err
	}
	var all []highlight.Box
	for line := range strings.Lines(out) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		if len(fields) < 6 {
			return nil, fmt.Errorf("%s: %q", name, line)
		}
		var n [5]float64
		for i := range n {
			if n[i], err = strconv.ParseFloat(fields[i], 64); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		all = append(all, highlight.At(int(n[0]), n[1], n[2], n[3], n[4], fields[5]))
	}
	return all, nil
}

// pieces are the connected pieces of ink on each page of a file that letters
// are made of. Rules and pictures are left out: what the letters are is known
// by where the codes of the file draw.
func (c *court) pieces(file string) ([][]highlight.Piece, error) {
	f, err := c.readPDF(file)
	if err != nil {
		return nil, err
	}
	strs, err := f.ReadPages()
	if err != nil {
		return nil, err
	}
	pages := f.Pages()
	letters, err := highlight.LettersOf(strs, len(pages))
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(c.work, "pages-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := c.command("pdftoppm", "-r", fmt.Sprint(highlight.BoxResolution), "-gray", file, filepath.Join(dir, "p")); err != nil {
		return nil, err
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*.pgm"))
	slices.Sort(names)
	if len(names) != len(letters) {
		return nil, fmt.Errorf("%d pages are drawn, %d are there", len(names), len(letters))
	}
	all := make([][]highlight.Piece, len(names))
	for i, name := range names {
		page, err := highlight.ReadPGM(name)
		if err != nil {
			return nil, err
		}
		all[i] = highlight.Among(highlight.InkRects(page), letters[i], f.Number(f.Array(pages[i]["/MediaBox"])[3]))
	}
	return all, nil
}
