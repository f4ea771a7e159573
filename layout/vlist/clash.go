package vlist

import (
	"math"

	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// boxSlack forgives the boxes of glyphs, which are a little larger than their
// ink: a book of plain text keeps its grid.
const boxSlack = 1.05

// Fit is a leading widened to what is needed, in half points, to twice itself
// at most.
func Fit(need, leading float64) float64 {
	need /= boxSlack
	if need <= leading+Tolerance {
		return leading
	}
	return min(math.Ceil(need*2)/2, 2*leading)
}

// Needs is the least leading at which no ink of neighbouring lines touches;
// only lines that stand at the given leading count.
func Needs(rows []Row, leading float64) float64 {
	need := 0.0
	for i := range rows {
		for _, p := range rows[i].Plates {
			need = max(need, Needs(p.Rows, leading))
		}
	}
	for i := 1; i < len(rows); i++ {
		need = max(need, needsOf(&rows[i-1], &rows[i], leading))
	}
	return need
}

// NeedsBetween is needs of the last row of a block and the first of the next.
func NeedsBetween(above, below []Row, leading float64) float64 {
	if len(above) == 0 || len(below) == 0 {
		return 0
	}
	return needsOf(&above[len(above)-1], &below[0], leading)
}

// needsOf is needs of two neighbouring rows.
func needsOf(above, below *Row, leading float64) float64 {
	need := 0.0
	for _, a := range above.Items {
		a, ok := a.(*display.Text)
		if !ok {
			continue
		}
		for _, b := range below.Items {
			b, ok := b.(*display.Text)
			if !ok || a.Line.Depth+b.Line.Height <= leading {
				continue
			}
			if apart := above.Height - a.Y + below.Space + b.Y; math.Abs(apart-leading) < Tolerance {
				need = max(need, clash(a, b, leading))
			}
		}
	}
	return need
}

// Loosen sets the lines of a title further apart where their ink would touch;
// titles stand at leadings of their own.
func Loosen(rows []Row, leading float64) {
	more := Fit(Needs(rows, leading), leading) - leading
	for i := range max(0, len(rows)-1) {
		rows[i].Height += more
	}
}

// Overshoot is how far the ink of rows stands out above the first and below
// the last of them; negative where it stays within.
func Overshoot(rows []Row) (above, below float64) {
	above, below = math.Inf(-1), math.Inf(-1)
	if len(rows) == 0 {
		return above, below
	}
	for _, it := range rows[0].Items {
		if t, ok := it.(*display.Text); ok {
			above = max(above, t.Line.Height-t.Y)
		}
	}
	last := &rows[len(rows)-1]
	for _, it := range last.Items {
		if t, ok := it.(*display.Text); ok {
			below = max(below, t.Line.Depth+t.Y-last.Height)
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
