package layout

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// How a chapter opens, in leadings and points.
const (
	titleLead   = 1.55 // leading of the title, in its type sizes
	openerStart = 0.9  // of the ornament below the title, in leadings
)

// opener sets a chapter's title: sunk, in the middle, bold, with a short rule
// under it. Its height is whole leadings, so that the text begins on the grid.
func opener(s *blockSetter, title []content.Inline, place *content.Place) []row {
	return sunk(s, title, place, s.style.Opener.Size, sinkOf(&s.style))
}

// sunk sets a title of a size at a depth below the head of its page.
func sunk(s *blockSetter, title []content.Inline, place *content.Place, size, depth float64) []row {
	st := &s.style
	col := s.body().attributed(&place.Attr)
	col.size, col.leading, col.align, col.indent, col.balanced = size, size*titleLead, st.Opener.Align, 0, true
	col.font.Bold, col.color, col.grid = st.Opener.Bold, st.Opener.Color, false
	rows := s.text(title, col, place.ID)
	if len(rows) == 0 {
		return []row{{starts: []content.ID{place.ID}}} // nothing to see, but links lead here
	}
	together(rows)
	loosen(rows, col.leading)
	first, last := &rows[0], &rows[len(rows)-1]
	drop(first, depth)
	first.starts = append(first.starts, place.ID)
	last.items = append(last.items, openerOrnament(s, col, last.height+(openerStart-0.5)*st.Leading)...)
	height := heightOf(rows)
	last.height += st.AfterTitle - 0.001
	if over := height + st.AfterTitle; st.Leading > 0 {
		last.height += ceilTo(over, st.Leading) - over
	}
	return rows
}

// note sets a footnote of a chapter, its number in parentheses before it.
func note(s *blockSetter, n *content.Note, c *content.Chapter) []row {
	st := &s.style
	col := s.body().attributed(&c.Attr).attributed(&n.Attr)
	col.size, col.leading, col.grid, col.flush = st.Note, st.NoteLeading, false, true
	col.noPlates = true // they would leave the foot of the page
	var rows []row
	for i, b := range n.Blocks {
		p, ok := b.(*content.Paragraph)
		if i == 0 && ok {
			s.spell.begin()
			k := look{size: col.size, lang: col.lang}
			k.mark = s.spell.mark(target{dest: s.callers[n.ID], text: s.labelsIn(col.lang).Return, elem: n.ID})
			s.spell.add(inParentheses(s.noteNumber(n)), k, n.Pos)
			k.mark = 0
			s.spell.add("\u00A0", k, n.Pos)
			s.spell.spell(p.Inlines, k)
			if rows = s.lines(col.holding(p.Inlines), p.ID); len(rows) > 0 {
				rows[0].starts = append(rows[0].starts, p.ID)
			}
			continue
		}
		if i == 0 { // a list or a table has no room for the number
			rows = s.plain(inParentheses(s.noteNumber(n)), col, n.ID)
		}
		rows = append(rows, s.block(b, col)...)
	}
	if len(rows) == 0 {
		rows = s.plain(inParentheses(s.noteNumber(n)), col, n.ID)
	}
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, n.ID)
	}
	return rows
}

// Where what stands alone on its page stands.
const (
	dedicationSink = 0.36 // of the room that a dedication leaves, above it
	dedicationSide = 0.14 // of the measure, free on either side
	partSink       = 0.27 // of the page, above a part's title
)

// columnOf is where the blocks of a chapter are set: those of a dedication in
// the middle, the others in the column of the text.
func columnOf(s *blockSetter, c *content.Chapter) column {
	col := s.body().attributed(&c.Attr)
	if c.Role == content.Dedication {
		side := col.width * dedicationSide
		col = col.inset(side).insetEnd(side)
		col.align, col.indent, col.flush = paragraph.Center, 0, true
	}
	return col
}

