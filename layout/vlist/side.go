package vlist

import (
	"slices"

	"warraq/content"
)

// Side is a note in the outer margin beside the line of a row: its first line stands on
// the baseline of that one, unless those above it or the foot of its page push it away.
type Side struct {
	ID   content.ID // of its division
	Pos  content.Pos
	Rows []Row

	down  float64 // from the top of the row to the baseline, where that is
	known bool    // not of the first line in the row
}

// Beside tells rows that are nothing but a note in the margin, which hangs on another
// row.
func Beside(rows []Row) bool {
	return len(rows) == 1 && len(rows[0].Sides) > 0 && rows[0].Height == 0 && len(rows[0].Items) == 0
}

// HangSides puts notes in the margin beside the row in which a part begins, or beside the first
// where that is none. The rows are not changed: those with the notes are given.
func HangSides(rows []Row, sides []Side, at content.ID) []Row {
	if len(rows) == 0 {
		return rows
	}
	i := max(0, slices.IndexFunc(rows, func(r Row) bool { return at != 0 && slices.Contains(r.Starts, at) }))
	rows = slices.Clone(rows)
	rows[i].Sides = slices.Concat(rows[i].Sides, sides)
	return rows
}

// Baseline is how far below the top of a row the line lies beside which a note in the
// margin begins: that of the first line in it, or its top where it has none.
func (s *Side) Baseline(r *Row) (down float64, line bool) {
	if s.known {
		return s.down, true
	}
	if t := FirstText(r.Items); t != nil {
		return t.Y, true
	}
	return 0, false
}

// lowered are the notes of a row as they stand where it lies lower in another one.
func (r *Row) lowered(by float64) []Side {
	sides := slices.Clone(r.Sides)
	for i := range sides {
		down, _ := sides[i].Baseline(r)
		sides[i].down, sides[i].known = down+by, true
	}
	return sides
}
