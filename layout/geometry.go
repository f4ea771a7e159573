package layout

import (
	"math"
	"warraq/layout/display"
)

// tolerance forgives sums of lengths their rounding, in points.
const tolerance = 0.01

// ceilTo rounds y up to a multiple of step, forgiving rounding.
func ceilTo(y, step float64) float64 {
	return math.Ceil((y-tolerance)/step) * step
}

func heightOf(rows []row) float64 {
	h := 0.0
	for i := range rows {
		h += rows[i].height
		if i > 0 {
			h += rows[i].space
		}
	}
	return h
}

// floorTo rounds x down to a multiple of step.
func floorTo(x, step float64) float64 { return math.Floor(x/step) * step }

// stacked makes one row of many, shifted to the side.
func stacked(rows []row, x float64) row {
	var whole row
	for i := range rows {
		r := &rows[i]
		if i > 0 {
			whole.height += r.space
		}
		for _, it := range r.items {
			whole.items = append(whole.items, display.Moved(it, x, whole.height))
		}
		whole.notes = append(whole.notes, r.notes...)
		whole.starts = append(whole.starts, r.starts...)
		whole.height += r.height
	}
	return whole
}

// join sets another row beside this one.
func (r *row) join(beside row) {
	r.items = append(r.items, beside.items...)
	r.notes = append(r.notes, beside.notes...)
	r.starts = append(r.starts, beside.starts...)
	r.height = max(r.height, beside.height)
}

// fitting counts the rows that fit in a height.
func fitting(rows []row, height float64) int {
	for i := range rows {
		height -= rows[i].height
		if i > 0 {
			height -= rows[i].space
		}
		if height < -tolerance {
			return i
		}
	}
	return len(rows)
}
