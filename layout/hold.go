package layout

// chosen is the pages of a galley as one round chose them.
type chosen struct {
	odd    bool // the first is odd
	rows   int
	sheets []sheet
	prices []int  // of the breaks
	whole  []bool // the page ends with all notes that are due
}

// pages gives the pages of a galley. Those that the round before chose stand
// where they still hold, so that numbers that depend on pages come to rest.
func (c *chosen) pages(g *galley, odd bool) []sheet {
	if c.odd == odd && c.rows == len(g.rows) && g.holds(c) {
		return c.sheets
	}
	*c = chosen{odd: odd, rows: len(g.rows), sheets: g.pages(odd)}
	for _, s := range c.sheets {
		c.prices = append(c.prices, g.breakPrice(s.rowEnd))
		c.whole = append(c.whole, s.noteEnd == g.due[s.rowEnd])
	}
	return c.sheets
}

// breakPrice is the price of a page break above a row.
func (g *galley) breakPrice(row int32) int {
	if int(row) == len(g.rows) {
		return 0
	}
	return g.rows[row].penalty
}

// holds tells whether pages chosen before have room for the rows as they are
// now, and break at no place that has become worse. A call that moved over to
// another page takes its note along.
func (g *galley) holds(c *chosen) bool {
	note := int32(0)
	for i := range c.sheets {
		s := &c.sheets[i]
		s.note = note
		if c.whole[i] {
			s.noteEnd = g.due[s.rowEnd]
		}
		if s.noteEnd < note || s.noteEnd > g.due[s.rowEnd] || g.breakPrice(s.rowEnd) > c.prices[i] || !g.hasRoom(*s) {
			return false
		}
		note = s.noteEnd
	}
	return int(note) == len(g.notes)
}

// hasRoom tells whether a page has room for what it holds.
func (g *galley) hasRoom(s sheet) bool {
	_, found, y := g.runsOn(g.rows[s.row:s.rowEnd])
	height := g.heightOn(s)
	_, smaller := found.lack(y, height, g.leading)
	return smaller || found.fits(y, height, g.closes(s))
}

// roomOn is the height that a page leaves empty.
func (g *galley) roomOn(s sheet) float64 {
	y := 0.0
	rows, _ := g.rowsOn(s)
	for i := range rows {
		y = g.topOf(&rows[i], i == 0, y) + rows[i].height
	}
	return g.heightOn(s) - y
}
