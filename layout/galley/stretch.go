package galley

import "warraq/layout/vlist"

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

// Fit is how the rows of a page fill it.
type Fit struct {
	Down []float64 // by which each row stands lower than on the grid, and the end of the last one as well, points
	Free bool      // the page leaves the grid
	More float64   // of how far the white within blocks may grow; below 0, of how far lines may draw nearer
}

// Stretch finds how the rows of a page fill it. The last page of a chapter ends
// where it ends, and so does one before a page break that was asked for, unless its
// rows have no room on the grid; one on the grid with notes gives whole lines alone,
// as the rest goes between text and notes.
func (g *Galley) Stretch(p Portion) Fit {
	rows, _ := g.RowsOn(p)
	runs, found, y := g.runsOn(rows)
	height := g.heightOn(p)
	switch closes := g.Closes(p); {
	case closes && y > height+vlist.Tolerance:
		if f := found.freed(height, g.Leading); f.free {
			return g.spread(rows, f)
		}
	case !closes:
		f := found.fill(y, height, g.Leading, p.Note == p.NoteEnd)
		if f.free {
			return g.spread(rows, f)
		}
		for range f.lines {
			giveLine(runs, g.Leading)
		}
		runs[len(runs)-1].line = f.last
	}
	down := make([]float64, len(rows)+1)
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
	return Fit{Down: down}
}

// heightOn is the height that a page has for its text.
func (g *Galley) heightOn(p Portion) float64 {
	foot := g.FootOf(p.Note, p.NoteEnd)
	if foot > 0 {
		foot += g.ClearUnder(p.Row, p.RowEnd)
	}
	return g.Height - foot
}

// spread is Stretch for a page off the grid, whose spaces grow by a part of how far
// they may and whose blocks grow within, or shrink.
func (g *Galley) spread(rows []vlist.Row, f filling) Fit {
	down := make([]float64, len(rows)+1)
	y, free := 0.0, 0.0 // where the rows end, on the grid and off it
	for i := range rows {
		r := &rows[i]
		top := g.TopOf(r, i == 0, y)
		y = top + r.Height
		switch {
		case i == 0:
			free = top
		case f.more < 0:
			free += r.Space + r.Tight*f.more
		default:
			free += r.Space + r.Give*f.part + r.Loose.Above*f.more
		}
		down[i] = free - top
		free += r.Height
		if f.more > 0 {
			free += (r.Loose.Over + r.Loose.Under) * f.more
		}
	}
	down[len(rows)] = free - y
	return Fit{Down: down, Free: true, More: f.more}
}

// runsOn finds the runs of a page, where it can give, and at what it ends on the
// grid. The last run ends with the page.
func (g *Galley) runsOn(rows []vlist.Row) (runs []run, found places, y float64) {
	runs, found.page = append(runs, run{}), g.Height
	for i := range rows {
		r, last := &rows[i], &runs[len(runs)-1]
		top := g.TopOf(r, i == 0, y)
		over := top - y - r.Space
		found.add(r, i == 0, over, g.Leading)
		y = top + r.Height
		if i == 0 {
			continue
		}
		last.room += r.Give
		if r.Snap {
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
		if r.line == 0 && r.room >= r.over+leading-vlist.Tolerance &&
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
// first row need not stand there, or by so little that nobody sees it; lines of running
// text, which stand beside those of the page that faces it, stay.
func widen(rows []vlist.Row, down []float64, over float64) {
	room := 0.0
	for i := 1; i < len(rows); i++ {
		room += rows[i].Give
	}
	if room <= 0 || over <= 0 {
		return
	}
	part, moved := over/room, 0.0
	if part > 1 && !rows[0].Snap && (rows[0].Sinks || !rows[0].Runs && over-room <= unseen) {
		part, moved = 1, over-room
	}
	for i := range down {
		if i > 0 {
			moved += rows[i].Give * part
		}
		down[i] = moved
	}
}

// TopOf is where a row begins: behind its space, on the grid if it asks so.
// The first row of a page has no space above it, but what stands there again.
func (f Frame) TopOf(r *vlist.Row, first bool, y float64) float64 {
	if first {
		return vlist.Height(r.Again)
	}
	return r.TopBelow(y, f.Leading)
}
