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
// choose.go): a widow costs about as much as five missing lines, an orphan as two or
// three. From badPrice on a break is rather avoided than looked for.
const (
	badPrice    = 1800
	widowPrice  = 12_000
	orphanPrice = 3000
	scantPrice  = 3500 // of a single row of a table, or few of a box
	singlePrice = 6000 // of a single row of a table of four or more, or of the last of a box
	stubPrice   = 4000 // of a chapter's last page of fewer lines than leastRows, and
	stubLine    = 1000 // of each that it has less
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
	shownPrice  = 1200   // between a source and what it makes
	slicePrice  = 2400   // within a row of a table
)

// Tables of no more than shortTable rows are kept whole unless that leaves more than
// gapPart of a page empty, boxes unless boxPart, and short listings unless listingPart.
const (
	shortTable  = 8
	gapPart     = 1.0 / 5
	boxPart     = 1.0 / 4
	listingPart = 1.0 / 8
	tableRows   = 3      // on one page at least and two on the other; where fewer would stand there,
	fewPart     = 0.3    // that part of a page is rather left empty
	pairPrice   = 1000   // of two rows, more than of three
	mostWhole   = 80_000 // whatever the page
	longPrice   = 600    // between the rows of a longer table, and
	tailPrice   = 1500   // before the last two
)

// wholePrice is the price of a page break within what is rather kept whole, unless
// that leaves more than a part of a page empty.
func (s *setter) wholePrice(part float64) int {
	rows := s.style.Height() / s.style.Leading
	return min(int(holePrice(part*rows, rows)/(1+turnPart)), mostWhole)
}

// rowPrice is the price of a page break above row i of a table's rows. Of a longer table
// one or two are rather not left over for a last page. Of a short table
// two are a little dear on one page, and dear where the other has not tableRows either;
// one that stands alone is a widow among rows.
func (s *setter) rowPrice(i, rows int) int {
	few, price := min(i, rows-i), longPrice
	switch {
	case rows > shortTable && rows-i < tableRows:
		price = tailPrice
	case rows > shortTable:
	case few >= tableRows:
		price = s.wholePrice(gapPart)
	case few > 1 && rows-few >= tableRows:
		price = s.wholePrice(gapPart) + pairPrice
	default:
		price = s.wholePrice(fewPart)
	}
	if few == 1 {
		price += scantPrice
		if rows >= 4 {
			price = max(price, singlePrice)
		}
	}
	return price
}

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
