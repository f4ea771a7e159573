package layout

// mostGiven is how many lines a page makes up by the spaces on it, at most.
const mostGiven = 2

// unseen is how far below the head of its page a heading may stand, in points.
const unseen = 2.5

// A run is what stands between two rows on the grid: its spaces take what the
// grid leaves below it. Where a page would end above its foot they take a line
// more, as far as they may grow, so that the last line stands on the foot again
// and beside that of the page that faces it: text never leaves the grid. What
// they have no room for the page stays short of.

// places counts, row by row, where a page can give: a run that has room for a
// line is closed when a row on the grid follows it.
type places struct {
	closed int
	room   float64 // by which the spaces of the run may grow, points
}

// add adds a row, above which the grid leaves some space over.
func (p *places) add(r *row, first bool, over, leading float64) {
	if !first {
		p.room += r.give
	}
	if r.snap || first {
		if !first && p.room >= over+leading-tolerance {
			p.closed++
		}
		p.room = 0
	}
}

// share gives out the height that a page has left: whole lines, and to the run
// that ends a page without notes what is left, up to a line.
func (p *places) share(left, leading float64, bare bool) (lines int, last float64) {
	lines = max(0, min(p.closed, mostGiven, int((left+tolerance)/leading)))
	if bare {
		last = max(0, min(left-float64(lines)*leading, p.room, leading))
	}
	return lines, last
}

// run is the rows of a page from one on the grid, or the first, up to the next,
// which closes it.
type run struct {
	from, to int
	over     float64 // what the grid leaves below it
	room     float64 // by which its spaces may grow
	line     float64 // that it gives
}

// stretch is how far each row of a page moves down, and the end of the last one
// as well. The last page of a chapter ends where it ends, and so does one before a
// page break that was asked for; a page with notes gives
// whole lines alone, as the rest goes between text and notes.
func (g *galley) stretch(p sheet) []float64 {
	rows := g.rows[p.row:p.rowEnd]
	down := make([]float64, len(rows)+1)
	runs, found := g.runsOn(rows)
	if !g.closes(p) {
		lines, last := found.share(g.roomOn(p), g.style.Leading, p.note == p.noteEnd)
		for range lines {
			giveLine(runs, g.style.Leading)
		}
		runs[len(runs)-1].line = last
	}
	whole := 0.0
	for _, r := range runs {
		closing := min(r.to+1, len(rows))
		widen(rows[r.from:closing], down[r.from:r.to], r.over+r.line)
		for i := r.from; i < r.to; i++ {
			down[i] += whole
		}
		whole += r.line
	}
	down[len(rows)] = whole
	return down
}

// runsOn finds the runs of a page and where it can give. The last one ends with
// the page.
func (g *galley) runsOn(rows []row) (runs []run, found places) {
	runs = append(runs, run{})
	y := 0.0
	for i := range rows {
		r, last := &rows[i], &runs[len(runs)-1]
		top := g.topOf(r, i == 0, y)
		over := top - y - r.space
		found.add(r, i == 0, over, g.style.Leading)
		y = top + r.height
		if i == 0 {
			continue
		}
		last.room += r.give
		if r.snap {
			last.to, last.over = i, over
			runs = append(runs, run{from: i})
		}
	}
	runs[len(runs)-1].to = len(rows)
	return runs, found
}

// giveLine lets the run give a line whose spaces then are least wide for it,
// beside those that gave one and the last, which no row closes.
func giveLine(runs []run, leading float64) {
	var best *run
	for i := range runs[:len(runs)-1] {
		r := &runs[i]
		if r.line == 0 && r.room >= r.over+leading-tolerance &&
			(best == nil || (r.over+leading)*best.room < (best.over+leading)*r.room) {
			best = r
		}
	}
	if best != nil {
		best.line = leading
	}
}

// widen moves the rows of a run from its first up to the one that closes it and
// stands already: its spaces take what is over in proportion to how far they may
// grow. What is more than that moves the run from the head of its page, where its
// first row need not stand there, or by so little that nobody sees it.
func widen(rows []row, down []float64, over float64) {
	room := 0.0
	for i := 1; i < len(rows); i++ {
		room += rows[i].give
	}
	if room <= 0 || over <= 0 {
		return
	}
	part, moved := over/room, 0.0
	if part > 1 && !rows[0].snap && (rows[0].sinks || over-room <= unseen) {
		part, moved = 1, over-room
	}
	for i := range down {
		if i > 0 {
			moved += rows[i].give * part
		}
		down[i] = moved
	}
}
