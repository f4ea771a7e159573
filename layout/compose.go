package layout

import (
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/galley"
	"warraq/layout/vlist"
)

// compose puts the rows and notes of a page on a new one.
func (l *layout) compose(g *galley.Galley, p galley.Portion, head pageHead) {
	page := l.newPage(head)
	st := &l.Style
	left := st.Left(page.Odd())
	rows, by := g.RowsOn(p)
	if by > 0 {
		l.tellSmaller(rows, by)
	}
	notes := g.Notes[p.Note:p.NoteEnd]
	y := 0.0
	fit := g.Stretch(p)
	page.Free = fit.Free
	if len(rows) > 0 {
		l.putAgain(page, rows[0].Again, left, fit.Down[0])
	}
	for i := range rows {
		top := g.TopOf(&rows[i], i == 0, y)
		r := rows[i].Aired(max(0, fit.More))
		l.put(page, &r, left, st.Top+top+fit.Down[i], max(0, rows[i].Loose.Above*fit.More))
		y = top + rows[i].Height
	}
	for _, n := range g.CalledOn(p) {
		l.placed[n.Note] = true
		l.called = append(l.called, noteCall{n.Note, len(l.book.Pages) - 1})
	}
	l.placeSides(page)
	if len(notes) == 0 {
		return
	}
	again := notes[0].Again
	top := max(st.Height()-vlist.Height(again)-vlist.Height(notes), y+fit.Down[len(rows)]+st.NoteGap+g.ClearUnder(p.Row, p.RowEnd))
	l.putRule(page, head.tongue.Dir, left, st.Top+top-st.NoteGap*0.45, st.Measure(), p.Note < g.Due[p.Row])
	l.putAgain(page, again, left, top)
	top += vlist.Height(again)
	for i := range notes {
		if i > 0 {
			top += notes[i].Space
		}
		l.put(page, &notes[i], left, st.Top+top, 0)
		top += notes[i].Height
	}
}

// putRule draws the rule above the notes of a chapter that runs in a direction, as
// long as their measure where the first of them goes on from the page before.
func (l *layout) putRule(page *display.Page, dir locale.Direction, left, y, measure float64, goesOn bool) {
	w := min(l.Style.NoteRule, measure)
	if w <= 0 {
		return
	}
	if goesOn {
		w = measure
	}
	if dir != locale.LTR {
		left += measure - w
	}
	page.Items = append(page.Items, &display.Rule{Rect: display.Rect{X: left, Y: y, W: w, H: vlist.Hairline}})
}

// put places a row's items on the page. Grounds and bars that continue those
// of the row above are drawn as one, so that no seam shows between them, though
// the block grew by so much between the two.
func (l *layout) put(page *display.Page, r *vlist.Row, x, y, grown float64) {
	for _, id := range r.Starts {
		if _, known := l.book.Spots[id]; !known {
			l.book.Spots[id] = display.Spot{Page: len(l.book.Pages) - 1, Y: y}
		}
	}
	l.beside(r, y)
	above := l.rules
	l.rules = nil
	for _, it := range r.Items {
		it = l.moved(it, x, y)
		if rule, ok := it.(*display.Rule); ok {
			if longer := continued(above, rule, grown); longer != nil {
				l.rules = append(l.rules, longer)
				continue
			}
			if l.rules = append(l.rules, rule); rule.H > vlist.Thickline && rule.W > vlist.Thickline {
				above = nil // a ground of this row's own: what stands on it is drawn after it
			}
		}
		page.Items = append(page.Items, it)
	}
}

// moved is an item where it stands on the page. Lines are by far the most: many are made
// at once.
func (l *layout) moved(it display.Item, x, y float64) display.Item {
	line, ok := it.(*display.Text)
	if !ok {
		return display.Moved(it, x, y)
	}
	const some = 128
	if len(l.texts) == 0 {
		l.texts = make([]display.Text, some)
	}
	t := &l.texts[0]
	l.texts = l.texts[1:]
	*t = *line
	t.X, t.Y = line.X+x, line.Y+y
	return t
}

// continued lengthens the one of the rules of the row above that a rule touches
// or overlaps, but for what the block grew by between them, and looks like; it gives
// that one, nil where there is none.
func continued(above []*display.Rule, r *display.Rule, grown float64) *display.Rule {
	if r.H <= vlist.Thickline {
		return nil
	}
	for _, a := range above {
		if !a.Dotted && a.X == r.X && a.W == r.W && a.Color == r.Color &&
			a.Y <= r.Y && r.Y <= a.Y+a.H+grown+vlist.Tolerance {
			a.H = max(a.H, r.Y+r.H-a.Y)
			return a
		}
	}
	return nil
}

// putAgain places what stands again at the top of a page, or of its notes, y below
// that of the type area.
func (l *layout) putAgain(page *display.Page, rows []vlist.Row, left, y float64) {
	for i := range rows {
		if i > 0 {
			y += rows[i].Space
		}
		l.put(page, &rows[i], left, l.Style.Top+y, 0)
		y += rows[i].Height
	}
}

// tellSmaller tells the author of a figure that is much smaller than is natural to it.
func (l *layout) tellSmaller(rows []vlist.Row, by float64) {
	for i := range slices.Backward(rows) {
		e := rows[i].Elastic
		if e == nil {
			continue
		}
		if part := 1 - by/e.Whole; part < vlist.FairFigure-0.005 { // as it is printed
			l.smaller = append(l.smaller, content.Problem{Pos: e.Pos,
				What: fmt.Sprintf("image %s is printed at %.0f%% of its size, so that it stands on the page that leads to it", e.Src, math.Round(100*part)),
				Hint: "write its width behind it, such as {width=100%}, if you want another, or move it elsewhere in the text"})
		}
		return
	}
}
