package cover

import (
	"fmt"

	"warraq/content"
	"warraq/content/design"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// designer is a panel at work.
type designer struct {
	panel   *Panel
	style   format.Style
	look    format.CoverLook
	words   words
	lang    string
	comp    *paragraph.Compositor
	unit    float64 // what sizes and widths are parts of
	told    map[rune]bool
	over    bleed
	bounded bool // ink that goes beyond the bleed is cut off
	kashida paragraph.Lengthening
	logo    *picture.Picture // of the publisher; nil: the panel shows none

	particles particles // of the words of a title
}

// bleed is how far ink goes beyond the edges of a panel, points: nowhere at the
// fold.
type bleed struct{ left, right, top, foot float64 }

// field is all that ink covers: the panel with its bleed.
func (d *designer) field() display.Rect {
	o := &d.over
	return display.Rect{X: 0 - o.left, Y: 0 - o.top, W: d.panel.W + o.left + o.right, H: d.panel.H + o.top + o.foot}
}

// band fills the panel from one height to the next, and what is beyond its edges.
func (d *designer) band(from, to float64, color paragraph.Color) {
	f := d.field()
	if from <= 0 {
		from = f.Y
	}
	if to >= d.panel.H {
		to = f.Y + f.H
	}
	d.rule(f.X, from, f.W, to-from, color)
}

// rule fills a rectangle.
func (d *designer) rule(x, y, w, h float64, color paragraph.Color) {
	d.panel.Items = append(d.panel.Items, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: color})
}

// outline is the four sides of a rectangle, the weight within it.
func (d *designer) outline(r display.Rect, weight float64, color paragraph.Color) {
	d.rule(r.X, r.Y, r.W, weight, color)
	d.rule(r.X, r.Y+r.H-weight, r.W, weight, color)
	d.rule(r.X, r.Y, weight, r.H, color)
	d.rule(r.X+r.W-weight, r.Y, weight, r.H, color)
}

// figure draws a figure whose corners are points from the top left corner of r.
func (d *designer) figure(name string, f figure, r display.Rect) {
	d.panel.figures[name] = f
	d.panel.Pictures[name] = &picture.Picture{Turn: 1, Drawing: f.drawn(r.W, r.H)}
	d.panel.Items = append(d.panel.Items, &display.Image{Rect: r, Asset: name, Crop: d.crop(r)})
}

// crop is the field, where a picture goes beyond it and may not.
func (d *designer) crop(r display.Rect) *display.Rect {
	f := d.field()
	within := r.X >= f.X && r.Y >= f.Y && r.X+r.W <= f.X+f.W && r.Y+r.H <= f.Y+f.H
	if within || !d.bounded {
		return nil
	}
	return &f
}

// inset is r without a margin on all sides.
func inset(r display.Rect, by float64) display.Rect {
	return display.Rect{X: r.X + by, Y: r.Y + by, W: r.W - 2*by, H: r.H - 2*by}
}

// ground covers the panel; what lies beyond it is of the same colour.
func (d *designer) ground(color paragraph.Color) {
	d.panel.Ground = color
	d.band(0, d.panel.H, color)
}

// paper is the colour of a ground; no ground is the paper.
func paper(p format.Paint) paragraph.Color {
	if !p.On {
		return paragraph.Gray(1)
	}
	return p.Color
}

// legible is the ink where it can be read on a ground, else black or white.
func legible(ink, ground paragraph.Color) paragraph.Color {
	of := func(c paragraph.Color) design.Color { return design.Color{R: c.R, G: c.G, B: c.B} }
	on := of(ground)
	switch {
	case design.Contrast(of(ink), on) >= design.LeastContrast:
		return ink
	case design.Contrast(design.White, on) >= design.Contrast(design.Color{}, on):
		return paragraph.Gray(1)
	}
	return paragraph.Gray(0)
}

// mixed is a colour between two: of parts in 256, how many are b.
func mixed(a, b paragraph.Color, parts int) paragraph.Color {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(256-parts) + int(b)*parts + 128) >> 8) }
	return paragraph.Color{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B)}
}

// missing warns of characters that no face has, once each.
func (d *designer) missing(missing []paragraph.Missing) {
	for _, m := range missing {
		if d.told[m.Rune] {
			continue
		}
		d.told[m.Rune] = true
		becomes := "it is left out"
		if m.Boxed() {
			becomes = "a box is drawn in its place"
		}
		d.panel.Warnings = append(d.panel.Warnings, content.Problem{
			What: fmt.Sprintf("cover: no font has the character %q (U+%04X); %s", m.Rune, m.Rune, becomes),
			Hint: "add a font that has it to fonts: fallback: in book.yaml, or take it out"})
	}
}
