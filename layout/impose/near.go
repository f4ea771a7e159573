package impose

import "iter"

// Ink is the part of a page that has any, in points from its left bottom corner;
// zero where it is blank.
type Ink struct{ Left, Bottom, Right, Top float64 }

// Near is a page whose ink is where it should not be.
type Near struct {
	Page     int     // index
	Distance float64 // points from the edge; negative beyond it
}

// TooNear finds the first page, by number, whose ink comes nearer to an edge of its
// sheet than the printer's margin, and how near. Page is -1 where there is none.
func (p *Plan) TooNear(ink []Ink) Near { return p.first(ink, p.Margin, p.distance) }

// Crossing finds the first page, by number, whose ink crosses the fold, moved
// towards it as it is: its distance is below 0. Page is -1 where there is none.
func (p *Plan) Crossing(ink []Ink) Near { return p.first(ink, 0, p.fromFold) }

// first finds the first page whose ink is nearer than the least distance.
func (p *Plan) first(ink []Ink, least float64, distance func(Place, Ink) float64) Near {
	const hair = 1e-6 // sums of lengths are so far off
	first := Near{Page: -1}
	for place := range p.places() {
		if place.Page < 0 || place.Page >= len(ink) || ink[place.Page] == (Ink{}) {
			continue
		}
		d := distance(place, ink[place.Page])
		if d < least-hair && (first.Page < 0 || place.Page < first.Page) {
			first = Near{place.Page, d}
		}
	}
	return first
}

// fromFold is how far the ink of a page is from the fold. A page that has not been
// moved does not cross it.
func (p *Plan) fromFold(place Place, ink Ink) float64 {
	switch {
	case place.Creep == 0:
		return 0
	case place.Right:
		return p.Trim.W - ink.Right - place.Creep
	}
	return ink.Left - place.Creep
}

// distance is that of the ink of a page from the nearest edge of its sheet.
func (p *Plan) distance(place Place, ink Ink) float64 {
	left, bottom, right, top := place.X+ink.Left, place.Y+ink.Bottom, place.X+ink.Right, place.Y+ink.Top
	if place.Turned {
		left, bottom, right, top = place.X-ink.Right, place.Y-ink.Top, place.X-ink.Left, place.Y-ink.Bottom
	}
	return min(left, bottom, p.Size.W-right, p.Size.H-top)
}

// places goes through the places on all sheets.
func (p *Plan) places() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for _, s := range p.Sheets {
			for _, side := range []Side{s.Front, s.Back} {
				for _, place := range side {
					if !yield(place) {
						return
					}
				}
			}
		}
	}
}
