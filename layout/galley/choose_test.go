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
// short galleys with and without notes and floats. What is dearer than dearest may be
// missed: it was not looked at.
func TestChoose(t *testing.T) {
	moved := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 3))
		g := randomGalley(r)
		if seed >= 100 {
			g = floating(g, r)
		}
		odd := r.IntN(2) == 0
		c := ofAllEnds(g)
		want := cheapest(c, way{from: -1, late: g.none(), odd: !odd, foot: apart})
		made := g.choose(odd)
		got := math.Inf(1)
		for i := made.at[len(g.Rows)]; i >= 0; i = made.ways[i].next {
			got = min(got, made.ways[i].price)
		}
		if got < want-1e-6 || got > want+1e-6 && want <= dearest {
			t.Errorf("seed %d: pages cost %.2f, the best %.2f", seed, got, want)
		}
		if seed < 100 {
			if price := priceOf(c, g.Pages(odd), odd); price < got-1e-6 || price > got+1e-6 {
				t.Errorf("seed %d: the pages given cost %.2f, those chosen %.2f", seed, price, got)
			}
			continue
		}
		portions, moves := made.portions()
		moved += len(moves)
		checkFloats(t, seed, g, portions, moves)
	}
	if moved == 0 {
		t.Error("no float left its place")
	}
}

// floating makes floats of rows that call no notes.
func floating(g *Galley, r *rand.Rand) *Galley {
	for i := 1; i+3 < len(g.Rows); i++ {
		n := 1 + r.IntN(2)
		if r.IntN(2) == 0 || !vlist.Moves(g.Rows[i:i+n]) || g.Rows[i+n].Penalty >= vlist.Infinite {
			continue
		}
		f := &vlist.Float{Rows: n, Bound: n + r.IntN(len(g.Rows)-i-n+1), Left: [2]vlist.Row{g.Rows[i+n], g.Rows[i+n]}, Under: vlist.Seam{Space: 10, Give: 10}}
		f.Left[0].Height += 1 // another than as it is written
		for k := i; k < i+n; k++ {
			g.Rows[k].Height, g.Rows[k].Snap = 30, false
			if k > i {
				g.Rows[k].Penalty = vlist.Infinite
			}
		}
		g.Rows[i].Float = f
		i += n
	}
	return New(g.Frame, g.Rows, g.of)
}

// checkFloats holds moved floats to what they owe: the order in which they are written,
// their bounds, all rows once, and pages that have room for what was moved to them.
func checkFloats(t *testing.T, seed uint64, g *Galley, portions []Portion, moves []move) {
	t.Helper()
	before, floats := *g, slices.Clone(g.floats)
	if !g.fit(moves) {
		t.Errorf("seed %d: moves beyond their bounds: %v", seed, moves)
	}
	for i := 1; i < len(moves); i++ {
		if moves[i].float <= moves[i-1].float || moves[i].before < moves[i-1].before {
			t.Errorf("seed %d: out of order: %v", seed, moves)
		}
	}
	g.move(moves)
	if len(g.Rows) != len(before.Rows) || g.Due[len(g.Rows)] != before.Due[len(before.Rows)] {
		t.Errorf("seed %d: %d rows of %d, %d rows of notes of %d", seed, len(g.Rows), len(before.Rows), g.Due[len(g.Rows)], before.Due[len(before.Rows)])
	}
	var order []*vlist.Float
	for i := range g.Rows {
		if f := g.Rows[i].Float; f != nil {
			order = append(order, f)
		}
	}
	for i, f := range order {
		if f != floats[i].Float {
			t.Errorf("seed %d: float %d is out of order", seed, i)
		}
	}
	at := int32(0)
	for _, s := range portions {
		if s.Row != at || !g.hasRoom(s) && s.RowEnd > s.Row+1 {
			t.Errorf("seed %d: page %v does not hold what it was chosen for, behind row %d", seed, s, at)
		}
		at = s.RowEnd
	}
	for _, m := range moves {
		heads := slices.ContainsFunc(portions, func(s Portion) bool {
			return int(s.Row) < len(g.Rows) && (g.Rows[s.Row].Float == floats[m.float].Float)
		})
		alone := m.float == 0 || !slices.ContainsFunc(moves, func(o move) bool { return o.float == m.float-1 && o.before == m.before })
		if alone && !heads {
			t.Errorf("seed %d: float %d was moved, but heads no page", seed, m.float)
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
	if c.isEnd(&w) {
		return w.price
	}
	c.endings(w.row, w.note, w.late)
	best := math.Inf(1)
	for _, e := range slices.Clone(c.ends) {
		best = min(best, cheapest(c, w.with(&e, 0)))
	}
	return best
}

// priceOf is what pages cost.
func priceOf(c *chooser, pages []Portion, odd bool) float64 {
	w := way{late: c.none(), odd: !odd, foot: apart}
	for _, p := range pages {
		c.endings(p.Row, p.Note, c.none())
		i := slices.IndexFunc(c.ends, func(e ending) bool { return e.row == p.RowEnd && e.note == p.NoteEnd })
		if i < 0 {
			return math.Inf(1)
		}
		w = w.with(&c.ends[i], 0)
	}
	return w.price
}
