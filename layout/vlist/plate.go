package vlist

import (
	"slices"

	"warraq/content"
)

// Plate is a table that is turned by a quarter, on pages of its own behind the one
// that it belongs to, so that the text flows on. Its rows run along the height of
// the type area. One that bleeds is a picture that fills its page: its row begins at the upper left
// corner of that; a spread fills two facing pages, a row each.
type Plate struct {
	Rows   []Row
	Bleeds bool
	Spread bool
	Pos    content.Pos // of a spread
}

// Hung tells rows that are nothing but plates, which hang on what stands before
// them.
func Hung(rows []Row) bool {
	return len(rows) == 1 && len(rows[0].Plates) > 0 && rows[0].Height == 0
}

// Hang adds plates behind a row, whose own are not changed: they are its block's.
func (r *Row) Hang(plates []Plate) { r.Plates = slices.Concat(r.Plates, plates) }

// Begin says that a part of the book begins in a plate.
func (p *Plate) Begin(id content.ID) { p.Rows[0].Starts = append(p.Rows[0].Starts, id) }

// Calls tells whether notes are called in a row or on its plates.
func (r *Row) Calls() bool {
	return len(r.Notes) > 0 || slices.ContainsFunc(r.Plates, func(p Plate) bool {
		return slices.ContainsFunc(p.Rows, func(r Row) bool { return r.Calls() })
	})
}

// CallsAny tells whether one of some notes is called in a row or on its plates.
func (r *Row) CallsAny(some map[content.ID]bool) bool {
	return slices.ContainsFunc(r.Notes, func(n *content.Note) bool { return some[n.ID] }) ||
		slices.ContainsFunc(r.Plates, func(p Plate) bool {
			return slices.ContainsFunc(p.Rows, func(r Row) bool { return r.CallsAny(some) })
		})
}
