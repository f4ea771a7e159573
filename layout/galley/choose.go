package galley

import (
	"cmp"
	"math"
	"slices"
)

// Prices of pages, beside those of holes and of breaks (see package vlist). A page of
// which n lines are made up by the air on it costs n²·givePrice; two facing pages that
// end n lines apart n²·facingPrice more: both short alike is better than one.
const (
	givePrice   = 40
	freePrice   = 80   // of a page that leaves the grid,
	loosePrice  = 150  // of one whose blocks are as loose as they may be, and
	tightPrice  = 300  // of one whose lines are as near as they may be
	wastePrice  = 600  // of a page that is more than a line short though more had room, and
	wasteLine   = 1200 // of each line of that: dearer than any difference of facing pages
	facingPrice = 600
	mostFacing  = 2.0 // lines apart that are told from more

	splitPrice  = 900  // of a note that goes on overleaf, and
	carryPrice  = 20   // of each line of it
	scrapPrice  = 2500 // of a single line of it on either page, and
	briefPrice  = 900  // of one with fewer lines than leastSplit
	orphanNote  = 2500 // of its first line or its last, at most
	leastSplit  = 5
	latePrice   = 2e6 // of a note that begins on a later page than its call
	barePrice   = 400 // of each line of text that a page with a split note has less than leastText, squared
	leastText   = 3
	againstAll  = 1e6    // of a break that is forbidden, where all are
	dearest     = 12_000 // more than the cheapest end of a page, or way to a row: not looked at
	mostEnds    = 24     // of a page that are looked at, the cheapest
	mostStates  = 64     // of the notes at a row that are followed, the cheapest
	manyPages   = 2.0    // of notes that are carried over: the cheapest end of a page alone is looked at
	nowherePage = 1e8    // of a page of one row that is taller than the page
)

// ending is where a page may end, and what that costs.
type ending struct {
	row, note int32   // the first ones it does not hold
	late      int32   // the first float that is written before its end and stands on the next page
	price     float64 // whatever page it is
	turn      float64 // more, if the leaf is turned there
	short     float64 // lines by which it ends above the foot
	room      float64 // lines that stay empty, above the foot or above the notes
	good      bool    // no widow, no orphan, no split note
	last      bool    // of its chapter, or before a page that is asked for: it ends where it ends
}

// way is the cheapest choice of pages up to a break, for each of what the
// pages behind it can tell: how much of the notes is set, which floats are left to
// the next page, which page of the spread comes next, and where the page before it ends.
type way struct {
	row, note int32
	late      int32 // as in ending
	next      int32 // way to the same row, an index
	from      int32 // way to the page before, an index
	odd       bool  // the page that ends here is the second of a spread
	foot      int8  // of a spread's first page: how far above the foot it ends, in quarter lines; else apart
	price     float64
}

// waysARow is how many ways lead to a row, as a rule.
const waysARow = 8

// apart is the foot of a page that no page of its chapter faces.
const apart = -1

// chooser finds the ends of all pages of a galley together: the way through
// both lists of least price, by dynamic programming over the rows of text, as
// Knuth & Plass (1981) break paragraphs, turned downwards. At each row at which
// a page may end it keeps the cheapest ways alone, and from there looks no
// further than a page.
type chooser struct {
	*Galley
	ways []way
	at   []int32 // the ways to each row that are to be followed, those with fewest notes set, and then those with most floats left, first; -1 for none
	ends []ending
	left []filled // pages in the making that leave a float to the next

	// A page that has more empty is not looked at, in points: barren, and its height where
	// none is found that has less.
	empty, barren float64
}

// Pages chooses the pages of a galley, of which the first is odd or even. Floats that do
// not stand where they are written do so in the rows of the galley from then on.
func (g *Galley) Pages(odd bool) []Portion {
	portions, moves := g.choose(odd).portions()
	g.move(moves)
	return portions
}

// choose finds the cheapest ways to all rows.
func (g *Galley) choose(odd bool) *chooser {
	c := newChooser(g)
	c.follow(odd)
	return c
}

func newChooser(g *Galley) *chooser {
	c := &chooser{Galley: g, barren: g.barren(),
		at: make([]int32, len(g.Rows)+1), ways: make([]way, 0, waysARow*len(g.Rows)+16)}
	for i := range c.at {
		c.at[i] = -1
	}
	return c
}

// follow follows the ways from the first page, which is odd or even, to all rows.
func (c *chooser) follow(odd bool) {
	c.reach(way{from: -1, late: c.none(), odd: !odd, foot: apart})
	for row := range c.at {
		c.thin(int32(row))
		for i := c.at[row]; i >= 0 && !c.isEnd(&c.ways[i]); i = c.at[row] {
			c.goOn(int32(row))
		}
	}
}

