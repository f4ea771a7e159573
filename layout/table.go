package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// Measures of tables, in points.
const (
	cellPad   = 5.0 // at either side of a cell
	cellAir   = 3.0 // above and below a row's text, at least
	inkGap    = 1.5 // between a row's ink and the rules, at least
	hairline  = 0.4
	thickline = 0.9
)

// table sets a grid: columns run from the start edge, the first at the right
// in Arabic; widths follow the contents; rules stand above, below and under
// the header, none between columns.
func (s *setter) table(b *content.Table, col column) []row {
	small := s.small(col)
	widths := s.columnWidths(b, small)
	rows := s.tableCaption(b, small)
	if s.style.CaptionBelow {
		rows = append(s.tableRows(b, small, widths), captionBelow(rows)...)
		s.aired(rows, col)
		return rows
	}
	if len(rows) > 0 {
		for i := range rows {
			rows[i].penalty = infinite
		}
		rows[0].penalty = 0
	}
	body := s.tableRows(b, small, widths)
	if len(rows) > 0 && len(body) > 0 {
		_, below := overshoot(rows)
		body[0].penalty, body[0].space = infinite, max(cellAir, below+inkGap)
	}
	rows = append(rows, body...)
	if len(rows) > 0 {
		rows[len(rows)-1].height += cellAir
	}
	s.aired(rows, col)
	return rows
}

// tableCaption sets the caption of a table.
func (s *setter) tableCaption(b *content.Table, small column) []row {
	if len(b.Caption) == 0 {
		return nil
	}
	caption := s.caption(small)
	caption.font.Bold = s.style.CaptionBold
	return s.text(s.doc.Caption(b), caption, b.ID)
}

// captionBelow holds a caption to the table above it.
func captionBelow(rows []row) []row {
	for i := range rows {
		rows[i].penalty = infinite
	}
	if len(rows) > 0 {
		above, _ := overshoot(rows)
		rows[0].space = max(cellAir, above+inkGap)
	}
	return rows
}

// tableRows sets header and rows with their rules. All rows have the air that
// the one with the tallest ink needs.
func (s *setter) tableRows(b *content.Table, col column, widths []float64) []row {
	var sets [][]row
	if b.Header != nil {
		head := col
		head.font.Bold, head.color = true, s.style.HeaderColor
		sets = append(sets, s.tableRow(b, b.Header, head, widths))
	}
	for _, r := range b.Rows {
		sets = append(sets, s.tableRow(b, r, col, widths))
	}
	over, under := cellAir, cellAir
	for _, set := range sets {
		above, below := overshoot(set)
		over, under = max(over, above+inkGap), max(under, below+inkGap)
	}
	var rows, header []row
	for i, set := range sets {
		pad(set, over, under)
		lines := ruling{below: hairline}
		if i == 0 {
			lines.above = thickline
		}
		if i == len(sets)-1 || i == 0 && b.Header != nil {
			lines.below = thickline
		}
		s.striped(set, col, s.groundOf(b, i))
		s.rule(lines, set, col)
		if len(set) > 0 && i > 0 {
			set[0].penalty = rowPrice(len(b.Rows))
			if i == 1 && b.Header != nil {
				set[0].penalty = infinite // a header does not stand alone
			}
		}
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

// tableRow sets the cells of a row side by side, in slices a line high so
// that a tall row can go on overleaf.
func (s *setter) tableRow(b *content.Table, r *content.Row, col column, widths []float64) []row {
	columns := make([][]row, len(r.Cells))
	at := 0.0
	for i, cell := range r.Cells {
		if i >= len(widths) {
			break
		}
		inner := col.attributed(&cell.Attr)
		pad := min(cellPad, widths[i]/3)
		inner.width = widths[i] - 2*pad
		if col.ltr {
			inner.left = col.left + at + pad
		} else {
			inner.left = col.left + col.width - at - widths[i] + pad
		}
		inner.align = cellAlign(b, i, inner.ltr)
		columns[i] = s.text(cell.Inlines, inner, cell.ID)
		if len(columns[i]) > 0 {
			columns[i][0].starts = append(columns[i][0].starts, cell.ID)
		}
		at += widths[i]
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
	if b.Header != nil {
		i--
	}
	switch {
	case i < 0:
		return s.style.TableHeader
	case i%2 == 1:
		return s.style.Zebra
	}
	return Paint{}
}

// striped lays a ground behind the slices of a row.
func (s *setter) striped(rows []row, col column, ground Paint) {
	for i := range rows {
		if ground.On {
			stripe := &Rule{Rect: Rect{col.left, 0, col.width, rows[i].height}, Color: ground.Color}
			rows[i].items = append([]Item{stripe}, rows[i].items...)
		}
	}
}

// columnWidths shares the measure among the columns: each gets what its
// longest unbreakable word needs, the rest goes by what its text would take
// on one line. A table narrower than the measure is spread over it.
func (s *setter) columnWidths(b *content.Table, col column) []float64 {
	n := len(b.Columns)
	if n == 0 {
		return nil
	}
	least, wish := make([]float64, n), make([]float64, n)
	s.measureCells(b.Header, col, true, least, wish)
	for _, r := range b.Rows {
		s.measureCells(r, col, false, least, wish)
	}
	return share(least, wish, col.width)
}

func (s *setter) measureCells(r *content.Row, col column, bold bool, least, wish []float64) {
	if r == nil {
		return
	}
	for i, cell := range r.Cells {
		if i >= len(least) {
			return
		}
		k := look{font: col.font, size: col.size, lang: col.lang}
		k.font.Bold = k.font.Bold || bold
		s.spell.begin()
		s.spell.spell(cell.Inlines, k)
		whole, widest := s.comp.Width(s.spell.spans, col.form())
		wish[i] = max(wish[i], whole+2*cellPad+0.5)
		least[i] = max(least[i], widest+2*cellPad+0.5)
	}
}

// share gives each column its wish and as much more as it is wide; where that
// is too much, its least, and what is left in proportion to how much more each
// wishes. The widths add up to the whole.
func share(least, wish []float64, whole float64) []float64 {
	sumLeast, sumMore := 0.0, 0.0
	sumWish := 0.0
	for i := range least {
		sumLeast += least[i]
		// a very long cell must not starve the others
		wish[i] = max(least[i], min(wish[i], whole*1.5))
		sumMore += wish[i] - least[i]
		sumWish += wish[i]
	}
	widths := make([]float64, len(least))
	for i := range least {
		switch {
		case sumWish <= whole:
			widths[i] = wish[i] * whole / sumWish
		case sumLeast >= whole:
			widths[i] = least[i] * whole / sumLeast
		case sumMore > 0:
			widths[i] = least[i] + (whole-sumLeast)*(wish[i]-least[i])/sumMore
		default:
			widths[i] = least[i] + (whole-sumLeast)/float64(len(least))
		}
	}
	return widths
}
