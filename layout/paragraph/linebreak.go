package paragraph

import "math"

// Break is a chosen end of line.
type Break struct {
	Node  int32   // index of the glue or penalty at which the line ends
	Ratio float64 // of adjustment: >0 stretched, <0 shrunk, 0 natural
}

// Demerits of Knuth & Plass 1981, as plain TeX sets them, but for the runt.
const (
	linePrice   = 10   // each line, so that fewer are better
	fitnessJump = 3000 // a loose line beside a tight one
	runtPrice   = 8000 // a last line of less than runtWidth of the measure
	runtWidth   = 0.12
	lonePrice   = 30000 // one that is a single word, of less than loneWidth
	loneWidth   = 0.22
	raggedSlack = 0.12 // of the measure: the stretch of a ragged line
	// worstRatio is that of a line without spaces, and the most that any line is
	// weighed with: demerits grow with its sixth power, and must leave room in a
	// float64 for those of the other lines.
	worstRatio = 50

	freeRatio    = 0.20 // how far spaces stretch before words lengthen
	kashidaPrice = 0.5  // in ratio, of all the lengthening a line may use
)

// classes is how many classes of fitness there are, from tight to very loose.
const classes = 4

// active is a break that some line may begin after. Lines of several classes of fitness
// may end there.
type active struct {
	node     int32            // index in nodes of the break; -1 at the start
	line     int16            // of those beside something, how many end here or before
	at       [classes]int32   // index in breaker.all
	demerits [classes]float64 // of all lines to here; infinite where none of the class ends here
	width    float64          // sums of everything before the line's first box
	stretch  float64
	shrink   float64
	kashida  float64
}

// feasible is a break that the best line so far ends at.
type feasible struct {
	node     int32 // as in active
	previous int32 // where the line begins, index in breaker.all
	ratio    float64
}

// offered is the best line of a fitness class that ends at a node.
type offered struct {
	previous int32
	demerits float64 // of all lines to here; infinite where there is none
	ratio    float64
}

// breaker finds the breaks of least demerits. It keeps scratch space.
type breaker struct {
	nodes   []Node
	measure float64
	ragged  bool
	narrow  Narrow
	lines   [][classes]offered // of narrow, by how many lines end before

	all    []feasible // every one so far
	living []active   // those that a line may still begin after, in order

	width, stretch, shrink float64 // sums up to the current node
	kashida                float64 // of how far words may lengthen
	part                   float64 // of that, what a line may use
}

// breakLines chooses line ends over the whole paragraph: the sequence with
// the least demerits, each line weighed by how far its glue must give
// (Knuth & Plass 1981, "Breaking Paragraphs into Lines").
//
// There is a single pass: every feasible line is weighed however loose, since
// Arabic has no hyphens to fall back on, and only an overfull line is kept
// for despair.
func (b *breaker) breakLines(nodes []Node, form Form) []Break {
	b.nodes, b.measure, b.ragged, b.narrow = nodes, form.Measure, form.Align != Justify, form.Narrow
	try := b.tryBreak
	if b.narrow.Lines > 0 {
		try = func(i int32, penalty float64) { b.tryNarrow(i, penalty, form) }
	}
	b.part = form.Kashida.wordsPart()
	b.width, b.stretch, b.shrink, b.kashida = 0, 0, 0, 0
	b.all = append(room(b.all, 2*len(nodes)), feasible{node: -1, previous: -1}) // of each break some classes
	inf := math.Inf(1)
	b.living = append(b.living[:0], active{node: -1, demerits: [classes]float64{inf, 0, inf, inf}})
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case Box:
			b.width += n.Width
			b.kashida += n.Stretch
		case Glue:
			if i > 0 && nodes[i-1].Kind == Box {
				try(int32(i), 0)
			}
			b.width += n.Width
			b.stretch += n.Stretch
			b.shrink += n.Shrink
		case Penalty:
			if n.Penalty < Infinite {
				try(int32(i), n.Penalty)
			}
		}
	}
	return b.trace()
}

// tryBreak weighs a break at node i against every living start of line and
// keeps the best of each fitness class.
func (b *breaker) tryBreak(i int32, penalty float64) {
	var best [classes]offered
	for f := range best {
		best[f].demerits = math.Inf(1)
	}
	forced, hyphen := penalty <= -Infinite, hyphenAt(b.nodes, i)
	kept := 0
	for k := range b.living {
		a := &b.living[k]
		ratio, fits := b.ratio(a, hyphen)
		goesOn := fits
		if !fits && hyphen > 0 { // the whole word may be narrower than its part with a hyphen
			_, goesOn = b.ratio(a, 0)
		}
		if !goesOn && k == len(b.living)-1 && kept == 0 && noneFound(&best) {
			// overfull, and all that is left
			b.offer(&best, a, i, ratio, penalty, a.loosest())
		}
		if fits {
			b.offer(&best, a, i, ratio, penalty, 0)
		}
		if goesOn && !forced {
			kept = b.stay(kept, k)
		}
	}
	b.living = b.living[:kept]
	b.begin(&best, i, 0)
}

