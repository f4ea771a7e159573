package paragraph

import (
	"math"
	"sort"

	"github.com/go-text/typesetting/language"

	"warraq/layout/paragraph/segment"
)

// Kind tells the three things a paragraph is made of (Knuth & Plass 1981).
type Kind uint8

const (
	Box     Kind = iota // has a width, is never broken
	Glue                // a space: may stretch, shrink, and vanish at a break
	Penalty             // a place where breaking has a price
)

// Node is a box, glue or penalty. Widths are in points; that of a Penalty is
// of the hyphen at the end of a line that breaks there, and counts there alone.
type Node struct {
	Kind    Kind
	Width   float64
	Stretch float64 // of a Box, how far the word may lengthen
	Shrink  float64
	Penalty float64 // of a Penalty, in demerits' units: Infinite forbids, -Infinite forces
	Unit    int32   // index of the unit it stands for; -1 for none
	// from and to are the runes of a Box that is a part of a word; 0 for others.
	from, to int32
}

// Infinite is a penalty that forbids a break; its negative forces one.
const Infinite = 10_000

// spaceNatural is a word space in parts of the face's own, which in Arabic
// book faces is wide: text set a little closer is more even, since a line
// stretches more often than it shrinks.
const spaceNatural = 0.95

// The least word space, in ems, where a face's own is narrower: the words of a
// sloping hand stand clear of each other without, but not for the eye, and
// Latin words run together.
const (
	leastSpace      = 0.2
	leastLatinSpace = 0.25 // beside a Latin word
)

// How far a word space gives way, in parts of its natural width: at most a
// third of it shrinks, and half of it is an ordinary stretch.
const (
	spaceStretch = 0.5
	spaceShrink  = 1.0 / 3
)

// The price of ending a line behind a hyphen or within an address, where the
// eye expects the word to go on.
const (
	hyphenPenalty  = 50
	addressPenalty = 200
)

// shapeUnits gives every unit its word and width. Words wider than the
// measure are cut where a cluster ends, so that no line is overfull.
func (c *Compositor) shapeUnits(form Form) {
	whole := c.units
	for i := range whole {
		c.shapeUnit(&whole[i], i)
	}
	if room := form.MeasureOf(0) - max(form.Indent, 0); room > 0 {
		c.cutWide(room)
		if !form.DividedCode {
			c.holdCode(room)
		}
		c.freeWide(room)
	}
}

// freeWide lets a line end within a stretch wider than the measure that no
// break divides, such as words tied by no-break spaces: ink off the page
// would be worse.
func (c *Compositor) freeWide(measure float64) {
	from, width := 0, 0.0
	for i := range c.units {
		u := &c.units[i]
		width += u.width
		if width > measure && i > from {
			end := c.freeEnd(from, i-1)
			c.units[end].after = max(c.units[end].after, segment.May)
			from, width = i, u.width
		}
		if u.after != segment.Never {
			from, width = i+1, 0
		}
	}
}

// freeEnd is behind which of the units from…last a line had best end: the last
// at which no mark is torn from its word, if any.
func (c *Compositor) freeEnd(from, last int) int {
	end := last
	for k := last; k >= from; k-- {
		if !c.tears(c.units[k].to) {
			end = k
			break
		}
	}
	for end > from && c.units[end].space && c.units[end-1].space {
		end-- // of spaces side by side a line ends at the first
	}
	return end
}

// tears tells whether a line that ends before rune i parts a mark from its word.
func (c *Compositor) tears(i int32) bool {
	before, after := c.text.runes[:i], c.text.runes[i:]
	for len(before) > 0 && before[len(before)-1] == ' ' {
		before = before[:len(before)-1]
	}
	for len(after) > 0 && after[0] == ' ' {
		after = after[1:]
	}
	return segment.Tears(before, after)
}

