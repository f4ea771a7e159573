package galley

import (
	"math"
	"slices"

	"warraq/layout/vlist"
)

// Memory is what choosing the pages of a book leaves to choosing them again after an
// edit: the pages of galleys whose rows are shaped as they were, whatever stands in
// them. It serves one book at a time; nil remembers nothing, and the zero value is one
// of nothing yet.
type Memory struct {
	before, now map[sum][]*chosen // of the book before, and of this one
}

// Turn begins another laying out of the book. What the one before it did not ask for is
// forgotten.
func (m *Memory) Turn() {
	if m != nil {
		m.before, m.now = m.now, make(map[sum][]*chosen, len(m.now))
	}
}

// sum is what tells most galleys apart.
type sum struct {
	rows, notes int
	odd         bool
	mixed       uint64
}

// chosen is all that the pages of a galley depend on, and the pages.
type chosen struct {
	frame    Frame
	rows     []shape
	notes    []shape
	due      []int32
	begins   []int32
	clear    []float64
	portions []Portion
	moves    []move
}

// shape is a row without what stands in it.
type shape struct {
	form
	floats bool
	float  floatShape
}

// floatShape is a float, and the forms of the rows behind it.
type floatShape struct {
	rows, bound  int
	under, chain vlist.Seam
	next, price  int
	left         [2]form
}

// form is the shape of a row, but for the float that begins with it.
type form struct {
	space, height, again, give, tight float64
	loose                             vlist.Slack
	penalty                           int
	snap, opens, sinks, runs, told    bool
	shrinks                           bool
	most, whole                       float64 // of pictures that may be smaller
}

func shapeOf(r *vlist.Row) shape {
	s := shape{form: formOf(r)}
	if f := r.Float; f != nil {
		s.floats, s.float = true, floatShape{f.Rows, f.Bound, f.Under, f.Chain, f.Next, f.Price, [2]form{formOf(&f.Left[0]), formOf(&f.Left[1])}}
	}
	return s
}

func formOf(r *vlist.Row) form {
	s := form{space: r.Space, height: r.Height, again: vlist.Height(r.Again), give: r.Give, tight: r.Tight, loose: r.Loose,
		penalty: r.Penalty, snap: r.Snap, opens: r.Opens, sinks: r.Sinks, runs: r.Runs, told: r.Told}
	if e := r.Elastic; e != nil {
		s.shrinks, s.most, s.whole = true, e.Most, e.Whole
	}
	return s
}

func shapesOf(rows []vlist.Row) []shape {
	shapes := make([]shape, len(rows))
	for i := range rows {
		shapes[i] = shapeOf(&rows[i])
	}
	return shapes
}

// areShaped tells whether rows have the shapes that others had.
func areShaped(rows []vlist.Row, shapes []shape) bool {
	if len(rows) != len(shapes) {
		return false
	}
	for i := range rows {
		if shapeOf(&rows[i]) != shapes[i] {
			return false
		}
	}
	return true
}

// pages gives the pages of a galley as they were chosen before, or chooses them.
func (m *Memory) pages(g *Galley, odd bool) ([]Portion, []move) {
	if m == nil {
		return g.choose(odd).portions()
	}
	key := g.sum(odd)
	for _, known := range slices.Concat(m.now[key], m.before[key]) {
		if known.are(g) {
			m.keep(key, known)
			return slices.Clone(known.portions), known.moves
		}
	}
	made := &chosen{frame: g.Frame, rows: shapesOf(g.Rows), notes: shapesOf(g.Notes), due: g.Due, begins: g.beginnings(), clear: g.clear}
	made.portions, made.moves = g.choose(odd).portions()
	m.keep(key, made)
	return slices.Clone(made.portions), made.moves
}

func (m *Memory) keep(key sum, c *chosen) {
	if !slices.Contains(m.now[key], c) {
		m.now[key] = append(m.now[key], c)
	}
}

// sum is what tells the galley from most others.
func (g *Galley) sum(odd bool) sum {
	h := uint64(len(g.Rows))
	for _, rows := range [][]vlist.Row{g.Rows, g.Notes} {
		for i := range rows {
			h = (h^math.Float64bits(rows[i].Height)^math.Float64bits(rows[i].Space)<<1^uint64(rows[i].Penalty))*0x9E3779B97F4A7C15 + 1
		}
	}
	return sum{len(g.Rows), len(g.Notes), odd, h}
}

// are tells whether the pages are those of a galley.
func (c *chosen) are(g *Galley) bool {
	return c.frame == g.Frame && areShaped(g.Rows, c.rows) && areShaped(g.Notes, c.notes) &&
		slices.Equal(c.due, g.Due) && slices.Equal(c.begins, g.beginnings()) && slices.Equal(c.clear, g.clear)
}

// beginnings are the rows at which notes begin.
func (g *Galley) beginnings() []int32 {
	rows := make([]int32, len(g.Begins))
	for i := range g.Begins {
		rows[i] = g.Begins[i].row
	}
	return rows
}
