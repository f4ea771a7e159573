package main

import (
	"math"

	"warraq/cmd/judge/internal/raster"
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

// printOut is a book rendered on sheets, and its pages alone, at one resolution.
type printOut struct {
	way
	upright, turned []raster.Pixels // the pages, and the same upside down
	sides           []raster.Pixels
	backsTurned     bool // backs are printed upside down
	dpi             float64
	left, top       float64 // of the pages on a side, points
	w, h            float64 // of a page
}

// cut takes a page out of its side, and tells with which pages it is to be
// compared: those that lie as it does.
func (p printOut) cut(at part) (there raster.Pixels, pages []raster.Pixels) {
	pages = p.upright
	if at.side%2 == 1 && p.backsTurned {
		pages, at.column, at.row = p.turned, 1-at.column, p.rows-1-at.row
	}
	px := func(points float64) int { return int(math.Round(points * p.dpi / 72)) }
	x, y := px(p.left+float64(at.column)*p.w), px(p.top+float64(at.row)*p.h)
	w, h := pages[0].Size()
	return p.sides[at.side].Cut(x, y, w, h), pages
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
