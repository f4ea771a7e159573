package galley

import (
	"math"

	"warraq/layout/vlist"
)

// endings finds where a page may end that begins with a row of text and a row
// of notes: behind each row that has room on it with the notes that are due;
// within a note, if they have not.
func (c *chooser) endings(row, note int32) {
	c.ends = c.ends[:0]
	p := places{page: c.Height}
	if note < c.Due[row] {
		c.split(row, row, note, 0, &p)
	}
	y := 0.0
	for i := row; int(i) < len(c.Rows); i++ {
		r := &c.Rows[i]
		top := c.TopOf(r, i == row, y)
		over := top - y - r.Space
		y = top + r.Height
		p.add(r, i == row, over, c.Leading)
		if p.low-p.tight > c.Height+c.elastic+vlist.Tolerance {
			break
		}
		s := Sheet{row, i + 1, note, c.Due[i+1]}
		height := c.heightOn(s)
		if p.fits(y, height) {
			c.end(s, y, &p)
		} else if by, can := p.lack(y, height, c.Leading); can {
			shrunk := p.shrunkBy(by)
			c.end(s, y-by, &shrunk)
		}
		if height < y-vlist.Tolerance && y <= c.Height+vlist.Tolerance {
			c.split(row, i+1, note, y, &p)
		}
		if c.opens(i + 1) {
			break
		}
	}
	if len(c.ends) == 0 {
		c.force(row, note)
	}
	c.waste()
}

// waste puts a price on ends that leave more than a line empty though a page
// that ends well could hold more: what it would hold tells how much.
func (c *chooser) waste() {
	least := math.Inf(1) // that a page leaves which holds more and ends well
	for i := len(c.ends) - 1; i >= 0; i-- {
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
// text that ends at y. Notes that are carried over always go on.
func (c *chooser) split(row, rowEnd, note int32, y float64, p *places) {
	most := c.fitting(note, c.Due[rowEnd], c.Height-y-c.ClearUnder(row, rowEnd))
	least := note
	if note < c.Due[row] {
		least++
	}
	most = c.parting(most, least)
	for n := most; n >= max(least, most-splits+1); n-- {
		if n > least && int(n) < len(c.Notes) && c.Notes[n].Penalty >= vlist.Infinite {
			continue
		}
		c.end(Sheet{row, rowEnd, note, n}, y, p)
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
func (c *chooser) end(s Sheet, y float64, p *places) {
	e := ending{row: s.RowEnd, note: s.NoteEnd, last: c.Closes(s), price: p.shrunkPrice()}
	atEnd, forced := int(s.RowEnd) == len(c.Rows), c.opens(s.RowEnd)
	switch height := c.heightOn(s); {
	case e.last && y > height+vlist.Tolerance:
		e.price += p.freed(height, c.Leading).price
	case !e.last:
		bare := s.Note == s.NoteEnd
		f := p.fill(y, height, c.Leading, bare)
		e.price, e.room = e.price+f.price, f.short
		if bare {
			e.short = f.short
		}
	}
	if !atEnd && !forced {
		price := float64(c.Rows[s.RowEnd].Penalty)
		if price >= vlist.Infinite {
			price = againstAll
		}
		e.price, e.turn = e.price+price, price*vlist.TurnPart
	}
	e.good = p.shrunk == 0 && s.NoteEnd == c.Due[s.RowEnd] && (atEnd || forced || c.Rows[s.RowEnd].Penalty < vlist.BadPrice)
	if int(s.RowEnd) >= c.stub && !e.last && !forced {
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
	e := ending{row: row, note: note, price: nowherePage}
	if note < c.Due[row] {
		e.note = c.parting(max(note+1, c.fitting(note, c.Due[row], c.Height)), note+1)
	} else {
		r := &c.Rows[row]
		e.row++
		e.note = c.parting(c.fitting(note, c.Due[row+1], c.Height-c.TopOf(r, true, 0)-r.Height-c.ClearUnder(row, row+1)), note)
	}
	c.ends = append(c.ends, e)
}
