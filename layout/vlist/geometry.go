package vlist

import (
	"math"

	"warraq/layout/display"
)

// Tolerance forgives sums of lengths their rounding, in points.
const Tolerance = 0.01

// CeilTo rounds y up to a multiple of step, forgiving rounding.
func CeilTo(y, step float64) float64 {
	return math.Ceil((y-Tolerance)/step) * step
}

// Height is that of rows under one another, without the space above the first.
func Height(rows []Row) float64 {
	h := 0.0
	for i := range rows {
		h += rows[i].Height
		if i > 0 {
			h += rows[i].Space
		}
	}
	return h
}

// FloorTo rounds x down to a multiple of step.
func FloorTo(x, step float64) float64 { return math.Floor(x/step) * step }

// Stacked makes one row of many, shifted to the side.
func Stacked(rows []Row, x float64) Row {
	var whole Row
	for i := range rows {
		r := &rows[i]
		if i > 0 {
			whole.Height += r.Space
		}
		for _, it := range r.Items {
			whole.Items = append(whole.Items, display.Moved(it, x, whole.Height))
		}
		whole.Notes = append(whole.Notes, r.Notes...)
		whole.Starts = append(whole.Starts, r.Starts...)
		whole.Sides = append(whole.Sides, r.lowered(whole.Height)...)
		whole.Height += r.Height
	}
	return whole
}

// Join sets another row beside this one.
func (r *Row) Join(beside Row) {
	r.Items = append(r.Items, beside.Items...)
	r.Notes = append(r.Notes, beside.Notes...)
	r.Starts = append(r.Starts, beside.Starts...)
	r.Sides = append(r.Sides, beside.Sides...)
	r.Height = max(r.Height, beside.Height)
}

// Fitting counts the rows that fit in a height.
func Fitting(rows []Row, height float64) int {
	for i := range rows {
		height -= rows[i].Height
		if i > 0 {
			height -= rows[i].Space
		}
		if height < -Tolerance {
			return i
		}
	}
	return len(rows)
}
