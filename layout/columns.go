package layout

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

const (
	leastColumns = 4       // lines that columns have on the page of what is above them
	mostAbove    = 200_000 // rows of a chapter that are put on pages to know where its columns begin
	goodEnds     = 3       // rows of a column that are looked at for a better end
)

// inColumns puts the rows of a block that is set in columns, which follow others in their
// chapter, side by side: a row a page. The last page's columns are of a height. Rows of any
// other block stay as they are.
func (l *layout) inColumns(b content.Block, above, rows []vlist.Row) []vlist.Row {
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
	room := l.roomBelow(b, above)
	for len(rows) > 0 {
		height := l.columnHeight(rows, c.Number, room)
		page := vlist.Row{Snap: rows[0].Snap}
		for k := 0; k < c.Number && len(rows) > 0; k++ {
			end := columnEnd(rows, height, l.Style.Leading)
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

// roomBelow is what is left for a block in columns of the page on which rows end, or a
// whole page where that is too little.
func (l *layout) roomBelow(b content.Block, above []vlist.Row) float64 {
	l.laid += len(above)
	if l.laid > mostAbove {
		return l.Style.Height()
	}
	g := l.galley(above)
	pages := g.Pages(true)
	if len(pages) > 0 {
		room := g.RoomOn(pages[len(pages)-1])
		if _, text := b.(*content.Div); text {
			room = vlist.FloorTo(room-l.Style.Leading/2, l.Style.Leading)
		}
		if room >= leastColumns*l.Style.Leading {
			return room
		}
	}
	return l.Style.Height()
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
// ends only where a page might, and as well as it can.
func columnEnd(rows []vlist.Row, height, leading float64) int {
	most, y := 1, rows[0].Height
	for ; most < len(rows); most++ {
		r := &rows[most]
		if y = r.TopBelow(y, leading) + r.Height; y > height+vlist.Tolerance {
			break
		}
	}
	if most == len(rows) {
		return most
	}
	for end := most; end > max(0, most-goodEnds); end-- {
		if rows[end].Penalty < vlist.BadPrice {
			return end
		}
	}
	for end := most; end > 0; end-- {
		if rows[end].Penalty < vlist.Infinite {
			return end
		}
	}
	return most
}

// columnsEnd counts the rows that so many columns of a height take.
func columnsEnd(rows []vlist.Row, number int, height, leading float64) int {
	end := 0
	for k := 0; k < number && end < len(rows); k++ {
		end += columnEnd(rows[end:], height, leading)
	}
	return end
}

// balanced is the least height at which so many columns hold all rows, no more than a
// height at which they do.
func balanced(rows []vlist.Row, number int, height, leading float64) float64 {
	for end := (len(rows) + number - 1) / number; end < len(rows); end++ {
		set := onLeading(rows[:end], leading)
		if h := vlist.Height(set); h < height && columnsEnd(rows, number, h, leading) == len(rows) {
			return h
		}
	}
	return height
}
