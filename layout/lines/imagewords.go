package lines

import (
	"bytes"
	"fmt"
	"math"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/drawing"
	"warraq/layout/picture"
)

// Picture gives an image ready for print, nil for one that is broken or not
// there, which its author is told.
func (s *Setter) Picture(src string, at content.Pos) *picture.Picture {
	if p := s.Ready[src]; p != nil {
		return p
	}
	what := s.Amiss[src]
	if what == "" {
		what = "is not there"
	}
	hint := "save it anew, as a PNG or JPEG"
	if a := s.Doc.Assets[src]; a != nil && bytes.Contains(a.Data[:min(len(a.Data), 1024)], []byte("<svg")) {
		hint = "save the drawing anew where it was made, or save it as a PNG"
	}
	s.Warnings = append(s.Warnings, content.Problem{Pos: at, What: "image " + src + " " + what + "; its words are printed in its place", Hint: hint})
	return nil
}

// OmittedHint is what to do about what a drawing has and pages do not show.
const OmittedHint = "turn it into plain areas where it was drawn, or save the drawing as a PNG"

// Omitted says what of a drawing is not shown.
func Omitted(src string, o drawing.Omission) string {
	return fmt.Sprintf("image %s, line %d: %s is left out, and the rest is drawn", src, o.Line, o.What)
}

// WarnOmitted tells the author what of a drawing is not shown.
func (s *Setter) WarnOmitted(p *picture.Picture, src string, at content.Pos) {
	if p.Drawing == nil {
		return
	}
	for _, o := range p.Drawing.Omitted {
		s.Warnings = append(s.Warnings, content.Problem{Pos: at, What: Omitted(src, o), Hint: OmittedHint})
	}
}

// WarnCoarse tells the author of a picture that prints at a low density: width
// points wide. A figure can be made smaller, one in running text is small
// already.
func (s *Setter) WarnCoarse(p *picture.Picture, src string, at content.Pos, width float64, figure bool) {
	dpi := float64(p.Width) / (width / 72)
	if p.Drawing != nil || dpi >= display.LeastDPI-0.5 {
		return
	}
	hint := fmt.Sprintf("give one of at least %.0f pixels across", math.Ceil(width/72*display.LeastDPI))
	if figure {
		hint += fmt.Sprintf(", or write {width=%.0fmm} behind it", max(1, math.Floor(float64(p.Width)/display.LeastDPI*25.4)))
	}
	s.Warnings = append(s.Warnings, content.Problem{Pos: at, Hint: hint,
		What: fmt.Sprintf("image %s prints at %.0f dpi, and its %d×%d pixels will show", src, dpi, p.Width, p.Height)})
}

// WordsFor is what stands for a picture that cannot be had.
func WordsFor(alt, src string) string {
	if alt == "" {
		alt = src
	}
	return alt
}

// statedDPI is the least density that says how large a picture is to be printed: 72
// or 96 is what screens write and means nothing.
const statedDPI = 150.0

// IsSized tells a picture whose file says how large it is to be printed.
func IsSized(p *picture.Picture) bool {
	return p.Drawing != nil && p.Drawing.Sized || p.Drawing == nil && p.DPI >= statedDPI
}
