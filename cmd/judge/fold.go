package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// way is one of making a book of sheets by hand, as who has printed them does.
type way struct {
	impose, duplex string
	signature      int // sheets that are folded together; 0: all, or none are folded
	rows           int // of pages on a side
	stacks         int // into which the sheets are cut; 0: they are folded
}

// ways are those that are tried.
var ways = []way{
	{"saddle", "short-edge", 0, 1, 0},
	{"saddle", "long-edge", 0, 1, 0},
	{"perfect", "short-edge", 4, 1, 0},
	{"2up", "short-edge", 0, 1, 2},
	{"2up", "long-edge", 0, 1, 2},
	{"4up", "long-edge", 0, 2, 4},
	{"4up", "short-edge", 0, 2, 4},
}

// part is a page on a side of a sheet: the side, from 0, front and back in turn,
// and the column and the row, as they are seen when the sheet is turned over about
// an upright edge.
type part struct{ side, column, row int }

// read makes a book bound at the right of a number of sheets, and reads its pages.
func (w way) read(sheets int) (parts []part) {
	if w.stacks > 0 {
		for stack := range w.stacks {
			column, row := 1-stack%2, stack/2
			for k := range sheets {
				parts = append(parts, part{2 * k, column, row}, part{2*k + 1, 1 - column, row})
			}
		}
		return parts
	}
	each := w.signature
	if each == 0 {
		each = sheets
	}
	for from := 0; from < sheets; from += each {
		to := min(from+each, sheets)
		for k := from; k < to; k++ { // page 1 is at the left of the front, the fold at its right
			parts = append(parts, part{2 * k, 0, 0}, part{2*k + 1, 1, 0})
		}
		for k := to - 1; k >= from; k-- {
			parts = append(parts, part{2*k + 1, 0, 0}, part{2 * k, 1, 0})
		}
	}
	return parts
}

// pixels is a page in gray: 0 black, 255 white.
type pixels struct {
	w, h int
	gray []byte
}

// cut is a part of a page; what is beyond it is white.
func (p pixels) cut(x, y, w, h int) pixels {
	out := pixels{w: w, h: h}.blank()
	for row := max(0, -y); row < h && y+row < p.h; row++ {
		from, to := max(0, -x), min(w, p.w-x)
		if from < to {
			copy(out.gray[row*w+from:row*w+to], p.gray[(y+row)*p.w+x+from:])
		}
	}
	return out
}

// blank is a page as large, without ink.
func (p pixels) blank() pixels { return pixels{p.w, p.h, bytes.Repeat([]byte{255}, p.w*p.h)} }

// ink is how much there is: a black pixel is 1.
func (p pixels) ink() float64 {
	sum := 0
	for _, v := range p.gray {
		sum += 255 - int(v)
	}
	return float64(sum) / 255
}

// apart is how much ink two pages of one size differ in, as a part of the ink of
// the first; of a blank one, in black pixels.
func (p pixels) apart(q pixels) float64 {
	sum := 0
	for i, v := range p.gray {
		d := int(v) - int(q.gray[i])
		sum += max(d, -d)
	}
	return float64(sum) / 255 / max(p.ink(), 1)
}

// printOut is a book rendered on sheets, and its pages alone, at one resolution.
type printOut struct {
	way
	upright, turned []pixels // the pages, and the same upside down
	sides           []pixels
	backsTurned     bool // backs are printed upside down
	dpi             float64
	left, top       float64 // of the pages on a side, points
	w, h            float64 // of a page
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

// cut takes a page out of its side, and tells with which pages it is to be
// compared: those that lie as it does.
func (p printOut) cut(at part) (there pixels, pages []pixels) {
	pages = p.upright
	if at.side%2 == 1 && p.backsTurned {
		pages, at.column, at.row = p.turned, 1-at.column, p.rows-1-at.row
	}
	px := func(points float64) int { return int(math.Round(points * p.dpi / 72)) }
	x, y := px(p.left+float64(at.column)*p.w), px(p.top+float64(at.row)*p.h)
	return p.sides[at.side].cut(x, y, pages[0].w, pages[0].h), pages
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
func (c *court) grayPages(pdf string, dpi float64) (pages []pixels, err error) {
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
		var p pixels
		if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n255", &p.w, &p.h); err != nil || len(data) < p.w*p.h {
			return nil, fmt.Errorf("%s is no gray picture", name)
		}
		p.gray = data[len(data)-p.w*p.h:]
		pages = append(pages, p)
	}
	return pages, nil
}

// bothWays draws the pages of a PDF upright and upside down: renderers put letters
// on whole pixels, which are others upside down.
func (c *court) bothWays(pdf string, dpi float64) (upright, turned []pixels, err error) {
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

// aligned finds a resolution at which lengths, in points, are nearly whole numbers
// of pixels.
func aligned(lengths ...float64) (dpi float64) {
	best := math.Inf(1)
	for r := 80.0; r < 180; r += 0.001 {
		off := 0.0
		for _, l := range lengths {
			px := l * r / 72
			off = max(off, math.Abs(px-math.Round(px)))
		}
		if off < best {
			best, dpi = off, r
		}
	}
	return dpi
}
