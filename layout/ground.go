package layout

import (
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Weights of rules, in points.
const (
	hairline  = 0.4
	thickline = 0.9
)

// backed draws a bar or a ground behind rows, from the top of the first to the
// foot of the last; x is its left edge, w its width.
func backed(rows []row, x, w float64, color paragraph.Color) {
	for i := range rows {
		own(&rows[i], i > 0)
		rows[i].back(x, w, color)
	}
}

// back draws a bar or a ground behind a row, as high as the row.
func (r *row) back(x, w float64, color paragraph.Color) {
	r.items = append([]display.Item{&display.Rule{Rect: display.Rect{X: x, Y: 0, W: w, H: r.height}, Color: color}}, r.items...)
}

// own makes the space above a row within a ground a part of the row, which
// the ground covers.
func own(r *row, within bool) {
	if !within || r.space <= 0 {
		return
	}
	for i, it := range r.items {
		r.items[i] = display.Moved(it, 0, r.space)
	}
	r.height += r.space
	r.space = 0
}

// pad makes room above the first row and below the last.
func pad(rows []row, above, below float64) {
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	for i, it := range first.items {
		first.items[i] = display.Moved(it, 0, above)
	}
	first.height += above
	first.space = 0
	rows[len(rows)-1].height += below
}

// drop lowers what stands in a row and makes the row as much higher.
func drop(r *row, by float64) {
	for i, it := range r.items {
		r.items[i] = display.Moved(it, 0, by)
	}
	r.height += by
}

func raise(r *row, by float64) {
	for i, it := range r.items {
		r.items[i] = display.Moved(it, 0, -by)
	}
}

// together forbids page breaks within rows, and after them up to the second
// row of what follows (see keepHeadings).
func together(rows []row) {
	for i := range rows {
		if i > 0 {
			rows[i].penalty = infinite
		}
	}
}
