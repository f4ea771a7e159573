package layout

import (
	"warraq/content"
	"warraq/layout/display"
)

// row is a piece of the vertical list that is never cut: a line of text, a
// slice of a table. It carries the space above it, which vanishes at the top
// of a page, and the price of a page break above it. The three words of
// Knuth & Plass, turned downwards, in one record: its height is a box, its
// space glue, its price a penalty.
type row struct {
	space   float64 // above it, points
	height  float64
	penalty int  // of a page break above it; infinite forbids
	snap    bool // begins on the grid
	items   []display.Item
	notes   []*content.Note // called in it
	starts  []content.ID    // blocks that begin in it
	again   []row           // stand above it once more where it begins a page
	plates  []plate         // stand on the pages behind it
	opens   bool            // a page begins with it: the break above it is forced
	sinks   bool            // need not stand at the very head of a page, as text does
	give    float64         // by which its space may grow where its page has room, points
	elastic *elastic        // of pictures that may be smaller, nil for all others
}

// firstText is the first line of text among items, nil where there is none. What
// is drawn behind it stands before it.
func firstText(items []display.Item) *display.Text {
	for _, it := range items {
		if t, ok := it.(*display.Text); ok {
			return t
		}
	}
	return nil
}

// infinite is a penalty that forbids a page break.
const infinite = 100_000

// Prices of page breaks, in the same coin as a page's shortfall (see
// choose.go): a widow costs about as much as four or five missing lines, an orphan
// as three. From badPrice on a break is rather avoided than looked for.
const (
	badPrice    = 1800
	widowPrice  = 9000
	orphanPrice = 3000
	scantPrice  = 3500 // of a single row of a table, or few of a box
	singlePrice = 6000 // of a single row of a table of four or more, or of the last of a box
	stubPrice   = 2500 // of a chapter's last page of fewer lines than leastRows, and
	stubLine    = 600  // of each that it has less
	leastRows   = 4
	hyphenPrice = 5000   // of a word divided between two pages
	listPrice   = 60     // between the items of a list, rather than elsewhere
	lonePrice   = 3500   // of an item of one line, the last of a list, without the others, and
	firstPrice  = 4500   // of the first
	pausePrice  = 12_000 // of a pause at the head or the foot of a page
	quotePrice  = 16_000 // of the first line of a quotation without the others, or of the last
	leadPrice   = 500    // between a paragraph and the list that it leads to, and
	labelPrice  = 1500   // between an item of one line and the list within it
	colonPrice  = 1700   // between what ends in a colon and what it announces
	boxPrice    = 2000   // within a box
	slicePrice  = 2400   // within a row of a table
)

// parted makes the lines of rows a part of their block.
func parted(rows []row, part display.Part) []row {
	for i := range rows {
		for _, it := range rows[i].items {
			if t, ok := it.(*display.Text); ok {
				t.Part = part
			}
		}
	}
	return rows
}

// price sets the prices of page breaks within a paragraph: no line of it
// stands alone at the foot or the head of a page.
func price(rows []row) {
	n := len(rows)
	if n < 2 {
		return
	}
	rows[1].penalty += orphanPrice
	rows[n-1].penalty += widowPrice
}

// Of a page: short of n lines it costs n²·shortPrice and more as it grows (see
// holePrice). Overleaf, where the reader turns, a bad break costs more by turnPart
// than between facing pages.
const (
	shortPrice = 100
	turnPart   = 0.25
)

// holePrice is the price of a page of some rows that ends lines above its foot. A
// line counts for two where they make holePart of the page, and for five at most.
func holePrice(lines, rows float64) float64 {
	part := min(lines/(holePart*rows), 2)
	return shortPrice * lines * lines * (1 + part*part)
}

const holePart = 1.0 / 12

// abreast sets columns of rows side by side, slice by slice.
func abreast(columns [][]row, leading float64) []row {
	var rows []row
	for i := 0; ; i++ {
		slice := row{height: leading}
		found := false
		for _, c := range columns {
			if i >= len(c) {
				continue
			}
			found = true
			slice.items = append(slice.items, c[i].items...)
			slice.notes = append(slice.notes, c[i].notes...)
			slice.starts = append(slice.starts, c[i].starts...)
		}
		if !found {
			price(rows)
			return rows
		}
		if i > 0 {
			slice.penalty = slicePrice
		}
		rows = append(rows, slice)
	}
}
