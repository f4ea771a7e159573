package layout

import (
	"math/rand/v2"
	"testing"
)

// TestFill: however a page fills, none of its spaces grows further than it may but
// what the grid asks for, nothing stands below its foot, and a page that leaves the grid gains by it.
func TestFill(t *testing.T) {
	free := 0
	for seed := range uint64(3000) {
		g := airyGalley(rand.New(rand.NewPCG(seed, 5)))
		for _, p := range g.pages(seed%2 == 0) {
			height, leading := g.heightOn(p), g.leading
			runs, found, y := g.runsOn(g.rows[p.row:p.rowEnd])
			down, off := g.stretch(p)
			end := y + down[len(down)-1]
			if end > height+tolerance && y > 0 && p.rowEnd-p.row > 1 {
				t.Errorf("seed %d: a page of %.2f points ends at %.2f", seed, height, end)
			}
			if !off {
				continue
			}
			free++
			if g.closes(p) {
				t.Errorf("seed %d: the last page leaves the grid", seed)
			}
			on, short := found.onGrid(y, height, leading, p.note == p.noteEnd), (height-end)/leading
			if y <= height && (on.short <= 1 || short > 1+tolerance && short > on.short-leastGain+tolerance) {
				t.Errorf("seed %d: a page leaves the grid that is %.2f lines short on it, of %d runs, and is %.2f off it", seed, on.short, len(runs), short)
			}
			full := true
			for i := 1; i < len(down)-1; i++ {
				r := &g.rows[int(p.row)+i]
				grown := g.spaceAbove(p, i, down) - r.space
				if grown < -tolerance || grown > r.give+tolerance {
					t.Errorf("seed %d: a space grows by %.2f points, of %.2f", seed, grown, r.give)
				}
				full = full && grown > r.give-tolerance
			}
			if short > tolerance && !full {
				t.Errorf("seed %d: a page off the grid ends %.2f lines above its foot though its spaces may grow", seed, short)
			}
		}
	}
	if free < 100 {
		t.Errorf("%d pages left the grid", free)
	}
}

// spaceAbove is that above row i of a page.
func (g *galley) spaceAbove(p sheet, i int, down []float64) float64 {
	y, space := 0.0, 0.0
	for k := 0; k <= i; k++ {
		r := &g.rows[int(p.row)+k]
		top := g.topOf(r, k == 0, y)
		if k == i {
			space = top + down[k] - y - down[k-1]
		}
		y = top + r.height
	}
	return space
}

// airyGalley has displays with spaces around them among paragraphs.
func airyGalley(r *rand.Rand) *galley {
	prices := []int{0, 0, listPrice, orphanPrice, widowPrice, infinite}
	rows := make([]row, 30+r.IntN(30))
	for i := range rows {
		rows[i] = row{height: 20, snap: true, penalty: prices[r.IntN(len(prices))]}
		switch r.IntN(5) {
		case 0: // a display
			rows[i].snap, rows[i].height = false, 15+float64(r.IntN(60))
			rows[i].space, rows[i].give = 10, 10
		case 1:
			rows[i].space, rows[i].give = 8, float64(r.IntN(14))
		}
	}
	return newGalley(frame{height: 240, leading: 20, noteGap: 12}, rows, nil)
}
