package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the contents, in points.
const (
	numberRoom = 34.0 // at the end edge, for page numbers
	leaderGap  = 5.0  // on either side of the leader
	leaderRise = 1.6  // of the dots above the baseline
	leaderDot  = 0.8
	leaderStep = 5 * leaderDot // from dot to dot; those of all lines stand in columns
)

// led sets a title at the start edge and the folio of its target at the end
// edge, dots between them; the whole of it leads to the target.
func (s *blockSetter) led(title []content.Inline, target content.ID, col column, elem content.ID) []row {
	rows := s.text(title, col.insetEnd(numberRoom), elem)
	if len(rows) == 0 {
		return nil
	}
	together(rows)
	number := s.body()
	number.grid, number.flush, number.align = false, true, paragraph.End
	number.size, number.leading = col.size, col.leading
	page := s.plain(s.spell.folio(target), number, elem)
	last := &rows[len(rows)-1]
	if len(page) > 0 {
		last.items = append(last.items, s.leader(last, page[0].items[0].(*display.Text), col)...)
		last.items = append(last.items, page[0].items...)
	}
	for i := range rows {
		rows[i].items = append(rows[i].items, &display.Link{Rect: display.Rect{X: s.body().left, Y: 0, W: s.body().width, H: rows[i].height},
			Dest: target, Text: content.PlainText(title), Elem: elem})
	}
	return rows
}

// leader is the dotted line between a title's end and its page number.
func (s *blockSetter) leader(r *row, number *display.Text, col column) []display.Item {
	title := firstText(r.items)
	y := title.Y - leaderRise
	var from, to float64
	if col.ltr {
		from = edge(title, false) + leaderGap
		to = edge(number, true) - leaderGap
	} else {
		from = edge(number, false) + leaderGap
		to = edge(title, true) - leaderGap
	}
	from, to = ceilTo(from, leaderStep), floorTo(to, leaderStep)
	if to-from < 2*leaderStep || !s.style.Dots {
		return nil
	}
	return []display.Item{&display.Rule{Rect: display.Rect{X: from, Y: y, W: to - from + leaderDot, H: leaderDot}, Color: paragraph.Gray(0.4), Dotted: true}}
}

// edge is the left or right end of a line's ink on its row.
func edge(t *display.Text, left bool) float64 {
	least, most := float32(0), float32(0)
	for i, p := range t.Line.Pieces {
		if i == 0 || p.X < least {
			least = p.X
		}
		most = max(most, p.X+p.Width)
	}
	if left {
		return t.X + float64(least)
	}
	return t.X + float64(most)
}

// listing sets what the book makes of itself: an index, or a list of captions
// with leaders and folios as in the contents.
func (s *blockSetter) listing(b *content.Listing, col column) []row {
	if b.Kind == content.IndexListing {
		return s.index(b, col)
	}
	col.grid, col.flush, col.align = false, true, paragraph.Start
	var rows []row
	for i, e := range b.Entries {
		set := s.led(e.Text, e.Marks[0].ID, col, e.ID)
		if len(set) == 0 {
			continue
		}
		set[0].starts = append(set[0].starts, e.ID)
		if i > 0 {
			set[0].space = col.leading / 4
		}
		rows = append(rows, set...)
	}
	return rows
}
