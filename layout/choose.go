package layout

import (
	"cmp"
	"math"
	"slices"
)

// Prices of pages, beside those of breaks (see row.go). A page short of n lines
// costs n²·shortPrice, lines that the air on it makes up n²·givePrice; two
// facing pages that end n lines apart n²·facingPrice more: both short alike is
// better than one. Overleaf, where the reader turns, a bad break costs more by
// turnPart than between facing pages.
const (
	shortPrice  = 100
	givePrice   = 40
	wastePrice  = 600 // of a page that is more than a line short though more had room
	facingPrice = 250
	mostFacing  = 2.0 // lines apart that are told from more
	turnPart    = 0.25

	splitPrice  = 900  // of a note that goes on overleaf, and
	carryPrice  = 20   // of each line of it
	scrapPrice  = 2500 // of a single line of it on either page, and
	briefPrice  = 900  // of one with fewer lines than leastSplit
	leastSplit  = 5
	latePrice   = 50_000 // of a note that begins on a later page than its call
	barePrice   = 400    // of each line of text that a page with a split note has less than leastText, squared
	leastText   = 3
	againstAll  = 30_000 // of a break that is forbidden, where all are
	dearest     = 6000   // more than the cheapest end of a page, or way to a row: not looked at
	mostEnds    = 24     // of a page that are looked at, the cheapest
	nowherePage = 1e6    // of a page of one row that is taller than the page
)

// ending is where a page may end, and what that costs.
type ending struct {
	row, note int32   // the first ones it does not hold
	price     float64 // whatever page it is
	turn      float64 // more, if the leaf is turned there
	short     float64 // lines by which it ends above the foot
	room      float64 // lines that stay empty, above the foot or above the notes
	good      bool    // no widow, no orphan, no split note
	last      bool
}

// way is the cheapest choice of pages up to a break, for each of what the
// pages behind it can tell: how much of the notes is set, which page of the
// spread comes next, and where the page before it ends.
type way struct {
	row, note int32
	next      int32 // way to the same row, an index
	from      int32 // way to the page before, an index
	odd       bool  // the page that ends here is the second of a spread
	done      bool
	foot      int8 // of a spread's first page: how far above the foot it ends, in quarter lines; else apart
	price     float64
}

// apart is the foot of a page that no page of its chapter faces.
const apart = -1

// chooser finds the ends of all pages of a galley together: the way through
// both lists of least price, by dynamic programming over the rows of text, as
// Knuth & Plass (1981) break paragraphs, turned downwards. At each row at which
// a page may end it keeps the cheapest ways alone, and from there looks no
// further than a page.
type chooser struct {
	*galley
	height, leading float64
	ways            []way
	at              []int32 // the latest way to each row, -1 for none
	ends            []ending
}

// pages chooses the pages of a galley, of which the first is odd or even.
func (g *galley) pages(odd bool) []sheet {
	c := &chooser{galley: g, height: g.style.Height(), leading: g.style.Leading,
		at: make([]int32, len(g.rows)+1), ways: make([]way, 0, 2*len(g.rows)+16)}
	for i := range c.at {
		c.at[i] = -1
	}
	c.reach(way{from: -1, odd: !odd, foot: apart})
	for row := range c.at {
		for w := c.nextAt(int32(row)); w >= 0; w = c.nextAt(int32(row)) {
			c.goOn(int32(row), c.ways[w].note)
		}
	}
	return c.sheets()
}

// nextAt is the way to a row that is to be followed next, the one with fewest
// notes set; -1 if none is left.
func (c *chooser) nextAt(row int32) int32 {
	best := int32(-1)
	for i := c.at[row]; i >= 0; i = c.ways[i].next {
		if w := &c.ways[i]; !w.done && (best < 0 || w.note < c.ways[best].note) {
			best = i
		}
	}
	return best
}

// goOn follows all ways to a row with so many notes set by a page.
func (c *chooser) goOn(row, note int32) {
	cheapest := math.Inf(1)
	for i := c.at[row]; i >= 0; i = c.ways[i].next {
		if w := &c.ways[i]; w.note == note {
			w.done = true
			cheapest = min(cheapest, w.price)
		}
	}
	if int(row) == len(c.rows) && int(note) == len(c.notes) {
		return
	}
	c.endings(row, note)
	c.prune()
	for i := c.at[row]; i >= 0; i = c.ways[i].next {
		if w := c.ways[i]; w.note == note && w.price <= cheapest+dearest {
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
	to := way{row: e.row, note: e.note, from: from, odd: !w.odd, foot: apart, price: w.price + e.price}
	short := math.Round(4 * min(e.short, 30))
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

// reach keeps a way, if it is the cheapest of its kind.
func (c *chooser) reach(w way) {
	for i := c.at[w.row]; i >= 0; i = c.ways[i].next {
		if old := &c.ways[i]; old.note == w.note && old.odd == w.odd && old.foot == w.foot {
			if w.price < old.price {
				w.next = old.next
				*old = w
			}
			return
		}
	}
	w.next = c.at[w.row]
	c.at[w.row] = int32(len(c.ways))
	c.ways = append(c.ways, w)
}

// sheets is the cheapest way to the end, page by page.
func (c *chooser) sheets() []sheet {
	best := int32(-1)
	for i := c.at[len(c.rows)]; i >= 0; i = c.ways[i].next {
		if w := &c.ways[i]; int(w.note) == len(c.notes) && (best < 0 || w.price < c.ways[best].price) {
			best = i
		}
	}
	var pages []sheet
	for best >= 0 && c.ways[best].from >= 0 {
		end := &c.ways[best]
		begin := &c.ways[end.from]
		pages = append(pages, sheet{begin.row, end.row, begin.note, end.note})
		best = end.from
	}
	slices.Reverse(pages)
	return pages
}
