package layout

import (
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/layout/picture"
)

// A figure whose author asks for no size is a little smaller where it would stand on
// the next page else and leave a hole on this one. It is chosen with the pages: one
// that holds it so has a price, which grows with the square of what the figure loses.
const (
	leastFigure  = 2.0 / 3 // of its natural height; it has the more dots to an inch by that
	fairFigure   = 0.8     // of it: nobody is told, and one whose file says how large it is is no smaller
	smallerPrice = 1000    // of a page with a smaller figure, and
	shrinkPrice  = 30_000  // of the part of its height that the figure loses, squared
)

// elasticOf is that of pictures which stand in one row of a height; nil where the
// author asks for a size.
func (c *column) elasticOf(place *content.Place, src string, height, pivot float64, pictures ...*picture.Picture) *elastic {
	if c.noPlates || place.Length("width").Of(1) > 0 || place.Length("height").Of(1) > 0 {
		return nil
	}
	least := leastFigure
	if slices.ContainsFunc(pictures, isSized) {
		least = fairFigure
	}
	return &elastic{most: height * (1 - least), whole: height, pivot: pivot, src: src, pos: place.Pos}
}

// isSized tells a picture whose file says how large it is to be printed.
func isSized(p *picture.Picture) bool {
	return p.Drawing != nil && p.Drawing.Sized || p.Drawing == nil && p.DPI >= statedDPI
}

// lack is by how much the last picture of a page has to be smaller, whose rows end at y,
// so that they have room in a height: whole leadings where a row on the grid follows it.
// It tells whether the picture can be.
func (p *places) lack(y, height, leading float64) (by float64, can bool) {
	if p.elastic == nil {
		return 0, false
	}
	if by = y - height; p.snaps {
		by = ceilTo(by, leading)
	}
	return by, by <= p.elastic.most+tolerance
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
	part := p.shrunk / p.elastic.whole
	return smallerPrice + shrinkPrice*part*part
}

// rowsOn are the rows of a page, the last picture smaller by some points where they
// have no room else.
func (g *galley) rowsOn(s sheet) (rows []row, by float64) {
	rows = g.rows[s.row:s.rowEnd]
	if g.elastic == 0 {
		return rows, 0
	}
	_, found, y := g.runsOn(rows)
	height := g.heightOn(s)
	if found.fits(y, height, g.closes(s)) {
		return rows, 0
	}
	by, can := found.lack(y, height, g.leading)
	if !can {
		return rows, 0
	}
	rows = slices.Clone(rows)
	for i := range slices.Backward(rows) {
		if rows[i].elastic == found.elastic {
			rows[i] = rows[i].smaller(by)
			break
		}
	}
	return rows, by
}

// tellSmaller tells the author of a figure that is much smaller than is natural to it.
func (l *layout) tellSmaller(rows []row, by float64) {
	for i := range slices.Backward(rows) {
		e := rows[i].elastic
		if e == nil {
			continue
		}
		if part := 1 - by/e.whole; part < fairFigure-0.005 { // as it is printed
			l.smaller = append(l.smaller, content.Problem{Pos: e.pos,
				What: fmt.Sprintf("image %s is printed at %.0f%% of its size, so that it stands on the page that leads to it", e.src, math.Round(100*part)),
				Hint: "write its width behind it, such as {width=100%}, if you want another, or move it elsewhere in the text"})
		}
		return
	}
}
