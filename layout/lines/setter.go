// Package lines sets text: inlines in a column become spans, spans lines, and each
// line a row, with the links, the notes and the pictures that stand on it.
package lines

import (
	"cmp"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/manuscript"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Setter sets text: inlines, in a column, as lines, each a row. It serves one goroutine.
type Setter struct {
	*manuscript.Manuscript
	AsPrinted
	Comp     *paragraph.Compositor
	Spell    Speller
	Warnings []content.Problem
	Advice   []content.Problem
	Errors   []content.Problem
	Missing  []Missing

	before [][]paragraph.Line // of the texts of the block in hand, where they are to break again
	made   [][]paragraph.Line // those set so far
}

// New is a setter of a manuscript, which asks p for what is printed of pages.
func New(m *manuscript.Manuscript, p AsPrinted) *Setter {
	s := &Setter{Manuscript: m, AsPrinted: p, Comp: paragraph.NewCompositor(m.Faces, m.Words), Spell: newSpeller(m, p)}
	s.Comp.Remember(m.Memory)
	return s
}

// Start makes ready for a block. Its texts break as before, if their lines are given.
func (s *Setter) Start(before [][]paragraph.Line) {
	s.Spell.printed, s.made, s.before = s.Spell.printed[:0], s.made[:0], before
}

// Kept is what the block in hand printed of other parts of the book, and the lines
// of each of its texts, in the order of setting, until the next starts.
func (s *Setter) Kept() (printed []content.ID, lines [][]paragraph.Line) {
	return s.Spell.printed, s.made
}

// Widths are how wide what the speller holds is on one line, and its widest word.
func (s *Setter) Widths(col Column) (whole, widest float64) {
	return s.Comp.Width(s.Spell.Spans, col.Form())
}

// Text sets inlines as a paragraph of the block elem.
func (s *Setter) Text(inlines []content.Inline, col Column, elem content.ID) []vlist.Row {
	s.Spell.Begin()
	s.Spell.Inlines(inlines, col.Look())
	return s.Lines(col.Holding(inlines), elem)
}

// Instead sets the text that was set last in another column, as many rows as it had;
// where they would be more or fewer it stays as it was.
func (s *Setter) Instead(inlines []content.Inline, col Column, elem content.ID, rows []vlist.Row) []vlist.Row {
	last := len(s.made) - 1
	before := s.made[last]
	s.made = s.made[:last]
	if again := s.Text(inlines, col, elem); len(again) == len(rows) {
		return again
	}
	s.made[last] = before
	return rows
}

// Plain sets a string.
func (s *Setter) Plain(text string, col Column, elem content.ID) []vlist.Row {
	s.Spell.Begin()
	s.Spell.Add(Isolated(text, col.Tongue().Dir), col.Look(), content.Pos{})
	return s.Lines(col, elem)
}

// Lines sets what the speller holds, a row a line.
func (s *Setter) Lines(col Column, elem content.ID) []vlist.Row {
	return s.Place(s.Set(col), col, elem)
}

// Place makes rows of the lines that were set in a column.
func (s *Setter) Place(set paragraph.Setting, col Column, elem content.ID) []vlist.Row {
	rows := make([]vlist.Row, len(set.Lines))
	items := make([]display.Item, len(set.Lines)) // one backing array a paragraph
	texts := make([]display.Text, len(set.Lines))
	for i := range set.Lines {
		line := &set.Lines[i]
		col := col.OfLine(i)
		texts[i] = display.Text{X: col.Left, Y: format.Baseline(col.Leading), Line: line, Elem: elem}
		items[i] = &texts[i]
		rows[i] = vlist.Row{Height: col.Leading, Items: items[i : i+1 : i+1], Snap: col.Grid && i == 0, Runs: col.Grid && i > 0}
		if i > 0 {
			rows[i].Feathered(col.Leading, vlist.LineSlack, vlist.LineTight)
		}
		rows[i].Items = append(s.dressings(line, col.Left, format.Baseline(col.Leading)), rows[i].Items...)
		s.readMarks(&rows[i], line, col, elem)
	}
	if len(s.Spell.images) > 0 {
		s.placeImages(rows, set.Lines, col, elem)
	}
	vlist.PriceLines(rows)
	for i := range set.Lines[:max(0, len(rows)-1)] {
		if set.Lines[i].Hyphened() {
			rows[i+1].Penalty += vlist.HyphenPrice
		}
	}
	return s.Spell.placed(rows)
}

// Set sets what the speller holds, as a paragraph.
func (s *Setter) Set(col Column) paragraph.Setting {
	form := col.Form()
	form.Measure, form.Narrow, form.Align = col.Width, col.Beside.Narrow, col.Align
	if !col.Flush {
		form.Indent = col.Indent
	}
	if n := len(s.made); n < len(s.before) {
		form.Again = s.before[n]
	}
	if s.Spell.Basmala {
		s.narrowed(col, form)
	}
	set := s.Comp.Set(s.Spell.Spans, form)
	s.made = append(s.made, set.Lines)
	s.Miss(&set)
	return set
}

// readMarks finds the links and note calls on a line.
func (s *Setter) readMarks(r *vlist.Row, line *paragraph.Line, col Column, elem content.ID) {
	if len(s.Spell.targets) < 2 {
		return
	}
	for i := 0; i < len(line.Pieces); i++ {
		mark := line.Pieces[i].Style.Mark
		if mark == 0 {
			continue
		}
		first := i
		for i+1 < len(line.Pieces) && line.Pieces[i+1].Style.Mark == mark {
			i++
		}
		t := &s.Spell.targets[mark]
		if t.call != nil {
			r.Notes = append(r.Notes, t.call)
		}
		r.Starts = append(r.Starts, t.starts...)
		t.starts, t.last = nil, r
		if !t.leads() {
			continue
		}
		r.Items = append(r.Items, &display.Link{Rect: extent(line.Pieces[first:i+1], col),
			URL: t.url, Dest: t.Dest + t.note, Text: t.Text, Elem: cmp.Or(t.Elem, elem), Mark: mark})
	}
}

// extent is the rectangle around pieces of a line, relative to its row.
func extent(pieces []paragraph.Piece, col Column) display.Rect {
	left, right := pieces[0].X, pieces[0].X
	for _, p := range pieces {
		left, right = min(left, p.X), max(right, p.X+p.Width)
	}
	top := format.Baseline(col.Leading) - pieces[0].Style.Rise - pieces[0].Style.Size*0.8
	return display.Rect{X: col.Left + float64(left), Y: top, W: float64(right - left), H: pieces[0].Style.Size * 1.15}
}
