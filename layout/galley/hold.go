package galley

import "warraq/layout/vlist"

// Chosen is the pages of a galley as one round chose them.
type Chosen struct {
	odd      bool // the first is odd
	rows     int
	portions []Portion
	moves    []move // of its floats
	prices   []int  // of the breaks
	whole    []bool // the page ends with all notes that are due
}

// Pages gives the pages of a galley. Those that the round before chose stand
// where they still hold, so that numbers that depend on pages come to rest. The memory
// is of the book as it was laid out before; nil for none. Rows of floats stand in the
// galley where the pages have them from then on.
func (c *Chosen) Pages(g *Galley, odd bool, m *Memory) []Portion {
	if c.odd == odd && c.rows == len(g.Rows) && g.fit(c.moves) {
		moved := *g
		if moved.move(c.moves); moved.holds(c) {
			*g = moved
			return c.portions
		}
	}
	*c = Chosen{odd: odd, rows: len(g.Rows)}
	c.portions, c.moves = m.pages(g, odd)
	g.move(c.moves)
	for _, s := range c.portions {
		c.prices = append(c.prices, g.breakPrice(s.RowEnd))
		c.whole = append(c.whole, s.NoteEnd == g.Due[s.RowEnd])
	}
	return c.portions
}

// breakPrice is the price of a page break above a row.
func (g *Galley) breakPrice(row int32) int {
	if int(row) == len(g.Rows) {
		return 0
	}
	return g.Rows[row].Penalty
}

// holds tells whether pages chosen before have room for the rows as they are
// now, and break at no place that has become worse. A call that moved over to
// another page takes its note along.
func (g *Galley) holds(c *Chosen) bool {
	note := int32(0)
	for i := range c.portions {
		s := &c.portions[i]
		s.Note = note
		if c.whole[i] {
			s.NoteEnd = g.Due[s.RowEnd]
		}
		if s.NoteEnd < note || s.NoteEnd > g.Due[s.RowEnd] || g.breakPrice(s.RowEnd) > c.prices[i] || !g.hasRoom(*s) {
			return false
		}
		note = s.NoteEnd
	}
	return int(note) == len(g.Notes)
}

// hasRoom tells whether a page has room for what it holds.
func (g *Galley) hasRoom(s Portion) bool {
	_, found, y := g.runsOn(g.Rows[s.Row:s.RowEnd])
	height := g.heightOn(s)
	_, smaller := found.lack(y, height, g.Leading)
	return smaller || found.fits(y, height)
}

// RoomOn is the height that a page leaves empty.
func (g *Galley) RoomOn(s Portion) float64 { return g.RoomBelow(s, &vlist.Row{}) }

// RoomBelow is the height that a page leaves to a row which goes on below its own.
func (g *Galley) RoomBelow(s Portion, next *vlist.Row) float64 {
	y := 0.0
	rows, _ := g.RowsOn(s)
	for i := range rows {
		y = g.TopOf(&rows[i], i == 0, y) + rows[i].Height
	}
	return g.heightOn(s) - next.TopBelow(y, g.Leading)
}
