package galley

import (
	"math"
	"slices"

	"warraq/layout/vlist"
)

// endings finds where a page may end that begins with a row of text and a row
// of notes, below the floats that were left to it: behind each row that has room on it
// with the notes that are due; within a note, if they have not. Pages that leave a float
// are tried beside those that leave none.
func (c *chooser) endings(row, note, late int32) {
	c.empty = c.barren
	if c.endingsOf(row, note, late); c.empty < c.Height && !c.cheap() {
		c.empty = c.Height
		c.endingsOf(row, note, late)
	}
}

// barren is how much a page of text alone has empty, in points, that costs more than any
// end which is kept beside one of no more than dearest; the height of the page where that
// cannot be said.
func (g *Galley) barren() float64 {
	if len(g.Notes)+len(g.floats) > 0 {
		return g.Height
	}
	rows := g.Height / g.Leading
	for lines := 1.0; lines < rows; lines++ {
		if vlist.HolePrice(lines, rows) > 2*dearest {
			return lines * g.Leading
		}
	}
	return g.Height
}

// cheap tells whether there is an end of no more than dearest.
func (c *chooser) cheap() bool {
	return slices.ContainsFunc(c.ends, func(e ending) bool { return e.price <= dearest })
}

// gapes tells whether a page that ends before a row stays so empty, however it fills, that
// it is not looked at.
func (c *chooser) gapes(end int32, f *filled) bool {
	left := min(c.Height-f.y-(mostGiven+1)*c.Leading, c.Height-f.low-f.give-f.loose)
	return left > c.empty && int(end) < len(c.Rows) && !c.opens(end)
}

// endingsOf is endings without those of pages that stay too empty.
func (c *chooser) endingsOf(row, note, late int32) {
	c.ends, c.left = c.ends[:0], c.left[:0]
	f := filled{row: row, note: note, late: c.none(), until: int32(len(c.Rows)), places: places{page: c.Height}}
	c.head(&f, late)
	if note < c.Due[row] {
		c.split(row, note, &f)
	} else if f.any {
		c.end(Portion{row, row, note, note}, f.y, &f)
	}
	c.fill(f, row)
	c.waste(0)
	for i := 0; i < len(c.left); i++ {
		from := len(c.ends)
		c.fill(c.left[i], c.left[i].passed)
		c.waste(from)
	}
	if len(c.ends) == 0 {
		c.force(row, note)
	}
}

// fill finds where a page may end that goes on with row i.
func (c *chooser) fill(f filled, i int32) {
	for ; i < f.until; i++ {
		k := c.floatAt(i)
		switch {
		case k == c.none() || !f.any:
		case f.late < c.none():
			if !c.leave(&f, k) {
				return // floats stand in the order in which they are written
			}
			i = f.passed - 1
			continue
		default:
			if left := f; c.leave(&left, k) {
				c.left = append(c.left, left)
			}
		}
		r := &c.Rows[i]
		if f.joins || f.under != nil { // else it need not be copied
			row := f.stands(c.Rows, i)
			r = &row
		}
		c.put(&f, r)
		if f.low-f.tight > c.Height+c.elastic+vlist.Tolerance || c.opens(i+1) && f.late < c.none() {
			return
		}
		if c.endBehind(i, &f); c.opens(i + 1) {
			return
		}
	}
}

// endBehind ends a page behind row i, if it has room for it.
func (c *chooser) endBehind(i int32, f *filled) {
	if f.late < c.none() && i+1-f.passed < leastPassed || c.gapes(i+1, f) {
		return
	}
	s := Portion{f.row, i + 1, f.note, c.Due[i+1]}
	height := c.heightOn(s)
	if f.fits(f.y, height) {
		c.end(s, f.y, f)
	} else if by, can := f.lack(f.y, height, c.Leading); can {
		shrunk := *f
		shrunk.places = f.shrunkBy(by)
		c.end(s, f.y-by, &shrunk)
	}
	if height < f.y-vlist.Tolerance && f.y <= c.Height+vlist.Tolerance {
		c.split(i+1, f.note, f)
	}
}

// waste puts a price on the ends from one on that leave more than a line empty though a
// page that ends well could hold more: what it would hold tells how much.
func (c *chooser) waste(from int) {
	least := math.Inf(1) // that a page leaves which holds more and ends well
	for i := len(c.ends) - 1; i >= from; i-- {
		e := &c.ends[i]
		if e.room > max(1, least)+vlist.Tolerance {
			e.price += wastePrice + wasteLine*(e.room-least)
		}
		if e.good {
			least = min(least, e.room)
		}
	}
}

