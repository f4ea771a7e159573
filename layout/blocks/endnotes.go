package blocks

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// endnotes sets the notes of a chapter where the book gathers them: under the
// title of the chapter, which leads back to it, each beside its number, which
// leads back to its call.
func (s *Setter) endnotes(b *content.Endnotes, col lines.Column) []vlist.Row {
	rows := s.endnotesTitle(b, col)
	col = s.Small(col.Speaking(s.Doc.Meta.Tongue().Of(&b.Chapter.Attr)))
	col = col.Inset(s.numberRoom(b.Chapter, col))
	col.Flush = true
	for i, n := range b.Chapter.Notes {
		set := s.endnote(n, col.Attributed(&n.Attr))
		if i > 0 {
			set[0].Space = max(set[0].Space, col.Air()/2)
		} else if len(rows) > 0 {
			set[0].Penalty = vlist.Infinite
		}
		rows = append(rows, set...)
	}
	return rows
}

// numberRoom is how far the notes of a chapter are inset.
func (s *Setter) numberRoom(c *content.Chapter, col lines.Column) float64 {
	s.Spell.Begin()
	s.Spell.Add(lines.InParentheses(locale.FormatInt(len(c.Notes), s.Doc.DigitsOf(c))), lines.Look{Size: col.Size, Lang: col.Lang}, content.Pos{})
	width, _ := s.Widths(col)
	return max(s.Style.Inset, width+col.Size*markGap)
}

// endnote sets a note, its number outside the column beside its first row.
func (s *Setter) endnote(n *content.Note, col lines.Column) []vlist.Row {
	rows := s.stack(n.Blocks, col)
	if len(rows) == 0 {
		rows = []vlist.Row{{Height: col.Leading}}
	}
	room := col
	room.Width, room.Align = col.Size*4, paragraph.End
	room.Left = col.Outside(room.Width, col.Size*markGap)
	s.Spell.Begin()
	k := lines.Look{Size: col.Size, Lang: col.Lang}
	k.Mark = s.Spell.Mark(lines.Target{Dest: s.Callers[n.ID], Text: s.LabelsIn(col.Lang).Return})
	s.Spell.Add(lines.InParentheses(s.NoteNumber(n)), k, n.Pos)
	first := &rows[0]
	if number := s.Lines(room, n.ID); len(number) > 0 {
		first.Items = append(number[0].Items, first.Items...)
	}
	first.Starts = append(first.Starts, n.ID)
	return rows
}

// endnotesTitle sets the title of the chapter whose notes follow, repeated. It is
// no text of the manuscript's.
func (s *Setter) endnotesTitle(b *content.Endnotes, col lines.Column) []vlist.Row {
	c := b.Chapter
	title := content.Repeated(content.FullTitle(s.Doc, c))
	col = col.Attributed(&c.Attr)
	set := &s.Style.Sections[1]
	col.Size, col.Font.Bold, col.Align, col.Indent = set.Size, set.Bold, set.Align, 0
	col.Color, col.Grid = set.Color, false
	rows := vlist.Parted(s.Text(title, col, b.ID), display.NotesTitle)
	if len(rows) == 0 {
		return nil
	}
	vlist.Together(rows)
	vlist.Loosen(rows, col.Leading)
	for i := range rows {
		rows[i].Items = append(rows[i].Items, &display.Link{Rect: display.Rect{X: col.Left, Y: 0, W: col.Width, H: rows[i].Height},
			Dest: c.ID, Text: content.PlainText(title), Elem: b.ID})
	}
	rows[0].Space = set.Above
	return rows
}
