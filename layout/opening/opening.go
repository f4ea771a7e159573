// Package opening sets what stands before and beside the text of a chapter: the
// title page and its back, the contents, how chapters and parts open, and notes.
package opening

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/content/roles"
	"warraq/content/stand"
	"warraq/fonts"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// How a chapter opens, in leadings and points.
const (
	titleLead   = 1.55 // leading of the title, in its type sizes
	openerStart = 0.9  // of the ornament below the title, in leadings
)

// opener sets a chapter's title: sunk, in the middle, bold, with a short rule
// under it. Its height is whole leadings, so that the text begins on the grid.
func opener(s *blocks.Setter, title []content.Inline, place *content.Place, label string) []vlist.Row {
	return sunk(s, title, place, label, s.Style.Opener.Size, Sink(&s.Style))
}

// sunk sets a title of a size at a depth below the head of its page, under its label if it
// has one.
func sunk(s *blocks.Setter, title []content.Inline, place *content.Place, label string, size, depth float64) []vlist.Row {
	st := &s.Style
	col := s.Body().Attributed(&place.Attr)
	col.Size, col.Leading, col.Align, col.Indent, col.Balanced = size, size*titleLead, st.Opener.Align, 0, true
	col.Font.Bold, col.Color, col.Grid = st.Opener.Bold, st.Opener.Color, false
	col.Font.Role = fonts.OfHeadings
	if st.OpenerBand.On {
		pad := st.Leading * bandPad
		col = col.Inset(pad).InsetEnd(pad)
		col.Color = readOn(col.Color, st.OpenerBand.Color)
	}
	rows := s.Text(title, col, place.ID)
	if len(rows) == 0 {
		return []vlist.Row{{Starts: []content.ID{place.ID}}} // nothing to see, but links lead here
	}
	if st.OpenerBand.On {
		rows = onBand(s, rows, labelRows(s, label, place, col), depth+st.AfterTitle)
	}
	vlist.Together(rows)
	vlist.Loosen(rows, col.Leading)
	first, last := &rows[0], &rows[len(rows)-1]
	vlist.Drop(first, depth)
	first.Starts = append(first.Starts, place.ID)
	last.Items = append(last.Items, openerOrnament(s, col, last.Height+(openerStart-0.5)*st.Leading)...)
	height := vlist.Height(rows)
	last.Height += st.AfterTitle - 0.001
	if over := height + st.AfterTitle; st.Leading > 0 {
		last.Height += vlist.CeilTo(over, st.Leading) - over
	}
	last.Loose.Under = vlist.TitleSlack * st.Leading
	if label != "" && !st.OpenerBand.On {
		labelled(s, first, label, place)
	}
	return rows
}

// onBand lays a band behind a title and the label above it: so high that with the white
// above and below it is a number of lines.
func onBand(s *blocks.Setter, title, label []vlist.Row, white float64) []vlist.Row {
	st, body := &s.Style, s.Body()
	if n := len(label); n > 0 {
		label[n-1].Height += labelGap * st.Leading
	}
	rows := append(label, title...)
	above, below := bandAir(rows, st.Leading)
	over := vlist.Height(rows) + above + below + white
	lack := vlist.CeilTo(over, st.Leading) - over
	vlist.Pad(rows, above+lack/2, below+lack/2)
	vlist.Backed(rows, body.Left, body.Width, st.OpenerBand.Color)
	return rows
}

// Note sets a footnote of a chapter over a width in points, its number in parentheses
// before it.
func Note(s *blocks.Setter, n *content.Note, c *content.Chapter, width float64) []vlist.Row {
	st := &s.Style
	col := s.Body().Attributed(&c.Attr).Attributed(&n.Attr)
	col.Width = width
	col.Size, col.Leading, col.Grid, col.Flush = st.Note, st.NoteLeading, false, true
	col.NoPlates = true // they would leave the foot of the page
	col.NoSides = true
	var rows []vlist.Row
	for i, b := range n.Blocks {
		p, ok := b.(*content.Paragraph)
		if i == 0 && ok {
			s.Spell.Begin()
			k := lines.Look{Size: col.Size, Lang: col.Lang}
			k.Mark = s.Spell.Mark(lines.Target{Dest: s.Callers[n.ID], Text: s.LabelsIn(col.Lang).Return, Elem: n.ID})
			s.Spell.Add(lines.InParentheses(s.NoteNumber(n)), k, n.Pos)
			k.Mark = 0
			s.Spell.Add("\u00A0", k, n.Pos)
			s.Spell.Inlines(p.Inlines, k)
			if rows = s.Lines(col.Holding(p.Inlines), p.ID); len(rows) > 0 {
				rows[0].Starts = append(rows[0].Starts, p.ID)
			}
			continue
		}
		if i == 0 { // a list or a table has no room for the number
			rows = s.Plain(lines.InParentheses(s.NoteNumber(n)), col, n.ID)
		}
		rows = append(rows, s.Block(b, col)...)
	}
	if len(rows) == 0 {
		rows = s.Plain(lines.InParentheses(s.NoteNumber(n)), col, n.ID)
	}
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, n.ID)
	}
	return rows
}

// Where what stands alone on its page stands.
const (
	DedicationSink = 0.36 // of the room that a dedication leaves, above it
	dedicationSide = 0.14 // of the measure, free on either side
	partSink       = 0.27 // of the page, above a part's title
)

// Column is where the blocks of a chapter are set: those of a dedication in
// the middle, the others in the column of the text.
func Column(s *blocks.Setter, c *content.Chapter) lines.Column {
	col := s.Body().Attributed(&c.Attr)
	if c.Role == roles.Dedication {
		side := col.Width * dedicationSide
		col = col.Inset(side).InsetEnd(side)
		col.Align, col.Indent, col.Flush = paragraph.Center, 0, true
	}
	return col
}

