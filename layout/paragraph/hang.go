package paragraph

import "unicode/utf8"

// hanging tells how far a mark at the edge of a line may stand in the margin,
// in parts of its advance: light marks more than heavy ones, so that the edge
// of the letters looks straight.
var hanging = map[rune]float64{
	'.': 0.7, ',': 0.7, '،': 0.7, ':': 0.5, ';': 0.5, '؛': 0.5, '-': 0.6, '‐': 0.6, '\u00AD': 0.6,
	'!': 0.3, '؟': 0.3, '?': 0.3, '…': 0.3,
	'«': 0.5, '»': 0.5, '“': 0.5, '”': 0.5, '‘': 0.5, '’': 0.5, '"': 0.5, '\'': 0.5,
	'(': 0.25, ')': 0.25, '[': 0.2, ']': 0.2,
}

// hang is how far the first and the last mark of a line stand in the margins,
// in points. A mark inside a run of the other direction does not lie at the
// edge and does not hang.
func (l *Line) hang(form Form) (start, end float64) {
	if !form.Hanging || len(l.Pieces) == 0 {
		return 0, 0
	}
	if p := &l.Pieces[0]; p.along(form) {
		r, _ := utf8.DecodeRuneInString(p.Word.Text)
		start = hanging[r] * p.Word.points(p.Word.advanceOf(0), p.Style)
	}
	if p := &l.Pieces[len(l.Pieces)-1]; p.along(form) {
		r, size := utf8.DecodeLastRuneInString(p.Word.Text)
		end = hanging[r] * p.Word.points(p.Word.advanceOf(len(p.Word.Text)-size), p.Style)
	}
	return start, end
}

// along tells a word that runs in the paragraph's own direction.
func (p *Piece) along(form Form) bool {
	return p.Word != nil && p.Word.Text != "" && p.Word.RTL != form.LTR
}

// advanceOf is the advance of the glyphs of the character at a byte, in font
// units.
func (w *Word) advanceOf(at int) int {
	n := 0
	for _, g := range w.Glyphs {
		if int(g.Cluster) == at {
			n += int(g.Advance)
		}
	}
	return n
}
