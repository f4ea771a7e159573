package layout

import (
	"cmp"
	"math"
	"slices"

	"warraq/content"
)

// How a table that is too wide is made to fit: first its cells are padded less,
// then its type is smaller, and only then are words broken.
const (
	cellPad      = 5.0  // at either side of a cell, points
	leastCellPad = 2.0  // of a table with many columns
	leastType    = 0.85 // of small type, in parts of it
	cellSlack    = 0.5  // more than its words, that a column has for rounding
)

// grid is where the cells of a table stand: columns in a column, whose type may
// be smaller than that of other tables.
type grid struct {
	column
	widths []float64 // of the columns, their padding within; they add up to the measure
	pad    float64   // at either side of a cell
}

// leftOf is the left edge of a column that begins at a distance from the start
// edge.
func (g *grid) leftOf(i int, at float64) float64 {
	if g.ltr {
		return g.left + at
	}
	return g.left + g.width - at - g.widths[i]
}

// grid shares the measure among the columns as the author asks, or else: each
// gets what its longest unbreakable word needs, the rest goes by what its text
// would take on one line. A table narrower than the measure is spread over it.
func (s *setter) grid(b *content.Table, col column) grid {
	g := grid{column: col, pad: cellPad}
	n := len(b.Columns)
	if n == 0 {
		return g
	}
	least, wish := make([]float64, n), make([]float64, n)
	s.measureCells(b, b.Header, col, least, wish)
	for _, r := range b.Rows {
		s.measureCells(b, r, col, least, wish)
	}
	asked := b.Widths()
	g.fit(least)
	shrunk := g.size / col.size
	for i := range least {
		least[i] = least[i]*shrunk + 2*g.pad
		wish[i] = wish[i]*shrunk + 2*g.pad
	}
	if asked != nil {
		g.widths = shareAsked(asked, least, wish, g.width)
	} else {
		g.widths = share(least, wish, g.width)
	}
	return g
}

// fit finds the padding and the size of type at which the words of the columns
// have room, as far as the bounds allow.
func (g *grid) fit(least []float64) {
	words, n := sum(least), float64(len(least))
	g.pad = min(max((g.width-words)/(2*n), leastCellPad), cellPad)
	part := (g.width - 2*g.pad*n) / words
	if part >= 1 || words == 0 {
		return
	}
	size := math.Floor(4*g.size*max(part, leastType)) / 4
	g.leading = math.Ceil(2*g.leading*size/g.size) / 2
	g.size = size
}

// measureCells widens the columns to what the cells of a row need at least and
// what they would take on one line, in points and without padding.
func (s *setter) measureCells(b *content.Table, r *content.Row, col column, least, wish []float64) {
	if r == nil {
		return
	}
	for i, cell := range r.Cells {
		if i >= len(least) {
			return
		}
		k := look{font: col.font, size: col.size, lang: col.lang}
		k.font.Bold = k.font.Bold || r == b.Header || b.HeadsRows(i)
		s.spell.begin()
		s.spell.spell(cell.Inlines, k)
		whole, widest := s.comp.Width(s.spell.spans, col.form())
		wish[i] = max(wish[i], whole+cellSlack)
		least[i] = max(least[i], widest+cellSlack)
	}
}

// share gives each column its wish and as much more as it is wide; where that
// is too much, those that wish for no more than an equal share have their wish,
// the others their least and what is left in proportion to how much more each
// wishes. Where even the least is too much, the widest columns give way. The
// widths add up to the whole.
func share(least, wish []float64, whole float64) []float64 {
	for i := range least {
		// a very long cell must not starve the others
		wish[i] = max(least[i], min(wish[i], whole*1.5))
	}
	sumLeast, sumWish := sum(least), sum(wish)
	sumMore := sumWish - sumLeast
	if sumLeast >= whole {
		return narrowed(least, whole)
	}
	if sumWish > whole {
		sumMore = contented(least, wish, whole)
		sumLeast = sum(least)
	}
	widths := make([]float64, len(least))
	for i := range least {
		switch {
		case sumWish <= whole:
			widths[i] = wish[i] * whole / sumWish
		case sumMore > 0:
			widths[i] = least[i] + (whole-sumLeast)*(wish[i]-least[i])/sumMore
		default:
			widths[i] = least[i] + (whole-sumLeast)/float64(len(least))
		}
	}
	return widths
}

// contented raises the least of the columns that wish for no more than an equal
// share to their wish, as long as the others keep their least, and gives what
// these wish beyond it.
func contented(least, wish []float64, whole float64) (more float64) {
	fair := whole / float64(len(least))
	free := whole - sum(least)
	for i := range least {
		if need := wish[i] - least[i]; wish[i] <= fair && need <= free {
			free -= need
			least[i] = wish[i]
		}
		more += wish[i] - least[i]
	}
	return more
}

func sum(widths []float64) (whole float64) {
	for _, w := range widths {
		whole += w
	}
	return whole
}

// narrowed gives each column its least but no more than an equal share of what
// narrower ones have left.
func narrowed(least []float64, whole float64) []float64 {
	order := make([]int, len(least))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(least[a], least[b]) })
	widths := make([]float64, len(least))
	for k, i := range order {
		widths[i] = min(least[i], whole/float64(len(order)-k))
		whole -= widths[i]
	}
	return widths
}

// askedPart is how much of the measure the columns with a width of their own
// may take where there are others.
const askedPart = 0.9

// shareAsked gives the columns the parts of the whole that the author asks for,
// and the others what is left. No column is narrower than its longest word, as
// long as others have more than theirs.
func shareAsked(asked, least, wish []float64, whole float64) []float64 {
	widths := make([]float64, len(least))
	given := 0.0
	var open []int
	for i := range widths {
		if i < len(asked) && asked[i] > 0 {
			given += asked[i]
			widths[i] = asked[i] * whole
		} else {
			open = append(open, i)
		}
	}
	if given == 0 {
		return share(least, wish, whole)
	}
	part := given
	switch {
	case len(open) == 0:
		part = 1
	case given > askedPart:
		part = askedPart
	}
	for i := range widths {
		widths[i] *= part / given
	}
	some, more := make([]float64, len(open)), make([]float64, len(open))
	for k, i := range open {
		some[k], more[k] = least[i], wish[i]
	}
	for k, w := range share(some, more, (1-part)*whole) {
		widths[open[k]] = w
	}
	return widened(widths, least, whole)
}

// widened raises the columns to their least, at the cost of those that have
// more.
func widened(widths, least []float64, whole float64) []float64 {
	if sum(least) >= whole {
		return narrowed(least, whole)
	}
	lack, spare := 0.0, 0.0
	for i, w := range widths {
		lack += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lack == 0 {
		return widths
	}
	for i, w := range widths {
		widths[i] = least[i] + max(0, w-least[i])*(spare-lack)/spare
	}
	return widths
}
