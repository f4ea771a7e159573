package paragraph

import (
	"math"
	"unicode/utf8"

	"warraq/content/char"
)

// Line sets spans as one line that is never broken, both ends of its ink at
// the edges of the measure: a hemistich of a poem. What the measure has to
// spare goes to bars first and then to the spaces, by rules more generous than
// those of prose (see [Compositor.extend]); Form.Kashida's Rules say where a
// word may lengthen, its other fields are of prose alone.
//
// Ink is that of letters: marks may stand beyond the edges, and so does a note
// called at the end of the line, as far as Form.Beyond lets it. A line without
// spaces and without a word that lengthens is left at its natural width, at the
// start edge. A line that is wider than the measure, its spaces as narrow as
// [Compositor.LineWidth] lets them be, stands out of it at the end edge.
func (c *Compositor) Line(spans []Span, form Form) Setting {
	form = form.sound()
	line, missing := c.oneLine(spans, form)
	if len(line.Pieces) == 0 {
		return Setting{Missing: missing}
	}
	c.overhang(&line, form)
	c.fillInk(&line, form)
	c.place(&line, form, 0)
	c.divide(&line)
	return Setting{Lines: []Line{line}, Missing: missing}
}

// LineWidth is the width that spans need as a [Compositor.Line]: of their ink
// as it is, and with their spaces as narrow as such a line has them, in points.
func (c *Compositor) LineWidth(spans []Span, form Form) (natural, least float64) {
	line, _ := c.oneLine(spans, form)
	if len(line.Pieces) == 0 {
		return 0, 0
	}
	c.overhang(&line, form)
	natural, spaces := line.measure()
	natural -= line.start + line.end
	return natural, natural - tightLine*spaces
}

// tightLine is the part of its spaces that a hemistich may lose where it would
// not fit its column else. It is less than prose may lose: short lines beside
// others show it more.
const tightLine = 0.2

// oneLine gathers spans on a line.
func (c *Compositor) oneLine(spans []Span, form Form) (Line, []Missing) {
	form.Measure, form.Indent, form.NoHyphens = 0, 0, true
	missing := c.itemize(spans, form)
	c.shapeUnits(form)
	c.makeNodes(form)
	line := Line{Pieces: c.collect(nil, 0, len(c.nodes))}
	for i := range line.Pieces {
		p := &line.Pieces[i]
		line.Height, line.Depth = max(line.Height, p.Height()), max(line.Depth, p.Depth())
	}
	return line, missing
}

// measure is the natural width of the line and of the spaces in it.
func (l *Line) measure() (natural, spaces float64) {
	for i := range l.Pieces {
		p := &l.Pieces[i]
		natural += float64(p.Width)
		if p.Word == nil && !p.tied {
			spaces += float64(p.Width)
		}
	}
	return natural, spaces
}

// overhang finds how far the line must reach beyond the measure for its ink to
// end at the edges: what the first and the last letter have as white at their
// sides, and a note's call behind the last, as far as it may stand out.
func (c *Compositor) overhang(line *Line, form Form) {
	n, call := len(line.Pieces), 0.0
	for ; n > 1 && (line.Pieces[n-1].Style.Rise > 0 || line.Pieces[n-1].Word == nil); n-- {
		call += float64(line.Pieces[n-1].Width)
	}
	if form.Beyond > 0 {
		call = min(call, form.Beyond)
	}
	c.place(line, form, 0)
	first, last := &line.Pieces[0], &line.Pieces[0] // at the left and at the right
	for i := range line.Pieces[:n] {
		p := &line.Pieces[i]
		if p.X < first.X {
			first = p
		}
		if p.X > last.X {
			last = p
		}
	}
	left, _ := first.bearings()
	_, right := last.bearings()
	line.start, line.end = right, left+call
	if form.LTR {
		line.start, line.end = left, right+call
	}
}

// bearings is the white between the ends of a piece and the ink of its
// letters, in points; less than nothing where ink reaches out of it.
func (p *Piece) bearings() (left, right float64) {
	if p.Word == nil {
		return 0, 0
	}
	w, pen, found := p.Word, 0, false
	from, to := 0, w.Advance
	for _, g := range w.Glyphs {
		a, b := w.Face.Span(int(g.GID))
		a, b = a+pen+int(g.DX), b+pen+int(g.DX)
		pen += int(g.Advance)
		if r, _ := utf8.DecodeRuneInString(w.Text[g.Cluster:]); a == b || char.In(r, char.Mn) {
			continue
		}
		if !found {
			from, to, found = a, b, true
		}
		from, to = min(from, a), max(to, b)
	}
	return w.points(from, p.Style), w.points(w.Advance-to, p.Style)
}

// fillInk lengthens words and then spaces until the line's ink fills the
// measure.
func (c *Compositor) fillInk(line *Line, form Form) {
	natural, spaces := line.measure()
	slack := form.Measure + line.start + line.end - natural
	grown := 0.0
	if slack > 0 {
		grown = c.extend(line, slack, spaces)
	}
	line.Width = natural + grown
	slack -= grown
	if spaces == 0 {
		line.Full = line.cut(-slack) || math.Abs(slack) < 1e-3
		return
	}
	line.Ratio, line.Full = slack/(spaceStretch*spaces), true
	c.spread(line, max(slack, -tightLine*spaces), spaces)
}