// splits is how many places a note is tried to be split at: the last ones that
// have room.
const splits = 4

// split ends a page within the notes, where not all of them have room under
// its text, which ends before a row. Notes that are carried over always go on.
func (c *chooser) split(rowEnd, note int32, f *filled) {
	most := c.fitting(note, c.Due[rowEnd], c.Height-f.y-c.ClearUnder(f.row, rowEnd))
	least := note
	if note < c.Due[f.row] {
		least++
	}
	most = c.parting(most, least)
	for n := most; n >= max(least, most-splits+1); n-- {
		if n > least && int(n) < len(c.Notes) && c.Notes[n].Penalty >= vlist.Infinite {
			continue
		}
		c.end(Portion{f.row, rowEnd, note, n}, f.y, f)
	}
}

// parting is where notes may be parted, no further than a row and no nearer than
// another: not within a row of a table.
func (c *chooser) parting(most, least int32) int32 {
	for most > least && int(most) < len(c.Notes) && c.Notes[most].Penalty >= vlist.Infinite {
		most--
	}
	return most
}

// end adds an end of a page with its price.
func (c *chooser) end(s Portion, y float64, p *filled) {
	late := p.late < c.none()
	e := ending{row: s.RowEnd, note: s.NoteEnd, late: p.late, last: !late && c.Closes(s), price: p.shrunkPrice() + c.latePrice(p.late, s.RowEnd)}
	atEnd, forced := int(s.RowEnd) == len(c.Rows), c.opens(s.RowEnd)
	switch height := c.heightOn(s); {
	case e.last && y > height+vlist.Tolerance:
		e.price += p.freed(height, c.Leading).price
	case !e.last:
		bare := s.Note == s.NoteEnd
		f := p.places.fill(y, height, c.Leading, bare)
		e.price, e.room = e.price+f.price, f.short
		if bare {
			e.short = f.short
		}
	}
	if !atEnd && !forced {
		price := float64(c.Rows[s.RowEnd].Penalty)
		if price >= vlist.Infinite || late && c.Rows[s.RowEnd].Told {
			price = againstAll
		}
		e.price, e.turn = e.price+price, price*vlist.TurnPart
	}
	e.good = p.shrunk == 0 && s.NoteEnd == c.Due[s.RowEnd] && (atEnd || forced || c.Rows[s.RowEnd].Penalty < vlist.BadPrice)
	if int(s.RowEnd) >= c.stub && !e.last && !forced && !late {
		e.price += vlist.StubPrice + vlist.StubLine*(vlist.LeastRows-vlist.Height(c.Rows[s.RowEnd:])/c.Leading)
	}
	carries := s.NoteEnd < c.Due[s.RowEnd]
	if few := leastText - (s.RowEnd - s.Row); few > 0 && !atEnd && (carries || s.Note < c.Due[s.Row]) {
		e.price += barePrice * float64(few*few)
	}
	if carries {
		price := c.carried(s.NoteEnd, c.Due[s.RowEnd])
		e.price, e.turn = e.price+price, e.turn+price*vlist.TurnPart
	}
	c.ends = append(c.ends, e)
}

// carried is the price of the rows of notes from…due that go on overleaf. A
// note is split so that two lines at least stand on either page; the longer it
// is the better it bears it.
func (c *chooser) carried(from, due int32) float64 {
	first, end := c.noteAt(from)
	price := carryPrice * float64(due-from)
	if from > first {
		price += splitPrice + float64(min(c.Notes[from].Penalty, orphanNote))
		if c.Notes[from].Penalty >= vlist.Infinite {
			price += againstAll
		}
		if from-first < 2 || end-from < 2 {
			price += scrapPrice
		}
		if end-first < leastSplit {
			price += briefPrice
		}
		from = end
	}
	return price + latePrice*float64(c.beganIn(from, due))
}

// force makes a page of what does not fit any: a row of text taller than the
// page, or a row of notes.
func (c *chooser) force(row, note int32) {
	e := ending{row: row, note: note, late: c.none(), price: nowherePage}
	if note < c.Due[row] {
		e.note = c.parting(max(note+1, c.fitting(note, c.Due[row], c.Height)), note+1)
	} else {
		r := &c.Rows[row]
		e.row++
		e.note = c.parting(c.fitting(note, c.Due[row+1], c.Height-c.TopOf(r, true, 0)-r.Height-c.ClearUnder(row, row+1)), note)
	}
	c.ends = append(c.ends, e)
}
