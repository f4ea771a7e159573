package layout

import (
	"slices"

	"warraq/content"
	"warraq/layout/display"
)

// fairFigure is the part of its natural height to which a figure may shrink and
// nobody is told; one whose file says how large it is is no smaller.
const fairFigure = 0.8

// elastic is a row of pictures that may be smaller.
type elastic struct {
	most  float64 // points by which its height may shrink
	whole float64 // its natural height, without what is around the pictures
	pivot float64 // stays where it is, from side to side
	src   string
	pos   content.Pos
}

// smaller is the row with its pictures smaller by some points.
func (r row) smaller(by float64) row {
	k := 1 - by/r.elastic.whole
	items := slices.Clone(r.items)
	for i, it := range items {
		switch it := it.(type) {
		case *display.Image:
			m := *it
			m.X = r.elastic.pivot + (it.X-r.elastic.pivot)*k
			m.W, m.H = it.W*k, it.H*k
			items[i] = &m
		case *display.Rule: // beside or behind it
			if it.H > r.height/2 {
				rule := *it
				rule.H -= by
				items[i] = &rule
			} else if it.Y > r.height/2 {
				items[i] = display.Moved(it, 0, -by)
			}
		}
	}
	r.items, r.height = items, r.height-by
	return r
}
