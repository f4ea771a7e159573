package galley

import (
	"cmp"
	"slices"

	"warraq/layout/vlist"
)

// A float stands where it is written wherever its page has room for it. Where it has
// not, text that is written behind it may fill the page, and the float heads the next:
// never past the end of its section, in the order in which floats are written, and at a
// price, so that a page that is a line or two short is left as it is.
const (
	floatPrice  = 1400
	leastPassed = 2 // rows of text that pass a float
)

// float is a float of a galley.
type float struct {
	*vlist.Float
	from int32 // its first row
}

func (f *float) to() int32    { return f.from + int32(f.Rows) }
func (f *float) bound() int32 { return f.from + int32(f.Bound) }

// none is the index of no float.
func (g *Galley) none() int32 { return int32(len(g.floats)) }

// floatAt is the index of the float that begins at a row, or none.
func (g *Galley) floatAt(row int32) int32 {
	if len(g.floats) == 0 {
		return 0
	}
	k, found := slices.BinarySearchFunc(g.floats, row, func(f float, row int32) int { return cmp.Compare(f.from, row) })
	if !found {
		return g.none()
	}
	return int32(k)
}

// lateEnd is the index behind the last float that is written before a row, if the first
// that was left to the page which begins with it is late.
func (g *Galley) lateEnd(late, row int32) int32 {
	for late < g.none() && g.floats[late].from < row {
		late++
	}
	return late
}

// latePrice is the price of the floats that a page leaves which ends before a row. None of
// them is put between a colon and what it announces.
func (g *Galley) latePrice(late, row int32) float64 {
	price := 0.0
	for end := g.lateEnd(late, row); late < end; late++ {
		price += floatPrice + float64(g.floats[late].Price)
	}
	return price
}

// filled is a page in the making.
type filled struct {
	row, note int32
	y         float64 // where its rows end, on the grid
	any       bool    // it has rows
	places

	late   int32   // the first float that it leaves to the next page
	until  int32   // the row at which it ends at the latest
	height float64 // of the floats that it leaves
	seam
}

// seam is what the row in hand stands below, where that is not what is written above it.
type seam struct {
	passed int32     // the row behind the float that has left last
	below  vlist.Row // the row in hand as it stands where a float above it has left, and
	joins  bool      // that one has
	under  *float    // that was left to the head of the page, right above the row in hand
}

// stands is row i as it stands on the page.
func (f *seam) stands(rows []vlist.Row, i int32) vlist.Row {
	row := rows[i]
	if f.joins {
		row = f.below
	}
	switch u := f.under; {
	case u == nil:
	case u.Next > 0 && u.from+int32(u.Next) == i:
		row = u.Chain.Chained(row)
	default:
		row = u.Under.Below(row)
	}
	f.joins, f.under = false, nil
	return row
}

// head puts the floats that were left to a page at its head.
func (c *chooser) head(f *filled, late int32) {
	end := c.lateEnd(late, f.row)
	for k := late; k < end; k++ {
		l := &c.floats[k]
		for i := l.from; i < l.to(); i++ {
			c.put(f, &c.Rows[i])
		}
	}
	if late < end {
		f.under = &c.floats[end-1]
	}
}

// put adds a row to a page.
func (c *chooser) put(f *filled, r *vlist.Row) {
	top := c.TopOf(r, !f.any, f.y)
	over := top - f.y - r.Space
	f.y = top + r.Height
	f.add(r, !f.any, over, c.Leading)
	f.any = true
}

// leave leaves a float to the next page, if it has room there with the others.
func (c *chooser) leave(f *filled, k int32) bool {
	l := &c.floats[k]
	for i := l.from; i < l.to(); i++ {
		if f.height > 0 || i > l.from {
			f.height += c.Rows[i].Space
		}
		f.height += c.Rows[i].Height
	}
	if f.height > c.Height || int(l.to()) >= len(c.Rows) {
		return false
	}
	f.late, f.until = min(f.late, k), min(f.until, l.bound())
	c.part(&f.seam, k)
	return true
}

// move is a float that stands before another row than it is written before.
type move struct{ float, before int32 }

// fit tells whether moves are some of the galley's floats and rows.
func (g *Galley) fit(moves []move) bool {
	for _, m := range moves {
		if m.float >= g.none() || int(m.before) > len(g.Rows) {
			return false
		}
		if l := &g.floats[m.float]; m.before < l.to() || m.before > l.bound() {
			return false
		}
	}
	return true
}

// move lets floats stand where they were moved to. The rows, and what is said of them,
// are in the order of the pages from then on.
func (g *Galley) move(moves []move) {
	if len(moves) == 0 {
		return
	}
	rows, due := make([]vlist.Row, 0, len(g.Rows)), append(make([]int32, 0, len(g.Due)), 0)
	add := func(r vlist.Row, calls int32) { rows, due = append(rows, r), append(due, due[len(due)-1]+calls) }
	gone := make(map[int32]bool)
	for _, m := range moves {
		gone[m.float] = true
	}
	var at seam
	for i := int32(0); int(i) <= len(g.Rows); i++ {
		for ; len(moves) > 0 && moves[0].before == i; moves = moves[1:] {
			at.under = &g.floats[moves[0].float]
			for k := at.under.from; k < at.under.to(); k++ {
				add(g.Rows[k], 0)
			}
		}
		if int(i) == len(g.Rows) {
			break
		}
		if k := g.floatAt(i); gone[k] {
			g.part(&at, k)
			i = at.passed - 1
			continue
		}
		add(at.stands(g.Rows, i), g.Due[i+1]-g.Due[i])
	}
	g.Rows, g.Due, g.floats = rows, due, nil
	g.measure()
}

// part parts what stands above a float from what stands below it.
func (g *Galley) part(f *seam, k int32) {
	l := &g.floats[k]
	next := 0
	if f.passed == l.from && l.from > 0 {
		next = 1
	}
	f.passed = l.to()
	f.below, f.joins = l.Left[next], true
}

// placed is where a row of text stands in the order of the pages, before which floats
// are left from one on.
func (g *Galley) placed(row, late int32) int32 {
	for k := g.lateEnd(late, row) - 1; k >= late; k-- {
		row -= int32(g.floats[k].Rows)
	}
	return row
}
