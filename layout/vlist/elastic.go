package vlist

import (
	"slices"

	"warraq/content"
	"warraq/layout/display"
)

// FairFigure is the part of its natural height to which a figure may shrink and
// nobody is told; one whose file says how large it is is no smaller.
const FairFigure = 0.8

// Elastic is a row of pictures that may be smaller.
type Elastic struct {
	Most  float64 // points by which its height may shrink
	Whole float64 // its natural height, without what is around the pictures
	Pivot float64 // stays where it is, from side to side
	Src   string
	Pos   content.Pos
}

// Smaller is the row with its pictures smaller by some points.
func (r Row) Smaller(by float64) Row {
	k := 1 - by/r.Elastic.Whole
	items := slices.Clone(r.Items)
	for i, it := range items {
		switch it := it.(type) {
		case *display.Image:
			m := *it
			m.X = r.Elastic.Pivot + (it.X-r.Elastic.Pivot)*k
			m.W, m.H = it.W*k, it.H*k
			items[i] = &m
		case *display.Rule: // beside or behind it
			if it.H > r.Height/2 {
				rule := *it
				rule.H -= by
				items[i] = &rule
			} else if it.Y > r.Height/2 {
				items[i] = display.Moved(it, 0, -by)
			}
		}
	}
	r.Items, r.Height = items, r.Height-by
	return r
}
