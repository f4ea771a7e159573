package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// endnotes sets the notes of a chapter where the book gathers them: under the
// title of the chapter, which leads back to it, each with its number, which
// leads back to its call.
func (s *setter) endnotes(b *content.Endnotes, col column) []row {
	rows := s.endnotesTitle(b.Chapter, col)
	col = s.small(col)
	col.flush = true
	for i, n := range b.Chapter.Notes {
		set := s.noteIn(n, col.attributed(&n.Attr))
		if len(set) == 0 {
			continue
		}
		if i > 0 {
			set[0].space = max(set[0].space, col.leading/8)
		} else if len(rows) > 0 {
			set[0].penalty = infinite
		}
		rows = append(rows, set...)
	}
	return rows
}

// endnotesTitle sets the title of the chapter whose notes follow. It is the
// chapter's, repeated: it belongs to no part of the manuscript, as the lines of
// the contents.
func (s *setter) endnotesTitle(c *content.Chapter, col column) []row {
	title := content.Repeated(content.FullTitle(s.doc, c))
	col = col.attributed(&c.Attr)
	col.size, col.font.Bold, col.align, col.indent = s.style.Subsection, true, paragraph.Start, 0
	col.grid = false
	rows := s.text(title, col, 0)
	if len(rows) == 0 {
		return nil
	}
	together(rows)
	loosen(rows, col.leading)
	for i := range rows {
		rows[i].items = append(rows[i].items, &Link{Rect: Rect{col.left, 0, col.width, rows[i].height},
			Dest: c.ID, Text: content.PlainText(title)})
	}
	rows[0].space = s.style.Leading
	return rows
}
