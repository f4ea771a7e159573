package epub

import (
	"bytes"
	"slices"

	"warraq/content"
)

// longest is how many bytes a text document has at most where the options do
// not say: old reading systems load no more than 300 kB at once, and others turn
// the pages of a longer one slowly. The marks of the pages of print, some 2 %,
// come on top.
const longest = 290_000

func (o Options) longest() int {
	if o.Longest > 0 {
		return o.Longest
	}
	return longest
}

// portion is what of a chapter stands on a page: all of it, or some of its
// blocks with the notes that they call first.
type portion struct {
	text *content.Chapter // the chapter itself, or the part of it that is here
	nth  int              // among the pages of the chapter, from 0
	open []int            // the levels of the sections that it begins in
	last int              // the level of the last heading before it

	// Where notes stand with their chapter, and it has several pages: the page of
	// each note, and the calls of the notes of this page from the others.
	homes     map[*content.Note]*page
	elsewhere map[*content.Note][]calledAt

	ruler ruler // where things are on the page, once it is written
}

// ruler is where in a document the blocks of its chapter begin, and its notes,
// each with the place where the last one ends.
type ruler struct {
	blocks, notes []tick
	length        int // of the document
}

// tick is the beginning of a block or note: what is open there, and the level of
// the last heading.
type tick struct {
	at   int
	size int // at most, on any page
	open []int
	last int
}

// measure finds the sizes when the document is written.
func (r *ruler) measure(document []byte) {
	r.length = len(document)
	for _, ticks := range [][]tick{r.blocks, r.notes} {
		for i := 1; i < len(ticks); i++ {
			ticks[i-1].size = size(document[ticks[i-1].at:ticks[i].at])
		}
	}
}

// size is how long a piece of a document is where each of its links leads to
// another document.
func size(piece []byte) int {
	const name = len("ch0000-0000.xhtml")
	return len(piece) + name*bytes.Count(piece, []byte(`href="`))
}

// home is the page on which a note of the chapter stands.
func (p *page) home(n *content.Note) *page {
	if home := p.homes[n]; home != nil {
		return home
	}
	return p
}

// split parts the chapters whose documents are too long; it tells whether there
// was any that could be.
func (e *edition) split() bool {
	var pages []*page
	for _, pg := range e.pages {
		if pg.kind != chapterPage || pg.homes != nil || pg.ruler.length <= e.opt.longest() {
			pages = append(pages, pg)
			continue
		}
		pages = append(pages, e.portions(pg)...)
	}
	some := len(pages) > len(e.pages)
	e.pages = pages
	return some
}

// portions are the pages of a chapter that is too long for the one it stands on.
func (e *edition) portions(whole *page) []*page {
	homes := e.noteHomes(whole.chapter)
	units := unitsOf(whole, homes)
	starts := cut(units, e.opt.longest()-whole.overhead())
	if len(starts) < 2 {
		return []*page{whole}
	}
	pages := make([]*page, len(starts))
	of := map[*content.Note]*page{}
	for i, start := range starts {
		from, to := units[start].from, len(whole.chapter.Blocks)
		if i+1 < len(starts) {
			to = units[starts[i+1]].from
		}
		pages[i] = e.portion(whole, i, from, to)
		pages[i].homes = of
		for _, n := range whole.chapter.Notes {
			if from <= homes[n] && homes[n] < to {
				pages[i].text.Notes = append(pages[i].text.Notes, n)
				of[n] = pages[i]
			}
		}
	}
	return pages
}

// portion is the nth page of a chapter, with its blocks between two.
func (e *edition) portion(whole *page, nth, from, to int) *page {
	pg, text := *whole, *whole.chapter
	begin := whole.ruler.blocks[from]
	pg.portion = portion{text: &text, nth: nth, open: begin.open, last: begin.last}
	text.Blocks, text.Notes = text.Blocks[from:to], nil
	if nth > 0 {
		number := "-" + itoa(nth+1)
		pg.id, pg.name = whole.id+number, whole.id+number+".xhtml"
		pg.title += " (" + e.numeral(nth+1) + ")"
		text.ID, text.Title, text.Anchor = 0, nil, ""
	}
	return &pg
}

// overhead is how long a document is at most besides blocks and notes: what goes
// before them on the whole page, which has the title, and elements around.
func (p *page) overhead() int {
	const around = 400
	return p.ruler.blocks[0].at + around
}