// openChapter sets what a chapter opens with: its title, and above it its
// label where titles are numbered. A dedication only says what it is to the
// outline.
func openChapter(s *blockSetter, c *content.Chapter) []row {
	var rows []row
	switch c.Role {
	case content.Dedication:
		return []row{{starts: []content.ID{c.ID}, notes: notesIn(c.Title)}}
	case content.Part:
		rows = openPart(s, c)
	default:
		rows = opener(s, c.Title, &c.Place)
	}
	if label := content.Label(s.doc, c); label != "" {
		labelled(s, &rows[0], label, c)
	}
	return rows
}

// notesIn are the notes that a title calls: where the title is not shown they
// stand on its page nonetheless.
func notesIn(title []content.Inline) []*content.Note {
	var notes []*content.Note
	content.Inlines(title, func(in content.Inline) {
		if ref, ok := in.(*content.NoteRef); ok && ref.Note != nil {
			notes = append(notes, ref.Note)
		}
	})
	return notes
}

// openPart sets the title of a part, larger than a chapter's and deeper.
func openPart(s *blockSetter, c *content.Chapter) []row {
	depth := max(s.style.Height()*partSink, s.style.Sink+2*s.style.Leading)
	return sunk(s, c.Title, &c.Place, s.style.Title, min(depth, s.style.Height()/3))
}

// The label above a title.
const (
	labelLead = 1.5 // its leading, in its type sizes
	labelGap  = 0.3 // leadings between it and the title's own
)

// labelled sets the label of a chapter above its title, in the room that the
// title is sunk by.
func labelled(s *blockSetter, first *row, label string, c *content.Chapter) {
	col := s.body().attributed(&c.Attr)
	col.size, col.leading, col.align, col.indent = s.style.Sections[0].Size, s.style.Sections[0].Size*labelLead, s.style.Opener.Align, 0
	col.color, col.grid = s.style.Opener.Color, false
	rows := s.plain(label, col, c.ID)
	if len(rows) == 0 {
		return
	}
	sunk := 0.0 // of the title's own row
	if title := firstText(first.items); title != nil {
		sunk = title.Y - format.Baseline(titleLead*title.Line.Pieces[0].Style.Size)
	}
	room := heightOf(rows) + labelGap*s.style.Leading
	if lack := room - sunk; lack > 0 {
		lack = ceilTo(lack, s.style.Leading)
		drop(first, lack)
		sunk += lack
	}
	top := sunk - room
	var items []display.Item
	for i := range rows {
		for _, it := range rows[i].items {
			items = append(items, display.Moved(it, 0, top))
		}
		top += rows[i].height
	}
	first.items = append(items, first.items...)
}

// openerOrnament is what stands under a chapter's title, y points below the
// top of its row: a rule, a sign, or nothing. A sign sits as much lower as it
// is taller than a rule.
func openerOrnament(s *blockSetter, col column, y float64) []display.Item {
	st := &s.style
	if !st.OpenerInk.On {
		return nil
	}
	text := sign(s)
	if text == "" {
		if st.Ornament == design.NoOrnament {
			return nil
		}
		return []display.Item{s.shortRule(col, y)}
	}
	col.font, col.size, col.leading, col.lang, col.color = fonts.Style{}, st.Opener.Size, st.Leading, "", st.OpenerInk.Color
	rows := s.plain(text, col, 0)
	if len(rows) == 0 {
		return nil
	}
	sign := rows[0].items[0].(*display.Text)
	sign.Y = y + st.Leading*signDrop
	return []display.Item{sign}
}

// sign is the sign that adorns the titles of chapters and the title page; ""
// where it is a rule, or none.
func sign(s *blockSetter) string {
	if !s.style.OpenerInk.On {
		return ""
	}
	return s.ornament(s.style.Ornament, design.RuleOrnament)
}

// signDrop is how far the baseline of a sign stands below where a rule would,
// in leadings.
const signDrop = 0.5

// sinkOf is how far below the head of its page a chapter's title begins.
func sinkOf(st *format.Style) float64 { return min(st.Sink, st.Height()/4) }
