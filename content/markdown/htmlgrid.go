package markdown

import (
	"fmt"

	"warraq/content"
	"warraq/content/markdown/source"
)

// htmlGrid knows which columns the cells of the rows above go over.
type htmlGrid struct {
	free  []int // the row from which each column is free
	thead int   // rows of the header, out of which no cell reaches
}

// place puts the cells of row i in their places and tells behind which column it
// ends, and in which its last cell begins; -1 for none.
func (g *htmlGrid) place(r *content.Row, i int) (end, begins int) {
	begins = -1
	for at, from := range g.free {
		if from > i {
			end = at + 1
		}
	}
	at := 0
	for _, c := range r.Cells {
		for at < len(g.free) && g.free[at] > i {
			at++
		}
		if at == len(g.free) {
			break
		}
		begins = at
		until := i + spanOf(c, "rowspan")
		if i < g.thead {
			until = min(until, g.thead)
		}
		for n := spanOf(c, "colspan"); n > 0 && at < len(g.free) && g.free[at] <= i; n-- {
			g.free[at] = until
			at++
		}
	}
	return max(end, at), begins
}

// fill gives a table in HTML its columns: as many as some cell begins in, since what
// a cell reaches beyond them takes no room in browsers (HTML 4.9.12.1). Places that no
// cell takes get an empty one; a row without any is none. A row that has cells where
// the others have no column is told.
func (h *htmlReader) fill() {
	g := htmlGrid{make([]int, content.MostSpan), h.thead}
	var rows []*content.Row
	var ends []int // behind the last column that a cell of each begins in
	columns := 0
	for i, r := range h.rows {
		end, begins := g.place(r, len(rows))
		if end == 0 {
			if i < h.thead {
				g.thead--
			}
			continue
		}
		columns = max(columns, begins+1)
		rows, ends = append(rows, r), append(ends, begins+1)
	}
	h.rows, h.thead, h.table.Columns = rows, g.thead, make([]content.Align, columns)
	h.tellWide(ends)
	g.free = make([]int, columns)
	for i, r := range rows {
		g.place(r, i)
		for at := range g.free {
			if g.free[at] <= i {
				r.Cells = append(r.Cells, &content.Cell{Place: content.Place{Pos: r.Pos}})
			}
		}
	}
}

// tellWide tells of rows that reach beyond the header or, where there is none, beyond
// what more than half of the rows reach to.
func (h *htmlReader) tellWide(ends []int) {
	usual := 0
	for _, end := range ends[:h.thead] {
		usual = max(usual, end)
	}
	counts := make(map[int]int)
	for _, end := range ends {
		if counts[end]++; h.thead == 0 && 2*counts[end] > len(ends) {
			usual = end
		}
	}
	for i, end := range ends {
		if usual > 0 && end > usual {
			const kind = "a row of a table in HTML with more cells than the others"
			h.AdviseAt(h.rows[i].Pos, source.Slip{Kind: kind, What: fmt.Sprintf("%s: it takes %d columns, they take %d", kind, end, usual),
				Hint: "take the cells away, or give the others as many"})
		}
	}
}
