package layout

import "warraq/content"

// mostGiven is how many lines a page makes up by the spaces on it, at most.
const mostGiven = 2

// Where a page would end above its foot, the air around a display and above a
// heading takes a line each, so that the last line stands on the foot again and
// beside that of the page that faces it. Such a line goes to both sides of a
// display alike; a heading keeps to the text that it heads, and has all of its
// own above it. What follows moves down by a whole line: text never leaves the
// grid.
const (
	displayGives = 1.0 / 2
	headingGives = 1.0
)

// giveOf is the part of a leading that may go between two blocks.
func giveOf(above, below content.Block) float64 {
	if _, heading := above.(*content.Heading); heading {
		return 0
	}
	if _, heading := below.(*content.Heading); heading {
		return headingGives
	}
	if isDisplay(below) && !isChain(above, below) {
		return displayGives
	}
	return 0
}

// places counts, row by row, where a page can give: a place is closed when a
// row on the grid follows it, and takes a whole line then.
type places struct {
	closed int
	open   bool // the page ends in a display, which may move down to its foot
}

func (p *places) add(r *row, first bool) {
	if p.open && r.snap {
		p.closed, p.open = p.closed+1, false
	}
	if !first && r.give > 0 {
		p.open = true
	}
}

// share gives out the room that a page has left: whole lines, and to a display
// that ends a page without notes what is left, up to a line. A page
// without notes that would be more than a line short for all that is left as it
// is: it gains nothing by wider spaces.
func (p *places) share(room, leading float64, bare bool) (lines int, last float64) {
	lines = max(0, min(p.closed, mostGiven, int((room+tolerance)/leading)))
	if p.open && bare {
		last = max(0, min(room-float64(lines)*leading, leading))
	}
	if bare && room-float64(lines)*leading-last > leading+tolerance {
		return 0, 0
	}
	return lines, last
}

// stretching moves the rows of one page down.
type stretching struct {
	leading float64
	lines   int     // to give out yet
	last    float64 // to give at the last place, which no row on the grid follows
	places  int     // that are closed on the page
	seen    places  // so far
	whole   float64 // moved so far, whole lines
	part    float64 // moved so far, at a place that is open
}

// stretch is how the rows of a page move down. The last page of a chapter ends
// where it ends; a page with notes gives whole lines alone, as the rest goes
// between text and notes.
func (g *galley) stretch(p sheet) stretching {
	s := stretching{leading: g.style.Leading}
	if int(p.rowEnd) == len(g.rows) && int(p.noteEnd) == len(g.notes) {
		return s
	}
	var found places
	for i := p.row; i < p.rowEnd; i++ {
		found.add(&g.rows[i], i == p.row)
	}
	s.lines, s.last = found.share(g.roomOn(p), s.leading, p.note == p.noteEnd)
	s.places = found.closed
	return s
}

// above is how far the next row of the page moves down.
func (s *stretching) above(r *row, first bool) float64 {
	before := s.seen
	s.seen.add(r, first)
	closes := s.seen.closed > before.closed
	if closes && s.part > 0 {
		s.whole, s.part = s.whole+s.leading, 0
	}
	if opens := s.seen.open && (closes || !before.open); opens {
		switch {
		case s.seen.closed == s.places:
			s.part = s.last
		case s.lines > 0:
			s.lines, s.part = s.lines-1, r.give*s.leading
		}
	}
	return s.moved()
}

// moved is how far the rows so far have moved.
func (s *stretching) moved() float64 { return s.whole + s.part }