// tryNarrow is tryBreak where the first lines have another measure: what is best is kept for
// each number of lines, up to theirs (Knuth & Plass 1981, "choosing line lengths").
func (b *breaker) tryNarrow(i int32, penalty float64, form Form) {
	b.lines = append(b.lines[:0], make([][classes]offered, b.narrow.Lines+1)...)
	for n := range b.lines {
		for f := range b.lines[n] {
			b.lines[n][f].demerits = math.Inf(1)
		}
	}
	forced, hyphen, found := penalty <= -Infinite, hyphenAt(b.nodes, i), false
	kept := 0
	for k := range b.living {
		a := &b.living[k]
		b.measure = form.MeasureOf(int(a.line))
		ratio, fits := b.ratio(a, hyphen)
		goesOn := fits
		if !fits && hyphen > 0 {
			_, goesOn = b.ratio(a, 0)
		}
		switch {
		case fits:
			b.offer(&b.lines[a.line], a, i, ratio, penalty, 0)
			found = true
		case !goesOn && k == len(b.living)-1 && kept == 0 && !found:
			b.offer(&b.lines[a.line], a, i, ratio, penalty, a.loosest())
		}
		if goesOn && !forced {
			kept = b.stay(kept, k)
		}
	}
	b.living = b.living[:kept]
	for n := range b.lines {
		b.begin(&b.lines[n], i, int16(min(n+1, b.narrow.Lines)))
	}
}

// stay lets the kth start live on behind the kept ones. Most of them do, in their places.
func (b *breaker) stay(kept, k int) int {
	if kept < k {
		b.living[kept] = b.living[k]
	}
	return kept + 1
}

func noneFound(best *[classes]offered) bool {
	for f := range best {
		if !math.IsInf(best[f].demerits, 1) {
			return false
		}
	}
	return true
}

// ratio is the adjustment of the line from a to here and a hyphen; fits is
// false when the line is overfull however far its glue shrinks.
func (b *breaker) ratio(a *active, hyphen float64) (ratio float64, fits bool) {
	slack := b.measure - (b.width - a.width) - hyphen
	switch {
	case b.ragged && slack >= 0:
		stretch := b.stretch - a.stretch
		if stretch < filled {
			stretch = max(raggedSlack*b.measure, math.SmallestNonzeroFloat32)
		}
		return slack / stretch, true
	case b.ragged:
		return -1, slack > -1e-6
	case slack >= 0:
		stretch := b.stretch - a.stretch
		if stretch <= 0 {
			return min(worstRatio, slack*worstRatio), true // 0 where the line is as wide as it should be
		}
		return min(b.loosen(slack, stretch, b.part*(b.kashida-a.kashida)), worstRatio), true
	}
	shrink := b.shrink - a.shrink
	if shrink <= 0 {
		return -1, slack > -1e-6
	}
	ratio = slack / shrink
	return ratio, ratio >= -1-1e-9
}

// loosen is the ratio of a line that must be longer by slack. Up to freeRatio
// its spaces alone give way; beyond, words lengthen as far as they may, at
// kashidaPrice for all of it; and what is then left the spaces take again.
func (b *breaker) loosen(slack, stretch, kashida float64) float64 {
	over := slack - freeRatio*stretch
	if over <= 0 || kashida <= 0 || stretch >= filled {
		return slack / stretch
	}
	taken := min(over, kashida)
	return freeRatio + kashidaPrice*taken/kashida + (over-taken)/stretch
}

// loosest is the last of the classes that end at a break.
func (a *active) loosest() int {
	for f := classes - 1; ; f-- {
		if f == 0 || !math.IsInf(a.demerits[f], 1) {
			return f
		}
	}
}

