package galley

import (
	"math/rand/v2"
	"testing"

	"warraq/layout/vlist"
)

// TestFill: however a page fills, none of its spaces grows or shrinks further than it
// may but what the grid asks for, nothing stands below its foot, and a page that leaves
// the grid gains by it; the last one leaves it where it has no room on it.
func TestFill(t *testing.T) {
	free, tight := 0, false
	for seed := range uint64(3000) {
		g := airyGalley(rand.New(rand.NewPCG(seed, 5)))
		for _, p := range g.Pages(seed%2 == 0) {
			height, leading := g.heightOn(p), g.Leading
			runs, found, y := g.runsOn(g.Rows[p.Row:p.RowEnd])
			fit := g.Stretch(p)
			down, off := fit.Down, fit.Free
			end := y + down[len(down)-1]
			if end > height+vlist.Tolerance && y > 0 && p.RowEnd-p.Row > 1 {
				t.Errorf("seed %d: a page of %.2f points ends at %.2f", seed, height, end)
			}
			if !off {
				continue
			}
			free++
			if g.Closes(p) {
				if y <= height+vlist.Tolerance {
					t.Errorf("seed %d: the last page leaves the grid", seed)
				}
				continue
			}
			on, short := found.onGrid(y, height, leading, p.Note == p.NoteEnd), (height-end)/leading
			if y <= height && (on.short <= 1 || short > 1+vlist.Tolerance && short > on.short-leastGain+vlist.Tolerance) {
				t.Errorf("seed %d: a page leaves the grid that is %.2f lines short on it, of %d runs, and is %.2f off it", seed, on.short, len(runs), short)
			}
			full := true
			for i := 1; i < len(down)-1; i++ {
				r := &g.Rows[int(p.Row)+i]
				grown := g.spaceAbove(p, i, down) - r.Space
				most := r.Give + r.Loose.Above + g.Rows[int(p.Row)+i-1].Loose.Sum(true)
				if grown < -r.Tight-vlist.Tolerance || grown > most+vlist.Tolerance {
					t.Errorf("seed %d: a space grows by %.2f points, of -%.2f to %.2f", seed, grown, r.Tight, most)
				}
				tight = tight || grown < -vlist.Tolerance
				full = full && grown > most-vlist.Tolerance
			}
			if short > vlist.Tolerance && !full {
				t.Errorf("seed %d: a page off the grid ends %.2f lines above its foot though its spaces may grow", seed, short)
			}
		}
	}
	if free < 100 || !tight {
		t.Errorf("%d pages left the grid, spaces shrank: %v", free, tight)
	}
}

// spaceAbove is that above row i of a page.
func (g *Galley) spaceAbove(p Portion, i int, down []float64) float64 {
	y, space := 0.0, 0.0
	for k := 0; k <= i; k++ {
		r := &g.Rows[int(p.Row)+k]
		top := g.TopOf(r, k == 0, y)
		if k == i {
			space = top + down[k] - y - down[k-1]
		}
		y = top + r.Height
	}
	return space
}

// airyGalley has displays with spaces around them among paragraphs.
func airyGalley(r *rand.Rand) *Galley {
	prices := []int{0, 0, vlist.ListPrice, vlist.OrphanPrice, vlist.WidowPrice, vlist.Infinite}
	rows := make([]vlist.Row, 30+r.IntN(30))
	for i := range rows {
		rows[i] = vlist.Row{Height: 20, Snap: true, Penalty: prices[r.IntN(len(prices))]}
		switch r.IntN(5) {
		case 0: // a display
			rows[i].Snap, rows[i].Height = false, 15+float64(r.IntN(60))
			rows[i].Space, rows[i].Give = 10, 10
		case 1:
			rows[i].Space, rows[i].Give = 8, float64(r.IntN(14))
		case 2: // a line that may stand nearer to the one above it, or further from it
			rows[i].Loose.Above, rows[i].Tight = 2, 1
		case 3: // of a table
			rows[i].Snap, rows[i].Loose.Over, rows[i].Loose.Under = false, 1, 1
		}
	}
	return New(Frame{Height: 240, Leading: 20, NoteGap: 12}, rows, nil)
}
