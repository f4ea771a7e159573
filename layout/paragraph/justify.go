package paragraph

import (
	"math"

	"warraq/content/isolate"
	"warraq/layout/paragraph/bidi"
)

// justify sets the lines: spaces take up what the breaks left over, in whole
// font units so that a line can be drawn as one string of codes, and pieces
// get their places from left to right.
func (c *Compositor) justify(breaks []Break, form Form) []Line {
	lines := make([]Line, len(breaks))
	pieces := make([]Piece, 0, len(c.units)+len(breaks)) // one backing array a paragraph
	from := 0
	c.bars = c.bars[:0]
	for i, br := range breaks {
		start := len(pieces)
		pieces = c.collect(pieces, from, int(br.Node))
		line := &lines[i]
		line.Pieces, line.node = pieces[start:len(pieces):len(pieces)], br.Node
		line.Joined = c.nodes[br.Node].Kind == Penalty && !c.endsParagraph(br)
		indent := 0.0
		if i == 0 {
			indent = form.Indent
		}
		at := form
		at.Measure = form.MeasureOf(i)
		c.fill(line, br, at, indent)
		if form.Turned && i > 0 && lines[i-1].Full && !line.Full {
			at.Align = End
		}
		c.place(line, at, indent)
		c.divide(line)
		from = int(br.Node) + 1
	}
	return lines
}

// collect gathers the pieces of the nodes from…to without the spaces at
// either end. The parts of a word are one piece.
func (c *Compositor) collect(pieces []Piece, from, to int) []Piece {
	hyphened := to < len(c.nodes) && hyphenAt(c.nodes, int32(to)) > 0
	for from < to && c.nodes[from].Kind != Box {
		from++
	}
	for to > from && (to >= len(c.nodes) || c.nodes[to-1].Kind != Box) {
		to--
	}
	for i := from; i < to; i++ {
		n := c.nodes[i]
		if n.Unit < 0 {
			continue
		}
		u := &c.units[n.Unit]
		for n.to > 0 && n.to < u.to && i+2 < to { // its next part, behind a penalty
			i += 2
			n.to = c.nodes[i].to
		}
		if n.to > 0 && (n.from > u.from || n.to < u.to) {
			pieces = append(pieces, c.part(u, n.from, n.to, hyphened && n.to < u.to))
			continue
		}
		pieces = append(pieces, Piece{Word: u.word, Style: u.style, Width: float32(u.width), Space: u.units, Level: uint8(u.level),
			tied: u.tied, border: c.text.border(u.from), short: c.text.shorts(u.from, u.to)})
	}
	return pieces
}

// border is one more than the lowest level of the isolates' controls right before
// rune i, 0 where there are none.
func (t *text) border(i int32) uint8 {
	border := uint8(0)
	for i--; i >= 0 && t.runes[i] >= isolate.LRI && t.runes[i] <= isolate.PDI; i-- {
		if l := uint8(t.levels[i]) + 1; border == 0 || l < border {
			border = l
		}
	}
	return border
}

// fill gives the spaces of a line their widths and measures its ink.
func (c *Compositor) fill(line *Line, br Break, form Form, indent float64) {
	natural, spaces := 0.0, 0.0
	for i := range line.Pieces {
		p := &line.Pieces[i]
		natural += float64(p.Width)
		if p.Word == nil {
			if !p.tied {
				spaces += float64(p.Width)
			}
			continue
		}
		line.Height, line.Depth = max(line.Height, p.Height()), max(line.Depth, p.Depth())
	}
	line.Width = natural
	slack := form.Measure - indent - natural
	last := c.endsParagraph(br)
	if form.Align != Justify || spaces == 0 || last && slack >= 0 || br.Ratio > c.mostRatio(br, form) {
		return
	}
	line.Ratio, line.Full = br.Ratio, true
	line.start, line.end = line.hang(form)
	slack += line.start + line.end
	slack -= c.lengthen(line, slack, spaces, form, indent)
	line.Width = form.Measure - indent + line.start + line.end - slack
	c.spread(line, slack, spaces)
}

// A line that would be looser is left at its natural width: its spaces would tear
// it open, to four times their width, or to twice where the reason is seen to be
// a long address.
const (
	gapeRatio    = 6
	addressRatio = 2
	longPart     = 0.3 // of the measure, a piece that no line divides
)

// mostRatio is how loose a line may be that ends at a break.
func (c *Compositor) mostRatio(br Break, form Form) float64 {
	end := &c.nodes[br.Node]
	if end.Kind == Penalty && end.Penalty >= addressPenalty {
		return addressRatio
	}
	for _, n := range c.nodes[br.Node+1:] {
		if n.Kind == Box && n.Unit >= 0 {
			u := &c.units[n.Unit]
			if u.level&1 == 0 && n.Width > longPart*form.Measure {
				return addressRatio
			}
			break
		}
	}
	return gapeRatio
}

// endsParagraph tells whether the line ends at a forced break.
func (c *Compositor) endsParagraph(br Break) bool {
	n := &c.nodes[br.Node]
	return n.Kind == Penalty && n.Penalty <= -Infinite
}

// spread shares slack among the spaces in proportion to their widths, in
// whole font units; what rounding leaves goes to the next space, so that the
// line is true to half a unit.
func (c *Compositor) spread(line *Line, slack, spaces float64) {
	carried := 0.0
	for i := range line.Pieces {
		p := &line.Pieces[i]
		if p.Word != nil || p.tied {
			continue
		}
		unit := p.Style.Size / float64(c.faceFor(p.Style).UnitsPerEm)
		want := float64(p.Width) + slack*float64(p.Width)/spaces + carried
		units := max(0, math.Round(want/unit))
		carried = want - units*unit
		line.Width += units*unit - float64(p.Width)
		p.Space, p.Width = int32(units), float32(units*unit)
	}
}

// place gives every piece its left edge, after UAX #9 L2. Where isolates touch,
// the controls between them keep them apart: each is a unit of no width.
func (c *Compositor) place(line *Line, form Form, indent float64) {
	x := leftEdge(line, form, indent)
	put := func(p *Piece) {
		p.X = float32(x)
		x += float64(p.Width)
	}
	if onlyRTL(line.Pieces) {
		for i := len(line.Pieces) - 1; i >= 0; i-- {
			put(&line.Pieces[i])
		}
		return
	}
	c.level, c.placed = c.level[:0], c.placed[:0]
	for i := range line.Pieces {
		p := &line.Pieces[i]
		if i > 0 && p.border > 0 {
			c.level, c.placed = append(c.level, bidi.Level(p.border-1)), append(c.placed, nil)
		}
		c.level, c.placed = append(c.level, bidi.Level(p.Level)), append(c.placed, p)
	}
	c.order = bidi.VisualOrder(c.level, c.order[:0])
	for _, i := range c.order {
		if p := c.placed[i]; p != nil {
			put(p)
		}
	}
}

func onlyRTL(pieces []Piece) bool {
	for i := range pieces {
		if pieces[i].Level != 1 {
			return false
		}
	}
	return true
}

// leftEdge is where the line begins, from the left end of the measure.
func leftEdge(line *Line, form Form, indent float64) float64 {
	room := form.Measure - indent - line.Width
	switch {
	case line.Full:
		room = 0 - line.end // not −0, which a dump would show
	case form.Align == End:
		room = 0
	case form.Align == Center:
		room /= 2
	}
	if !form.LTR {
		return room
	}
	switch form.Align {
	case Center:
		return indent + room
	case End:
		return form.Measure - line.Width
	}
	return indent - line.start
}
