// Package vlist is the vertical list, which blocks are set as and pages are made of:
// its rows, what a page break between two of them costs, and the measures of what
// stands in them.
package vlist

import (
	"warraq/content"
	"warraq/layout/display"
)

// Row is a piece of the vertical list that is never cut: a line of text, a
// slice of a table. It carries the space above it, which vanishes at the top
// of a page, and the price of a page break above it. The three words of
// Knuth & Plass, turned downwards, in one record: its height is a box, its
// space glue, its price a penalty.
type Row struct {
	Space   float64 // above it, points
	Height  float64
	Penalty int  // of a page break above it; Infinite forbids
	Snap    bool // begins on the grid
	Items   []display.Item
	Notes   []*content.Note // called in it
	Starts  []content.ID    // blocks that begin in it
	Again   []Row           // stand above it once more where it begins a page
	Plates  []Plate         // stand on the pages behind it
	Opens   bool            // a page begins with it: the break above it is forced
	Sinks   bool            // need not stand at the very head of a page, as text does
	Told    bool            // what a colon above it announces begins with it: no float stands between
	Runs    bool            // goes on where a row on the grid began, a leading lower: on the grid as well
	Give    float64         // by which its space may grow where its page has room, points
	Loose   Slack           // by which its block may grow at it, where its page leaves the grid
	Tight   float64         // by which the space above it may shrink there, points
	Elastic *Elastic        // of pictures that may be smaller, nil for all others
	Sides   []Side          // notes in the margin beside it
	Float   *Float          // that begins with it, nil where it stays where it is written
}

// TopBelow is where a row begins below what ends at y: behind its space, on the grid if
// it asks so.
func (r *Row) TopBelow(y, leading float64) float64 {
	if y += r.Space; r.Snap {
		y = CeilTo(y, leading)
	}
	return y
}

// FirstText is the first line of text among items, nil where there is none. What
// is drawn behind it stands before it.
func FirstText(items []display.Item) *display.Text {
	for _, it := range items {
		if t, ok := it.(*display.Text); ok {
			return t
		}
	}
	return nil
}

// Infinite is a penalty that forbids a page break.
const Infinite = 100_000

// Prices of page breaks, in the same coin as a page's shortfall (see
// package galley): a widow costs about as much as five missing lines, an orphan as two or
// three. From BadPrice on a break is rather avoided than looked for.
const (
	BadPrice    = 1800
	WidowPrice  = 12_000
	OrphanPrice = 3000
	ScantPrice  = 3500 // of a single row of a table, or few of a box
	SinglePrice = 6000 // of a single row of a table of four or more, or of the last of a box
	StubPrice   = 4000 // of a chapter's last page of fewer lines than LeastRows, and
	StubLine    = 1000 // of each that it has less
	LeastRows   = 4
	HyphenPrice = 5000   // of a word divided between two pages
	ListPrice   = 60     // between the items of a list, rather than elsewhere
	LonePrice   = 3500   // of an item of one line, the last of a list, without the others, and
	FirstPrice  = 4500   // of the first
	PausePrice  = 12_000 // of a pause at the head or the foot of a page
	QuotePrice  = 16_000 // of the first line of a quotation without the others, or of the last
	LeadPrice   = 500    // between a paragraph and the list that it leads to, and
	LabelPrice  = 1500   // between an item of one line and the list within it
	ColonPrice  = 1700   // between what ends in a colon and what it announces
	BoxPrice    = 2000   // within a box
	ShownPrice  = 1200   // between a source and what it makes
	SlicePrice  = 2400   // within a row of a table
	BarePrice   = 2500   // of text before a float to which nothing in the book refers
	FloatPrice  = 6000   // within a table or a box that may stand whole on the next page
	KeepPrice   = 60_000 // where the author asks for none
)

// Parted makes the lines of rows a part of their block.
func Parted(rows []Row, part display.Part) []Row {
	for i := range rows {
		for _, it := range rows[i].Items {
			if t, ok := it.(*display.Text); ok {
				t.Part = part
			}
		}
	}
	return rows
}

// PriceLines sets the prices of page breaks within a paragraph: no line of it
// stands alone at the foot or the head of a page.
func PriceLines(rows []Row) {
	n := len(rows)
	if n < 2 {
		return
	}
	rows[1].Penalty += OrphanPrice
	rows[n-1].Penalty += WidowPrice
}

// Of a page: short of n lines it costs n²·shortPrice and more as it grows (see
// HolePrice). Overleaf, where the reader turns, a bad break costs more by TurnPart
// than between facing pages.
const (
	shortPrice = 100
	TurnPart   = 0.25
)

// HolePrice is the price of a page of some rows that ends lines above its foot. A
// line counts for two where they make holePart of the page, and for five at most.
func HolePrice(lines, rows float64) float64 {
	part := min(lines/(holePart*rows), 2)
	return shortPrice * lines * lines * (1 + part*part)
}

const holePart = 1.0 / 25

// Abreast sets columns of rows side by side, slice by slice.
func Abreast(columns [][]Row, leading float64) []Row {
	var rows []Row
	for i := 0; ; i++ {
		slice := Row{Height: leading}
		found := false
		for _, c := range columns {
			if i >= len(c) {
				continue
			}
			found = true
			slice.Items = append(slice.Items, c[i].Items...)
			slice.Notes = append(slice.Notes, c[i].Notes...)
			slice.Starts = append(slice.Starts, c[i].Starts...)
			slice.Sides = append(slice.Sides, c[i].Sides...)
		}
		if !found {
			PriceLines(rows)
			return rows
		}
		if i > 0 {
			slice.Penalty = SlicePrice
		}
		rows = append(rows, slice)
	}
}
