package layout

import (
	"slices"
	"warraq/content"
)

// plate is a table that is turned by a quarter, on pages of its own behind the one
// that it belongs to, so that the text flows on. Its rows run along the height of
// the type area.
type plate struct{ rows []row }

// hung tells rows that are nothing but plates, which hang on what stands before
// them.
func hung(rows []row) bool {
	return len(rows) == 1 && len(rows[0].plates) > 0 && rows[0].height == 0
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
