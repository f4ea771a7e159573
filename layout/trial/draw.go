package trial

import (
	"strconv"
	"strings"

	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/impose"
	"warraq/layout/paragraph"
)

// Inks and weights, in points.
var (
	black = paragraph.Color{}
	faint = paragraph.Gray(0.6)
)

const (
	hair = 0.3
	bold = 1.0
)

// rulers are how far from the edge of the sheet frames lie, in millimetres.
var rulers = []int{3, 4, 5, 6, 7, 8, 10}

// numbersAt is how far from the edge their numbers stand, in points.
const numbersAt = 12 * mm

// rule fills a rectangle.
func (d *designer) rule(x, y, w, h float64, c paragraph.Color) {
	d.items = append(d.items, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: c})
}

// text sets a paragraph, its first baseline at y, centred in a measure, and gives
// its foot.
func (d *designer) text(text string, font fonts.Style, size, x, y, measure float64) (foot float64) {
	style := &paragraph.Style{Font: font, Size: size, Lang: d.lang}
	form := paragraph.Form{
		Measure: measure, Align: paragraph.Center, LTR: locale.DirectionOf(d.lang) == locale.LTR, Lang: d.lang, NoHyphens: true,
	}
	set := d.comp.Set([]paragraph.Span{{Text: text, Style: style}}, form)
	for i := range set.Lines {
		d.items = append(d.items, &display.Text{X: x, Y: y, Line: &set.Lines[i]})
		foot = y
		y += max(1.5*size, set.Lines[i].Height+set.Lines[i].Depth)
	}
	return foot
}

// say puts what the settings of the book are into a sentence.
func (d *designer) say(text string) string {
	other := setup.LongEdge
	if d.opt.Turn == impose.LongEdge {
		other = setup.ShortEdge
	}
	swap := []string{"DUPLEX", "\u2066--duplex\u00A0" + other.String() + "\u2069"}
	for n := range 10 { // the numbers in the words are written as those beside them
		swap = append(swap, strconv.Itoa(n), locale.FormatInt(n, d.digits))
	}
	return strings.NewReplacer(swap...).Replace(text)
}

// frames draws frames along the edges, with a tick from each to its number.
func (d *designer) frames() {
	w, h := d.plan.Size.W, d.plan.Size.H
	for i, n := range rulers {
		r := float64(n) * mm
		for _, y := range []float64{r, h - r} {
			d.rule(r, y-hair/2, w-2*r, hair, black)
		}
		for _, x := range []float64{r, w - r} {
			d.rule(x-hair/2, r, hair, h-2*r, black)
		}
		d.tick(w*3/4+float64(i-len(rulers)/2)*5*mm, h*3/4+float64(i-len(rulers)/2)*5*mm, r, n)
	}
}

// tick leads from a frame to its number, on all four edges.
func (d *designer) tick(x, y, r float64, n int) {
	w, h := d.plan.Size.W, d.plan.Size.H
	number := locale.FormatInt(n, d.digits)
	const size, wide = 7.0, 6 * mm
	long := numbersAt - r
	d.rule(x-hair/2, r, hair, long, black)
	d.text(number, fonts.Style{}, size, x-wide/2, numbersAt+size*0.9, wide)
	d.rule(x-hair/2, h-numbersAt, hair, long, black)
	d.text(number, fonts.Style{}, size, x-wide/2, h-numbersAt-size*0.25, wide)
	d.rule(r, y-hair/2, long, hair, black)
	d.text(number, fonts.Style{}, size, numbersAt-wide/2+0.7*size, y+size*0.3, wide)
	d.rule(w-numbersAt, y-hair/2, long, hair, black)
	d.text(number, fonts.Style{}, size, w-numbersAt-wide/2-0.7*size, y+size*0.3, wide)
}

// edges names the edges of the sheet, and says about which the printer is to turn.
func (d *designer) edges() {
	w, h := d.plan.Size.W, d.plan.Size.H
	upright, level := d.words.Short, d.words.Long
	if w < h {
		upright, level = level, upright
	}
	if (w > h) == (d.opt.Turn == impose.ShortEdge) {
		upright += "\n" + d.words.Turn
	} else {
		level += "\n" + d.words.Turn
	}
	const size, wide = 7.0, 30 * mm
	d.text(level, fonts.Style{}, size, w/4-wide, numbersAt+size, 2*wide)
	foot := h - numbersAt - size*0.3 - float64(strings.Count(level, "\n"))*1.5*size
	d.text(level, fonts.Style{}, size, w/4-wide, foot, 2*wide)
	d.text(upright, fonts.Style{}, size, numbersAt, 0.42*h, wide)
	d.text(upright, fonts.Style{}, size, w-numbersAt-wide, 0.42*h, wide)
}

// cross draws the cross in the middle, a line a millimetre.
func (d *designer) cross(x, y float64) {
	const long = 10 * mm
	d.rule(x-long, y-hair/2, 2*long, hair, black)
	d.rule(x-hair/2, y-long, hair, 2*long, black)
	for i := -5; i <= 5; i++ {
		at, half := float64(i)*mm, 1*mm
		if i%5 == 0 {
			half = 2 * mm
		}
		d.rule(x+at-hair/2, y-half, hair, 2*half, black)
		d.rule(x-half, y+at-hair/2, 2*half, hair, black)
	}
}

// fifty draws a line fifty millimetres long.
func (d *designer) fifty(x, y float64) {
	const long = 50 * mm
	d.rule(x-long/2, y, long, bold, black)
	for _, end := range []float64{x - long/2, x + long/2 - bold} {
		d.rule(end, y-2*mm, bold, 4*mm, black)
	}
}

// up draws an arrow upwards to a place.
func (d *designer) up(x, y, long float64) {
	d.rule(x-bold/2, y, bold, long, black)
	for i := range headSteps {
		w := headWide * float64(i+1) / headSteps
		d.rule(x-w/2, y+headLong*float64(i)/headSteps, w, headLong/headSteps, black)
	}
}

// arrow draws one from a place, to the right or, with a length below 0, to the left.
func (d *designer) arrow(x, y, length float64) {
	d.rule(min(x, x+length), y-bold/2, max(length, -length), bold, black)
	for i := range headSteps {
		w, at := headWide*float64(i+1)/headSteps, headLong*float64(i)/headSteps
		left := x + length - at - headLong/headSteps
		if length < 0 {
			left = x + length + at
		}
		d.rule(left, y-w/2, headLong/headSteps, w, black)
	}
}

// The head of an arrow is drawn in strips, points.
const (
	headLong, headWide = 9.0, 8.0
	headSteps          = 18
)