func (c *Compositor) shapeUnit(u *unit, i int) {
	if u.space {
		face := c.faceFor(u.style)
		natural := max(spaceNatural*float64(face.Space), c.leastSpace(i)*float64(face.UnitsPerEm))
		if face.Literal {
			natural = float64(face.Space) // columns of code stand under each other
		}
		u.units = int32(math.Round(natural))
		u.width = float64(u.units) * u.style.Size / float64(face.UnitsPerEm)
		return
	}
	if u.word != nil { // an object's
		return
	}
	t := &c.text
	from, to := c.joined(i)
	start := int(t.offset[from])
	shape := c.shaper.word
	if (from != u.from || to != u.to) && c.alike(i, from, to) {
		shape = c.shaper.part
	}
	u.word = shape(u.voice, t.string[start:t.offset[to]],
		int(t.offset[u.from])-start, int(t.offset[u.to])-start)
	u.width = u.word.points(u.word.Advance, u.style)
}

// leastSpace is the least width of unit i, a space, in ems.
func (c *Compositor) leastSpace(i int) float64 {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(c.units) && !c.units[k].space && c.units[k].voice.script == language.Latin {
			return leastLatinSpace
		}
	}
	return leastSpace
}

// points turns font units into points.
func (w *Word) points(units int, style *Style) float64 {
	return float64(units) * style.Size / float64(w.Face.UnitsPerEm)
}

// maxContext bounds the context of a word, in units on either side.
const maxContext = 4

// joined widens unit i to the text it joins with: neighbours in another style
// or beyond a possible break, as long as both are of a joining script.
func (c *Compositor) joined(i int) (from, to int32) {
	from, to = c.units[i].from, c.units[i].to
	if c.units[i].voice.script != language.Arabic {
		return from, to
	}
	for k := i - 1; k >= max(0, i-maxContext) && c.joins(k, from); k-- {
		from = c.units[k].from
	}
	for k := i + 1; k < min(len(c.units), i+1+maxContext) && c.units[k].from == to && c.joins(k, c.units[k].to); k++ {
		to = c.units[k].to
	}
	return from, to
}

// alike tells whether the units from…to, among them unit i, are one to the
// shaper: a line never ends between them, and they are of one voice and size.
func (c *Compositor) alike(i int, from, to int32) bool {
	same := func(k int) bool {
		u, v := &c.units[k], &c.units[i]
		return u.voice == v.voice && u.style.Size == v.style.Size && u.style.Rise == v.style.Rise
	}
	for k := i - 1; k >= 0 && c.units[k].from >= from; k-- {
		if !same(k) || c.units[k].after != segment.Never {
			return false
		}
	}
	for k := i; k < len(c.units) && c.units[k].to < to; k++ {
		if c.units[k].after != segment.Never || !same(k+1) {
			return false
		}
	}
	return true
}

// joins tells whether unit k is an Arabic word that ends at rune end.
func (c *Compositor) joins(k int, end int32) bool {
	u := &c.units[k]
	return !u.space && u.to == end && u.voice.script == language.Arabic
}

// cutWide cuts the words that are wider than the measure.
func (c *Compositor) cutWide(measure float64) {
	for i := range c.units {
		if c.units[i].width > measure && !c.units[i].space {
			c.units = c.cutAll(measure)
			return
		}
	}
}

func (c *Compositor) cutAll(measure float64) []unit {
	var units []unit
	for i, u := range c.units {
		if u.width <= measure || u.space {
			units = append(units, u)
			continue
		}
		units = append(units, c.cutUnit(i, measure)...)
	}
	return units
}