// offer weighs the line from a to node i behind lines of the classes from…, and keeps it
// if it is its class's best.
func (b *breaker) offer(best *[classes]offered, a *active, i int32, ratio, penalty float64, from int) {
	badness := 100 * math.Abs(ratio*ratio*ratio)
	alone := (linePrice + badness) * (linePrice + badness)
	switch {
	case penalty >= 0:
		alone += penalty * penalty
	case penalty > -Infinite:
		alone -= penalty * penalty
	}
	if hyphenAt(b.nodes, i) > 0 && hyphenAt(b.nodes, a.node) > 0 {
		alone += doubleHyphen
	}
	short := 0.0
	if penalty <= -Infinite && a.node >= 0 {
		short = runt((b.width-a.width)/b.measure, b.shrink-a.shrink)
	}
	fitness := fitnessOf(ratio)
	least := &best[fitness]
	for f := from; f < classes; f++ {
		d := alone
		if diff := fitness - f; diff > 1 || diff < -1 {
			d += fitnessJump
		}
		d += short
		d += a.demerits[f]
		if d < least.demerits {
			*least = offered{previous: a.at[f], demerits: d, ratio: ratio}
		}
	}
}

// runt is the price of a last line of a part of the measure, whose spaces may
// shrink so far: not at all where it is a single word.
func runt(part, shrink float64) float64 {
	switch {
	case part < loneWidth && shrink < 1e-6:
		return lonePrice
	case part < runtWidth:
		return runtPrice
	}
	return 0
}

// fitnessOf sorts lines into tight, decent, loose and very loose.
func fitnessOf(ratio float64) int {
	switch {
	case ratio < -0.5:
		return 0
	case ratio <= 0.5:
		return 1
	case ratio <= 1:
		return 2
	}
	return 3
}

// begin adds the best breaks at node i, before which so many lines end, to the starts of
// lines, behind the glue and penalties that vanish at a break.
func (b *breaker) begin(best *[classes]offered, i int32, line int16) {
	if noneFound(best) {
		return
	}
	width, stretch, shrink := b.width, b.stretch, b.shrink
	for k := int(i); k < len(b.nodes); k++ {
		n := &b.nodes[k]
		if n.Kind == Box || n.Kind == Penalty && n.Penalty <= -Infinite && k > int(i) {
			break
		}
		if n.Kind == Glue {
			width, stretch, shrink = width+n.Width, stretch+n.Stretch, shrink+n.Shrink
		}
	}
	a := active{node: i, line: line, width: width, stretch: stretch, shrink: shrink, kashida: b.kashida}
	for f := range best {
		a.demerits[f] = best[f].demerits
		if !math.IsInf(best[f].demerits, 1) {
			a.at[f] = int32(len(b.all))
			b.all = append(b.all, feasible{node: i, previous: best[f].previous, ratio: best[f].ratio})
		}
	}
	b.living = append(b.living, a)
}

// trace follows the best final break back to the start.
func (b *breaker) trace() []Break {
	best, least := int32(-1), 0.0
	for i := range b.living {
		a := &b.living[i]
		for f, d := range a.demerits {
			if !math.IsInf(d, 1) && (best < 0 || d < least) {
				best, least = a.at[f], d
			}
		}
	}
	n := 0
	for at := best; at >= 0 && b.all[at].node >= 0; at = b.all[at].previous {
		n++
	}
	breaks := make([]Break, n)
	for at := best; n > 0; at = b.all[at].previous {
		n--
		breaks[n] = Break{Node: b.all[at].node, Ratio: b.all[at].ratio}
	}
	return breaks
}

// again gives the breaks of lines set before, if the nodes still have places
// to break there and the lines are not much too long.
func again(nodes []Node, form Form) (breaks []Break, ok bool) {
	n := len(form.Again)
	if n == 0 || int(form.Again[n-1].node) != len(nodes)-1 {
		return nil, false
	}
	from, room := 0, form.MeasureOf(0)-form.Indent
	for i := range form.Again {
		line := &form.Again[i]
		if !breaksAt(nodes, int(line.node)) || tooLong(nodes[from:line.node], room-hyphenAt(nodes, line.node)) {
			return nil, false
		}
		breaks = append(breaks, Break{Node: line.node, Ratio: line.Ratio})
		from, room = int(line.node)+1, form.MeasureOf(i+1)
	}
	return breaks, true
}

// breaksAt tells whether a line may end at a node.
func breaksAt(nodes []Node, i int) bool {
	switch nodes[i].Kind {
	case Glue:
		return i > 0 && nodes[i-1].Kind == Box
	case Penalty:
		return nodes[i].Penalty < Infinite
	}
	return false
}

// tooLong tells a line that is longer than the room, its spaces shrunk as far
// as they do.
func tooLong(nodes []Node, room float64) bool {
	for len(nodes) > 0 && nodes[0].Kind != Box {
		nodes = nodes[1:]
	}
	for i := range nodes {
		if n := &nodes[i]; n.Kind != Penalty {
			room -= n.Width - n.Shrink
		}
	}
	return room < -1e-6
}
