package press

import (
	"fmt"

	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// Marks are what a printer works by, outside the bleed.
type Marks uint8

const (
	CropMarks         Marks = 1 << iota // where paper is cut, and folded
	RegistrationMarks                   // by which plates are laid one on the other
)

// Measures of marks, points.
const (
	millimetre = setup.Millimetre
	markOff    = 3 * millimetre   // from the trim at least
	markClear  = 0.5 * millimetre // from the bleed
	markLength = 5 * millimetre
	markRim    = 1 * millimetre // of paper beyond them
	lineWeight = 0.25
	targetIn   = 2.5 * millimetre // from where marks begin to the middle of a target
	targetR    = 1.25 * millimetre
	TargetArm  = 2.25 * millimetre
	SlugIn     = 6 * millimetre // from the trim's left edge
	SlugDrop   = 4 * millimetre // below where marks begin, to the foot of the slug
)

// Sheet is the boxes of a page, points from its lower left corner.
type Sheet struct {
	X, Y               float64      // of the page as it was drawn
	Media, bleed, Trim display.Rect // with their lower left corners
	Gap                float64      // from the trim to the marks
}

// SheetFor makes room for a bleed around a page, and for marks or a slug where there is
// a margin. A bled page was drawn with its bleed.
func SheetFor(page setup.Size, bleed float64, bled, margin bool) Sheet {
	s := Sheet{Trim: display.Rect{W: page.W, H: page.H}, Gap: max(bleed+markClear, markOff)}
	if bled {
		s.Trim.W, s.Trim.H = page.W-2*bleed, page.H-2*bleed
	}
	room := bleed
	if margin {
		room = s.Gap + markLength + markRim
	}
	s.Trim.X, s.Trim.Y = room, room
	s.Media = around(s.Trim, room)
	s.bleed = around(s.Trim, bleed)
	s.X, s.Y = s.Trim.X, s.Trim.Y
	if bled {
		s.X, s.Y = s.bleed.X, s.bleed.Y
	}
	return s
}

func around(r display.Rect, by float64) display.Rect {
	return display.Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// Middle is where the targets of head and foot stand. Where folds are marked, none
// stands among these, but in the middle of the left panel.
func (s *Sheet) Middle(folds []float64) float64 {
	if len(folds) > 0 {
		return s.Trim.X + folds[0]/2
	}
	return s.Trim.X + s.Trim.W/2
}

// Boxes are the entries of a page that tell how it is cut (ISO 32000-1 14.11.2):
// each lies within the one before.
func (s *Sheet) Boxes() string {
	box := func(r display.Rect) string {
		return fmt.Sprintf("[%s %s %s %s]", cos.Num(r.X), cos.Num(r.Y), cos.Num(r.X+r.W), cos.Num(r.Y+r.H))
	}
	return "/MediaBox" + box(s.Media) + "/BleedBox" + box(s.bleed) + "/TrimBox" + box(s.Trim)
}

// Draw is the content of a form with marks, in a space of colours named All.
func (s *Sheet) Draw(m Marks, folds []float64) []byte {
	content := fmt.Appendf(nil, "/All CS 1 SCN %s w\n", cos.Num(lineWeight))
	if m&CropMarks != 0 {
		content = s.appendCrop(content, folds)
	}
	if m&RegistrationMarks != 0 {
		content = s.appendTargets(content, folds)
	}
	return content
}

// appendCrop draws where paper is cut, and by dots where it is folded.
func (s *Sheet) appendCrop(out []byte, folds []float64) []byte {
	line := func(x, y, dx, dy float64) {
		out = fmt.Appendf(out, "%s %s m %s %s l S\n", cos.Num(x), cos.Num(y), cos.Num(x+dx), cos.Num(y+dy))
	}
	left, right, foot, top := s.Trim.X, s.Trim.X+s.Trim.W, s.Trim.Y, s.Trim.Y+s.Trim.H
	upright := func(x float64) {
		line(x, foot-s.Gap, 0, -markLength)
		line(x, top+s.Gap, 0, markLength)
	}
	upright(left)
	upright(right)
	for _, y := range []float64{foot, top} {
		line(left-s.Gap, y, -markLength, 0)
		line(right+s.Gap, y, markLength, 0)
	}
	if len(folds) > 0 {
		out = append(out, "[2 1.5] 0 d\n"...)
	}
	for _, x := range folds {
		upright(left + x)
	}
	return append(out, "[] 0 d\n"...)
}

// appendTargets draws what plates are laid one on the other by, at all four edges.
func (s *Sheet) appendTargets(out []byte, folds []float64) []byte {
	off, x, y := s.Gap+targetIn, s.Middle(folds), s.Trim.Y+s.Trim.H/2
	out = append(out, target(s.Trim.X-off, y)...)
	out = append(out, target(s.Trim.X+s.Trim.W+off, y)...)
	out = append(out, target(x, s.Trim.Y-off)...)
	return append(out, target(x, s.Trim.Y+s.Trim.H+off)...)
}

// target draws a cross in a circle.
func target(x, y float64) []byte {
	const round = 0.5522847 * targetR // of a quarter of a circle, by one curve
	out := fmt.Appendf(nil, "%s %s m %s %s l %s %s m %s %s l S\n",
		cos.Num(x-TargetArm), cos.Num(y), cos.Num(x+TargetArm), cos.Num(y), cos.Num(x), cos.Num(y-TargetArm), cos.Num(x), cos.Num(y+TargetArm))
	out = fmt.Appendf(out, "%s %s m\n", cos.Num(x+targetR), cos.Num(y))
	dx, dy := 1.0, 0.0
	for range 4 {
		// from (dx, dy) to (-dy, dx), a quarter on
		ex, ey := -dy, dx
		out = fmt.Appendf(out, "%s %s %s %s %s %s c\n",
			cos.Num(x+targetR*dx+round*ex), cos.Num(y+targetR*dy+round*ey),
			cos.Num(x+targetR*ex+round*dx), cos.Num(y+targetR*ey+round*dy),
			cos.Num(x+targetR*ex), cos.Num(y+targetR*ey))
		dx, dy = ex, ey
	}
	return append(out, "h S\n"...)
}