// noteHomes gives the place of the block in the chapter with which each of its
// notes stands: the first that calls it, or that another note stands with which
// does.
func (e *edition) noteHomes(ch *content.Chapter) map[*content.Note]int {
	homes := make(map[*content.Note]int, len(ch.Notes))
	if e.endnotes != nil {
		return homes
	}
	calls := func(bs []content.Block, home int) {
		e.inlines(&content.Chapter{Blocks: bs}, func(in content.Inline) {
			if ref, ok := in.(*content.NoteRef); ok {
				if _, known := homes[ref.Note]; !known {
					homes[ref.Note] = home
				}
			}
		})
	}
	calls([]content.Block{&content.Paragraph{Inlines: ch.Title}}, 0)
	for i := range ch.Blocks {
		calls(ch.Blocks[i:i+1], i)
	}
	for _, n := range ch.Notes {
		calls(n.Blocks, homes[n])
	}
	return homes
}

// inlines visits every inline of a chapter.
func (e *edition) inlines(ch *content.Chapter, visit func(content.Inline)) {
	w := content.Walker{Gathered: e.gathered, Text: func(_ *content.Place, text []content.Inline) { content.Inlines(text, visit) }}
	w.Chapter(ch)
}

// unit is blocks that stay together: headings and the block that they head.
type unit struct {
	from int // the place of its first block in the chapter
	rank int // of a cut before it: the level of its heading, plainRank without
	size int // in bytes, with its notes
}

// plainRank is the rank of a cut before a block that is no heading.
const plainRank = 7

// unitsOf measures a chapter on the page where it stands whole.
func unitsOf(pg *page, homes map[*content.Note]int) []unit {
	var units []unit
	of := make([]int, len(pg.chapter.Blocks)) // the unit of each block
	headed := false
	for i, b := range pg.chapter.Blocks {
		rank := plainRank
		h, heads := b.(*content.Heading)
		switch _, gathered := b.(*content.Endnotes); {
		case heads:
			rank = max(h.Level, 2)
		case gathered: // under the title of its chapter
			rank = 2
		}
		if !headed {
			units = append(units, unit{from: i, rank: rank})
		}
		headed = heads
		of[i] = len(units) - 1
		units[of[i]].size += pg.ruler.blocks[i].size
	}
	if notes := pg.ruler.notes; len(notes) > 0 {
		for i, n := range pg.chapter.Notes {
			units[of[homes[n]]].size += notes[i].size
		}
	}
	return units
}

// cut gives the first unit of each page: at headings of the highest rank that
// makes every page fit, as few pages as can be, and of those the most even. A
// unit that is too long has a page of its own.
func cut(units []unit, longest int) []int {
	if joined := joined(units, longest); len(joined) < len(units) {
		places := make(map[int]int, len(units)) // of blocks among the units
		for i, u := range units {
			places[u.from] = i
		}
		starts := cut(joined, longest)
		for i, start := range starts {
			starts[i] = places[joined[start].from]
		}
		return starts
	}
	for rank := 2; rank < plainRank; rank++ {
		if starts := cutAt(units, rank, longest); starts != nil {
			return starts
		}
	}
	return cutAt(units, plainRank, longest)
}

// mostUnits is how many units of a chapter are looked at one by one.
const mostUnits = 4000

// joined are the units of a chapter that has very many, small ones without a heading
// joined with what goes before them: where such a page begins matters little, and the
// time of finding the best place is the product of units and those on a page.
func joined(units []unit, longest int) []unit {
	if len(units) <= mostUnits {
		return units
	}
	least := longest / 400
	var few []unit
	for _, u := range units {
		if n := len(few); n > 0 && u.rank == plainRank && few[n-1].size+u.size <= least {
			few[n-1].size += u.size
			continue
		}
		few = append(few, u)
	}
	return few
}

// ending is the best way to part the units before some place.
type ending struct {
	pages   int // 0: there is no way
	squares int // of the sizes of its pages: even ones have the least
	from    int // the first unit of the last page
}

// better tells whether a way is better than another.
func (e ending) better(than ending) bool {
	if than.pages == 0 || e.pages != than.pages {
		return than.pages == 0 || e.pages < than.pages
	}
	return e.squares < than.squares
}

// cutAt is cut at headings of a rank or higher, nil where a page does not fit.
func cutAt(units []unit, rank, longest int) []int {
	best := make([]ending, len(units)+1) // of the units before each
	for to := 1; to <= len(units); to++ {
		if to < len(units) && units[to].rank > rank {
			continue
		}
		size := 0
		for from := to - 1; from >= 0; from-- {
			size += units[from].size
			if size > longest && from < to-1 {
				break
			}
			if from > 0 && best[from].pages == 0 { // no page begins here
				continue
			}
			e := ending{best[from].pages + 1, best[from].squares + size*size, from}
			if e.better(best[to]) {
				best[to] = e
			}
		}
	}
	var starts []int
	for to := len(units); to > 0; to = best[to].from {
		if best[to].pages == 0 {
			return nil
		}
		starts = append(starts, best[to].from)
	}
	slices.Reverse(starts)
	return starts
}
