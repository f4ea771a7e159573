package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// Measures of fact boxes, in points.
const (
	boxPad  = 9.0
	boxTint = 0.945 // gray of the ground
	boxBar  = 2.2   // width of the bar at the start edge
)

// div sets a division: a fact box on a tinted ground, and whatever else as if
// the fence were not there, with its title as a line of bold.
func (s *setter) div(b *content.Div, col column) []row {
	if b.Has("box") {
		return s.box(b, col)
	}
	if b.Has("epigraph") {
		quoted := &content.Quote{Place: b.Place, Blocks: b.Blocks, Attribution: b.Title}
		return s.quote(quoted, col.inset(col.width/4))
	}
	rows := s.titled(b, col)
	return append(rows, s.stack(b.Blocks, col)...)
}

// titled sets the division's title and holds it to what follows.
func (s *setter) titled(b *content.Div, col column) []row {
	if len(b.Title) == 0 {
		return nil
	}
	col.font.Bold, col.indent, col.align = true, 0, paragraph.Start
	rows := s.text(b.Title, col, b.ID)
	together(rows)
	return rows
}

// box sets a fact box.
func (s *setter) box(b *content.Div, col column) []row {
	inner := s.small(col).inset(boxPad + boxBar).insetEnd(boxPad)
	inner.flush, inner.align = true, paragraph.Justify
	title := inner
	title.size, title.leading = s.style.Body, s.style.SmallLeading*1.2
	rows := s.titled(b, title)
	body := s.stack(b.Blocks, inner)
	if len(rows) > 0 && len(body) > 0 {
		body[0].penalty = infinite
	}
	rows = append(rows, body...)
	if len(rows) == 0 {
		return nil
	}
	above, below := overshoot(rows)
	air := max(boxPad*0.6, above+inkGap, below+inkGap)
	pad(rows, air, air)
	for i := range rows {
		ground(&rows[i], col, i > 0)
	}
	s.aired(rows, col)
	return rows
}

// pad makes room above the first row and below the last.
func pad(rows []row, above, below float64) {
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	for i, it := range first.items {
		first.items[i] = moved(it, 0, above)
	}
	first.height += above
	first.space = 0
	rows[len(rows)-1].height += below
}

// ground lays the tint and the bar behind a row. The space above a row within
// the box belongs to the ground too, so it becomes part of the row.
func ground(r *row, col column, within bool) {
	if within && r.space > 0 {
		for i, it := range r.items {
			r.items[i] = moved(it, 0, r.space)
		}
		r.height += r.space
		r.space = 0
	}
	bar := col.left
	if !col.ltr {
		bar = col.left + col.width - boxBar
	}
	tint := &Rule{Rect: Rect{col.left, 0, col.width, r.height}, Color: paragraph.Gray(boxTint)}
	edge := &Rule{Rect: Rect{bar, 0, boxBar, r.height}, Color: paragraph.Gray(0.35)}
	r.items = append([]Item{tint, edge}, r.items...)
}
