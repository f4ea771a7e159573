package layout

import (
	"math"

	"warraq/layout/paragraph"
)

// fitLeading widens the leading of the whole book where ink of one line would
// touch the line below: vocalised text needs the room, and a grid that changed
// from line to line would be worse than a wider one. Small type and notes have
// leadings of their own.
func (l *layout) fitLeading() {
	st := &l.style
	var body, small, note float64
	for i := range l.sections {
		for _, b := range l.sections[i].blocks {
			body = max(body, needs(b.rows, st.Leading))
			small = max(small, needs(b.rows, st.SmallLeading))
		}
	}
	for _, b := range l.notes {
		note = max(note, needs(b.rows, st.NoteLeading))
	}
	fitBody, fitSmall, fitNote := fit(body, st.Leading), fit(small, st.SmallLeading), fit(note, st.NoteLeading)
	again := l.jobs
	switch {
	case fitBody > st.Leading:
		st.grow(fitBody)
	case fitSmall > st.SmallLeading:
	case fitNote > st.NoteLeading:
		again = l.noteJobs()
	default:
		return
	}
	st.SmallLeading, st.NoteLeading = fitSmall, fitNote
	l.set(again)
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
	var above *Text
	for i := range rows {
		text := lineOf(&rows[i])
		if above != nil && text != nil && above.Line.Depth+text.Line.Height > leading {
			apart := rows[i-1].height - above.Y + rows[i].space + text.Y
			if abs(apart-leading) < tolerance {
				need = max(need, clash(above, text, leading))
			}
		}
		above = text
	}
	return need
}

// lineOf is the widest line of a row: the text rather than its mark.
func lineOf(r *row) *Text {
	var line *Text
	for _, it := range r.items {
		if t, ok := it.(*Text); ok && (line == nil || t.Line.Width > line.Line.Width) {
			line = t
		}
	}
	return line
}

// clash is the depth of a line's ink and the height of the next one's where
// glyphs of the two stand over each other, if it is more than the leading.
func clash(above, below *Text, leading float64) float64 {
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
