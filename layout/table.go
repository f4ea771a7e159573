package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// Measures of tables, in points.
const (
	cellAir   = 3.0 // above and below a row's text, at least
	inkGap    = 1.5 // between a row's ink and the rules, at least
	hairline  = 0.4
	thickline = 0.9
)

// table sets a grid: columns run from the start edge, the first at the right
// in Arabic; widths follow the contents or the author; rules stand above, below
// and under the header, between columns only where a grid is asked for. Headers
// are bold, those of rows too.
func (s *setter) table(b *content.Table, col column) []row {
	small := s.small(col)
	rows := s.tableRows(b, s.grid(b, small))
	if len(b.Caption) > 0 {
		caption := s.caption(small)
		caption.font.Bold = s.style.CaptionBold
		rows = s.captioned(rows, s.text(s.doc.Caption(b, caption.tongue()), caption, b.ID))
	}
	if len(rows) > 0 {
		rows[len(rows)-1].height += cellAir
	}
	s.aired(rows, col)
	return rows
}

// captioned puts a caption above a table's rows, or below where the theme has
// it there. It is never parted from the row beside it.
func (s *setter) captioned(rows, caption []row) []row {
	together(caption)
	if len(rows) == 0 || len(caption) == 0 {
		return append(caption, rows...)
	}
	above, below := overshoot(caption)
	if s.style.CaptionBelow {
		caption[0].penalty, caption[0].space = infinite, max(cellAir, above+inkGap)
		return append(rows, caption...)
	}
	rows[0].penalty, rows[0].space = infinite, max(cellAir, below+inkGap)
	return append(caption, rows...)
}

// tableRows sets header and rows with their rules. All rows have the air that
// the one with the tallest ink needs.
func (s *setter) tableRows(b *content.Table, g grid) []row {
	var sets [][]row
	col := g.column
	if b.Header != nil {
		head := col
		head.font.Bold, head.color = true, s.style.HeaderColor
		sets = append(sets, s.tableRow(b, b.Header, head, g))
	}
	for _, r := range b.Rows {
		sets = append(sets, s.tableRow(b, r, col, g))
	}
	airRows(sets)
	var rows, header []row
	for i, set := range sets {
		s.striped(set, col, s.groundOf(b, i))
		s.rule(rulingOf(b, i), set, col)
		if b.Has("grid") {
			s.upright(set, g)
		}
		set[0].penalty = s.priceAbove(b, i)
		if i == 0 && b.Header != nil {
			header = s.again(set)
		} else {
			for k := range set {
				set[k].again = header
			}
		}
		rows = append(rows, set...)
	}
	return rows
}

// airRows gives the rows of a table their air above and below.
func airRows(sets [][]row) {
	over, under := cellAir, cellAir
	for _, set := range sets {
		above, below := overshoot(set)
		over, under = max(over, above+inkGap), max(under, below+inkGap)
	}
	for _, set := range sets {
		pad(set, over, under)
	}
}

// bodyRow is the place of row i of a table among those below its header, -1 for
// the header.
func bodyRow(b *content.Table, i int) int {
	if b.Header != nil {
		return i - 1
	}
	return i
}

// priceAbove is the price of a page break above row i of a table.
func (s *setter) priceAbove(b *content.Table, i int) int {
	body := bodyRow(b, i)
	switch {
	case i == 0:
		return 0
	case body == 0:
		return infinite // a header does not stand alone
	}
	return s.rowPrice(body, len(b.Rows))
}

// tableRow sets the cells of a row side by side, in slices a line high so
// that a tall row can go on overleaf.
func (s *setter) tableRow(b *content.Table, r *content.Row, col column, g grid) []row {
	columns := make([][]row, len(r.Cells))
	at := 0.0
	for i, cell := range r.Cells {
		if i >= len(g.widths) {
			break
		}
		inner := col.attributed(&cell.Attr)
		inner.font.Bold = inner.font.Bold || b.HeadsRows(i)
		pad := min(g.pad, g.widths[i]/3)
		inner.width = g.widths[i] - 2*pad
		inner.left = g.leftOf(i, at) + pad
		inner.align = cellAlign(b, i, inner.ltr)
		columns[i] = s.text(cell.Inlines, inner, cell.ID)
		if len(columns[i]) > 0 {
			columns[i][0].starts = append(columns[i][0].starts, cell.ID)
		}
		at += g.widths[i]
	}
	rows := s.abreast(columns, col.leading)
	if len(rows) == 0 {
		rows = []row{{height: col.leading}}
	}
	rows[0].starts = append(rows[0].starts, r.ID)
	return rows
}

