package layout

import (
	"strings"

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

const (
	wholePart = 1.0 / 3 // of a page: a table of no more is kept whole
	tallPart  = 1.0 / 2 // of a page: a cell over several rows that is higher counts as one of the first
)

// table sets a grid: columns run from the start edge, the first at the right
// in Arabic; widths follow the contents or the author; rules stand above, below
// and under the header, between columns only where a grid is asked for. Headers
// are bold, those of rows too. One that its author wants turned, or that is too
// wide for the measure, stands on a page of its own (see turned.go).
func (s *setter) table(b *content.Table, col column) []row {
	small, slots := s.small(col), b.Slots()
	if b.Has(content.Landscape) && !col.noPlates {
		return s.plate(b, slots, small, true)
	}
	g, over := s.grid(b, slots, small)
	if over > 0 && !col.noPlates && s.style.Height() > small.width {
		return s.plate(b, slots, small, false)
	}
	s.tellFit(b, slots, g, small, over, upright)
	rows := s.captionedTable(b, slots, g, small)
	if len(rows) > 0 {
		rows[len(rows)-1].height += cellAir
	}
	if heightOf(rows) <= g.page*wholePart {
		together(rows)
	}
	s.aired(rows, col)
	return rows
}

// captionedTable sets a table and its caption.
func (s *setter) captionedTable(b *content.Table, slots [][]content.Slot, g grid, small column) []row {
	rows := s.tableRows(b, slots, g)
	if len(b.Caption) == 0 {
		return rows
	}
	caption := s.caption(small)
	caption.font.Bold = s.style.CaptionBold
	return s.captioned(rows, s.text(s.doc.Caption(b, caption.tongue()), caption, b.ID))
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
func (s *setter) tableRows(b *content.Table, slots [][]content.Slot, g grid) []row {
	all, heads := b.All()
	sets := make([][]row, len(all))
	var tall []tallCell
	for i, r := range all {
		col := g.column
		if i < heads {
			col.font.Bold, col.color = true, s.style.HeaderColor
		}
		var higher []tallCell
		sets[i], higher = s.tableRow(b, r, slots[i], col, g)
		tall = append(tall, higher...)
	}
	over, under := airOf(sets, tall)
	for _, set := range sets {
		pad(set, over, under)
	}
	tied := g.hang(tall, sets, over, under)
	owners := ownersOf(slots, len(b.Columns))
	var rows, header []row
	for i, set := range sets {
		s.striped(set, g.column, s.groundOf(b, i, heads))
		s.rule(rulingOf(i, heads, len(all)), set, g, owners.across(i))
		if b.Has("grid") {
			s.upright(set, g, owners.beside(i))
		}
		if heightOf(set)+heightOf(header) <= g.page {
			together(set)
		}
		switch {
		case i == 0:
		case i <= heads:
			set[0].penalty = infinite // a header does not stand alone
		case tied[i] > 0:
			set[0].penalty = tied[i]
		default:
			set[0].penalty = s.rowPrice(i-heads, len(all)-heads)
		}
		for k := range set {
			set[k].again = header
		}
		rows = append(rows, set...)
		if i == heads-1 {
			header = again(rows, g.page)
		}
	}
	return rows
}

// airOf is the air that the rows of a table have above and below their text.
func airOf(sets [][]row, tall []tallCell) (over, under float64) {
	over, under = cellAir, cellAir
	widen := func(rows []row) {
		above, below := overshoot(rows)
		over, under = max(over, above+inkGap), max(under, below+inkGap)
	}
	for _, set := range sets {
		widen(set)
	}
	for _, t := range tall {
		widen(t.rows)
	}
	return over, under
}

// tableRow sets the cells of a row side by side, in slices a line high so that a
// row taller than the page can go on overleaf. Cells that take several rows are
// given apart.
func (s *setter) tableRow(b *content.Table, r *content.Row, slots []content.Slot, col column, g grid) (rows []row, tall []tallCell) {
	columns := make([][]row, len(slots))
	for i := range slots {
		slot := &slots[i]
		set := s.cell(b, slot, col, g)
		if slot.Rows > 1 && float64(len(set))*col.leading < g.page*tallPart {
			tall = append(tall, tallCell{slot, set})
		} else {
			columns[i] = set
		}
	}
	rows = s.abreast(columns, col.leading)
	if len(rows) == 0 {
		rows = []row{{height: col.leading}}
	}
	rows[0].starts = append(rows[0].starts, r.ID)
	return rows, tall
}

// cell sets a cell in its columns.
func (s *setter) cell(b *content.Table, slot *content.Slot, col column, g grid) []row {
	inner, width := col.attributed(&slot.Attr), g.widthOf(slot)
	inner.font.Bold = inner.font.Bold || b.HeadsRows(slot.Col)
	pad := min(g.pad, width/3)
	inner.width = width - 2*pad
	inner.left = g.leftOf(g.before(slot.Col), width) + pad
	inner.align = cellAlign(b.AlignOf(slot), inner.ltr)
	if atRight := inner.align == paragraph.End && inner.ltr || inner.align == paragraph.Start && !inner.ltr; atRight {
		inner.width -= g.behind[slot.Cell]
	}
	rows := s.cellLines(slot, inner)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, slot.ID)
	}
	return rows
}

// cellLines sets the text of a cell. Its last line is not a short word alone, where the
// lines before it can give it some of theirs.
func (s *setter) cellLines(slot *content.Slot, col column) []row {
	rows := s.text(slot.Inlines, col, slot.ID)
	if len(rows) < 2 || !isLoneWord(rows[len(rows)-1], col.width*shortPart) {
		return rows
	}
	made := len(s.made) - 1
	first := s.made[made]
	s.made, col.balanced = s.made[:made], true
	if again := s.text(slot.Inlines, col, slot.ID); len(again) == len(rows) {
		return again
	}
	s.made[made] = first
	return rows
}

// shortPart is the part of the width of a cell to which a word alone is short.
const shortPart = 0.5

// isLoneWord tells a row of a single word that is shorter than a width.
func isLoneWord(r row, width float64) bool {
	t := firstText(r.items)
	return t != nil && t.Line.Width < width && !strings.ContainsAny(strings.TrimSpace(t.Line.Text()), " \u00A0")
}

func cellAlign(a content.Align, ltr bool) paragraph.Align {
	end := paragraph.End
	if ltr {
		end = paragraph.Start
	}
	switch a {
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
