package view

import "warraq/layout/impose"

// Side is a side of a sheet of the booklet.
type Side struct {
	Width  float64 `json:"width"` // points
	Height float64 `json:"height"`
	Places []Place `json:"places"`
}

// Place is where a page lies on a side.
type Place struct {
	Page   int     `json:"page"` // its index, -1 for a blank
	X      float64 `json:"x"`    // of its left top corner, points
	Y      float64 `json:"y"`
	Turned bool    `json:"turned"` // upside down
}

// Sides are those of the sheets, front and back in turn; none for a book without
// sheets.
func (v *View) Sides() (sides []Side) {
	if v.plan == nil {
		return nil
	}
	for _, sheet := range v.plan.Sheets {
		for _, side := range [][]Place{v.side(sheet.Front), v.side(sheet.Back)} {
			sides = append(sides, Side{v.plan.Size.W, v.plan.Size.H, side})
		}
	}
	return sides
}

// side is a side as seen from its left top corner, where what is printed is counted
// from the left foot.
func (v *View) side(side impose.Side) (places []Place) {
	for _, p := range side {
		at := Place{Page: p.Page, X: p.X, Y: v.plan.Size.H - p.Y - v.plan.Trim.H, Turned: p.Turned}
		if p.Turned { // it is told by its right top corner, which is then at the left foot
			at.X, at.Y = p.X-v.plan.Trim.W, v.plan.Size.H-p.Y
		}
		places = append(places, at)
	}
	return places
}
