package layout

import "math"

// endings finds where a page may end that begins with a row of text and a row
// of notes: behind each row that has room on it with the notes that are due;
// within a note, if they have not.
func (c *chooser) endings(row, note int32) {
	c.ends = c.ends[:0]
	p := places{page: c.height}
	if note < c.due[row] {
		c.split(row, row, note, 0, &p)
	}
	y := 0.0
	for i := row; int(i) < len(c.rows); i++ {
		r := &c.rows[i]
		top := c.topOf(r, i == row, y)
		over := top - y - r.space
		y = top + r.height
		p.add(r, i == row, over, c.leading)
		if p.low > c.height+c.elastic+tolerance {
			break
		}
		s := sheet{row, i + 1, note, c.due[i+1]}
		height := c.heightOn(s)
		if p.fits(y, height, c.closes(s)) {
			c.end(s, y, &p)
		} else if by, can := p.lack(y, height, c.leading); can {
			shrunk := p.shrunkBy(by)
			c.end(s, y-by, &shrunk)
		}
		if height < y-tolerance && y <= c.height+tolerance {
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
		if e.room > max(1, least)+tolerance {
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
	most := c.fitting(note, c.due[rowEnd], c.height-y-c.clearUnder(row, rowEnd))
	least := note
	if note < c.due[row] {
		least++
	}
	most = c.parting(most, least)
	for n := most; n >= max(least, most-splits+1); n-- {
		if n > least && int(n) < len(c.notes) && c.notes[n].penalty >= infinite {
			continue
		}
		c.end(sheet{row, rowEnd, note, n}, y, p)
	}
}

// parting is where notes may be parted, no further than a row and no nearer than
// another: not within a row of a table.
func (c *chooser) parting(most, least int32) int32 {
	for most > least && int(most) < len(c.notes) && c.notes[most].penalty >= infinite {
		most--
	}
	return most
}

// end adds an end of a page with its price.
func (c *chooser) end(s sheet, y float64, p *places) {
	e := ending{row: s.rowEnd, note: s.noteEnd, last: c.closes(s), price: p.shrunkPrice()}
	atEnd, forced := int(s.rowEnd) == len(c.rows), c.opens(s.rowEnd)
	if !e.last {
		bare := s.note == s.noteEnd
		f := p.fill(y, c.heightOn(s), c.leading, bare)
		e.price, e.room = e.price+f.price, f.short
		if bare {
			e.short = f.short
		}
	}
	if !atEnd && !forced {
		price := float64(c.rows[s.rowEnd].penalty)
		if price >= infinite {
			price = againstAll
		}
		e.price, e.turn = e.price+price, price*turnPart
	}
	e.good = p.shrunk == 0 && s.noteEnd == c.due[s.rowEnd] && (atEnd || forced || c.rows[s.rowEnd].penalty < badPrice)
	if int(s.rowEnd) >= c.stub && !e.last && !forced {
		e.price += stubPrice + stubLine*(leastRows-heightOf(c.rows[s.rowEnd:])/c.leading)
	}
	carries := s.noteEnd < c.due[s.rowEnd]
	if few := leastText - (s.rowEnd - s.row); few > 0 && !atEnd && (carries || s.note < c.due[s.row]) {
		e.price += barePrice * float64(few*few)
	}
	if carries {
		price := c.carried(s.noteEnd, c.due[s.rowEnd])
		e.price, e.turn = e.price+price, e.turn+price*turnPart
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
		price += splitPrice + float64(min(c.notes[from].penalty, orphanNote))
		if c.notes[from].penalty >= infinite {
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
	if note < c.due[row] {
		e.note = c.parting(max(note+1, c.fitting(note, c.due[row], c.height)), note+1)
	} else {
		r := &c.rows[row]
		e.row++
		e.note = c.parting(c.fitting(note, c.due[row+1], c.height-c.topOf(r, true, 0)-r.height-c.clearUnder(row, row+1)), note)
	}
	c.ends = append(c.ends, e)
}
