package blocks

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/vlist"
)

// tallCell is a cell that takes several rows, and its lines.
type tallCell struct {
	*content.Slot
	rows []vlist.Row
}

// TiedPrice is the price of a page break between rows of one cell: paid rather than
// one within a row.
const TiedPrice = vlist.Infinite - 1

// hang sets the cells that take several rows at the top of the first of them. The
// last grows where they have not room enough. It gives the prices of page breaks
// above rows: there is none within the text of a cell, and none gladly within its
// rows, as long as they have room on half a page.
func (g *grid) hang(tall []tallCell, sets [][]vlist.Row, over, under float64) (tied map[int]int) {
	tied = make(map[int]int)
	leading := g.Leading
	for k := len(tall) - 1; k >= 0; k-- { // the later ones stand behind the earlier
		t := &tall[k]
		span := sets[t.Row : t.Row+t.Rows]
		text, room, beside := over+float64(len(t.rows))*leading+under, 0.0, 0.0
		for _, set := range span {
			if room < text {
				beside += vlist.Height(set)
			}
			room += vlist.Height(set)
		}
		if first := span[0]; beside > g.page && text > vlist.Height(first) { // what stands beside the text goes on overleaf
			first[len(first)-1].Height += text - vlist.Height(first)
			room += text - vlist.Height(first)
		}
		if last := span[len(span)-1]; text > room {
			last[len(last)-1].Height += text - room
			room = text
		}
		top := 0.0
		for i, set := range span {
			switch {
			case i > 0 && top < text-vlist.Tolerance:
				tied[t.Row+i] = vlist.Infinite
			case i > 0 && room <= g.page*tallPart:
				tied[t.Row+i] = max(tied[t.Row+i], TiedPrice)
			}
			top += vlist.Height(set)
		}
		t.stand(&span[0][0], over, leading)
	}
	return tied
}

// stand puts the lines of a cell before what else stands in a slice.
func (t *tallCell) stand(r *vlist.Row, over, leading float64) {
	var items []display.Item
	for i := range t.rows {
		for _, it := range t.rows[i].Items {
			items = append(items, display.Moved(it, 0, over+float64(i)*leading))
		}
		r.Notes = append(r.Notes, t.rows[i].Notes...)
		r.Starts = append(r.Starts, t.rows[i].Starts...)
	}
	r.Items = append(items, r.Items...)
}

// owners tells which cell each place of a grid belongs to; nil where each has one
// of its own.
type owners [][]*content.Slot

func ownersOf(slots [][]content.Slot, columns int) owners {
	spans := false
	own := make(owners, len(slots))
	for i := range own {
		own[i] = make([]*content.Slot, columns)
	}
	for i := range slots {
		for k := range slots[i] {
			slot := &slots[i][k]
			spans = spans || slot.Rows > 1 || slot.Cols > 1
			for r := slot.Row; r < slot.Row+slot.Rows; r++ {
				for c := slot.Col; c < slot.Col+slot.Cols; c++ {
					own[r][c] = slot
				}
			}
		}
	}
	if !spans {
		return nil
	}
	return own
}

// across tells in which columns a cell of row i goes on below it.
func (o owners) across(i int) []bool {
	if o == nil || i+1 >= len(o) {
		return nil
	}
	across := make([]bool, len(o[i]))
	for c, slot := range o[i] {
		across[c] = slot != nil && slot == o[i+1][c]
	}
	return across
}

// beside tells before which columns no line stands in row i, as a cell goes on
// there from the column before.
func (o owners) beside(i int) []bool {
	if o == nil {
		return nil
	}
	beside := make([]bool, len(o[i])+1)
	for c := 1; c < len(o[i]); c++ {
		beside[c] = o[i][c] != nil && o[i][c] == o[i][c-1]
	}
	return beside
}
