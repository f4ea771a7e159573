package impose

// Marks are short lines on the sheets.
type Marks struct {
	Both   []Line // on both sides
	Inside []Line // on the backs alone, which are inside the fold
}

// Measures of marks, in points.
const (
	markLength = 5 * mm
	markGap    = 2 * mm // between a mark and the pages
	markLeast  = 2 * mm // a shorter one is none
)

// end is where a line across the sheet leaves the pages: the place, the way out,
// and how far the sheet goes on.
type end struct{ x, y, dx, dy, free float64 }

// marks are those that are asked for. They lie beyond the pages where the sheet
// has room for them. Where it has none, folds and cuts are marked in themselves, at
// the sheet's edge: a fold inside it alone. The edges of the pages are then about
// those of the sheet.
func (g grid) marks(opt Options) (m Marks) {
	if opt.Crop {
		for _, e := range g.corners() {
			if l, ok := e.outside(opt.Margin); ok {
				m.Both = append(m.Both, l)
			}
		}
	}
	if !opt.Fold {
		return m
	}
	for _, e := range g.middles() {
		if l, ok := e.outside(opt.Margin); ok {
			m.Both = append(m.Both, l)
		} else if opt.folded() {
			m.Inside = append(m.Inside, e.inside(opt.Margin))
		} else {
			m.Both = append(m.Both, e.inside(opt.Margin))
		}
	}
	return m
}

// corners are the ends of the edges of the pages together.
func (g grid) corners() (ends []end) {
	right, top := g.sheet.W-g.left, g.sheet.H-g.foot
	for _, x := range []float64{g.left, right} {
		ends = append(ends, end{x, top, 0, 1, g.foot}, end{x, g.foot, 0, -1, g.foot})
	}
	for _, y := range []float64{g.foot, top} {
		ends = append(ends, end{g.left, y, -1, 0, g.left}, end{right, y, 1, 0, g.left})
	}
	return ends
}

// middles are the ends of the fold, or of the cuts.
func (g grid) middles() []end {
	w, h := g.sheet.W, g.sheet.H
	ends := []end{{w / 2, h - g.foot, 0, 1, g.foot}, {w / 2, g.foot, 0, -1, g.foot}}
	if g.rows == 2 {
		ends = append(ends, end{g.left, h / 2, -1, 0, g.left}, end{w - g.left, h / 2, 1, 0, g.left})
	}
	return ends
}

// outside is a mark beyond the pages, as long as the printer leaves room for; ok is
// false where it leaves none.
func (e end) outside(margin float64) (l Line, ok bool) {
	to := min(markGap+markLength, e.free-margin)
	return e.line(markGap, to), to >= markGap+markLeast
}

// inside is a mark where the printer begins to print.
func (e end) inside(margin float64) Line {
	return e.line(e.free-margin-markLength, e.free-margin)
}

func (e end) line(from, to float64) Line {
	return Line{e.x + from*e.dx, e.y + from*e.dy, e.x + to*e.dx, e.y + to*e.dy}
}
