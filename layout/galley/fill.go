package galley

import (
	"math"

	"warraq/layout/vlist"
)

// mostGiven is how many lines a page on the grid makes up by its spaces, at most;
// leastGain how many more one that leaves it must make up, if it stays more than a
// line short.
const (
	mostGiven = 2
	leastGain = 0.5
)

// A page fills in one of two ways. On the grid, a run is what stands between two
// rows on it: its spaces take what the grid leaves below it. Where the page would
// end above its foot they take a line more, as far as they may grow, so that the
// last line stands on the foot again and beside that of the page that faces it.
//
// A page that would still be more than a line short then, or has no room for what
// ought to stand on it, leaves the grid where it comes nearer to its foot by that:
// all of its spaces share what it has, in proportion to how far they may grow; then
// the white within its blocks does: lines stand a little further apart, and items, and
// the rows of tables. Or its lines draw nearer, by less than the eye sees, for what is
// a few points too high. What none of this has room for the page stays short of.

// places counts, row by row, where a page can give: a run that has room for a
// line is closed when a row on the grid follows it.
type places struct {
	page   float64 // its height, points
	closed int
	room   float64 // by which the spaces of the run may grow, points
	give   float64 // by which all spaces of the page may grow
	loose  float64 // by which the white within blocks may grow beyond that
	tight  float64 // by which lines may draw nearer
	low    float64 // height of the page without the grid, no space grown

	elastic *vlist.Elastic // the last picture that may be smaller, and
	snaps   bool           // that a row on the grid follows it
	shrunk  float64        // by which it is smaller, points
}

// add adds a row, above which the grid leaves some space over.
func (p *places) add(r *vlist.Row, first bool, over, leading float64) {
	if p.snaps = p.snaps || r.Snap; r.Elastic != nil {
		p.elastic, p.snaps = r.Elastic, false
	}
	p.loose += r.Loose.Sum(first)
	if first {
		p.low = vlist.Height(r.Again) + r.Height
		return
	}
	p.low += r.Space + r.Height
	p.give += r.Give
	p.tight += r.Tight
	p.room += r.Give
	if r.Snap {
		if p.room >= over+leading-vlist.Tolerance {
			p.closed++
		}
		p.room = 0
	}
}

// filling is how a page fills, and what that costs.
type filling struct {
	lines int     // that runs give on the grid
	last  float64 // that the run gives which ends the page
	free  bool    // the page leaves the grid
	part  float64 // of how far its spaces may grow, on a page that does
	more  float64 // of how far the white within its blocks may grow; below 0, of how far its lines may draw nearer
	short float64 // lines by which the page ends above its foot, or its notes
	price float64
}

// fill finds the cheaper way to fill a page of a height, whose rows end at y on the
// grid.
func (p *places) fill(y, height, leading float64, bare bool) filling {
	on := p.onGrid(y, height, leading, bare)
	if on.short <= 1+vlist.Tolerance {
		return on
	}
	free := p.freed(height, leading)
	if gains := free.short <= 1+vlist.Tolerance || free.short <= on.short-leastGain; gains && free.price < on.price {
		return free
	}
	return on
}

// onGrid is how a page fills on the grid. The run that ends a page without notes
// gives what is left, up to a line.
func (p *places) onGrid(y, height, leading float64, bare bool) filling {
	left := height - y
	if left < -vlist.Tolerance {
		return filling{short: math.Inf(1), price: math.Inf(1)}
	}
	f := filling{lines: max(0, min(p.closed, mostGiven, int((left+vlist.Tolerance)/leading)))}
	left -= float64(f.lines) * leading
	if bare {
		f.last = max(0, min(left, p.room, leading))
	}
	given := float64(f.lines) + f.last/leading
	f.short = max(0, left-f.last) / leading
	f.price = vlist.HolePrice(f.short, p.page/leading) + givePrice*given*given
	return f
}

// freed is how a page of a height fills without the grid.
func (p *places) freed(height, leading float64) filling {
	slack := height - p.low
	if slack < -p.tight-vlist.Tolerance || p.give+p.loose+p.tight <= 0 {
		return filling{price: math.Inf(1)}
	}
	f := filling{free: true}
	switch {
	case slack < 0:
		f.more = max(-1, slack/p.tight)
		f.price = tightPrice * f.more * f.more
	case slack < p.give:
		f.part = slack / p.give
	default:
		slack -= p.give
		f.part = 1
		if p.loose > 0 {
			f.more = min(1, slack/p.loose)
		}
		f.short = max(0, slack-p.loose) / leading
		f.price = loosePrice * f.more * f.more
	}
	f.price += freePrice + vlist.HolePrice(f.short, p.page/leading) + givePrice*f.part
	return f
}

// fits tells whether a page of a height has room for its rows, which end at y on
// the grid.
func (p *places) fits(y, height float64) bool {
	return y <= height+vlist.Tolerance || p.low-p.tight <= height+vlist.Tolerance && p.give+p.loose+p.tight > 0
}
