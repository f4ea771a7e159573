package galley

import (
	"slices"

	"warraq/layout/vlist"
)

// A figure whose author asks for no size is a little smaller where it would stand on
// the next page else and leave a hole on this one. It is chosen with the pages: one
// that holds it so has a price, which grows with the square of what the figure loses.
const (
	smallerPrice = 1000   // of a page with a smaller figure, and
	shrinkPrice  = 30_000 // of the part of its height that the figure loses, squared
)

// lack is by how much the last picture of a page has to be smaller, whose rows end at y,
// so that they have room in a height: whole leadings where a row on the grid follows it.
// It tells whether the picture can be.
func (p *places) lack(y, height, leading float64) (by float64, can bool) {
	if p.elastic == nil {
		return 0, false
	}
	if by = y - height; p.snaps {
		by = vlist.CeilTo(by, leading)
	}
	return by, by <= p.elastic.Most+vlist.Tolerance
}

// shrunkBy is the places of the same page whose last picture is smaller.
func (p places) shrunkBy(by float64) places {
	p.low -= by
	p.shrunk = by
	return p
}

// shrunkPrice is what that costs.
func (p *places) shrunkPrice() float64 {
	if p.shrunk <= 0 {
		return 0
	}
	part := p.shrunk / p.elastic.Whole
	return smallerPrice + shrinkPrice*part*part
}

// RowsOn are the rows of a page, the last picture smaller by some points where they
// have no room else.
func (g *Galley) RowsOn(s Portion) (rows []vlist.Row, by float64) {
	rows = g.Rows[s.Row:s.RowEnd]
	if g.elastic == 0 {
		return rows, 0
	}
	_, found, y := g.runsOn(rows)
	height := g.heightOn(s)
	if found.fits(y, height) {
		return rows, 0
	}
	by, can := found.lack(y, height, g.Leading)
	if !can {
		return rows, 0
	}
	rows = slices.Clone(rows)
	for i := range slices.Backward(rows) {
		if rows[i].Elastic == found.elastic {
			rows[i] = rows[i].Smaller(by)
			break
		}
	}
	return rows, by
}
