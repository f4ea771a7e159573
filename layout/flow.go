package layout

import (
	"slices"
	"sync"
	"sync/atomic"

	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/lines"
	"warraq/layout/opening"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// blockRows is a top block of a chapter, a chapter's title or a note, and the
// rows it was set in.
type blockRows struct {
	set  func(s *blocks.Setter) []vlist.Row
	rows []vlist.Row
	note content.ID   // of the note that it is, or 0
	lies bool         // the note stands on the page of a turned table
	with []*blockRows // blocks that are set with it: text beside a picture
	hung bool         // it has no row: it hangs on those of the first of them

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
	add := func(set func(*blocks.Setter) []vlist.Row) *blockRows {
		b := &blockRows{set: set}
		all = append(all, b)
		return b
	}
	l.flowFront(add)
	l.sections = make([]section, len(l.Doc.Chapters))
	l.notes = make(map[content.ID]*blockRows)
	for i, c := range l.Doc.Chapters {
		sec := section{chapter: c, opener: add(func(s *blocks.Setter) []vlist.Row { return opening.Chapter(s, c) })}
		beside := 0 // blocks that are set with one above them
		for k, b := range c.Blocks {
			if beside > 0 {
				beside--
				continue
			}
			if beside = blocks.Wrapping(c.Blocks, k); beside > 0 {
				sec.blocks = append(sec.blocks, wrapped(c, k, beside, add)...)
				continue
			}
			sec.blocks = append(sec.blocks, add(func(s *blocks.Setter) []vlist.Row {
				col := blocks.Below(opening.Column(s, c), c.Blocks, k)
				col.Headed = opening.Headed(s, c, k)
				return s.Top(b, col)
			}))
		}
		for _, n := range l.Footnotes(c) {
			note := add(nil)
			note.set = func(s *blocks.Setter) []vlist.Row { return opening.Note(s, n, c, note.width(&s.Style)) }
			note.note, l.notes[n.ID] = n.ID, note
		}
		l.sections[i] = sec
	}
	l.set(all)
	l.jobs = all
	l.layNotes()
}

// wrapped are a picture, block k of a chapter, and the blocks behind it that may stand beside it,
// which are set together.
func wrapped(c *content.Chapter, k, n int, add func(func(*blocks.Setter) []vlist.Row) *blockRows) []*blockRows {
	job := add(nil)
	for range n {
		job.with = append(job.with, &blockRows{})
	}
	job.set = func(s *blocks.Setter) []vlist.Row {
		cols := make([]lines.Column, n+1)
		for i := range cols {
			cols[i] = blocks.Below(opening.Column(s, c), c.Blocks, k+i)
		}
		rows := s.Wrapped(c.Blocks[k:k+n+1], cols)
		for i, b := range job.with {
			b.rows = rows[i+1]
		}
		job.hung = len(rows[0]) == 0
		return rows[0]
	}
	return append([]*blockRows{job}, job.with...)
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
func (b *blockRows) run(s *blocks.Setter) {
	var before [][]paragraph.Line
	if s.KeepsBreaks() {
		before = b.lines
	}
	s.Start(before)
	b.rows = b.set(s)
	printed, lines := s.Kept()
	b.prints = append(b.prints[:0], printed...)
	if b.note != 0 || len(b.prints) > 0 || b.any(func(r *vlist.Row) bool { return r.Calls() }) {
		b.lines = slices.Clone(lines)
	}
}

// any tells whether something is true of a row that was set with the block.
func (b *blockRows) any(is func(*vlist.Row) bool) bool {
	for i := range b.rows {
		if is(&b.rows[i]) {
			return true
		}
	}
	return slices.ContainsFunc(b.with, func(b *blockRows) bool { return b.any(is) })
}

// rows strings the blocks of a chapter together: opener, blocks, the space
// between them, and headings held to what they head. They stand until it is called again.
func (l *layout) rows(sec *section) []vlist.Row {
	sec = sec.withoutPlates().withoutSides()
	n := len(sec.opener.rows)
	for _, b := range sec.blocks {
		n += len(b.rows)
	}
	rows := append(slices.Grow(l.list[:0], n), risen(sec.opener.rows, sec.rise)...)
	defer func() { l.list = rows }()
	l.laid = 0
	opens := false // a page begins with the next row
	begins := make([]int, len(sec.blocks))
	for i, b := range sec.blocks {
		begins[i] = len(rows)
		if len(b.rows) == 0 {
			opens = opens || content.IsPageBreak(sec.chapter.Blocks[i])
			continue
		}
		at := len(rows)
		var before content.Block
		if i > 0 {
			before = sec.chapter.Blocks[i-1]
		}
		rows = append(rows, l.inColumns(before, sec.chapter.Blocks[i], rows, b.rows)...)
		if l.kindOf(sec.chapter.Blocks[i]) == withEdge {
			for k := range rows[at:] {
				rows[at+k].Sinks = true
			}
		}
		rows[at].Opens, opens = rows[at].Opens || opens, false
		if i == 0 {
			rows[at].Penalty = vlist.Infinite
			continue
		}
		rows[at] = l.joined(sec.chapter.Blocks[i-1], sec.chapter.Blocks[i], rows[:at], rows[at:])
		if _, heading := sec.chapter.Blocks[i-1].(*content.Heading); heading {
			if lines := len(b.rows); lines > 1 && lines == len(rows)-at { // and no columns
				rows[at+1].Penalty = vlist.Infinite // two lines at least stand under a heading
			}
		}
	}
	l.float(sec, rows, append(begins, len(rows)))
	return rows
}

// joined is the first row of a block as it stands below another, given their rows: the
// space between them, and what a page break there costs.
func (l *layout) joined(above, below content.Block, up, down []vlist.Row) vlist.Row {
	r := down[0]
	r.Space, r.Give = l.gap(above, below, up, down)
	if r.Space == 0 && r.Give == 0 && r.Snap {
		r.Feathered(l.Style.Leading, vlist.LineSlack, vlist.LineTight)
	}
	switch {
	case blocks.Announces(above, below): // which Hold knows
		r.Told = true
	case blocks.Leads(above, below):
		r.Penalty += vlist.LeadPrice
	case blocks.IsPause(above) || blocks.IsPause(below):
		r.Penalty += vlist.PausePrice
	}
	blocks.PriceBelow(&r, above, below)
	return r
}

// isChain tells displays that follow one another, off the grid, at one distance.
func isChain(above, below content.Block) bool {
	return blocks.IsDisplay(above) && blocks.IsDisplay(below) && !blocks.OnGrid(above) && !blocks.OnGrid(below)
}
