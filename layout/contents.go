package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// partEntry is how much larger than a chapter's the entry of a part is, in
// points.
const partEntry = 2.0

// entryLead is the leading of a section's entry, in leadings of small type.
const entryLead = 1.1

// Measures of the contents, in points.
const (
	numberRoom = 34.0 // at the end edge, for page numbers
	leaderGap  = 5.0  // on either side of the leader
	leaderRise = 1.6  // of the dots above the baseline
	leaderDot  = 0.8
	leaderStep = 5 * leaderDot // from dot to dot; those of all lines stand in columns
)

// contentsTitle sets the title of the contents as that of a chapter.
func (s *setter) contentsTitle(b *content.Contents) []row { return s.opener(b.Title, &b.Place) }

// contents strings the title of the contents and its entries together.
func (l *layout) contents() []row {
	rows := append([]row(nil), l.front.contents.rows...)
	entries := l.doc.Front.Contents.Entries
	for i, e := range entries {
		at := len(rows)
		rows = append(rows, l.front.entries[i].rows...)
		if i == 0 || at == len(rows) {
			continue
		}
		first := &rows[at]
		switch {
		case e.Level > 1:
		case e.Apart:
			first.space = l.style.Leading / 2
		default:
			first.space = l.style.Leading / 4
		}
		if leadsTo(entries[i-1], e) {
			first.penalty = infinite
		}
	}
	return rows
}

// leadsTo tells an entry that is not parted from the next: a part from its first
// chapter, and a chapter from its first section.
func leadsTo(e, next *content.Entry) bool { return e.Level == 0 || e.Level < next.Level }

// entry sets a line of the contents: its title at the start edge, the folio at the end
// edge, a dotted leader between.
func (s *setter) entry(e *content.Entry) []row {
	col := s.body()
	col.grid, col.flush, col.align = false, true, paragraph.Start
	switch e.Level {
	case 0:
		col.font.Bold = s.style.Opener.Bold
		col.size, col.leading = col.size+partEntry, col.leading+1.5*partEntry
	case 1:
		col.font.Bold = s.style.Opener.Bold
	default:
		col = col.inset(s.style.Inset)
		col.size, col.leading = s.style.Small, s.style.SmallLeading*entryLead
	}
	rows := s.led(e.Text, e.Marks[0].ID, col, e.ID)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, e.ID)
	}
	return rows
}

// led sets a title at the start edge and the folio of its target at the end
// edge, dots between them; the whole of it leads to the target.
func (s *setter) led(title []content.Inline, target content.ID, col column, elem content.ID) []row {
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
func (s *setter) leader(r *row, number *display.Text, col column) []display.Item {
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
