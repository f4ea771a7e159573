package layout

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
)

// galley is a chapter on its way to pages, after Plass, Optimal Pagination
// Techniques for Automatic Typesetting Systems (1981): a list of the rows of
// its text, and one of the rows of the notes that they call, in the order of
// their calls. A page takes the next rows of both.
type galley struct {
	frame
	of      notesOf
	rows    []row
	notes   []row
	due     []int32             // rows of notes that the rows before each row of text call, and all of them
	begins  []noteHead          // the notes themselves
	high    []float64           // of the rows of notes before each, with the space above them
	clear   []float64           // between each row of text and notes below it, more than NoteGap; nil without notes
	plated  map[content.ID]bool // notes that plates call first
	stub    int                 // a page that begins at this row, or a later one, is all but empty
	elastic float64             // by which a row may be smaller at most
}

// noteHead is where a note begins.
type noteHead struct {
	note content.ID
	row  int32 // in galley.notes
}

// sheet is what one page holds of a galley: from the first up to the second of
// each pair.
type sheet struct{ row, rowEnd, note, noteEnd int32 }

// frame is the type area that rows are put into, in points: its height, the
// leading of its grid, and the least room between text and notes.
type frame struct{ height, leading, noteGap float64 }

// notesOf gives the rows of a note; ok is false for one that has none, or stands on
// a page already.
type notesOf func(*content.Note) (rows []row, ok bool)

// newGalley makes the two lists of rows.
func newGalley(f frame, rows []row, of notesOf) *galley {
	g := &galley{frame: f, of: of, rows: rows, due: make([]int32, len(rows)+1), plated: make(map[content.ID]bool)}
	seen := make(map[content.ID]bool)
	for i := range rows {
		for _, n := range g.calledBy(rows[i].notes, seen) {
			seen[n.ID] = true
			g.begins = append(g.begins, noteHead{n.ID, int32(len(g.notes))})
			set, _ := of(n)
			g.notes = append(g.notes, set...)
		}
		g.due[i+1] = int32(len(g.notes))
		for _, p := range rows[i].plates {
			for k := range p.rows {
				for _, n := range g.calledBy(p.rows[k].notes, seen) {
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
func (g *galley) measure() {
	g.high = make([]float64, len(g.notes)+1)
	for i := range g.notes {
		g.high[i+1] = g.high[i] + g.notes[i].space + g.notes[i].height
	}
	if len(g.notes) > 0 {
		g.clear = make([]float64, len(g.rows))
		for i := range g.rows {
			g.clear[i] = g.clearance(&g.rows[i])
		}
	}
	for i := range g.rows {
		if e := g.rows[i].elastic; e != nil {
			g.elastic = max(g.elastic, e.most)
		}
	}
	g.stub = len(g.rows)
	for h := 0.0; g.stub > 0; g.stub-- {
		r := &g.rows[g.stub-1]
		if h += r.space + r.height; h > leastRows*g.leading-tolerance {
			break
		}
	}
}

// calledBy gives the notes that a row calls, and those that they call in turn,
// without those that were called before: seen, or placed with another galley.
func (g *galley) calledBy(notes []*content.Note, seen map[content.ID]bool) []*content.Note {
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
			add(r.notes)
		}
	}
	return fresh
}

// platedNotes are the notes that a row of a plate is the first to call.
func (g *galley) platedNotes(called []*content.Note) []*content.Note {
	return slices.DeleteFunc(g.calledBy(called, nil), func(n *content.Note) bool { return !g.plated[n.ID] })
}

// opens tells whether a page begins with a row because that was asked for: the break
// above it has a penalty of minus infinity.
func (g *galley) opens(row int32) bool { return int(row) < len(g.rows) && g.rows[row].opens }

// closes tells a page that ends where it ends: the last of its chapter, or one before a
// page that was asked for.
func (g *galley) closes(p sheet) bool {
	if g.opens(p.rowEnd) {
		return p.noteEnd == g.due[p.rowEnd]
	}
	return int(p.rowEnd) == len(g.rows) && int(p.noteEnd) == len(g.notes)
}

// footOf is the room that the rows from…to of notes take, with the gap above and
// what stands again above the first.
func (g *galley) footOf(from, to int32) float64 {
	if from >= to {
		return 0
	}
	return g.noteGap + heightOf(g.notes[from].again) + g.high[to] - g.high[from] - g.notes[from].space
}

// clearance is what parts notes from a row that ends with an edge beyond NoteGap,
// in points: as much as text leaves below its baseline.
func (g *galley) clearance(r *row) float64 {
	low := math.Inf(-1)
	for _, it := range r.items {
		switch it := it.(type) {
		case *display.Image:
			low = max(low, it.Y+it.H)
		case *display.Rule:
			if isEdge(it) && it.Elem == 0 {
				low = max(low, min(it.Y+it.H, max(r.height, it.Y)))
			}
		}
	}
	return max(0, (1-format.BaselinePart)*g.leading-r.height+low)
}

// clearUnder is the clearance of the last of the rows from…to.
func (g *galley) clearUnder(from, to int32) float64 {
	if g.clear == nil || from >= to {
		return 0
	}
	return g.clear[to-1]
}

// fitting is up to which row the notes from…to fit in a height.
func (g *galley) fitting(from, to int32, height float64) int32 {
	return from + int32(sort.Search(int(to-from), func(n int) bool {
		return g.footOf(from, from+int32(n)+1) > height+tolerance
	}))
}

// noteAt is the note that a row of notes belongs to: its first row, and the
// one behind its last.
func (g *galley) noteAt(n int32) (from, to int32) {
	i, found := slices.BinarySearchFunc(g.begins, n, func(h noteHead, n int32) int { return cmp.Compare(h.row, n) })
	if !found {
		i--
	}
	to = int32(len(g.notes))
	if i+1 < len(g.begins) {
		to = g.begins[i+1].row
	}
	return g.begins[i].row, to
}

// beganIn counts the notes that begin in the rows from…to.
func (g *galley) beganIn(from, to int32) int {
	return g.beginAt(to) - g.beginAt(from)
}

// beginAt is the index of the first note that begins at a row of notes, or
// behind it.
func (g *galley) beginAt(row int32) int {
	i, _ := slices.BinarySearchFunc(g.begins, row, func(h noteHead, n int32) int { return cmp.Compare(h.row, n) })
	return i
}

// calledOn gives the notes that a page calls first.
func (g *galley) calledOn(p sheet) []noteHead {
	return g.begins[g.beginAt(g.due[p.row]):g.beginAt(g.due[p.rowEnd])]
}
