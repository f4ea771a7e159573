package pdf

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
	targetArm  = 2.25 * millimetre
	slugIn     = 6 * millimetre // from the trim's left edge
	slugDrop   = 4 * millimetre // below where marks begin, to the foot of the slug
)

// pressSheet is the boxes of a page, points from its lower left corner.
type pressSheet struct {
	x, y               float64      // of the page as it was drawn
	media, bleed, trim display.Rect // with their lower left corners
	gap                float64      // from the trim to the marks
}

// sheetFor makes room for bleed and marks around a page.
func sheetFor(page setup.Size, p *Press) pressSheet {
	s := pressSheet{trim: display.Rect{W: page.W, H: page.H}, gap: max(p.Bleed+markClear, markOff)}
	if p.Bled {
		s.trim.W, s.trim.H = page.W-2*p.Bleed, page.H-2*p.Bleed
	}
	room := p.Bleed
	if p.Marks != 0 || p.Slug != nil {
		room = s.gap + markLength + markRim
	}
	s.trim.X, s.trim.Y = room, room
	s.media = around(s.trim, room)
	s.bleed = around(s.trim, p.Bleed)
	s.x, s.y = s.trim.X, s.trim.Y
	if p.Bled {
		s.x, s.y = s.bleed.X, s.bleed.Y
	}
	return s
}

func around(r display.Rect, by float64) display.Rect {
	return display.Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// middle is where the targets of head and foot stand. Where folds are marked, none
// stands among these, but in the middle of the left panel.
func (s *pressSheet) middle(folds []float64) float64 {
	if len(folds) > 0 {
		return s.trim.X + folds[0]/2
	}
	return s.trim.X + s.trim.W/2
}

// boxes are the entries of a page that tell how it is cut (ISO 32000-1 14.11.2):
// each lies within the one before.
func (s *pressSheet) boxes() string {
	box := func(r display.Rect) string {
		return fmt.Sprintf("[%s %s %s %s]", cos.Num(r.X), cos.Num(r.Y), cos.Num(r.X+r.W), cos.Num(r.Y+r.H))
	}
	return "/MediaBox" + box(s.media) + "/BleedBox" + box(s.bleed) + "/TrimBox" + box(s.trim)
}

// pressMarks adds the marks as a form, in all inks at once (ISO 32000-1 8.6.6.4).
func pressMarks(j *job) error {
	p := j.press
	if p.Marks == 0 {
		return nil
	}
	content := fmt.Appendf(nil, "/All CS 1 SCN %s w\n", cos.Num(lineWeight))
	if p.Marks&CropMarks != 0 {
		content = p.sheet.appendCrop(content, p.Folds)
	}
	if p.Marks&RegistrationMarks != 0 {
		content = p.sheet.appendTargets(content, p.Folds)
	}
	all := "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"
	p.marks = j.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<</ColorSpace<</All%s>>>>",
		cos.Num(p.sheet.media.W), cos.Num(p.sheet.media.H), all), content, true)
	return nil
}

// appendCrop draws where paper is cut, and by dots where it is folded.
func (s *pressSheet) appendCrop(out []byte, folds []float64) []byte {
	line := func(x, y, dx, dy float64) {
		out = fmt.Appendf(out, "%s %s m %s %s l S\n", cos.Num(x), cos.Num(y), cos.Num(x+dx), cos.Num(y+dy))
	}
	left, right, foot, top := s.trim.X, s.trim.X+s.trim.W, s.trim.Y, s.trim.Y+s.trim.H
	upright := func(x float64) {
		line(x, foot-s.gap, 0, -markLength)
		line(x, top+s.gap, 0, markLength)
	}
	upright(left)
	upright(right)
	for _, y := range []float64{foot, top} {
		line(left-s.gap, y, -markLength, 0)
		line(right+s.gap, y, markLength, 0)
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
func (s *pressSheet) appendTargets(out []byte, folds []float64) []byte {
	off, x, y := s.gap+targetIn, s.middle(folds), s.trim.Y+s.trim.H/2
	out = append(out, target(s.trim.X-off, y)...)
	out = append(out, target(s.trim.X+s.trim.W+off, y)...)
	out = append(out, target(x, s.trim.Y-off)...)
	return append(out, target(x, s.trim.Y+s.trim.H+off)...)
}

// target draws a cross in a circle.
func target(x, y float64) []byte {
	const round = 0.5522847 * targetR // of a quarter of a circle, by one curve
	out := fmt.Appendf(nil, "%s %s m %s %s l %s %s m %s %s l S\n",
		cos.Num(x-targetArm), cos.Num(y), cos.Num(x+targetArm), cos.Num(y), cos.Num(x), cos.Num(y-targetArm), cos.Num(x), cos.Num(y+targetArm))
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
