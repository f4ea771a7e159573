package display

import (
	"math"

	"warraq/layout/paragraph"
)

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
					add(it.box(w))
				}
			}
		case *Rule:
			add(it.Rect)
		case *Image:
			if it.Crop != nil {
				add(*it.Crop)
				break
			}
			add(it.Rect)
		}
	}
	if left > right {
		return Rect{}
	}
	return Rect{left, top, right - left, foot - top}
}

// box is where the ink of a piece of a line stands, at most.
func (t *Text) box(p *paragraph.Piece) Rect {
	from, width := float64(p.X), float64(p.Width)
	above, whole := t.Line.Height, t.Line.Height+t.Line.Depth
	switch t.Turn {
	case TurnRight:
		return Rect{t.X - t.Line.Depth, t.Y + from, whole, width}
	case TurnLeft:
		return Rect{t.X - above, t.Y - from - width, whole, width}
	}
	return Rect{t.X + from, t.Y - above, width, whole}
}
