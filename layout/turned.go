package layout

import (
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/galley"
	"warraq/layout/vlist"
)

// withoutPlates is the section without the blocks that are plates, which hang on the last
// row of what stands before them.
func (sec *section) withoutPlates() *section {
	if !slices.ContainsFunc(sec.blocks, func(b *blockRows) bool { return vlist.Hung(b.rows) }) {
		return sec
	}
	chapter, opener := *sec.chapter, *sec.opener
	text := &section{chapter: &chapter, opener: &opener, rise: sec.rise}
	last := text.opener
	chapter.Blocks = nil
	for i, b := range sec.blocks {
		if vlist.Hung(b.rows) && len(last.rows) > 0 {
			last.rows = slices.Clone(last.rows)
			last.rows[len(last.rows)-1].Hang(b.rows[0].Plates)
			continue
		}
		own := *b
		text.blocks, chapter.Blocks = append(text.blocks, &own), append(chapter.Blocks, sec.chapter.Blocks[i])
		if len(own.rows) > 0 {
			last = &own
		}
	}
	return text
}

// layNotes sets notes anew that stand on the pages of turned tables, where these are
// not as high as the text is wide.
func (l *layout) layNotes() {
	if plateWidth(&l.Style) == l.Style.Measure() {
		return
	}
	var again []*blockRows
	for i := range l.sections {
		for id := range l.galley(l.rows(&l.sections[i])).Plated() {
			l.notes[id].lies = true
		}
	}
	for _, b := range l.jobs {
		if b.lies {
			again = append(again, b)
		}
	}
	l.set(again)
}

// width is how wide a note is set, in points.
func (b *blockRows) width(st *format.Style) float64 {
	if b.lies {
		return plateWidth(st)
	}
	return st.Measure()
}

// plateWidth is how wide the notes below a turned table are, in points: as others, or as
// its page is high.
func plateWidth(st *format.Style) float64 { return min(st.Measure(), st.Height()) }

// composePlate puts a table on pages of its own. Its notes stand below it, turned
// as it is; those that have no room there stand on the next.
func (l *layout) composePlate(g *galley.Galley, p *vlist.Plate, head pageHead) {
	if p.Bleeds {
		for i := range p.Rows {
			page := l.newPage(head)
			l.alone[len(l.book.Pages)-1] = true
			l.rules = nil
			l.layRows(page, p.Rows[i:i+1], 0, 0)
		}
		return
	}
	var notes []vlist.Row
	room := l.plateRoom(g, p.Rows)
	for from := 0; from < len(p.Rows) || len(notes) > 0; {
		to := l.plateEnd(g, p.Rows, from, notes, room)
		page := l.newPage(head)
		alone := from == 0 && to == len(p.Rows)
		for i := from; i < to; i++ {
			for _, n := range g.PlatedNotes(p.Rows[i].Notes) {
				l.placed[n.ID] = true
				l.called = append(l.called, noteCall{n.ID, len(l.book.Pages) - 1})
				notes = append(notes, l.notes[n.ID].rows...)
			}
		}
		var lying display.Page
		notes = l.lay(&lying, g, p.Rows[from:to], notes, alone, head)
		for _, it := range lying.Items {
			page.Items = append(page.Items, l.turn(it, l.Style.Left(page.Odd())))
		}
		from = to
	}
}

// composeSpreads puts the spreads that wait on facing pages, if the next one is the first of two;
// behind the last page of a chapter a blank one makes it so.
func (l *layout) composeSpreads(g *galley.Galley, waiting []*vlist.Plate, last bool, head pageHead) (rest []*vlist.Plate) {
	if len(waiting) == 0 {
		return nil
	}
	if len(l.book.Pages)%2 == 0 { // the next is odd, the second of two
		if !last {
			return waiting
		}
		l.blanks++
		l.newPage(pageHead{})
		l.stays = append(l.stays, content.Problem{Pos: waiting[0].Pos, Warns: true,
			What: fmt.Sprintf("page %d is left blank before a picture over two pages", len(l.book.Pages)), Hint: "move it up in the text of its chapter, so that text fills the page"})
	}
	for _, p := range waiting {
		l.composePlate(g, p, head)
	}
	return nil
}

// plateRoom is how much of its pages a plate takes: as little as makes no more of
// them, so that all hold about as much. One with notes takes all.
func (l *layout) plateRoom(g *galley.Galley, rows []vlist.Row) float64 {
	pages := func(room float64) (n int) {
		for from := 0; from < len(rows); n++ {
			from = l.plateEnd(g, rows, from, nil, room)
		}
		return n
	}
	room := l.Style.Measure()
	if slices.ContainsFunc(rows, func(r vlist.Row) bool { return len(r.Notes) > 0 }) {
		return room
	}
	for fewest := pages(room); fewest > 1 && room > l.Style.Measure()/2; room -= l.Style.SmallLeading {
		if pages(room-l.Style.SmallLeading) > fewest {
			break
		}
	}
	return room
}

