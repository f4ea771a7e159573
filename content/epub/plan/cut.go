package plan

import (
	"slices"

	"warraq/content"
)

// unit is blocks that stay together: headings and the block that they head.
type unit struct {
	from int // the place of its first block in the chapter
	rank int // of a cut before it: the level of its heading, plainRank without
	size int // in bytes, with its notes
}

// plainRank is the rank of a cut before a block that is no heading.
const plainRank = 7

// unitsOf measures a chapter on the page where it stands whole.
func unitsOf(pg *Page, homes map[*content.Note]int) []unit {
	var units []unit
	of := make([]int, len(pg.Chapter.Blocks)) // the unit of each block
	headed := false
	for i, b := range pg.Chapter.Blocks {
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
		units[of[i]].size += pg.Ruler.Blocks[i].size
	}
	if notes := pg.Ruler.Notes; len(notes) > 0 {
		for i, n := range pg.Chapter.Notes {
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
