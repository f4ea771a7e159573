// Package galley makes pages of rows: where each page of a chapter ends, with the
// notes that its rows call, and how far its rows move down to fill it. It knows
// nothing of the book but the rows and the type area.
package galley

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/vlist"
)

// Galley is a chapter on its way to pages, after Plass, Optimal Pagination
// Techniques for Automatic Typesetting Systems (1981): a list of the rows of
// its text, and one of the rows of the notes that they call, in the order of
// their calls. A page takes the next rows of both.
type Galley struct {
	Frame
	of      NotesOf
	Rows    []vlist.Row
	Notes   []vlist.Row
	Due     []int32             // rows of notes that the rows before each row of text call, and all of them
	Begins  []NoteHead          // the notes themselves
	high    []float64           // of the rows of notes before each, with the space above them
	clear   []float64           // between each row of text and notes below it, more than NoteGap; nil without notes
	plated  map[content.ID]bool // notes that plates call first
	stub    int                 // a page that begins at this row, or a later one, is all but empty
	elastic float64             // by which a row may be smaller at most
	floats  []float             // what may leave its place, in order
}

// NoteHead is where a note begins.
type NoteHead struct {
	Note content.ID
	row  int32 // in galley.notes
}

// Portion is what one page holds of a galley: from the first up to the second of
// each pair.
type Portion struct{ Row, RowEnd, Note, NoteEnd int32 }

// Frame is the type area that rows are put into, in points: its height, the
// leading of its grid, and the least room between text and notes.
type Frame struct{ Height, Leading, NoteGap float64 }

// NotesOf gives the rows of a note; ok is false for one that has none, or stands on
// a page already.
type NotesOf func(*content.Note) (rows []vlist.Row, ok bool)

// New makes the two lists of rows.
func New(f Frame, rows []vlist.Row, of NotesOf) *Galley {
	g := &Galley{Frame: f, of: of, Rows: rows, Due: make([]int32, len(rows)+1), plated: make(map[content.ID]bool)}
	seen := make(map[content.ID]bool)
	for i := range rows {
		for _, n := range g.calledBy(rows[i].Notes, seen) {
			seen[n.ID] = true
			g.Begins = append(g.Begins, NoteHead{n.ID, int32(len(g.Notes))})
			set, _ := of(n)
			g.Notes = append(g.Notes, set...)
		}
		g.Due[i+1] = int32(len(g.Notes))
		if f := rows[i].Float; f != nil {
			g.floats = append(g.floats, float{f, int32(i)})
		}
		for _, p := range rows[i].Plates {
			for k := range p.Rows {
				for _, n := range g.calledBy(p.Rows[k].Notes, seen) {
					seen[n.ID], g.plated[n.ID] = true, true
				}
			}
		}
	}
	g.measure()
	return g
}

// measure sums up the heights of the notes, and finds where the last rows of
// text begin to be too few for a page.
func (g *Galley) measure() {
	g.high = make([]float64, len(g.Notes)+1)
	for i := range g.Notes {
		g.high[i+1] = g.high[i] + g.Notes[i].Space + g.Notes[i].Height
	}
	if len(g.Notes) > 0 {
		g.clear = make([]float64, len(g.Rows))
		for i := range g.Rows {
			g.clear[i] = g.Clearance(&g.Rows[i])
		}
	}
	for i := range g.Rows {
		if e := g.Rows[i].Elastic; e != nil {
			g.elastic = max(g.elastic, e.Most)
		}
	}
	g.stub = len(g.Rows)
	for h := 0.0; g.stub > 0; g.stub-- {
		r := &g.Rows[g.stub-1]
		if h += r.Space + r.Height; h > vlist.LeastRows*g.Leading-vlist.Tolerance {
			break
		}
	}
}

