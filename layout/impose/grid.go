package impose

import "slices"

// grid is the places of the pages on a sheet: two columns, one row or two, in
// the middle of it.
type grid struct {
	sheet Size
	trim  Size
	left  float64 // of the pages, points
	foot  float64
	rows  int
	right bool // bound at the right
	turn  bool // backs are upside down
}

func newGrid(opt Options) grid {
	g := grid{sheet: opt.Sheet, trim: opt.Trim, rows: 1, right: opt.Right}
	if opt.Scheme == FourUp {
		g.rows = 2
	}
	if g.sheet == (Size{}) {
		g.sheet = Size{2 * g.trim.W, float64(g.rows) * g.trim.H}
	}
	g.left = g.sheet.W/2 - g.trim.W
	g.foot = (g.sheet.H - float64(g.rows)*g.trim.H) / 2
	// Turned about an upright edge, a sheet keeps its head up. Upright edges are
	// the short ones of a landscape sheet.
	upright := ShortEdge
	if g.sheet.W < g.sheet.H {
		upright = LongEdge
	}
	g.turn = opt.Turn != upright
	return g
}

// place puts a page into a column and a row, from the left and from the top.
// Its spine is in the middle of the sheet, or, on sheets that are cut, where the
// page itself has it.
func (g grid) place(page, column, row int, spine bool) Place {
	return Place{
		Page: page, Right: spine,
		X: g.left + float64(column)*g.trim.W,
		Y: g.foot + float64(g.rows-1-row)*g.trim.H,
	}
}

// over turns a side that is seen from the front into one that is printed on the
// back: about an upright edge nothing else happens to it, about a level one it
// is upside down.
func (g grid) over(s Side) Side {
	if !g.turn {
		return s
	}
	for i := range s {
		p := &s[i]
		p.X, p.Y, p.Turned = g.sheet.W-p.X, g.sheet.H-p.Y, true
	}
	return s
}

// fold places the pages of a signature on its sheets, the outermost first. With
// the binding at the right, page 1 is at the left of the outer side.
func (g grid) fold(order []int, signature int, caliper float64) []Sheet {
	n := len(order)
	sheets := make([]Sheet, n/4)
	for k := range sheets {
		first, last := order[2*k], order[n-1-2*k]
		second, third := order[2*k+1], order[n-2-2*k]
		creep := float64(k) * caliper
		sheets[k] = Sheet{
			Front:     g.spread(first, last, creep),
			Back:      g.over(g.spread(third, second, creep)),
			Signature: signature, Within: k,
		}
	}
	return sheets
}

// spread places two pages beside the fold, the odd one of them given first. An
// odd page lies at the side opposite to the binding.
func (g grid) spread(odd, even int, creep float64) Side {
	pages := [2]int{even, odd}
	if g.right {
		slices.Reverse(pages[:])
	}
	side := Side{g.place(pages[0], 0, 0, true), g.place(pages[1], 1, 0, false)}
	side[0].X += creep
	side[1].X -= creep
	side[0].Creep, side[1].Creep = creep, creep
	return side
}

// stack places leaves on sheets to be cut: the first stack has the first leaves,
// one below the other.
func (g grid) stack(order []int) []Sheet {
	stacks := 2 * g.rows
	sheets := make([]Sheet, len(order)/2/stacks)
	for k := range sheets {
		var front, back Side
		for s := range stacks {
			leaf := s*len(sheets) + k
			column, row := s%2, s/2
			if g.right {
				column = 1 - column
			}
			front = append(front, g.place(order[2*leaf], column, row, g.right))
			back = append(back, g.place(order[2*leaf+1], 1-column, row, !g.right))
		}
		sheets[k] = Sheet{Front: front, Back: g.over(back), Within: k}
	}
	return sheets
}

// folds is the line in the middle of sheets that are folded.
func (g grid) folds(opt Options) []Line {
	if !opt.folded() {
		return nil
	}
	return []Line{{g.sheet.W / 2, 0, g.sheet.W / 2, g.sheet.H}}
}

// cuts are the lines between the pages of sheets that are cut.
func (g grid) cuts(opt Options) []Line {
	if opt.folded() {
		return nil
	}
	cuts := []Line{{g.sheet.W / 2, 0, g.sheet.W / 2, g.sheet.H}}
	if g.rows == 2 {
		cuts = append(cuts, Line{0, g.sheet.H / 2, g.sheet.W, g.sheet.H / 2})
	}
	return cuts
}