// cutUnit cuts one word at grapheme boundaries into the longest pieces that
// fit, each shaped as it joins with the others; a single grapheme wider than
// the measure stays whole.
func (c *Compositor) cutUnit(i int, measure float64) []unit {
	t, whole := &c.text, c.units[i]
	joinFrom, joinTo := c.joined(i)
	start := t.offset[joinFrom]
	text := t.string[start:t.offset[joinTo]]
	piece := func(from, to int32) unit {
		p := whole
		p.from, p.to, p.after = from, to, segment.May
		p.word = c.shaper.word(whole.voice, text, int(t.offset[from]-start), int(t.offset[to]-start))
		p.width = p.word.points(p.word.Advance, whole.style)
		return p
	}
	var cut []unit
	from, ends := whole.from, c.graphemeEnds(&whole)
	for len(ends) > 0 {
		// how many graphemes fit: few shapings of about as many tell
		fits := func(n int) bool { return n <= len(ends) && piece(from, ends[n-1]).width <= measure }
		most := 2
		for fits(most) {
			most *= 2
		}
		n := most/2 + sort.Search(most/2-1, func(n int) bool { return !fits(most/2 + n + 1) })
		for k := n; k > 0 && n < len(ends); k-- {
			if !c.tears(ends[k-1]) {
				n = k
				break
			}
		}
		cut = append(cut, piece(from, ends[n-1]))
		from, ends = ends[n-1], ends[n:]
	}
	cut[len(cut)-1].after = whole.after
	return cut
}

// graphemeEnds is where the graphemes of a unit end.
func (c *Compositor) graphemeEnds(u *unit) []int32 {
	var ends []int32
	for i, starts := range c.segment.Graphemes(c.text.runes[u.from:u.to], nil) {
		if starts && i > 0 {
			ends = append(ends, u.from+int32(i))
		}
	}
	return append(ends, u.to)
}

// makeNodes turns the units into boxes, glue and penalties, opened by the
// indent and closed by the glue that fills the last line.
func (c *Compositor) makeNodes(form Form) {
	c.nodes = room(c.nodes, len(c.units)+8) // and more for penalties
	if form.Indent != 0 {
		c.add(Node{Kind: Box, Width: form.Indent, Unit: -1})
	}
	for i := range c.units {
		u := &c.units[i]
		if !u.space {
			c.addWordBox(int32(i), form)
			if u.after == segment.May {
				c.add(Node{Kind: Penalty, Penalty: c.breakPrice(u), Unit: -1})
			}
		} else {
			c.addGlue(u, int32(i))
		}
		if u.after == segment.Must {
			c.endOfLine(form)
		}
	}
	if n := len(c.units); n > 0 && c.units[n-1].after != segment.Must {
		c.endOfLine(form)
	}
}

func (c *Compositor) add(n Node) { c.nodes = append(c.nodes, n) }

// addGlue adds a space; one at which no line may end is guarded by a penalty.
func (c *Compositor) addGlue(u *unit, i int32) {
	if u.after == segment.Never {
		c.add(Node{Kind: Penalty, Penalty: Infinite, Unit: -1})
	}
	glue := Node{Kind: Glue, Width: u.width, Stretch: u.width * spaceStretch, Shrink: u.width * spaceShrink, Unit: i}
	if u.tied {
		glue.Stretch, glue.Shrink = 0, 0
	}
	c.add(glue)
}

// endOfLine fills the line and breaks it. Centred and balanced lines are not
// filled: the last one counts like the others.
func (c *Compositor) endOfLine(form Form) {
	if form.Align == Justify || form.Align != Center && !form.Balanced {
		c.add(Node{Kind: Penalty, Penalty: Infinite, Unit: -1})
		c.add(Node{Kind: Glue, Stretch: fill, Unit: -1})
	}
	c.add(Node{Kind: Penalty, Penalty: -Infinite, Unit: -1})
}

// fill is a stretch beside which all others vanish, TeX's fil.
const fill = 1e6

// filled is a line's stretch when fill is in it: sums of stretches are not
// exact.
const filled = fill / 2

// breakPrice is the price of a break that no space marks.
func (c *Compositor) breakPrice(u *unit) float64 {
	switch c.text.runes[u.to-1] {
	case '/':
		return addressPenalty
	case '-', 0x2010, '.', '?', '&', '=':
		return hyphenPenalty
	}
	return 0
}