// plateEnd is up to which row a page of a plate goes that begins with row from, and
// with the rest of notes, in a room. It ends where a page may, if it can: of the places that are
// as good as others, at the last. Notes that have no room below rows with the text of one
// cell stand overleaf.
func (l *layout) plateEnd(g *galley.Galley, rows []vlist.Row, from int, notes []vlist.Row, room float64) int {
	if from == len(rows) {
		return from
	}
	end, least := from+1, math.MaxInt
	y, foot := vlist.Height(rows[from].Again), vlist.Height(notes)
	for i := from; i < len(rows); i++ {
		if y += rows[i].Height; i > from {
			y += rows[i].Space
		}
		for _, n := range g.PlatedNotes(rows[i].Notes) {
			foot += vlist.Height(l.notes[n.ID].rows)
		}
		full := foot > 0 && y+foot+l.Style.NoteGap+g.Clearance(&rows[i]) > room+vlist.Tolerance
		if full && least < tornPrice || y > room+vlist.Tolerance {
			break
		}
		price := 0
		if i+1 < len(rows) {
			price = max(0, rows[i+1].Penalty-vlist.Infinite+tornPrice) // all others are as good
		}
		if price <= least {
			end, least = i+1, price
		}
	}
	return end
}

// tornPrice is the price, on a plate, of a page break within the text of a cell that
// takes several rows; one within its rows, blocks.TiedPrice, is 1.
const tornPrice = 2

// lay puts rows of a plate on a page that lies, and as many of the notes as have
// room below them; it gives the rest. A table that stands alone there stands in
// the middle.
func (l *layout) lay(page *display.Page, g *galley.Galley, rows, notes []vlist.Row, alone bool, head pageHead) (rest []vlist.Row) {
	l.rules = nil
	room, y := l.Style.Measure(), 0.0
	if alone && len(notes) == 0 {
		y = max(0, (room-vlist.Height(rows))/2)
	}
	if len(rows) > 0 {
		y = l.layRows(page, rows[0].Again, 0, y)
		y = l.layRows(page, rows, 0, y)
	}
	if len(notes) == 0 {
		return nil
	}
	if len(rows) > 0 {
		y += l.Style.NoteGap + g.Clearance(&rows[len(rows)-1])
	}
	n := vlist.Fitting(notes, room-y)
	if len(rows) == 0 {
		n = max(n, 1)
	}
	if n == 0 {
		return notes
	}
	x, width := 0.0, plateWidth(&l.Style)
	if head.tongue.Dir != locale.LTR {
		x = l.Style.Height() - width // where the table begins
	}
	l.putRule(page, head.tongue.Dir, x, y-l.Style.NoteGap*0.45, width, false)
	l.layRows(page, notes[:n], x, y)
	return notes[n:]
}

// layRows puts rows under one another and tells where they end.
func (l *layout) layRows(page *display.Page, rows []vlist.Row, x, y float64) float64 {
	for i := range rows {
		if i > 0 {
			y += rows[i].Space
		}
		l.put(page, &rows[i], x, y, 0)
		y += rows[i].Height
	}
	return y
}

// turnOf is how the plates of a book lie: their heads at the right where it is bound
// at the right, and at the left in one that is bound there. A reader who turns the
// open book has the head of either page above, and the first page above the second.
func turnOf(st *format.Style) display.Turn {
	if st.LTR {
		return display.TurnLeft
	}
	return display.TurnRight
}

// turn gives an item of a plate its place on a page whose type area begins at left.
func (l *layout) turn(it display.Item, left float64) display.Item {
	st := &l.Style
	turn := turnOf(st)
	place := func(x, y float64) (float64, float64) {
		if turn == display.TurnLeft {
			return left + y, st.Top + st.Height() - x
		}
		return left + st.Measure() - y, st.Top + x
	}
	lay := func(r display.Rect) display.Rect {
		x, y := place(r.X, r.Y)
		if turn == display.TurnLeft {
			return display.Rect{X: x, Y: y - r.W, W: r.H, H: r.W}
		}
		return display.Rect{X: x - r.H, Y: y, W: r.H, H: r.W}
	}
	switch it := it.(type) {
	case *display.Text:
		t := *it
		t.Turn = turn
		t.X, t.Y = place(it.X, it.Y)
		return &t
	case *display.Rule:
		r := *it
		r.Rect = lay(it.Rect)
		return &r
	case *display.Image:
		m := *it
		m.Rect, m.Turn = lay(it.Rect), turn
		return &m
	case *display.Link:
		k := *it
		k.Rect = lay(it.Rect)
		return &k
	}
	return it
}
