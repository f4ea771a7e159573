package blocks

import "warraq/layout/vlist"

// Tables of no more than shortTable rows are kept whole, and so are short
// listings, unless that leaves more than gapPart of a page empty.
const (
	shortTable = 8
	gapPart    = 1.0 / 4
	tableRows  = 3      // on either page, and where fewer would stand there,
	fewPart    = 0.3    // that part of a page is rather left empty
	mostWhole  = 80_000 // whatever the page
	longPrice  = 600    // between the rows of a longer table
)

// wholePrice is the price of a page break within what is rather kept whole, unless
// that leaves more than a part of a page empty.
func (s *Setter) wholePrice(part float64) int {
	rows := s.Style.Height() / s.Style.Leading
	return min(int(vlist.HolePrice(part*rows, rows)/(1+vlist.TurnPart)), mostWhole)
}

// rowPrice is the price of a page break above row i of a table's rows. Fewer than
// tableRows of a short table are dear on either page; one that stands alone is a widow
// among rows; of four, two can stand on either.
func (s *Setter) rowPrice(i, rows int) int {
	few := min(i, rows-i)
	price := longPrice
	switch {
	case rows <= shortTable && few < tableRows:
		price = s.wholePrice(fewPart)
	case rows <= shortTable:
		price = s.wholePrice(gapPart)
	}
	if few == 1 {
		price += vlist.ScantPrice
		if rows >= 4 {
			price = max(price, vlist.SinglePrice)
		}
	}
	return price
}
