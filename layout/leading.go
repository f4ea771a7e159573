package layout

import (
	"math"

	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// fitLeading widens the leading of the whole book where ink of one line would
// touch the line below: vocalised text needs the room, and a grid that changed
// from line to line would be worse than a wider one. Small type and notes have
// leadings of their own.
func (l *layout) fitLeading() {
	st := &l.style
	body, small, note := l.needed()
	fitBody, fitSmall, fitNote := fit(body, st.Leading), fit(small, st.SmallLeading), fit(note, st.NoteLeading)
	again := l.jobs
	switch {
	case fitBody > st.Leading:
		st.Grow(fitBody)
	case fitSmall > st.SmallLeading:
	case fitNote > st.NoteLeading:
		again = l.noteJobs()
	default:
		return
	}
	st.SmallLeading, st.NoteLeading = fitSmall, fitNote
	l.set(again)
}

// needed is the least leading of running text, of small type and of notes.
func (l *layout) needed() (body, small, note float64) {
	st := &l.style
	for i := range l.sections {
		sec := &l.sections[i]
		for k, b := range sec.blocks {
			body = max(body, needs(b.rows, st.Leading))
			small = max(small, needs(b.rows, st.SmallLeading))
			if k > 0 && isText(sec.chapter.Blocks[k-1]) && isText(sec.chapter.Blocks[k]) {
				body = max(body, needsBetween(sec.blocks[k-1].rows, b.rows, st.Leading))
			}
		}
		var above []row
		for _, n := range l.footnotes(sec.chapter) {
			rows := l.notes[n.ID].rows
			note = max(note, needs(rows, st.NoteLeading), needsBetween(above, rows, st.NoteLeading))
			above = rows
		}
	}
	if l.front.contents != nil {
		leading := st.SmallLeading * entryLead
		small = max(small, needs(l.contents(), leading)/entryLead)
	}
	return body, small, note
}

// boxSlack forgives the boxes of glyphs, which are a little larger than their
// ink: a book of plain text keeps its grid.
const boxSlack = 1.05

// fit is a leading widened to what is needed, in half points, to twice itself
// at most.
func fit(need, leading float64) float64 {
	need /= boxSlack
	if need <= leading+tolerance {
		return leading
	}
	return min(math.Ceil(need*2)/2, 2*leading)
}

func (l *layout) noteJobs() []*blockRows {
	var notes []*blockRows
	for _, b := range l.jobs {
		if b.note != 0 {
			notes = append(notes, b)
		}
	}
	return notes
}

// needs is the least leading at which no ink of neighbouring lines touches;
// only lines that stand at the given leading count.
func needs(rows []row, leading float64) float64 {
	need := 0.0
	for i := range rows {
		for _, p := range rows[i].plates {
			need = max(need, needs(p.rows, leading))
		}
	}
	for i := 1; i < len(rows); i++ {
		need = max(need, needsOf(&rows[i-1], &rows[i], leading))
	}
	return need
}

// needsBetween is needs of the last row of a block and the first of the next.
func needsBetween(above, below []row, leading float64) float64 {
	if len(above) == 0 || len(below) == 0 {
		return 0
	}
	return needsOf(&above[len(above)-1], &below[0], leading)
}

// needsOf is needs of two neighbouring rows.
func needsOf(above, below *row, leading float64) float64 {
	need := 0.0
	for _, a := range above.items {
		a, ok := a.(*display.Text)
		if !ok {
			continue
		}
		for _, b := range below.items {
			b, ok := b.(*display.Text)
			if !ok || a.Line.Depth+b.Line.Height <= leading {
				continue
			}
			if apart := above.height - a.Y + below.space + b.Y; math.Abs(apart-leading) < tolerance {
				need = max(need, clash(a, b, leading))
			}
		}
	}
	return need
}

// loosen sets the lines of a title further apart where their ink would touch;
// titles stand at leadings of their own.
func loosen(rows []row, leading float64) {
	more := fit(needs(rows, leading), leading) - leading
	for i := range max(0, len(rows)-1) {
		rows[i].height += more
	}
}

// overshoot is how far the ink of rows stands out above the first and below
// the last of them; negative where it stays within.
func overshoot(rows []row) (above, below float64) {
	above, below = math.Inf(-1), math.Inf(-1)
	if len(rows) == 0 {
		return above, below
	}
	for _, it := range rows[0].items {
		if t, ok := it.(*display.Text); ok {
			above = max(above, t.Line.Height-t.Y)
		}
	}
	last := &rows[len(rows)-1]
	for _, it := range last.items {
		if t, ok := it.(*display.Text); ok {
			below = max(below, t.Line.Depth+t.Y-last.height)
		}
	}
	return above, below
}

// clash is the depth of a line's ink and the height of the next one's where
// glyphs of the two stand over each other, if it is more than the leading.
func clash(above, below *display.Text, leading float64) float64 {
	need := 0.0
	for i := range above.Line.Pieces {
		a := &above.Line.Pieces[i]
		if a.Word == nil {
			continue
		}
		for k := range below.Line.Pieces {
			b := &below.Line.Pieces[k]
			if b.Word == nil || b.X+b.Width < a.X || a.X+a.Width < b.X || a.Depth()+b.Height() <= leading {
				continue
			}
			need = max(need, meet(a, b, below.X-above.X))
		}
	}
	return need
}

// meet is the depth of a word's ink and the height of another's below it,
// where their glyphs stand over each other; 0 where none do. The lower line
// begins by shift further right.
func meet(a, b *paragraph.Piece, shift float64) float64 {
	need := 0.0
	over := inkOf(a)
	for _, under := range inkOf(b) {
		for _, g := range over {
			if g.left < under.right+shift && under.left+shift < g.right {
				need = max(need, g.depth+under.height)
			}
		}
	}
	return need
}

// ink is the box of a glyph on its line, in points: edges from the left end of
// the measure, height and depth from the baseline.
type ink struct{ left, right, height, depth float64 }

func inkOf(p *paragraph.Piece) []ink {
	face := p.Word.Face
	scale := p.Style.Size / float64(face.UnitsPerEm)
	boxes := make([]ink, len(p.Word.Glyphs))
	pen := 0
	for i, g := range p.Word.Glyphs {
		left, right := face.Span(int(g.GID))
		top, bottom := face.Extent(int(g.GID))
		x, y := pen+int(g.DX), int(g.DY)
		boxes[i] = ink{
			left: float64(p.X) + float64(x+left)*scale, right: float64(p.X) + float64(x+right)*scale,
			height: float64(top+y)*scale + p.Style.Rise, depth: -float64(bottom+y)*scale - p.Style.Rise,
		}
		pen += int(g.Advance)
	}
	return boxes
}
