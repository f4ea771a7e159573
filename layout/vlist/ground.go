package vlist

import (
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Weights of rules, in points.
const (
	Hairline  = 0.4
	Thickline = 0.9
)

// Backed draws a bar or a ground behind rows, from the top of the first to the
// foot of the last; x is its left edge, w its width.
func Backed(rows []Row, x, w float64, color paragraph.Color) {
	for i := range rows {
		TakeSpace(&rows[i], i > 0)
		rows[i].Back(x, w, color)
	}
}

// Back draws a bar or a ground behind a row, as high as the row.
func (r *Row) Back(x, w float64, color paragraph.Color) {
	r.Items = append([]display.Item{&display.Rule{Rect: display.Rect{X: x, Y: 0, W: w, H: r.Height}, Color: color}}, r.Items...)
}

// TakeSpace makes the space above a row within a ground a part of the row, which
// the ground covers.
func TakeSpace(r *Row, within bool) {
	if !within || r.Space <= 0 {
		return
	}
	for i, it := range r.Items {
		r.Items[i] = display.Moved(it, 0, r.Space)
	}
	r.Height += r.Space
	r.Space = 0
}

// Pad makes room above the first row and below the last.
func Pad(rows []Row, above, below float64) {
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	for i, it := range first.Items {
		first.Items[i] = display.Moved(it, 0, above)
	}
	first.Height += above
	first.Space = 0
	rows[len(rows)-1].Height += below
}

// Drop lowers what stands in a row and makes the row as much higher.
func Drop(r *Row, by float64) {
	for i, it := range r.Items {
		r.Items[i] = display.Moved(it, 0, by)
	}
	r.Height += by
}

// Raise lifts what stands in a row, which stays as high.
func Raise(r *Row, by float64) {
	for i, it := range r.Items {
		r.Items[i] = display.Moved(it, 0, -by)
	}
}

// Together forbids page breaks within rows, and after them up to the second
// row of what follows (see flow.go of package layout).
func Together(rows []Row) {
	for i := range rows {
		if i > 0 {
			rows[i].Penalty = Infinite
		}
	}
}

// Kept makes page breaks within rows so dear that none is but where a page does not
// hold them all.
func Kept(rows []Row) {
	for i := range rows {
		if i > 0 {
			rows[i].Penalty = max(rows[i].Penalty, KeepPrice)
		}
	}
}
