package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"warraq/cmd/judge/internal/raster"
)

// samePage is how far a page cut out of a sheet may be from the page of the file to
// read, as a part of its ink: pixels on edges are reckoned anew where it lies.
const samePage = 0.05

// sheets prints the booklet and the specimen on sheets in each way, as PDFs that
// judges take, makes books of the rendered sheets, and compares their pages with
// those of the file to read.
func (c *court) sheets() error {
	for _, source := range []string{"booklet:", "specimen:"} {
		stem := strings.TrimSuffix(source, ":")
		for _, w := range ways {
			b := &book{name: fmt.Sprintf("%s %s %s", stem, w.impose, w.duplex), source: source,
				args: []string{"--only", "pdf,booklet", "--test-sheet", "--impose", w.impose, "--duplex", w.duplex}}
			dir := filepath.Join(c.work, "sheets", strings.ReplaceAll(b.name, " ", "-"))
			if _, err := c.build(dir, b); err != nil {
				return err
			}
			b.pdf, b.sheets = filepath.Join(dir, stem+".pdf"), filepath.Join(dir, stem+"-booklet.pdf")
			c.sheetSyntax("sheets of "+b.name, b.sheets)
			c.sheetSyntax("test sheet of "+b.name, filepath.Join(dir, stem+"-test-sheet.pdf"))
			if err := c.fold(b, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// sheetSyntax asks the judges of files about sheets.
func (c *court) sheetSyntax(name, pdf string) {
	sheets := &book{name: name, pdf: pdf}
	c.silent("qpdf "+name, []string{"qpdf", "--check", pdf}, "WARNING", "ERROR")
	c.strict(sheets)
	c.drawnBy(sheets)
}

// edge is how many pixels at the edges of a page are not looked at: a picture that goes to
// the edge of its neighbour is drawn into the pixels that both share.
const edge = 2

// fold makes the book of its sheets.
func (c *court) fold(b *book, w way) error {
	p, err := c.printOut(b, w)
	if err != nil {
		return err
	}
	parts := w.read(len(p.sides) / 2)
	on := make(map[int][]int) // pages by side
	worst, wrong := 0.0, 0
	for i, part := range parts {
		there, pages := p.cut(part)
		there = there.Within(edge)
		want := there.Blank() // behind the last
		if i < len(pages) {
			want = pages[i].Within(edge)
			on[part.side] = append(on[part.side], i)
			if next := pages[(i+1)%len(pages)].Within(edge); next.Ink() > 1 && next.Apart(there) <= samePage {
				wrong++
			}
		}
		apart := want.Apart(there)
		worst = max(worst, apart)
		if apart > samePage {
			c.fail("fold "+b.name, "page %d is not what is there: %.2f of its ink differs", i+1, apart)
		}
	}
	if len(parts) < len(p.upright) || wrong > 0 {
		c.fail("fold "+b.name, "%d places for %d pages; %d could be others", len(parts), len(p.upright), wrong)
	}
	if worst <= samePage {
		c.pass("fold "+b.name, "%d pages of %d sheets read in order, at %.2f dpi at most %.3f of the ink differs", len(p.upright), len(p.sides)/2, p.dpi, worst)
	}
	return c.sheetText(b, on)
}

// sheetText compares the letters that a reader takes out of each side with those
// of the pages on it.
func (c *court) sheetText(b *book, on map[int][]int) error {
	pages, err := c.lettersOf(b.pdf)
	if err != nil {
		return err
	}
	sides, err := c.lettersOf(b.sheets)
	if err != nil {
		return err
	}
	ok := true
	for side := range sides {
		var want []rune
		for _, page := range on[side] {
			want = append(want, []rune(pages[page])...)
		}
		slices.Sort(want)
		if string(want) != sides[side] {
			ok = false
			c.fail("text "+b.name, "side %d has not the letters of its pages", side+1)
		}
	}
	if ok {
		c.pass("text "+b.name, "the letters of the pages are on their sides")
	}
	return nil
}

// lettersOf is the letters and digits of each page, sorted.
func (c *court) lettersOf(pdf string) (pages []string, err error) {
	out, err := c.command("pdftotext", "-enc", "UTF-8", pdf, "-")
	if err != nil {
		return nil, err
	}
	for page := range strings.SplitSeq(strings.TrimSuffix(out, "\f"), "\f") {
		letters := []rune(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, page))
		slices.Sort(letters)
		pages = append(pages, string(letters))
	}
	return pages, nil
}

// printOut renders a book and its sheets.
func (c *court) printOut(b *book, w way) (p printOut, err error) {
	p.way = w
	if p.w, p.h, err = c.size(b.pdf); err != nil {
		return p, err
	}
	sw, sh, err := c.size(b.sheets)
	if err != nil {
		return p, err
	}
	p.left, p.top = sw/2-p.w, sh/2-float64(w.rows)*p.h/2
	p.dpi = aligned(p.left, p.left+p.w, p.top, p.top+float64(w.rows-1)*p.h, sw, sh, p.w, p.h)
	p.backsTurned = (sw > sh) != (w.duplex == "short-edge")
	if p.upright, p.turned, err = c.bothWays(b.pdf, p.dpi); err != nil {
		return p, err
	}
	p.sides, err = c.grayPages(b.sheets, p.dpi)
	return p, err
}

// size is the width and height of a PDF's first page, in points.
func (c *court) size(pdf string) (w, h float64, err error) {
	out, err := c.command("pdfinfo", pdf)
	if err != nil {
		return 0, 0, err
	}
	m := regexp.MustCompile(`Page size: +([0-9.]+) x ([0-9.]+) pts`).FindStringSubmatch(out)
	if m == nil {
		return 0, 0, fmt.Errorf("pdfinfo tells no size of %s", pdf)
	}
	w, _ = strconv.ParseFloat(m[1], 64)
	h, _ = strconv.ParseFloat(m[2], 64)
	return w, h, nil
}

// grayPages draws the pages of a PDF.
func (c *court) grayPages(pdf string, dpi float64) (pages []raster.Pixels, err error) {
	dir, err := os.MkdirTemp(c.work, "gray")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := c.command("pdftoppm", "-gray", "-r", strconv.FormatFloat(dpi, 'f', 3, 64), pdf, filepath.Join(dir, "page")); err != nil {
		return nil, err
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		p, err := raster.ReadPGM(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		pages = append(pages, p)
	}
	return pages, nil
}

// bothWays draws the pages of a PDF upright and upside down: renderers put letters
// on whole pixels, which are others upside down.
func (c *court) bothWays(pdf string, dpi float64) (upright, turned []raster.Pixels, err error) {
	if upright, err = c.grayPages(pdf, dpi); err != nil {
		return nil, nil, err
	}
	about := filepath.Join(c.work, "turned.pdf")
	if _, err = c.command("qpdf", "--rotate=+180", pdf, about); err != nil {
		return nil, nil, err
	}
	turned, err = c.grayPages(about, dpi)
	return upright, turned, err
}
