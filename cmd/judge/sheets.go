package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
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
		want := there.blank() // behind the last
		if i < len(pages) {
			want = pages[i]
			on[part.side] = append(on[part.side], i)
			if next := pages[(i+1)%len(pages)]; next.ink() > 1 && next.apart(there) <= samePage {
				wrong++
			}
		}
		apart := want.apart(there)
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
