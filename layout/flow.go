package layout

import (
	"slices"
	"sync"
	"sync/atomic"

	"warraq/content"
	"warraq/layout/paragraph"
)

// blockRows is a top block of a chapter, a chapter's title or a note, and the
// rows it was set in.
type blockRows struct {
	set  func(s *setter) []row
	rows []row
	note content.ID // of the note that it is, or 0

	prints []content.ID       // parts whose folio or number stands in the rows
	lines  [][]paragraph.Line // of each text in it, in the order of setting, if it may have to be set again
}

// noteCall is the first call of a note on the pages.
type noteCall struct {
	note content.ID
	page int // index in Book.Pages
}

// section is a chapter on its way to pages.
type section struct {
	chapter *content.Chapter
	opener  *blockRows
	blocks  []*blockRows
	rise    float64 // by which its title stands higher than others (see sink.go), points
}

// flow sets every block of the book as rows, side by side on all workers. A
// block's rows do not depend on any other block's.
func (l *layout) flow() {
	var all []*blockRows
	add := func(set func(*setter) []row) *blockRows {
		b := &blockRows{set: set}
		all = append(all, b)
		return b
	}
	l.flowFront(add)
	l.sections = make([]section, len(l.doc.Chapters))
	l.notes = make(map[content.ID]*blockRows)
	for i, c := range l.doc.Chapters {
		sec := section{chapter: c, opener: add(func(s *setter) []row { return s.openChapter(c) })}
		for k, b := range c.Blocks {
			sec.blocks = append(sec.blocks, add(func(s *setter) []row {
				col := s.column(c).below(c.Blocks, k)
				col.headed = s.headed(c, k)
				return s.block(b, col)
			}))
		}
		for _, n := range l.footnotes(c) {
			l.notes[n.ID] = add(func(s *setter) []row { return s.note(n, c) })
			l.notes[n.ID].note = n.ID
		}
		l.sections[i] = sec
	}
	l.set(all)
	l.jobs = all
}

// grain is how many blocks a worker takes at a time.
const grain = 4

// set runs the setting of blocks on all workers.
func (l *layout) set(blocks []*blockRows) {
	if len(l.setters) == 1 || len(blocks) <= grain {
		for _, b := range blocks {
			b.run(l.setters[0])
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for _, s := range l.setters {
		wait.Go(func() {
			for {
				from := int(next.Add(grain)) - grain
				if from >= len(blocks) {
					return
				}
				for _, b := range blocks[from:min(from+grain, len(blocks))] {
					b.run(s)
				}
			}
		})
	}
	wait.Wait()
}

// run sets the block, and keeps what it printed of other parts.
func (b *blockRows) run(s *setter) {
	s.spell.printed, s.made, s.before = s.spell.printed[:0], s.made[:0], nil
	if s.keepsBreaks() {
		s.before = b.lines
	}
	b.rows = b.set(s)
	b.prints = append(b.prints[:0], s.spell.printed...)
	if b.note != 0 || len(b.prints) > 0 || slices.ContainsFunc(b.rows, func(r row) bool { return r.calls() }) {
		b.lines = slices.Clone(s.made)
	}
}

// rows strings the blocks of a chapter together: opener, blocks, the space
// between them, and headings held to what they head.
func (l *layout) rows(sec *section) []row {
	sec = sec.hung()
	n := len(sec.opener.rows)
	for _, b := range sec.blocks {
		n += len(b.rows)
	}
	rows := append(make([]row, 0, n), risen(sec.opener.rows, sec.rise)...)
	opens := false // a page begins with the next row
	for i, b := range sec.blocks {
		if len(b.rows) == 0 {
			opens = opens || content.IsPageBreak(sec.chapter.Blocks[i])
			continue
		}
		at := len(rows)
		rows = append(rows, l.inColumns(sec.chapter.Blocks[i], rows, b.rows)...)
		if l.kindOf(sec.chapter.Blocks[i]) == withEdge {
			for k := range rows[at:] {
				rows[at+k].sinks = true
			}
		}
		rows[at].opens, opens = rows[at].opens || opens, false
		if i == 0 {
			rows[at].penalty = infinite
			continue
		}
		rows[at].space, rows[at].give = l.gap(sec.chapter.Blocks[i-1], sec.chapter.Blocks[i], rows[:at], rows[at:])
		switch {
		case announces(sec.chapter.Blocks[i-1], sec.chapter.Blocks[i]):
			rows[at].penalty += colonPrice
		case leads(sec.chapter.Blocks[i-1], sec.chapter.Blocks[i]):
			rows[at].penalty += leadPrice
		case isPause(sec.chapter.Blocks[i-1]) || isPause(sec.chapter.Blocks[i]):
			rows[at].penalty += pausePrice
		}
		if _, heading := sec.chapter.Blocks[i-1].(*content.Heading); heading {
			rows[at].penalty = infinite
			if lines := len(b.rows); lines > 1 && lines == len(rows)-at { // and no columns
				rows[at+1].penalty = infinite // two lines at least stand under a heading
			}
		}
	}
	return rows
}

func isPause(b content.Block) bool {
	_, ok := b.(*content.Break)
	return ok
}

// isChain tells displays that follow one another, off the grid, at one distance.
func isChain(above, below content.Block) bool {
	return isDisplay(above) && isDisplay(below) && !onGrid(above) && !onGrid(below)
}

// onGrid tells displays whose rows are running text's: pauses, and divisions that
// are set as if their fence were not there.
func onGrid(b content.Block) bool {
	switch b := b.(type) {
	case *content.Break:
		return true
	case *content.Div:
		return b.Plain()
	}
	return false
}

// How a chapter opens, in leadings and points.
const (
	titleLead   = 1.55 // leading of the title, in its type sizes
	openerStart = 0.9  // of the ornament below the title, in leadings
)

// opener sets a chapter's title: sunk, in the middle, bold, with a short rule
// under it. Its height is whole leadings, so that the text begins on the grid.
func (s *setter) opener(title []content.Inline, place *content.Place) []row {
	return s.sunk(title, place, s.style.Opener.Size, sinkOf(&s.style))
}

// sunk sets a title of a size at a depth below the head of its page.
func (s *setter) sunk(title []content.Inline, place *content.Place, size, depth float64) []row {
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
	last.items = append(last.items, s.openerOrnament(col, last.height+(openerStart-0.5)*st.Leading)...)
	height := heightOf(rows)
	last.height += st.AfterTitle - 0.001
	if over := height + st.AfterTitle; st.Leading > 0 {
		last.height += ceilTo(over, st.Leading) - over
	}
	return rows
}

// footnotes are the notes of a chapter that stand at the foot of its pages.
func (m *manuscript) footnotes(c *content.Chapter) []*content.Note {
	if m.doc.Setup.Notes == content.NotesAtEnd {
		return nil
	}
	return c.Notes
}

// note sets a footnote of a chapter, its number in parentheses before it.
func (s *setter) note(n *content.Note, c *content.Chapter) []row {
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
