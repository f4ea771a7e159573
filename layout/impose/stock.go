package impose

// mm is a millimetre in points.
const mm = 72 / 25.4

// slack is how much larger than the sheet pages may be, in points: two A5 are a
// millimetre narrower than an A4, and other sizes as much wider.
const slack = 3.0

// filled is how much larger than the pages a sheet may be that they fill, points.
const filled = 3 * mm

// need is the size of the pages on a side.
func (o *Options) need() Size {
	need := Size{2 * o.Trim.W, o.Trim.H}
	if o.Scheme == FourUp {
		need.H *= 2
	}
	return need
}

// Choose gives the sheet for the pages: of the exact ones the least that they
// fill, else of the usual ones the least that holds them. Where there is none, it
// is zero: as large as the pages.
func (o *Options) Choose(exact, usual []Size) Size {
	need := o.need()
	best := least(exact, need, func(s Size) bool { return s.W-need.W <= filled && s.H-need.H <= filled })
	if best == (Size{}) {
		best = least(usual, need, func(Size) bool { return true })
	}
	return best
}

// least is the smallest of sheets that holds the pages and suits.
func least(stock []Size, need Size, suits func(Size) bool) (best Size) {
	for _, s := range stock {
		s = lie(s, need)
		if holds(s, need) && suits(s) && (best == Size{} || s.W*s.H < best.W*best.H) {
			best = s
		}
	}
	return best
}

func holds(sheet, need Size) bool { return sheet.W+slack >= need.W && sheet.H+slack >= need.H }

// lie turns a sheet as the pages need it.
func lie(sheet, need Size) Size {
	if sheet != (Size{}) && (sheet.W > sheet.H) != (need.W > need.H) {
		sheet.W, sheet.H = sheet.H, sheet.W
	}
	return sheet
}