// thin drops the dearest ways to a row where they differ too much in the notes
// that are set: else there could be as many as rows of text times rows of notes.
func (c *chooser) thin(row int32) {
	var prices []float64
	note := int32(-1)
	for i := c.at[row]; i >= 0; i = c.ways[i].next {
		if w := &c.ways[i]; w.note != note {
			note = w.note
			prices = append(prices, w.price)
		} else {
			prices[len(prices)-1] = min(prices[len(prices)-1], w.price)
		}
	}
	if len(prices) <= mostStates {
		return
	}
	slices.Sort(prices)
	last := &c.at[row]
	for i := *last; i >= 0; i = c.ways[i].next {
		if c.ways[i].price <= prices[mostStates-1] {
			*last = i
			last = &c.ways[i].next
		}
	}
	*last = -1
}

// goOn follows the ways to a row that have fewest notes set, and of these most floats
// left, by a page: nothing leads to them any more, so they leave the list.
func (c *chooser) goOn(row int32) {
	first := c.at[row]
	note, late, cheapest, rest := c.ways[first].note, c.ways[first].late, math.Inf(1), first
	for ; rest >= 0 && c.ways[rest].note == note && c.ways[rest].late == late; rest = c.ways[rest].next {
		cheapest = min(cheapest, c.ways[rest].price)
	}
	c.at[row] = rest
	c.endings(row, note, late)
	c.prune()
	if c.FootOf(note, c.Due[row]) > manyPages*c.Height {
		c.ends[0] = slices.MinFunc(c.ends, func(a, b ending) int { return cmp.Compare(a.price, b.price) })
		c.ends = c.ends[:1]
	}
	for i := first; i != rest; i = c.ways[i].next {
		if w := c.ways[i]; w.price <= cheapest+dearest {
			for k := range c.ends {
				c.reach(w.with(&c.ends[k], i))
			}
		}
	}
}

// prune drops the ends of a page that are too dear to be on the cheapest way.
func (c *chooser) prune() {
	least := math.Inf(1)
	for i := range c.ends {
		least = min(least, c.ends[i].price)
	}
	c.ends = slices.DeleteFunc(c.ends, func(e ending) bool { return e.price > least+dearest })
	if len(c.ends) > mostEnds {
		slices.SortStableFunc(c.ends, func(a, b ending) int { return cmp.Compare(a.price, b.price) })
		c.ends = c.ends[:mostEnds]
	}
}

// with is the way that goes on by a page.
func (w *way) with(e *ending, from int32) way {
	to := way{row: e.row, note: e.note, late: e.late, from: from, odd: !w.odd, foot: apart, price: w.price + e.price}
	short := math.Round(4 * min(e.short, 30))
	if !to.odd && e.last {
		return to
	}
	if !to.odd {
		to.foot = int8(short)
		return to
	}
	to.price += e.turn
	if w.foot != apart && !e.last {
		d := min(math.Abs(float64(w.foot)-short)/4, mostFacing)
		to.price += facingPrice * d * d
	}
	return to
}

// isEnd tells whether a way has set everything.
func (c *chooser) isEnd(w *way) bool {
	return int(w.row) == len(c.Rows) && int(w.note) == len(c.Notes) && w.late == c.none()
}

// reach keeps a way, if it is the cheapest of its kind.
func (c *chooser) reach(w way) {
	before := int32(-1) // in the list, the last way that is followed before it
	i := c.at[w.row]
	for ; i >= 0 && (c.ways[i].note < w.note || c.ways[i].note == w.note && c.ways[i].late < w.late); i = c.ways[i].next {
		before = i
	}
	w.next = i
	for ; i >= 0 && c.ways[i].note == w.note && c.ways[i].late == w.late; i = c.ways[i].next {
		if old := &c.ways[i]; old.odd == w.odd && old.foot == w.foot {
			if w.price < old.price {
				w.next = old.next
				*old = w
			}
			return
		}
	}
	if before < 0 {
		c.at[w.row] = int32(len(c.ways))
	} else {
		c.ways[before].next = int32(len(c.ways))
	}
	c.ways = append(c.ways, w)
}

// portions is the cheapest way to the end, page by page, and the floats that it moves.
func (c *chooser) portions() ([]Portion, []move) {
	best := c.at[len(c.Rows)]
	for i := best; i >= 0; i = c.ways[i].next {
		if c.ways[i].price < c.ways[best].price {
			best = i
		}
	}
	var pages []Portion
	var moves []move
	for best >= 0 && c.ways[best].from >= 0 {
		end := &c.ways[best]
		begin := &c.ways[end.from]
		pages = append(pages, Portion{c.placed(begin.row, begin.late), c.placed(end.row, end.late), begin.note, end.note})
		for k := c.lateEnd(begin.late, begin.row) - 1; k >= begin.late; k-- {
			moves = append(moves, move{k, begin.row})
		}
		best = end.from
	}
	slices.Reverse(pages)
	slices.Reverse(moves)
	return pages, moves
}