// calledBy gives the notes that a row calls, and those that they call in turn,
// without those that were called before: seen, or placed with another galley.
func (g *Galley) calledBy(notes []*content.Note, seen map[content.ID]bool) []*content.Note {
	var fresh []*content.Note
	add := func(notes []*content.Note) {
		for _, n := range notes {
			if _, waits := g.of(n); waits && !seen[n.ID] && !slices.Contains(fresh, n) {
				fresh = append(fresh, n)
			}
		}
	}
	add(notes)
	for i := 0; i < len(fresh); i++ {
		rows, _ := g.of(fresh[i])
		for _, r := range rows {
			add(r.Notes)
		}
	}
	return fresh
}

// Plated are the notes that plates are the first to call.
func (g *Galley) Plated() map[content.ID]bool { return g.plated }

// PlatedNotes are the notes that a row of a plate is the first to call.
func (g *Galley) PlatedNotes(called []*content.Note) []*content.Note {
	return slices.DeleteFunc(g.calledBy(called, nil), func(n *content.Note) bool { return !g.plated[n.ID] })
}

// opens tells whether a page begins with a row because that was asked for: the break
// above it has a penalty of minus infinity.
func (g *Galley) opens(row int32) bool { return int(row) < len(g.Rows) && g.Rows[row].Opens }

// Closes tells a page that ends where it ends: the last of its chapter, or one before a
// page that was asked for.
func (g *Galley) Closes(p Portion) bool {
	if g.opens(p.RowEnd) {
		return p.NoteEnd == g.Due[p.RowEnd]
	}
	return int(p.RowEnd) == len(g.Rows) && int(p.NoteEnd) == len(g.Notes)
}

// FootOf is the room that the rows from…to of notes take, with the gap above and
// what stands again above the first.
func (g *Galley) FootOf(from, to int32) float64 {
	if from >= to {
		return 0
	}
	return g.NoteGap + vlist.Height(g.Notes[from].Again) + g.high[to] - g.high[from] - g.Notes[from].Space
}

// Clearance is what parts notes from a row that ends with an edge beyond NoteGap,
// in points: as much as text leaves below its baseline.
func (g *Galley) Clearance(r *vlist.Row) float64 {
	low := math.Inf(-1)
	for _, it := range r.Items {
		switch it := it.(type) {
		case *display.Image:
			low = max(low, it.Y+it.H)
		case *display.Rule:
			if vlist.IsEdge(it) && it.Elem == 0 {
				low = max(low, min(it.Y+it.H, max(r.Height, it.Y)))
			}
		}
	}
	return max(0, (1-format.BaselinePart)*g.Leading-r.Height+low)
}

// ClearUnder is the clearance of the last of the rows from…to.
func (g *Galley) ClearUnder(from, to int32) float64 {
	if g.clear == nil || from >= to {
		return 0
	}
	return g.clear[to-1]
}

// fitting is up to which row the notes from…to fit in a height.
func (g *Galley) fitting(from, to int32, height float64) int32 {
	return from + int32(sort.Search(int(to-from), func(n int) bool {
		return g.FootOf(from, from+int32(n)+1) > height+vlist.Tolerance
	}))
}

// noteAt is the note that a row of notes belongs to: its first row, and the
// one behind its last.
func (g *Galley) noteAt(n int32) (from, to int32) {
	i, found := slices.BinarySearchFunc(g.Begins, n, func(h NoteHead, n int32) int { return cmp.Compare(h.row, n) })
	if !found {
		i--
	}
	to = int32(len(g.Notes))
	if i+1 < len(g.Begins) {
		to = g.Begins[i+1].row
	}
	return g.Begins[i].row, to
}

// beganIn counts the notes that begin in the rows from…to.
func (g *Galley) beganIn(from, to int32) int {
	return g.beginAt(to) - g.beginAt(from)
}

// beginAt is the index of the first note that begins at a row of notes, or
// behind it.
func (g *Galley) beginAt(row int32) int {
	i, _ := slices.BinarySearchFunc(g.Begins, row, func(h NoteHead, n int32) int { return cmp.Compare(h.row, n) })
	return i
}

// CalledOn gives the notes that a page calls first.
func (g *Galley) CalledOn(p Portion) []NoteHead {
	return g.Begins[g.beginAt(g.Due[p.Row]):g.beginAt(g.Due[p.RowEnd])]
}
