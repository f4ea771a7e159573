package vlist

import "slices"

// Float is a figure, a table or a box that need not stand where it is written: text
// may pass it, fill its page, and leave it to the head of the next. It is said at the
// first of its rows.
type Float struct {
	Rows  int    // that it takes
	Bound int    // the text that passes it ends at this row at the latest, counted from its first
	Left  [2]Row // the row behind it where it has left, and where one right above it has left too
	Under Seam   // between it and text below it at the head of a page
	Next  int    // the next display that it may stand right above there, counted as Bound is; 0: none
	Chain Seam   // between the two
	Price int    // of leaving it to the next page, beside that of any float
}

// Seam is the least space between two rows, and how far it may grow, in points.
type Seam struct{ Space, Give float64 }

// Below is a row as it stands below a float at the head of a page.
func (s Seam) Below(r Row) Row {
	if r.Space < s.Space {
		r.Space, r.Give, r.Tight = s.Space, max(r.Give, s.Give), 0
	}
	r.Snap = r.Snap || r.Runs
	return r
}

// Chained is a display as it stands below a float at the head of a page.
func (s Seam) Chained(r Row) Row {
	r.Space, r.Give, r.Tight = s.Space, s.Give, 0
	return r
}

// Moves tells rows that a page may have instead of those that follow: all of one
// page, which call no notes and bring no plates.
func Moves(rows []Row) bool {
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(r Row) bool { return r.Opens || r.Calls() || len(r.Plates) > 0 })
}
