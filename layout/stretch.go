package layout

// unseen is how far below the head of its page a heading may stand, in points.
const unseen = 2.5

// run is the rows of a page from one on the grid, or the first, up to the next,
// which closes it.
type run struct {
	from, to int
	over     float64 // what the grid leaves below it
	room     float64 // by which its spaces may grow
	line     float64 // that it gives
}

// stretch is how far each row of a page moves down, and the end of the last one
// as well; and whether the page leaves the grid. The last page of a chapter ends
// where it ends, and so does one before a page break that was asked for; one on the
// grid with notes gives whole lines alone, as the rest goes between text and notes.
func (g *galley) stretch(p sheet) (down []float64, free bool) {
	rows, _ := g.rowsOn(p)
	runs, found, y := g.runsOn(rows)
	if !g.closes(p) {
		f := found.fill(y, g.heightOn(p), g.leading, p.note == p.noteEnd)
		if f.free {
			return g.spread(rows, f.part), true
		}
		for range f.lines {
			giveLine(runs, g.leading)
		}
		runs[len(runs)-1].line = f.last
	}
	down = make([]float64, len(rows)+1)
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
	return down, false
}

// heightOn is the height that a page has for its text.
func (g *galley) heightOn(p sheet) float64 {
	foot := g.footOf(p.note, p.noteEnd)
	if foot > 0 {
		foot += g.clearUnder(p.row, p.rowEnd)
	}
	return g.height - foot
}

// spread is stretch for a page off the grid, whose spaces grow by a part of how far
// they may.
func (g *galley) spread(rows []row, part float64) []float64 {
	down := make([]float64, len(rows)+1)
	y, free := 0.0, 0.0 // where the rows end, on the grid and off it
	for i := range rows {
		r := &rows[i]
		top := g.topOf(r, i == 0, y)
		y = top + r.height
		if i == 0 {
			free = top
		} else {
			free += r.space + r.give*part
		}
		down[i] = free - top
		free += r.height
	}
	down[len(rows)] = free - y
	return down
}

// runsOn finds the runs of a page, where it can give, and at what it ends on the
// grid. The last run ends with the page.
func (g *galley) runsOn(rows []row) (runs []run, found places, y float64) {
	runs, found.page = append(runs, run{}), g.height
	for i := range rows {
		r, last := &rows[i], &runs[len(runs)-1]
		top := g.topOf(r, i == 0, y)
		over := top - y - r.space
		found.add(r, i == 0, over, g.leading)
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
	return runs, found, y
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

// topOf is where a row begins: behind its space, on the grid if it asks so.
// The first row of a page has no space above it, but what stands there again.
func (f frame) topOf(r *row, first bool, y float64) float64 {
	if first {
		return heightOf(r.again)
	}
	y += r.space
	if r.snap {
		y = ceilTo(y, f.leading)
	}
	return y
}
