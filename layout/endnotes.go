package layout

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// endnotes sets the notes of a chapter where the book gathers them: under the
// title of the chapter, which leads back to it, each beside its number, which
// leads back to its call.
func (s *blockSetter) endnotes(b *content.Endnotes, col column) []row {
	rows := s.endnotesTitle(b, col)
	col = s.small(col.speaking(s.doc.Meta.Tongue().Of(&b.Chapter.Attr)))
	col = col.inset(s.numberRoom(b.Chapter, col))
	col.flush = true
	for i, n := range b.Chapter.Notes {
		set := s.endnote(n, col.attributed(&n.Attr))
		if i > 0 {
			set[0].space = max(set[0].space, col.air()/2)
		} else if len(rows) > 0 {
			set[0].penalty = infinite
		}
		rows = append(rows, set...)
	}
	return rows
}

// numberRoom is how far the notes of a chapter are inset.
func (s *blockSetter) numberRoom(c *content.Chapter, col column) float64 {
	s.spell.begin()
	s.spell.add(inParentheses(locale.FormatInt(len(c.Notes), s.doc.DigitsOf(c))), look{size: col.size, lang: col.lang}, content.Pos{})
	width, _ := s.comp.Width(s.spell.spans, col.form())
	return max(s.style.Inset, width+col.size*markGap)
}

// endnote sets a note, its number outside the column beside its first row.
func (s *blockSetter) endnote(n *content.Note, col column) []row {
	rows := s.stack(n.Blocks, col)
	if len(rows) == 0 {
		rows = []row{{height: col.leading}}
	}
	room := col
	room.width, room.align = col.size*4, paragraph.End
	room.left = col.outside(room.width, col.size*markGap)
	s.spell.begin()
	k := look{size: col.size, lang: col.lang}
	k.mark = s.spell.mark(target{dest: s.callers[n.ID], text: s.labelsIn(col.lang).Return})
	s.spell.add(inParentheses(s.noteNumber(n)), k, n.Pos)
	first := &rows[0]
	if number := s.lines(room, n.ID); len(number) > 0 {
		first.items = append(number[0].items, first.items...)
	}
	first.starts = append(first.starts, n.ID)
	return rows
}

// endnotesTitle sets the title of the chapter whose notes follow, repeated. It is
// no text of the manuscript's.
func (s *blockSetter) endnotesTitle(b *content.Endnotes, col column) []row {
	c := b.Chapter
	title := content.Repeated(content.FullTitle(s.doc, c))
	col = col.attributed(&c.Attr)
	set := &s.style.Sections[1]
	col.size, col.font.Bold, col.align, col.indent = set.Size, set.Bold, set.Align, 0
	col.color, col.grid = set.Color, false
	rows := parted(s.text(title, col, b.ID), display.NotesTitle)
	if len(rows) == 0 {
		return nil
	}
	together(rows)
	loosen(rows, col.leading)
	for i := range rows {
		rows[i].items = append(rows[i].items, &display.Link{Rect: display.Rect{X: col.left, Y: 0, W: col.width, H: rows[i].height},
			Dest: c.ID, Text: content.PlainText(title), Elem: b.ID})
	}
	rows[0].space = set.Above
	return rows
}
