package galley

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"warraq/content"
	"warraq/layout/vlist"
)

// TestChoose compares the pages chosen with the cheapest of all that can be, on
// short galleys with and without notes. What is dearer than dearest may be
// missed: it was not looked at.
func TestChoose(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 3))
		g := randomGalley(r)
		odd := r.IntN(2) == 0
		c := &chooser{Galley: g}
		want := cheapest(c, way{from: -1, odd: !odd, foot: apart})
		if got := priceOf(c, g.Pages(odd), odd); got < want-1e-6 || got > want+1e-6 && want <= dearest {
			t.Errorf("seed %d: pages cost %.2f, the best %.2f", seed, got, want)
		}
	}
}

// randomGalley has some rows on a page of five lines, and a few notes.
func randomGalley(r *rand.Rand) *Galley {
	notes := make(map[content.ID][]vlist.Row)
	prices := []int{0, 0, 0, vlist.ListPrice, vlist.OrphanPrice, vlist.WidowPrice, vlist.Infinite}
	rows := make([]vlist.Row, 4+r.IntN(6))
	for i := range rows {
		rows[i] = vlist.Row{Height: 20, Snap: true, Penalty: prices[r.IntN(len(prices))]}
		if r.IntN(4) == 0 {
			rows[i].Space, rows[i].Give = 20, 20
		}
		if r.IntN(9) == 0 {
			n := &content.Note{Place: content.Place{ID: content.ID(i + 1)}}
			notes[n.ID] = slices.Repeat([]vlist.Row{{Height: 14}}, 1+r.IntN(4))
			rows[i].Notes = append(rows[i].Notes, n)
		}
	}
	return New(Frame{Height: 100, Leading: 20, NoteGap: 12}, rows, waiting(notes))
}

// waiting are notes of which none stands on a page yet.
func waiting(notes map[content.ID][]vlist.Row) NotesOf {
	return func(n *content.Note) ([]vlist.Row, bool) {
		rows, ok := notes[n.ID]
		return rows, ok
	}
}

// cheapest tries all pages that go on from a way.
func cheapest(c *chooser, w way) float64 {
	if int(w.row) == len(c.Rows) && int(w.note) == len(c.Notes) {
		return w.price
	}
	c.endings(w.row, w.note)
	best := math.Inf(1)
	for _, e := range slices.Clone(c.ends) {
		best = min(best, cheapest(c, w.with(&e, 0)))
	}
	return best
}

// priceOf is what pages cost.
func priceOf(c *chooser, pages []Sheet, odd bool) float64 {
	w := way{odd: !odd, foot: apart}
	for _, p := range pages {
		c.endings(p.Row, p.Note)
		i := slices.IndexFunc(c.ends, func(e ending) bool { return e.row == p.RowEnd && e.note == p.NoteEnd })
		if i < 0 {
			return math.Inf(1)
		}
		w = w.with(&c.ends[i], 0)
	}
	return w.price
}
