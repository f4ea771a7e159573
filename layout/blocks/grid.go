package blocks

import (
	"math"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/char"
	"warraq/layout/blocks/widths"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// How a table that is too wide is made to fit: first its cells are padded less,
// then its type is a little smaller, then both are as little as they may be, and then
// the table is turned (see turned.go of package layout). A word or
// a number is never divided; an address or code ends a line where UAX #14 lets it,
// code behind a hyphen last.
// What does not fit even so is an error (see tablefit.go).
const (
	cellPad      = 5.0  // at either side of a cell, points
	fairCellPad  = 4.0  // as long as type of fairType makes room for it: heads side by side do not read as a sentence
	leastCellPad = 2.6  // of a table with many columns: as much again parts them as parts groups of digits
	fairType     = 0.85 // of small type, in parts of it: nobody is told of it
	cellSlack    = 0.5  // more than its words, that a column has for rounding
	typeStep     = 0.25 // of smaller type, points
)

// leastType is the smallest type of tables, in points: below it the dots and the
// vowel signs of Arabic close up on an office printer. A page whose small type is
// smaller as it is sets its tables at fairType of that.
const leastType = 7.0

// narrowBasmala is the part of its width to which the sign of the basmala is made
// smaller rather than the type of a whole table.
const narrowBasmala = 0.5

// grid is where the cells of a table stand: columns in a column, whose type may
// be smaller than that of other tables.
type grid struct {
	lines.Column
	widths []float64                 // of the columns, their padding within; they add up to the measure
	least  []float64                 // that the columns need, their padding within
	pad    float64                   // at either side of a cell
	behind map[*content.Cell]float64 // room behind a number, so that its units stand under those above
	page   float64                   // height of the page that the table stands on
	parted []float64                 // room at the end of columns whose cells end where the next ones begin; nil: none
}

// leftOf is the left edge of columns as wide as width that begin at a distance
// from the start edge.
func (g *grid) leftOf(at, width float64) float64 {
	if g.LTR {
		return g.Left + at
	}
	return g.Left + g.Width - at - width
}

// before is how far from the start edge a column begins; that behind the last
// ends the measure.
func (g *grid) before(col int) float64 { return widths.Sum(g.widths[:col]) }

// widthOf is that of the columns of a slot.
func (g *grid) widthOf(s *content.Slot) float64 { return widths.Sum(g.widths[s.Col : s.Col+s.Cols]) }

// grid shares the measure among the columns as the author asks, or else: each
// gets what its longest unbreakable word needs, the rest goes by what its text
// would take on one line. A table narrower than the measure is spread over it.
// It tells what the columns need at least beyond the measure, 0 for one that fits.
// Code is divided at its hyphens where it would not fit else.
func (s *Setter) grid(b *content.Table, slots [][]content.Slot, col lines.Column) (g grid, over float64) {
	if g, over = s.gridOf(b, slots, col); over == 0 {
		return g, 0
	}
	col.Divided = true
	if divided, least := s.gridOf(b, slots, col); least < over {
		return divided, least
	}
	return g, over
}

// gridOf is grid with code divided as the column has it.
func (s *Setter) gridOf(b *content.Table, slots [][]content.Slot, col lines.Column) (g grid, over float64) {
	g = grid{Column: col, pad: cellPad, page: s.Style.Height()}
	if len(b.Columns) == 0 {
		return g, 0
	}
	least, wish := s.fitted(b, slots, &g)
	over = g.over(least)
	for i := range least {
		least[i] += 2 * g.pad
		wish[i] += 2 * g.pad
	}
	g.least = least
	g.share(b, slots, wish)
	return g, over
}

// fitted finds the padding and the type in which a table fits, as far as it does, and what
// its columns need and wish for in them, their padding beyond it.
func (s *Setter) fitted(b *content.Table, slots [][]content.Slot, g *grid) (least, wish []float64) {
	col, fractions := g.Column, b.Fractions(slots)
	least, wish = s.columnNeeds(b, slots, g, fractions)
	part := g.fit(least)
	floor := min(leastType, fairType*col.Size)
	if part < 1 {
		g.shrink(math.Floor(max(col.Size*part, floor)/typeStep)*typeStep, col)
		widths.Scale(least, g.Size/col.Size)
		widths.Scale(wish, g.Size/col.Size)
		for c := range g.behind {
			g.behind[c] *= g.Size / col.Size
		}
	}
	// what has a size of its own, such as a picture, is not smaller in smaller type
	for part < fairType && g.over(least) > 0 && g.Size > floor {
		g.shrink(max(floor, g.Size-typeStep), col)
		least, wish = s.columnNeeds(b, slots, g, fractions)
	}
	return least, wish
}

// share gives the columns the measure.
func (g *grid) share(b *content.Table, slots [][]content.Slot, wish []float64) {
	if asked := b.Widths(); asked != nil {
		g.widths = widths.ShareAsked(asked, g.least, wish, g.Width)
		return
	}
	if spare := g.Width - widths.Sum(wish); spare > 0 {
		g.part(b, wish, spare)
	}
	g.widths = widths.Share(g.least, wish, g.Width)
	if spare := g.Width - widths.Sum(wish); spare > 0 {
		widths.Spread(g.widths, wish, numbered(b, slots), spare)
	}
}

// part has the columns whose cells end where the next ones begin wish for an em more, as
// far as there is some to spare: words side by side read as one entry.
func (g *grid) part(b *content.Table, wish []float64, spare float64) {
	g.parted = make([]float64, len(wish))
	for i := range len(wish) - 1 {
		if lines.AlignOf(b.Columns[i], g.LTR) == paragraph.End && lines.AlignOf(b.Columns[i+1], g.LTR) == paragraph.Start {
			g.parted[i] = min(g.Size, spare/float64(len(wish)))
			wish[i] += g.parted[i]
		}
	}
}

// numbered tells the columns of numbers, which stand at the right; nil where all are, or
// none is.
func numbered(b *content.Table, slots [][]content.Slot) []bool {
	numbers := make([]bool, len(b.Columns))
	for i, align := range b.Columns {
		numbers[i] = align == content.AlignRight
	}
	_, heads := b.All()
	for _, row := range slots[min(heads, len(slots)):] {
		for i := range row {
			if s := &row[i]; s.Cols == 1 && strings.ContainsFunc(content.PlainText(s.Inlines), char.IsLetter) {
				numbers[s.Col] = false
			}
		}
	}
	if !slices.Contains(numbers, true) || !slices.Contains(numbers, false) {
		return nil
	}
	return numbers
}

// fit finds the padding at which the words of the columns have room, and the part
// of the type's size at which they have where that is not enough.
func (g *grid) fit(least []float64) (part float64) {
	words, n := widths.Sum(least), float64(len(least))
	padded := func(words, low, high float64) float64 { return min(max((g.Width-words)/(2*n), low), high) }
	if g.pad = padded(words, fairCellPad, cellPad); words == 0 {
		return 1
	}
	if part = (g.Width - 2*g.pad*n) / words; part < fairType {
		g.pad = padded(words*fairType, leastCellPad, fairCellPad)
	}
	return (g.Width - 2*g.pad*n) / words
}

// over is how much more than the measure the columns need.
func (g *grid) over(least []float64) float64 {
	return max(0, widths.Sum(least)+2*g.pad*float64(len(least))-g.Width-vlist.Tolerance)
}

// shrink sets the grid in type of a size, smaller than that of its column.
func (g *grid) shrink(size float64, col lines.Column) {
	g.Leading = math.Ceil(2*col.Leading*size/col.Size) / 2
	g.Size = size
}

// columnNeeds is what the columns of a table need at least and what they would take on
// one line, in points and without padding. What a cell over several columns needs
// beyond that of each is shared among them.
func (s *Setter) columnNeeds(b *content.Table, slots [][]content.Slot, g *grid, fractions map[*content.Cell]string) (least, wish []float64) {
	col := g.Column
	g.behind = s.behind(slots, len(b.Columns), col, fractions)
	least, wish = make([]float64, len(b.Columns)), make([]float64, len(b.Columns))
	_, heads := b.All()
	type wide struct {
		*content.Slot
		least, wish float64
	}
	var over []wide
	for i := range slots {
		for k := range slots[i] {
			slot := &slots[i][k]
			whole, widest := s.measureCell(slot.Cell, col, i < heads || b.HeadsRows(slot.Col))
			whole, widest = whole+g.behind[slot.Cell], widest+g.behind[slot.Cell]
			if slot.Cols > 1 {
				over = append(over, wide{slot, widest, whole})
				continue
			}
			wish[slot.Col] = max(wish[slot.Col], whole)
			least[slot.Col] = max(least[slot.Col], widest)
		}
	}
	for _, w := range over {
		from, to := w.Col, w.Col+w.Cols
		between := 2 * leastCellPad * float64(w.Cols-1)
		widths.Broaden(least[from:to], w.least-between)
		widths.Broaden(wish[from:to], w.wish-between)
	}
	for i := range wish {
		wish[i] = max(wish[i], least[i])
	}
	return least, wish
}

// measureCell is what a cell would take on one line, and what it needs at least.
func (s *Setter) measureCell(cell *content.Cell, col lines.Column, header bool) (whole, widest float64) {
	inner := col.Attributed(&cell.Attr)
	k := lines.Look{Font: inner.Font, Size: inner.Size, Lang: inner.Lang}
	k.Font.Bold = k.Font.Bold || header
	s.Spell.Begin()
	s.Spell.Inlines(cell.Inlines, k)
	whole, widest = s.Widths(inner)
	if s.Spell.Basmala {
		widest *= narrowBasmala
	}
	return whole + cellSlack, widest + cellSlack
}

// behind is the room that each number of a column with fractions leaves behind it, so
// that the units of all stand under one another.
func (s *Setter) behind(slots [][]content.Slot, columns int, col lines.Column, fractions map[*content.Cell]string) map[*content.Cell]float64 {
	if fractions == nil {
		return nil
	}
	room := make(map[*content.Cell]float64, len(fractions))
	most := make([]float64, columns)
	each := func(do func(*content.Slot)) {
		for _, row := range slots {
			for i := range row {
				if _, number := fractions[row[i].Cell]; number {
					do(&row[i])
				}
			}
		}
	}
	each(func(slot *content.Slot) {
		if fraction := fractions[slot.Cell]; fraction != "" {
			room[slot.Cell], _ = s.measureCell(&content.Cell{Place: slot.Place, Inlines: []content.Inline{&content.Text{Value: fraction}}}, col, false)
			most[slot.Col] = max(most[slot.Col], room[slot.Cell])
		}
	})
	each(func(slot *content.Slot) { room[slot.Cell] = most[slot.Col] - room[slot.Cell] })
	return room
}
