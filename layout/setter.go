package layout

import (
	"cmp"

	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
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

// column is where a block is set: a part of the measure, and how text looks
// in it.
type column struct {
	left, width   float64 // points from the left end of the type area
	size, leading float64
	align         paragraph.Align
	font          fonts.Style
	ltr           bool
	lang          string
	color         paragraph.Color
	flush         bool    // no first-line indent
	indent        float64 // of first lines
	grid          bool    // leading is the grid's: lines snap to it
	kashida       paragraph.Lengthening
	turned        bool    // the text in hand runs against it
	plain         bool    // numbers are left to UAX #9
	hanging       bool    // marks hang into the margins
	noHyphens     bool    // Latin words stay whole
	divided       bool    // code may end a line behind its hyphens
	bullets       int     // lists without an order around it
	noPlates      bool    // tables in it are not turned
	listed        bool    // within an item of a list
	headed        float64 // taken by the headings right above, of a picture
	balanced      bool    // lines that are not justified are about as long as each other
}

// form is what the column says of its paragraphs beside their measure.
func (c column) form() paragraph.Form {
	return paragraph.Form{LTR: c.ltr, Lang: c.lang, Kashida: c.kashida, Plain: c.plain,
		Hanging: c.hanging, NoHyphens: c.noHyphens, DividedCode: c.divided, Turned: c.turned, Balanced: c.balanced}
}

// look is how text is set in the column, before anything is said of it.
func (c column) look() look {
	return look{font: c.font, size: c.size, lang: c.lang, color: c.color}
}

// body is the column of running text.
func (s *setter) body() column {
	st := &s.style
	return column{width: st.Measure(), size: st.Body, leading: st.Leading, indent: st.Indent,
		ltr: st.LTR, lang: s.doc.Meta.Lang, grid: true, kashida: s.kashida,
		plain: s.doc.Setup.Numbers == content.NumbersPlain, hanging: s.doc.Setup.Hanging,
		noHyphens: s.doc.Setup.Hyphenation == content.Off}
}

// inset narrows the column at the start edge, the right one in Arabic.
func (c column) inset(by float64) column {
	by = min(by, c.width/2)
	c.width -= by
	if c.ltr {
		c.left += by
	}
	return c
}

// insetEnd narrows the column at the end edge.
func (c column) insetEnd(by float64) column {
	by = min(by, c.width/2)
	c.width -= by
	if !c.ltr {
		c.left += by
	}
	return c
}

// outside is the left edge of a width that stands beside the column at its start
// edge, gap away from it.
func (c column) outside(width, gap float64) float64 {
	if c.ltr {
		return c.left - gap - width
	}
	return c.left + c.width + gap
}

// air is a little space between the members of a list. On the grid there is
// none: it would grow to a whole line.
func (c column) air() float64 {
	if c.grid {
		return 0
	}
	return c.leading / 4
}

// tongue is the language and the direction of the column.
func (c column) tongue() content.Tongue {
	dir := locale.RTL
	if c.ltr {
		dir = locale.LTR
	}
	return content.Tongue{Lang: c.lang, Dir: dir}
}

// speaking is the column in another tongue.
func (c column) speaking(t content.Tongue) column {
	c.lang, c.ltr = t.Lang, t.Dir == locale.LTR
	return c
}

// holding is the column for a text that may run against it.
func (c column) holding(text []content.Inline) column {
	dir := content.Turned(text)
	c.turned = dir != locale.Auto && dir != c.tongue().Dir
	return c
}

// attributed is the column of a block that changes language or direction.
func (c column) attributed(a *content.Attr) column {
	c = c.speaking(c.tongue().Of(a))
	if j := a.Justification(); j != content.JustifyAuto {
		c.kashida.Rules = rulesOf(j)
	}
	return c
}

// aligned is the column of a paragraph or a heading whose lines stand as their author
// asks: {align=center}.
func (c column) aligned(a *content.Attr) column {
	if align, ok := content.ParseAlign(a.Get("align")); ok {
		c.align, c.indent, c.flush = cellAlign(align, c.ltr), 0, true
	}
	return c
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

// price sets the prices of page breaks within a paragraph: no line of it
// stands alone at the foot or the head of a page.
func price(rows []row) {
	n := len(rows)
	if n < 2 {
		return
	}
	rows[1].penalty += orphanPrice
	rows[n-1].penalty += widowPrice
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
