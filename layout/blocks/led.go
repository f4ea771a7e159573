package blocks

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Measures of the contents, in points.
const (
	numberRoom = 34.0 // at the end edge, for page numbers
	leaderGap  = 5.0  // on either side of the leader
	leaderRise = 1.6  // of the dots above the baseline
	leaderDot  = 0.8
	leaderStep = 5 * leaderDot // from dot to dot; those of all lines stand in columns
)

// Led sets a title at the start edge and the folio of its target at the end
// edge, dots between them; the whole of it leads to the target.
func (s *Setter) Led(title []content.Inline, target content.ID, col lines.Column, elem content.ID) []vlist.Row {
	rows := s.Text(title, col.InsetEnd(numberRoom), elem)
	if len(rows) == 0 {
		return nil
	}
	vlist.Together(rows)
	number := s.Body()
	number.Grid, number.Flush, number.Align = false, true, paragraph.End
	number.Size, number.Leading = col.Size, col.Leading
	page := s.Plain(s.Spell.FolioOf(target).Text, number, elem) // no wider than it is: no line of the title turns on it
	last := &rows[len(rows)-1]
	if len(page) > 0 {
		last.Items = append(last.Items, s.leader(last, page[0].Items[0].(*display.Text), col)...)
		last.Items = append(last.Items, page[0].Items...)
	}
	for i := range rows {
		rows[i].Items = append(rows[i].Items, &display.Link{Rect: display.Rect{X: s.Body().Left, Y: 0, W: s.Body().Width, H: rows[i].Height},
			Dest: target, Text: content.PlainText(title), Elem: elem})
	}
	return rows
}

// leader is the dotted line between a title's end and its page number.
func (s *Setter) leader(r *vlist.Row, number *display.Text, col lines.Column) []display.Item {
	if !s.Style.Dots {
		return nil
	}
	return dotted(vlist.FirstText(r.Items), number, col)
}

// dotted are dots from a line of text to the one at the end of its row; with no line
// before it, from the start edge.
func dotted(title, number *display.Text, col lines.Column) []display.Item {
	y := number.Y - leaderRise
	if title != nil {
		y = title.Y - leaderRise
	}
	var from, to float64
	if col.LTR {
		from, to = col.Left, edge(number, true)-leaderGap
		if title != nil {
			from = edge(title, false) + leaderGap
		}
	} else {
		from, to = edge(number, false)+leaderGap, col.Left+col.Width
		if title != nil {
			to = edge(title, true) - leaderGap
		}
	}
	from, to = vlist.CeilTo(from, leaderStep), vlist.FloorTo(to, leaderStep)
	if to-from < 2*leaderStep {
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

// leaders sets the lines of a paragraph that have values at their ends, dots before
// them.
func (s *Setter) leaders(led []content.LedLine, col lines.Column, elem content.ID) []vlist.Row {
	col.Align, col.Flush, col.Indent = paragraph.Start, true, 0
	var rows []vlist.Row
	for _, line := range led {
		set := s.ledLine(line, col, elem)
		if len(set) > 0 && len(rows) > 0 {
			set[0].Snap, set[0].Runs = false, col.Grid
		}
		rows = append(rows, set...)
	}
	vlist.PriceLines(rows)
	return rows
}

// ledLine sets a text at the start edge and its value at the end edge; a value that
// takes more than half of the line has one of its own.
func (s *Setter) ledLine(line content.LedLine, col lines.Column, elem content.ID) []vlist.Row {
	if line.Value == nil {
		return s.Text(line.Text, col, elem)
	}
	end := col
	end.Align = paragraph.End
	value := s.Text(line.Value, end, elem)
	if len(value) == 0 {
		return s.Text(line.Text, col, elem)
	}
	number := vlist.FirstText(value[0].Items)
	width := edge(number, false) - edge(number, true)
	alone := len(value) > 1 || width > col.Width*mostValue
	room := col
	if !alone {
		room = col.InsetEnd(width + 2*leaderGap + leaderStep)
	}
	rows := s.Text(line.Text, room, elem)
	vlist.Together(rows)
	if len(rows) > 0 && !alone {
		last := &rows[len(rows)-1]
		last.Items = append(last.Items, dotted(vlist.FirstText(last.Items), number, col)...)
		last.Join(value[0])
		return rows
	}
	value[0].Items = append(dotted(nil, number, col), value[0].Items...)
	if len(rows) > 0 {
		value[0].Snap, value[0].Runs, value[0].Penalty = false, col.Grid, vlist.Infinite
	}
	return append(rows, value...)
}

// mostValue is the part of a line that its value takes at most beside a text.
const mostValue = 0.6

// listing sets what the book makes of itself: an index, or a list of captions
// with leaders and folios as in the contents.
func (s *Setter) listing(b *content.Listing, col lines.Column) []vlist.Row {
	if b.Kind == content.IndexListing {
		return s.index(b, col)
	}
	col.Grid, col.Flush, col.Align = false, true, paragraph.Start
	var rows []vlist.Row
	for i, e := range b.Entries {
		set := s.Led(e.Text, e.Marks[0].ID, col, e.ID)
		if len(set) == 0 {
			continue
		}
		set[0].Starts = append(set[0].Starts, e.ID)
		if i > 0 {
			set[0].Space = col.Leading / 4
		}
		rows = append(rows, set...)
	}
	return rows
}
