package layout

import (
	"slices"

	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

const (
	leastColumns = 4       // lines that columns have on the page of what is above them
	mostAbove    = 200_000 // rows of a chapter that are put on pages to know where its columns begin
	goodEnds     = 3       // rows of a column that are looked at for a better end
	fewLeft      = 8       // rows that are rather not left to a last page,
	nearSpace    = 0.4     // and what is then left of the spaces between those of the page
)

// inColumns puts the rows of a block that is set in columns, which follow others in their
// chapter, side by side: a row a page. The last page's columns are of a height. Rows of any
// other block stay as they are.
func (l *layout) inColumns(before, b content.Block, above, rows []vlist.Row) []vlist.Row {
	col := l.setters[0].Body()
	c, ok := blocks.ColumnsOf(b, col.Width)
	if !ok || len(rows) == 0 {
		return rows
	}
	shift := c.Width + c.Gap
	if !col.LTR {
		shift = -shift
	}
	var pages []vlist.Row
	room := l.roomBelow(before, b, above, rows)
	for len(rows) > 0 {
		rows = l.nearer(rows, c.Number, room)
		height := l.columnHeight(rows, c.Number, room)
		page := vlist.Row{Snap: rows[0].Snap}
		for k := 0; k < c.Number && len(rows) > 0; k++ {
			end, _ := columnEnd(rows, height, l.Style.Leading)
			page.Join(vlist.Stacked(onLeading(rows[:end], l.Style.Leading), float64(k)*shift))
			rows = rows[end:]
		}
		pages = append(pages, page)
		room = l.Style.Height()
	}
	return pages
}

// columnHeight is how high the columns of a page are in a room: as little as holds all rows
// in that many, or else all of the room, less what the notes of the rows need.
func (l *layout) columnHeight(rows []vlist.Row, number int, room float64) float64 {
	height := room
	for range number + 1 {
		end := columnsEnd(rows, number, height, l.Style.Leading)
		foot := l.footBelow(rows[:end])
		if end == len(rows) {
			if b := balanced(rows, number, height, l.Style.Leading); b+foot <= room+vlist.Tolerance {
				return b
			}
		}
		if height+foot <= room+vlist.Tolerance {
			return height
		}
		height = max(vlist.FloorTo(room-foot, l.Style.Leading), leastColumns*l.Style.Leading)
	}
	return height
}

// footBelow is the room of the notes that rows call.
func (l *layout) footBelow(rows []vlist.Row) float64 {
	g := l.galley(rows)
	return g.FootOf(0, int32(len(g.Notes)))
}

// roomBelow is what is left for a block in columns, with its rows, of the page on which the
// rows of what stands before it end, or a whole page where that is too little.
func (l *layout) roomBelow(before, b content.Block, above, rows []vlist.Row) float64 {
	l.laid += len(above)
	if l.laid > mostAbove {
		return l.Style.Height()
	}
	g := l.galley(above)
	pages := g.Pages(true)
	if len(pages) > 0 {
		next := vlist.Row{Snap: rows[0].Snap}
		if before != nil {
			next.Space, _ = l.gap(before, b, above, rows)
		}
		if room := g.RoomBelow(pages[len(pages)-1], &next); room >= leastColumns*l.Style.Leading {
			return room
		}
	}
	return l.Style.Height()
}

// nearer draws the groups of an index nearer to each other where a few rows would stand on
// a page of their own else.
func (l *layout) nearer(rows []vlist.Row, number int, room float64) []vlist.Row {
	end := columnsEnd(rows, number, room, l.Style.Leading)
	if few := len(rows) - end; few == 0 || few > fewLeft {
		return rows
	}
	near := slices.Clone(rows)
	for i := range near {
		near[i].Space *= nearSpace
	}
	if columnsEnd(near, number, room, l.Style.Leading) < len(near) {
		return rows
	}
	return near
}

// onLeading is rows of a column whose lines stand on the grid where they ask so.
func onLeading(rows []vlist.Row, leading float64) []vlist.Row {
	set := append([]vlist.Row(nil), rows...)
	y := 0.0
	for i := range set {
		r := &set[i]
		if i == 0 {
			r.Space = 0
		}
		top := r.TopBelow(y, leading)
		r.Space = top - y
		y = top + r.Height
	}
	return set
}

// columnEnd counts the rows that a column of a height takes, one at least; it
// ends only where a page might, and as well as it can. It tells whether there is such an end.
func columnEnd(rows []vlist.Row, height, leading float64) (end int, good bool) {
	most, y := 1, rows[0].Height
	for ; most < len(rows); most++ {
		r := &rows[most]
		if y = r.TopBelow(y, leading) + r.Height; y > height+vlist.Tolerance {
			break
		}
	}
	if most == len(rows) {
		return most, true
	}
	for end := most; end > max(0, most-goodEnds); end-- {
		if rows[end].Penalty < vlist.BadPrice {
			return end, true
		}
	}
	for end := most; end > 0; end-- {
		if rows[end].Penalty < vlist.Infinite {
			return end, true
		}
	}
	return most, false
}

// columnsEnd counts the rows that so many columns of a height take.
func columnsEnd(rows []vlist.Row, number int, height, leading float64) int {
	end, _ := columnsWell(rows, number, height, leading)
	return end
}

// columnsWell is columnsEnd, and tells whether each column ends where a page might.
func columnsWell(rows []vlist.Row, number int, height, leading float64) (end int, well bool) {
	well = true
	for k := 0; k < number && end < len(rows); k++ {
		n, good := columnEnd(rows[end:], height, leading)
		end, well = end+n, well && good
	}
	return end, well
}

// balanced is the least height at which so many columns hold all rows, no more than a
// height at which they do.
func balanced(rows []vlist.Row, number int, height, leading float64) float64 {
	for end := (len(rows) + number - 1) / number; end < len(rows); end++ {
		set := onLeading(rows[:end], leading)
		if h := vlist.Height(set); h < height {
			if n, well := columnsWell(rows, number, h, leading); well && n == len(rows) {
				return h
			}
		}
	}
	return height
}
