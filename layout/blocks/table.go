package blocks

import (
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Measures of tables, in points.
const (
	cellAir = 3.0 // above and below a row's text, at least
	InkGap  = 1.5 // between a row's ink and the rules, at least
)

const (
	wholePart  = 1.0 / 3 // of a page: a table of no more is kept whole,
	littlePart = 3.0 / 8 // and one of few rows, of which none would be left to go on overleaf
	fewRows    = 4
	tallPart   = 1.0 / 2 // of a page: a cell over several rows that is higher counts as one of the first
)

// table sets a grid: columns run from the start edge, the first at the right
// in Arabic; widths follow the contents or the author; rules stand above, below
// and under the header, between columns only where a grid is asked for. Headers
// are bold, those of rows too. One that its author wants turned, or that is too
// wide for the measure, stands on a page of its own (see turned.go of package layout).
func (s *Setter) table(b *content.Table, col lines.Column) []vlist.Row {
	small, slots := s.Small(col), b.Slots()
	if b.Has(content.Landscape) && !col.NoPlates {
		return s.plate(b, slots, small, true)
	}
	g, over := s.grid(b, slots, small)
	if over > 0 && !col.NoPlates && s.Style.Height() > small.Width {
		return s.plate(b, slots, small, false)
	}
	s.tellFit(b, slots, g, small, over, upright)
	rows := s.captionedTable(b, slots, g, small)
	if len(rows) > 0 {
		rows[len(rows)-1].Height += cellAir
	}
	part := wholePart
	if len(b.Rows) <= fewRows {
		part = littlePart
	}
	if vlist.Height(rows) <= g.page*part {
		vlist.Together(rows)
	}
	s.aired(rows, col)
	return rows
}

// captionedTable sets a table and its caption.
func (s *Setter) captionedTable(b *content.Table, slots [][]content.Slot, g grid, small lines.Column) []vlist.Row {
	rows := s.tableRows(b, slots, g)
	if len(b.Caption) == 0 {
		return rows
	}
	caption := s.caption(small)
	caption.Font.Bold = s.Style.CaptionBold
	if b.Number > 0 && len(rows) > 0 && !s.Style.CaptionBelow {
		s.goesOn(b, rows, caption, g)
	}
	return s.captioned(rows, s.Text(s.Doc.Caption(b, caption.Tongue()), caption, b.ID))
}

// goesOn puts above what stands again of a table, where it goes on overleaf, which one it is.
func (s *Setter) goesOn(b *content.Table, rows []vlist.Row, col lines.Column, g grid) {
	words := s.LabelsIn(col.Lang)
	text := words.Table + "\u00a0" + locale.FormatInt(b.Number, s.DigitsIn(col.Lang)) + " (" + words.Continued + ")"
	name := vlist.Again(s.Plain(text, col, b.ID), g.page)
	header := slices.Clone(rows[len(rows)-1].Again)
	if len(header) > 0 {
		header[0].Space = cellAir
	}
	whole := append(name, header...)
	for i := range rows[1:] {
		if r := &rows[i+1]; len(header) == 0 || len(r.Again) > 0 {
			r.Again = whole
		}
	}
}

// captioned puts a caption above a table's rows, or below where the theme has
// it there. It is never parted from the row beside it.
func (s *Setter) captioned(rows, caption []vlist.Row) []vlist.Row {
	vlist.Together(caption)
	if len(rows) == 0 || len(caption) == 0 {
		return append(caption, rows...)
	}
	above, below := vlist.Overshoot(caption)
	if s.Style.CaptionBelow {
		caption[0].Penalty, caption[0].Space = vlist.Infinite, max(cellAir, above+InkGap)
		return append(rows, caption...)
	}
	rows[0].Penalty, rows[0].Space = vlist.Infinite, max(cellAir, below+InkGap)
	return append(caption, rows...)
}

// tableRows sets header and rows with their rules. All rows have the air that
// the one with the tallest ink needs.
func (s *Setter) tableRows(b *content.Table, slots [][]content.Slot, g grid) []vlist.Row {
	all, heads := b.All()
	sets, tied := s.tableSets(b, slots, g)
	owners := ownersOf(slots, len(b.Columns))
	var rows, header []vlist.Row
	for i, set := range sets {
		s.striped(set, g.Column, s.groundOf(b, i, heads))
		s.rule(rulingOf(i, heads, len(all)), set, g, owners.across(i))
		if b.Has("grid") {
			s.upright(set, g, owners.beside(i))
		}
		if vlist.Height(set)+vlist.Height(header) <= g.page {
			vlist.Together(set)
		}
		switch {
		case i == 0:
		case i <= heads:
			set[0].Penalty = vlist.Infinite // a header does not stand alone
		case tied[i] > 0:
			set[0].Penalty = tied[i]
		default:
			set[0].Penalty = s.rowPrice(i-heads, len(all)-heads)
		}
		for k := range set {
			set[k].Again = header
		}
		rows = append(rows, set...)
		if i == heads-1 {
			header = vlist.Again(rows, g.page)
		}
	}
	return rows
}

// tableSets are the lines of each row of a table, as high as they stand, and the prices of
// page breaks above rows of which a cell stands in the row before too.
func (s *Setter) tableSets(b *content.Table, slots [][]content.Slot, g grid) (sets [][]vlist.Row, tied map[int]int) {
	all, heads := b.All()
	sets = make([][]vlist.Row, len(all))
	var tall []tallCell
	for i, r := range all {
		col := g.Column
		if i < heads {
			col.Font.Bold, col.Color = true, s.Style.HeaderColor
		}
		var higher []tallCell
		sets[i], higher = s.tableRow(b, r, slots[i], col, g)
		tall = append(tall, higher...)
	}
	over, under := airOf(sets, tall)
	for _, set := range sets {
		vlist.Pad(set, over, under)
	}
	if len(tall) == 0 {
		loosened(sets, vlist.RowSlack*(over+g.Leading+under))
	}
	return sets, g.hang(tall, sets, over, under)
}

// loosened gives the rows of a table some slack, half of it above their text and half
// below.
func loosened(sets [][]vlist.Row, slack float64) {
	for _, set := range sets {
		if n := len(set); n > 0 {
			set[0].Loose.Over, set[n-1].Loose.Under = slack/2, slack/2
		}
	}
}

// airOf is the air that the rows of a table have above and below their text.
func airOf(sets [][]vlist.Row, tall []tallCell) (over, under float64) {
	over, under = cellAir, cellAir
	widen := func(rows []vlist.Row) {
		above, below := vlist.Overshoot(rows)
		over, under = max(over, above+InkGap), max(under, below+InkGap)
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
func (s *Setter) tableRow(b *content.Table, r *content.Row, slots []content.Slot, col lines.Column, g grid) (rows []vlist.Row, tall []tallCell) {
	columns := make([][]vlist.Row, len(slots))
	for i := range slots {
		slot := &slots[i]
		set := s.cell(b, slot, col, g)
		if slot.Rows > 1 && float64(len(set))*col.Leading < g.page*tallPart {
			tall = append(tall, tallCell{slot, set})
		} else {
			columns[i] = set
		}
	}
	rows = vlist.Abreast(columns, col.Leading)
	if len(rows) == 0 {
		rows = []vlist.Row{{Height: col.Leading}}
	}
	rows[0].Starts = append(rows[0].Starts, r.ID)
	return rows, tall
}

// cell sets a cell in its columns.
func (s *Setter) cell(b *content.Table, slot *content.Slot, col lines.Column, g grid) []vlist.Row {
	inner, width := col.Attributed(&slot.Attr), g.widthOf(slot)
	inner.Font.Bold = inner.Font.Bold || b.HeadsRows(slot.Col)
	pad := min(g.pad, width/3)
	inner.Width = width - 2*pad
	inner.Left = g.leftOf(g.before(slot.Col), width) + pad
	inner.Align = lines.AlignOf(b.AlignOf(slot), inner.LTR)
	if atRight := inner.Align == paragraph.End && inner.LTR || inner.Align == paragraph.Start && !inner.LTR; atRight {
		inner.Width -= g.behind[slot.Cell]
	}
	if g.parted != nil && slot.Cols == 1 && inner.Align == paragraph.End {
		inner.Width -= g.parted[slot.Col]
		if !inner.LTR {
			inner.Left += g.parted[slot.Col]
		}
	}
	rows := s.cellLines(slot, inner)
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, slot.ID)
	}
	return rows
}

// cellLines sets the text of a cell. Its last line is not a short word alone, where the
// lines before it can give it some of theirs.
func (s *Setter) cellLines(slot *content.Slot, col lines.Column) []vlist.Row {
	rows := s.Text(slot.Inlines, col, slot.ID)
	if len(rows) < 2 || !isLoneWord(rows[len(rows)-1], col.Width*shortPart) {
		return rows
	}
	col.Balanced = true
	return s.Instead(slot.Inlines, col, slot.ID, rows)
}

// shortPart is the part of the width of a cell to which a word alone is short.
const shortPart = 0.5

// isLoneWord tells a row of a single word that is shorter than a width.
func isLoneWord(r vlist.Row, width float64) bool {
	t := vlist.FirstText(r.Items)
	return t != nil && t.Line.Width < width && !strings.ContainsAny(strings.TrimSpace(t.Line.Text()), " \u00A0")
}

// plate sets a table along the height of the page; asked tells that its author
// wants it so.
func (s *Setter) plate(b *content.Table, slots [][]content.Slot, col lines.Column, asked bool) []vlist.Row {
	col.Left, col.Width = 0, s.Style.Height()
	g, over := s.grid(b, slots, col)
	g.page = s.Style.Measure()
	how := turned
	if asked {
		how = turnedAsAsked
	}
	s.tellFit(b, slots, g, col, over, how)
	rows := s.captionedTable(b, slots, g, col)
	if len(rows) == 0 {
		return nil
	}
	return []vlist.Row{{Plates: []vlist.Plate{{Rows: rows}}}}
}