func cellAlign(b *content.Table, i int, ltr bool) paragraph.Align {
	if i >= len(b.Columns) {
		return paragraph.Start
	}
	end := paragraph.End
	if ltr {
		end = paragraph.Start
	}
	switch b.Columns[i] {
	case content.AlignCenter:
		return paragraph.Center
	case content.AlignEnd:
		return paragraph.End
	case content.AlignLeft:
		return end
	case content.AlignRight:
		return paragraph.Start + paragraph.End - end
	}
	return paragraph.Start
}

// ruling is the thickness of the lines around a row, 0 for none.
type ruling struct{ above, below float64 }

// rulingOf gives the lines of row i of a table.
func rulingOf(b *content.Table, i int) ruling {
	lines := ruling{below: hairline}
	if i == 0 {
		lines.above = thickline
	}
	if body := bodyRow(b, i); body < 0 || body == len(b.Rows)-1 {
		lines.below = thickline
	}
	return lines
}

// rule draws the lines above the first slice of a row and below the last;
// those between rows recede behind those around them.
func (s *setter) rule(t ruling, rows []row, col column) {
	if len(rows) == 0 {
		return
	}
	first, last := &rows[0], &rows[len(rows)-1]
	draw := func(r *row, y, thickness float64) {
		ink := s.style.TableRules
		if thickness < thickline {
			ink = s.style.TableLines
		}
		if thickness > 0 && ink.On {
			r.items = append(r.items, &Rule{Rect: Rect{col.left, y - thickness/2, col.width, thickness}, Color: ink.Color})
		}
	}
	draw(first, 0, t.above)
	draw(last, last.height, t.below)
}

// groundOf is what lies behind a row: the header has a ground of its own, and
// so has every second of the others.
func (s *setter) groundOf(b *content.Table, i int) Paint {
	switch body := bodyRow(b, i); {
	case body < 0:
		return s.style.TableHeader
	case body%2 == 1:
		return s.stripe(b)
	}
	return Paint{}
}

// striped lays a ground behind the slices of a row, below the line above it.
func (s *setter) striped(rows []row, col column, ground Paint) {
	for i := range rows {
		if ground.On {
			top := 0.0
			if i == 0 {
				top = hairline / 2
			}
			stripe := &Rule{Rect: Rect{col.left, top, col.width, rows[i].height - top}, Color: ground.Color}
			rows[i].items = append([]Item{stripe}, rows[i].items...)
		}
	}
}

// stripe is the ground of every other row: the theme's, or a faint one where
// the table asks for stripes and the theme has none.
func (s *setter) stripe(b *content.Table) Paint {
	if ground := s.style.Zebra; ground.On || !b.Has("striped") {
		return ground
	}
	return Paint{paragraph.Gray(stripeTint), true}
}

const stripeTint = 0.95

// upright draws the lines between the columns of a row and at either side.
func (s *setter) upright(rows []row, g grid) {
	ink := s.style.TableLines
	if !ink.On {
		ink = Paint{paragraph.Gray(0.45), true}
	}
	for i := range rows {
		at := 0.0
		for k := 0; k <= len(g.widths); k++ {
			x := g.left + at
			if !g.ltr {
				x = g.left + g.width - at
			}
			x = min(max(x-hairline/2, g.left), g.left+g.width-hairline)
			rows[i].items = append(rows[i].items, &Rule{Rect: Rect{x, 0, hairline, rows[i].height}, Color: ink.Color})
			if k < len(g.widths) {
				at += g.widths[k]
			}
		}
	}
}
