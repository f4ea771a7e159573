package display

import (
	"fmt"
	"math"

	"warraq/content"
	"warraq/layout/picture"
)

// Densities below which print shops send pictures back: of tones, and of lines,
// whose pixels are black or white.
const (
	pressDPI = 300
	linesDPI = 600
)

// LeastDPI is the density below which the pixels of a picture show in print.
const LeastDPI = 200

// PressProblems are what a print shop would have to say of the pictures: those
// that print too coarse, as warnings, and as advice those that are in red, green
// and blue, each at its first place. What the author was warned of already is
// not said again.
func (b *Book) PressProblems(doc *content.Document) []content.Problem {
	places := make(map[content.ID]content.Pos)
	content.Walk(doc, func(_ any, place *content.Place) { places[place.ID] = place.Pos })
	var all []content.Problem
	coarse, colored := make(map[string]bool), make(map[string]bool)
	for _, page := range b.Pages {
		for _, it := range page.Items {
			m, ok := it.(*Image)
			if !ok {
				continue
			}
			p := b.Pictures[m.Asset]
			if p == nil || p.Drawing != nil {
				continue
			}
			if problem, ok := m.coarse(p); ok && !coarse[m.Asset] {
				coarse[m.Asset] = true
				problem.Pos = places[m.Elem]
				all = append(all, problem)
			}
			if p.Color.Space != picture.Gray && p.Color.Space != picture.CMYK && !colored[m.Asset] {
				colored[m.Asset] = true
				all = append(all, content.Problem{Pos: places[m.Elem],
					What: "image " + m.Asset + " is in red, green and blue, of which the press makes its own colours",
					Hint: "save it in grays where the book is printed in black, else as a CMYK JPEG if the print shop asks for one"})
			}
		}
	}
	return all
}

// coarse is what there is to say of a picture that prints at too low a density.
func (m *Image) coarse(p *picture.Picture) (problem content.Problem, ok bool) {
	want, what := pressDPI, "pictures"
	if p.Color.Bits == 1 {
		want, what = linesDPI, "pictures in black and white alone"
	}
	inches := m.W / 72
	dpi := float64(p.Width) / inches
	if dpi >= float64(want)-0.5 || dpi < LeastDPI-0.5 {
		return problem, false
	}
	return content.Problem{Warns: true,
		What: fmt.Sprintf("image %s prints at %.0f dpi; print shops want %d of %s", m.Asset, dpi, want, what),
		Hint: fmt.Sprintf("give one of at least %.0f pixels across, or print it at most %.0f mm wide",
			math.Ceil(inches*float64(want)), max(1, math.Floor(float64(p.Width)/float64(want)*25.4)))}, true
}
