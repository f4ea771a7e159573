package layout

// compose puts the rows and notes of a page on a new one.
func (l *layout) compose(g *galley, p sheet, head string) {
	page := l.newPage(head)
	st := &l.style
	left := st.Left(page.Odd())
	rows, notes := g.rows[p.row:p.rowEnd], g.notes[p.note:p.noteEnd]
	if len(rows) > 0 {
		l.putAgain(page, rows[0].again, left)
	}
	y, room := 0.0, g.stretch(p)
	for i := range rows {
		top := l.topOf(&rows[i], i == 0, y)
		l.put(page, &rows[i], left, st.Top+top+room.above(&rows[i], i == 0))
		y = top + rows[i].height
	}
	for _, n := range g.calledOn(p) {
		l.placed[n.note] = true
		l.called = append(l.called, noteCall{n.note, len(l.book.Pages) - 1})
	}
	if len(notes) == 0 {
		return
	}
	top := max(st.Height()-heightOf(notes), y+room.moved()+st.NoteGap)
	l.putRule(page, left, st.Top+top-st.NoteGap*0.45, p.note < g.due[p.row])
	for i := range notes {
		if i > 0 {
			top += notes[i].space
		}
		l.put(page, &notes[i], left, st.Top+top)
		top += notes[i].height
	}
}

// putRule draws the rule above the notes, as long as the measure where the
// first of them goes on from the page before.
func (l *layout) putRule(page *Page, left, y float64, goesOn bool) {
	w := min(l.style.NoteRule, l.style.Measure())
	if w <= 0 {
		return
	}
	if goesOn {
		w = l.style.Measure()
	}
	if !l.style.LTR {
		left += l.style.Measure() - w
	}
	page.Items = append(page.Items, &Rule{Rect: Rect{left, y, w, hairline}})
}

// put places a row's items on the page. Grounds and bars that continue those
// of the row above are drawn as one, so that no seam shows between them.
func (l *layout) put(page *Page, r *row, x, y float64) {
	for _, id := range r.starts {
		if _, known := l.book.Spots[id]; !known {
			l.book.Spots[id] = Spot{Page: len(l.book.Pages) - 1, Y: y}
		}
	}
	for _, it := range r.items {
		it = moved(it, x, y)
		if rule, ok := it.(*Rule); ok && continues(page, rule) {
			continue
		}
		page.Items = append(page.Items, it)
	}
}

// continues lengthens the rule above this one when they touch or overlap and
// look alike.
// Only the latest items can be its neighbours.
func continues(page *Page, r *Rule) bool {
	const reach = 24
	for i := len(page.Items) - 1; i >= max(0, len(page.Items)-reach); i-- {
		above, ok := page.Items[i].(*Rule)
		if ok && !above.Dotted && above.X == r.X && above.W == r.W && above.Color == r.Color &&
			above.Y <= r.Y && r.Y <= above.Y+above.H+tolerance && r.H > thickline {
			above.H = max(above.H, r.Y+r.H-above.Y)
			return true
		}
	}
	return false
}

func abs(x float64) float64 { return max(x, -x) }
