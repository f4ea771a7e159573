package layout

import "math"

// Ink is the part of the page that has any; zero where it has none. Words are as
// wide as they are set, and what is drawn in white counts.
func (p *Page) Ink() Rect {
	left, top, right, foot := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(r Rect) {
		left, top = min(left, r.X), min(top, r.Y)
		right, foot = max(right, r.X+r.W), max(foot, r.Y+r.H)
	}
	for _, it := range p.Items {
		switch it := it.(type) {
		case *Text:
			for i := range it.Line.Pieces {
				if w := &it.Line.Pieces[i]; w.Word != nil {
					add(Rect{it.X + float64(w.X), it.Y - it.Line.Height, float64(w.Width), it.Line.Height + it.Line.Depth})
				}
			}
		case *Rule:
			add(it.Rect)
		case *Image:
			add(it.Rect)
		}
	}
	if left > right {
		return Rect{}
	}
	return Rect{left, top, right - left, foot - top}
}