// Chapter sets what a chapter opens with: its title, and above it its
// label where titles are numbered. A dedication only says what it is to the
// outline.
func Chapter(s *blocks.Setter, c *content.Chapter) []vlist.Row {
	var rows []vlist.Row
	switch c.Role {
	case roles.Dedication:
		return []vlist.Row{{Starts: []content.ID{c.ID}, Notes: notesIn(c.Title)}}
	case roles.Part:
		rows = openPart(s, c)
	default:
		rows = opener(s, c.Title, &c.Place, content.Label(s.Doc, c))
	}
	if s.Ready[c.Get(stand.OpenerKey)] != nil {
		st := &s.Style
		high, _ := vlist.Edges(&rows[0])
		if lack := PictureHeight(st) - st.Top + belowPicture*st.Leading - high; lack > 0 {
			vlist.Drop(&rows[0], vlist.CeilTo(lack, st.Leading))
		}
	}
	return rows
}

// Measures of a picture over the title of a chapter.
const (
	picturePart  = 0.4 // of the page, how high it is
	belowPicture = 1.5 // leadings from it to the title
)

// PictureHeight is how far down the page a picture over the title of a chapter reaches, points.
func PictureHeight(st *format.Style) float64 { return picturePart * st.Trim.H }

// Picture is what stands over the title of a chapter, from edge to edge of its page and as far beyond as the
// bleed; nil for none. Without words of its author's it is an artifact.
func Picture(s *blocks.Setter, c *content.Chapter) *display.Image {
	src := c.Get(stand.OpenerKey)
	p := s.Ready[src]
	if p == nil || !c.Role.Shown() {
		return nil
	}
	by := s.Doc.Setup.Press.BleedOrDefault() // which goes beyond its foot too
	m := s.Filling(p, src, c.Pos, display.Rect{W: s.Style.Trim.W, H: PictureHeight(&s.Style) - by})
	if m.Alt = c.Get(stand.OpenerAltKey); m.Alt != "" {
		m.Elem = c.ID
	}
	return m
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
func openPart(s *blocks.Setter, c *content.Chapter) []vlist.Row {
	depth := max(s.Style.Height()*partSink, s.Style.Sink+2*s.Style.Leading)
	return sunk(s, c.Title, &c.Place, content.Label(s.Doc, c), s.Style.Title, min(depth, s.Style.Height()/3))
}

// The label above a title.
const (
	labelLead = 1.5 // its leading, in its type sizes
	labelGap  = 0.3 // leadings between it and the title's own
)

// labelRows sets a label in the column of its title.
func labelRows(s *blocks.Setter, label string, place *content.Place, title lines.Column) []vlist.Row {
	if label == "" {
		return nil
	}
	col := title
	col.Font, col.Balanced = s.Body().Font, false
	col.Size, col.Leading = s.Style.Sections[0].Size, s.Style.Sections[0].Size*labelLead
	return s.Plain(label, col, place.ID)
}

// labelled sets the label of a chapter above its title, in the room that the
// title is sunk by.
func labelled(s *blocks.Setter, first *vlist.Row, label string, place *content.Place) {
	col := s.Body().Attributed(&place.Attr)
	col.Align, col.Indent, col.Color, col.Grid = s.Style.Opener.Align, 0, s.Style.Opener.Color, false
	rows := labelRows(s, label, place, col)
	if len(rows) == 0 {
		return
	}
	sunk := 0.0 // of the title's own row
	if title := vlist.FirstText(first.Items); title != nil {
		sunk = title.Y - max(format.Baseline(titleLead*title.Line.Pieces[0].Style.Size), title.Line.Height)
	}
	room := vlist.Height(rows) + labelGap*s.Style.Leading
	if lack := room - sunk; lack > 0 {
		lack = vlist.CeilTo(lack, s.Style.Leading)
		vlist.Drop(first, lack)
		sunk += lack
	}
	top := sunk - room
	var items []display.Item
	for i := range rows {
		for _, it := range rows[i].Items {
			items = append(items, display.Moved(it, 0, top))
		}
		top += rows[i].Height
	}
	first.Items = append(items, first.Items...)
}

// openerOrnament is what stands under a chapter's title, y points below the
// top of its row: a rule, a sign, or nothing. A sign sits as much lower as it
// is taller than a rule.
func openerOrnament(s *blocks.Setter, col lines.Column, y float64) []display.Item {
	st := &s.Style
	if !st.OpenerInk.On {
		return nil
	}
	text := sign(s)
	if text == "" {
		if st.Ornament == design.NoOrnament {
			return nil
		}
		return []display.Item{s.ShortRule(col, y)}
	}
	col.Font, col.Size, col.Leading, col.Lang, col.Color = fonts.Style{}, st.Opener.Size, st.Leading, "", st.OpenerInk.Color
	rows := s.Plain(text, col, 0)
	if len(rows) == 0 {
		return nil
	}
	sign := rows[0].Items[0].(*display.Text)
	sign.Y = y + st.Leading*signDrop
	return []display.Item{sign}
}

// sign is the sign that adorns the titles of chapters and the title page; ""
// where it is a rule, or none.
func sign(s *blocks.Setter) string {
	if !s.Style.OpenerInk.On {
		return ""
	}
	return s.Ornament(s.Style.Ornament, design.RuleOrnament)
}

// signDrop is how far the baseline of a sign stands below where a rule would,
// in leadings.
const signDrop = 0.5

// Sink is how far below the head of its page a chapter's title begins.
func Sink(st *format.Style) float64 { return min(st.Sink, st.Height()/4) }
