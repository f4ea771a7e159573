package layout

import (
	"strings"

	"warraq/content"
	"warraq/layout/paragraph"
)

// list sets the items inset at the start edge, each with its mark outside:
// at the right in Arabic.
func (s *setter) list(b *content.List, col column) []row {
	inner := col.inset(s.markRoom(b, col))
	inner.indent, inner.flush = 0, true
	if b.Tight {
		inner.align = col.align
	}
	var rows []row
	for i, item := range b.Items {
		set := s.item(b, item, i, inner)
		if i > 0 && len(set) > 0 {
			set[0].penalty += listPrice
			if !b.Tight {
				set[0].space = max(set[0].space, col.air())
			}
		}
		rows = append(rows, set...)
	}
	return rows
}

// item sets one item and its mark on the first row.
func (s *setter) item(b *content.List, item *content.Item, i int, col column) []row {
	rows := s.stack(item.Blocks, col)
	if len(item.Blocks) > 1 && len(rows) > 1 && rows[1].penalty == 0 && leads(item.Blocks[0], item.Blocks[1]) {
		rows[1].penalty = labelPrice
	}
	if len(rows) == 0 {
		rows = []row{{height: col.leading, snap: col.grid}}
	}
	rows[0].starts = append(rows[0].starts, item.ID)
	s.setMark(&rows[0], mark(b, item, i, s.digits), col, item.ID)
	return rows
}

// mark is what stands before an item: a bullet, a box for a task, a number or
// a letter.
func mark(b *content.List, item *content.Item, i int, digits content.Digits) string {
	switch {
	case item.Task && item.Done:
		return "[×]"
	case item.Task:
		return "[\u00A0]"
	case b.Style == content.Decimal:
		return content.FormatInt(b.Start+i, digits) + "."
	case b.Style == content.Abjad:
		return content.FormatAbjad(b.Start+i) + "."
	}
	return "•"
}

// markGap is the room between a mark and its item, in parts of the type size.
const markGap = 0.5

// markRoom is how far a list is inset: the style's inset, or more for marks
// that are wider.
func (s *setter) markRoom(b *content.List, col column) float64 {
	if b.Style == content.Bullet || len(b.Items) == 0 {
		return s.style.Inset
	}
	longest := ""
	for i, item := range b.Items {
		if m := mark(b, item, i, s.digits); len(m) > len(longest) {
			longest = m
		}
	}
	s.spell.begin()
	s.spell.add(longest, col.look(), content.Pos{})
	width, _ := s.comp.Width(s.spell.spans, col.form())
	return max(s.style.Inset, width+col.size*markGap)
}

// setMark puts a mark outside the column beside a row, at the end of the room
// that the inset made.
func (s *setter) setMark(r *row, text string, col column, elem content.ID) {
	s.spell.begin()
	s.spell.add(text, col.look(), content.Pos{})
	room := col
	room.width, room.indent, room.flush, room.align = col.size*4, 0, true, paragraph.End
	room.left = col.outside(room.width, col.size*markGap)
	if strings.Contains(text, "[") {
		room.ltr = false
	}
	set := s.set(room)
	if len(set.Lines) == 0 {
		return
	}
	first := &Text{X: room.left, Y: baseline(col.leading), Line: &set.Lines[0], Elem: elem}
	r.items = append([]Item{first}, r.items...)
}
