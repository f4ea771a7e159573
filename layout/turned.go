package layout

import (
	"math"
	"slices"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
)

// plate is a table that is turned by a quarter, on pages of its own behind the one
// that it belongs to, so that the text flows on. Its rows run along the height of
// the type area.
type plate struct{ rows []row }

// plate sets a table along the height of the page; asked tells that its author
// wants it so.
func (s *setter) plate(b *content.Table, slots [][]content.Slot, col column, asked bool) []row {
	col.left, col.width = 0, s.style.Height()
	g, over := s.grid(b, slots, col)
	g.page = s.style.Measure()
	how := turned
	if asked {
		how = turnedAsAsked
	}
	s.tellFit(b, slots, g, col, over, how)
	rows := s.captionedTable(b, slots, g, col)
	if len(rows) == 0 {
		return nil
	}
	return []row{{plates: []plate{{rows}}}}
}

// hung tells rows that are nothing but plates, which hang on what stands before
// them.
func hung(rows []row) bool {
	return len(rows) == 1 && len(rows[0].plates) > 0 && rows[0].height == 0
}

// hung is the section without the blocks that are plates, which hang on the last
// row of what stands before them.
func (sec *section) hung() *section {
	if !slices.ContainsFunc(sec.blocks, func(b *blockRows) bool { return hung(b.rows) }) {
		return sec
	}
	chapter, opener := *sec.chapter, *sec.opener
	text := &section{chapter: &chapter, opener: &opener, rise: sec.rise}
	last := text.opener
	chapter.Blocks = nil
	for i, b := range sec.blocks {
		if hung(b.rows) && len(last.rows) > 0 {
			last.rows = slices.Clone(last.rows)
			last.rows[len(last.rows)-1].hang(b.rows[0].plates)
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

// hang adds plates behind a row, whose own are not changed: they are its block's.
func (r *row) hang(plates []plate) { r.plates = slices.Concat(r.plates, plates) }

// begin says that a part of the book begins in a plate.
func (p *plate) begin(id content.ID) { p.rows[0].starts = append(p.rows[0].starts, id) }

// calls tells whether notes are called in a row or on its plates.
func (r *row) calls() bool {
	return len(r.notes) > 0 || slices.ContainsFunc(r.plates, func(p plate) bool {
		return slices.ContainsFunc(p.rows, func(r row) bool { return r.calls() })
	})
}

// callsAny tells whether one of some notes is called in a row or on its plates.
func (r *row) callsAny(some map[content.ID]bool) bool {
	return slices.ContainsFunc(r.notes, func(n *content.Note) bool { return some[n.ID] }) ||
		slices.ContainsFunc(r.plates, func(p plate) bool {
			return slices.ContainsFunc(p.rows, func(r row) bool { return r.callsAny(some) })
		})
}

// composePlate puts a table on pages of its own. Its notes stand below it, turned
// as it is; those that have no room there stand on the next.
func (l *layout) composePlate(g *galley, p *plate, head pageHead) {
	var notes []row
	room := l.plateRoom(g, p.rows)
	for from := 0; from < len(p.rows) || len(notes) > 0; {
		to := l.plateEnd(g, p.rows, from, notes, room)
		page := l.newPage(head)
		alone := from == 0 && to == len(p.rows)
		for i := from; i < to; i++ {
			for _, n := range l.platedNotes(g, p.rows[i].notes) {
				l.placed[n.ID] = true
				l.called = append(l.called, noteCall{n.ID, len(l.book.Pages) - 1})
				notes = append(notes, l.notes[n.ID].rows...)
			}
		}
		var lying display.Page
		notes = l.lay(&lying, g, p.rows[from:to], notes, alone, head)
		for _, it := range lying.Items {
			page.Items = append(page.Items, l.turn(it, l.style.Left(page.Odd())))
		}
		from = to
	}
}

// platedNotes are the notes that a row of a plate is the first to call.
func (l *layout) platedNotes(g *galley, called []*content.Note) []*content.Note {
	return slices.DeleteFunc(l.calledBy(called, nil), func(n *content.Note) bool { return !g.plated[n.ID] })
}

// plateRoom is how much of its pages a plate takes: as little as makes no more of
// them, so that all hold about as much. One with notes takes all.
func (l *layout) plateRoom(g *galley, rows []row) float64 {
	pages := func(room float64) (n int) {
		for from := 0; from < len(rows); n++ {
			from = l.plateEnd(g, rows, from, nil, room)
		}
		return n
	}
	room := l.style.Measure()
	if slices.ContainsFunc(rows, func(r row) bool { return len(r.notes) > 0 }) {
		return room
	}
	for fewest := pages(room); fewest > 1 && room > l.style.Measure()/2; room -= l.style.SmallLeading {
		if pages(room-l.style.SmallLeading) > fewest {
			break
		}
	}
	return room
}

// plateEnd is up to which row a page of a plate goes that begins with row from, and
// with the rest of notes, in a room. It ends where a page may, if it can: of the places that are
// as good as others, at the last.
func (l *layout) plateEnd(g *galley, rows []row, from int, notes []row, room float64) int {
	if from == len(rows) {
		return from
	}
	end, least := from+1, math.MaxInt
	y, foot := heightOf(rows[from].again), heightOf(notes)
	for i := from; i < len(rows); i++ {
		if y += rows[i].height; i > from {
			y += rows[i].space
		}
		for _, n := range l.platedNotes(g, rows[i].notes) {
			foot += heightOf(l.notes[n.ID].rows)
		}
		if foot > 0 && y+foot+l.style.NoteGap+g.clearance(&rows[i]) > room+tolerance || y > room+tolerance {
			break
		}
		price := 0
		if i+1 < len(rows) {
			price = max(0, rows[i+1].penalty-tiedPrice+1) // all others are as good
		}
		if price <= least {
			end, least = i+1, price
		}
	}
	return end
}

// lay puts rows of a plate on a page that lies, and as many of the notes as have
// room below them; it gives the rest. A table that stands alone there stands in
// the middle.
func (l *layout) lay(page *display.Page, g *galley, rows, notes []row, alone bool, head pageHead) (rest []row) {
	l.rules = nil
	room, y := l.style.Measure(), 0.0
	if alone && len(notes) == 0 {
		y = max(0, (room-heightOf(rows))/2)
	}
	if len(rows) > 0 {
		y = l.layRows(page, rows[0].again, y)
		y = l.layRows(page, rows, y)
	}
	if len(notes) == 0 {
		return nil
	}
	if len(rows) > 0 {
		y += l.style.NoteGap + g.clearance(&rows[len(rows)-1])
	}
	n := max(fitting(notes, room-y), min(1, len(notes)-len(rows)))
	if n <= 0 {
		return notes
	}
	l.putRule(page, head.tongue.Dir, 0, y-l.style.NoteGap*0.45, false)
	l.layRows(page, notes[:n], y)
	return notes[n:]
}

// layRows puts rows under one another and tells where they end.
func (l *layout) layRows(page *display.Page, rows []row, y float64) float64 {
	for i := range rows {
		if i > 0 {
			y += rows[i].space
		}
		l.put(page, &rows[i], 0, y)
		y += rows[i].height
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
	st := &l.style
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
