package layout

import (
	"cmp"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// setter turns blocks into rows. It serves one goroutine.
type setter struct {
	*manuscript
	asPrinted
	comp     *paragraph.Compositor
	spell    speller
	warnings []content.Problem
	advice   []content.Problem
	errors   []content.Problem
	missing  []missing

	before [][]paragraph.Line // of the texts of the block in hand, where they are to break again
	made   [][]paragraph.Line // those set so far
}

func newSetter(m *manuscript, p asPrinted) *setter {
	return &setter{manuscript: m, asPrinted: p, comp: paragraph.NewCompositor(m.faces, m.words), spell: newSpeller(m, p)}
}

// text sets inlines as a paragraph of the block elem.
func (s *setter) text(inlines []content.Inline, col column, elem content.ID) []row {
	s.spell.begin()
	s.spell.spell(inlines, col.look())
	return s.lines(col.holding(inlines), elem)
}

// plain sets a string.
func (s *setter) plain(text string, col column, elem content.ID) []row {
	s.spell.begin()
	s.spell.add(Isolated(text, col.tongue().Dir), col.look(), content.Pos{})
	return s.lines(col, elem)
}

// lines sets what the speller holds, a row a line.
func (s *setter) lines(col column, elem content.ID) []row {
	return s.placed(s.set(col), col, elem)
}

// placed makes rows of the lines that were set in a column.
func (s *setter) placed(set paragraph.Setting, col column, elem content.ID) []row {
	rows := make([]row, len(set.Lines))
	items := make([]display.Item, len(set.Lines)) // one backing array a paragraph
	texts := make([]display.Text, len(set.Lines))
	for i := range set.Lines {
		line := &set.Lines[i]
		texts[i] = display.Text{X: col.left, Y: format.Baseline(col.leading), Line: line, Elem: elem}
		items[i] = &texts[i]
		rows[i] = row{height: col.leading, items: items[i : i+1 : i+1], snap: col.grid && i == 0}
		rows[i].items = append(s.dressings(line, col.left, format.Baseline(col.leading)), rows[i].items...)
		s.readMarks(&rows[i], line, col, elem)
	}
	if len(s.spell.images) > 0 {
		s.placeImages(rows, set.Lines, col, elem)
	}
	price(rows)
	for i := range set.Lines[:max(0, len(rows)-1)] {
		if set.Lines[i].Hyphened() {
			rows[i+1].penalty += hyphenPrice
		}
	}
	return s.spell.placed(rows)
}

func (s *setter) set(col column) paragraph.Setting {
	form := col.form()
	form.Measure, form.Align = col.width, col.align
	if !col.flush {
		form.Indent = col.indent
	}
	if n := len(s.made); n < len(s.before) {
		form.Again = s.before[n]
	}
	if s.spell.basmala {
		s.narrowed(col, form)
	}
	set := s.comp.Set(s.spell.spans, form)
	s.made = append(s.made, set.Lines)
	s.miss(&set)
	return set
}

// readMarks finds the links and note calls on a line.
func (s *setter) readMarks(r *row, line *paragraph.Line, col column, elem content.ID) {
	if len(s.spell.targets) < 2 {
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
		t := &s.spell.targets[mark]
		if t.call != nil {
			r.notes = append(r.notes, t.call)
		}
		r.starts = append(r.starts, t.starts...)
		t.starts, t.last = nil, r
		if !t.leads() {
			continue
		}
		r.items = append(r.items, &display.Link{Rect: extent(line.Pieces[first:i+1], col),
			URL: t.url, Dest: t.dest + t.note, Text: t.text, Elem: cmp.Or(t.elem, elem), Mark: mark})
	}
}

// extent is the rectangle around pieces of a line, relative to its row.
func extent(pieces []paragraph.Piece, col column) display.Rect {
	left, right := pieces[0].X, pieces[0].X
	for _, p := range pieces {
		left, right = min(left, p.X), max(right, p.X+p.Width)
	}
	top := format.Baseline(col.leading) - pieces[0].Style.Rise - pieces[0].Style.Size*0.8
	return display.Rect{X: col.left + float64(left), Y: top, W: float64(right - left), H: pieces[0].Style.Size * 1.15}
}
