package layout

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

// inColumns puts the rows of an index, which follow others in their chapter,
// in two columns a page; those of any other block stay as they are.
func (l *layout) inColumns(b content.Block, above, rows []vlist.Row) []vlist.Row {
	index, ok := b.(*content.Listing)
	if !ok || index.Kind != content.IndexListing || len(rows) == 0 {
		return rows
	}
	col := l.setters[0].Body()
	half, two := blocks.Halves(col.Width)
	if !two {
		return rows
	}
	shift := half + blocks.IndexGap
	if !col.LTR {
		shift = -shift
	}
	var pages []vlist.Row
	room := l.roomBelow(above)
	for len(rows) > 0 {
		height := room
		if first := columnEnd(rows, height); columnEnd(rows[first:], height) == len(rows)-first {
			height = balanced(rows, height) // the last page's columns are of a height
		}
		first := columnEnd(rows, height)
		second := first + columnEnd(rows[first:], height)
		page := vlist.Stacked(rows[:first], 0)
		page.Join(vlist.Stacked(rows[first:second], shift))
		pages = append(pages, page)
		rows, room = rows[second:], l.Style.Height()
	}
	return pages
}

// roomBelow is what is left of the page on which rows end, or a whole page
// where that is too little.
func (l *layout) roomBelow(above []vlist.Row) float64 {
	g := l.galley(above)
	pages := g.Pages(true)
	if len(pages) > 0 {
		if room := g.RoomOn(pages[len(pages)-1]); room >= 4*l.Style.Leading {
			return room
		}
	}
	return l.Style.Height()
}

// columnEnd counts the rows that a column of a height takes, one at least; it
// ends only where a page might.
func columnEnd(rows []vlist.Row, height float64) int {
	most := max(1, vlist.Fitting(rows, height+vlist.Tolerance))
	for end := min(most, len(rows)); end > 0; end-- {
		if end == len(rows) || rows[end].Penalty < vlist.Infinite {
			return end
		}
	}
	return min(most, len(rows))
}

// balanced is the least height at which two columns hold all rows.
func balanced(rows []vlist.Row, height float64) float64 {
	for end := (len(rows) + 1) / 2; end < len(rows); end++ {
		h := vlist.Height(rows[:end])
		if first := columnEnd(rows, h); h < height && columnEnd(rows[first:], h) == len(rows)-first {
			return h
		}
	}
	return height
}
