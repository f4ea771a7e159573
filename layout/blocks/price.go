package blocks

import "warraq/layout/vlist"

// Tables of no more than shortTable rows are kept whole unless that leaves more than
// gapPart of a page empty, boxes unless boxPart, and short listings unless listingPart.
const (
	shortTable  = 8
	gapPart     = 1.0 / 7
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
func (s *Setter) wholePrice(part float64) int {
	rows := s.Style.Height() / s.Style.Leading
	return min(int(vlist.HolePrice(part*rows, rows)/(1+vlist.TurnPart)), mostWhole)
}

// rowPrice is the price of a page break above row i of a table's rows. Of a longer table
// one or two are rather not left over for a last page. Of a short table
// two are a little dear on one page, and dear where the other has not tableRows either;
// one that stands alone is a widow among rows.
func (s *Setter) rowPrice(i, rows int) int {
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
		price += vlist.ScantPrice
		if rows >= 4 {
			price = max(price, vlist.SinglePrice)
		}
	}
	return price
}
