package layout

import (
	"bytes"
	"fmt"
	"math"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/picture"
)

// pictures are the images of a book, ready for print, and what is the matter
// with those that are not, by the names of their assets.
type pictures struct {
	ready map[string]*picture.Picture
	amiss map[string]string
}

// readPictures reads the images that the text shows, side by side.
func readPictures(doc *content.Document, workers int) pictures {
	p := pictures{}
	if len(doc.Assets) == 0 {
		return p
	}
	shown := shownAssets(doc)
	read, errs := make([]*picture.Picture, len(shown)), make([]error, len(shown))
	var group errgroup.Group
	group.SetLimit(workers)
	for i, name := range shown {
		group.Go(func() error {
			read[i], errs[i] = picture.Read(doc.Assets[name].Data)
			return nil
		})
	}
	_ = group.Wait() // each error is its image's own
	p.ready, p.amiss = make(map[string]*picture.Picture), make(map[string]string)
	for i, name := range shown {
		if errs[i] != nil {
			p.amiss[name] = errs[i].Error()
			continue
		}
		p.ready[name] = read[i]
	}
	return p
}

// shownAssets names the assets that figures and images in running text show,
// each once, in the order of the book.
func shownAssets(doc *content.Document) []string {
	var shown []string
	seen := make(map[string]bool)
	add := func(name string) {
		if doc.Assets[name] != nil && !seen[name] {
			seen[name] = true
			shown = append(shown, name)
		}
	}
	content.Walk(doc, func(part any, _ *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			add(fig.Src)
		}
	})
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				add(img.Src)
			}
		})
	})
	return shown
}

// picture gives an image ready for print, nil for one that is broken or not
// there, which its author is told.
func (s *setter) picture(src string, at content.Pos) *picture.Picture {
	if p := s.pictures.ready[src]; p != nil {
		return p
	}
	what := s.pictures.amiss[src]
	if what == "" {
		what = "is not there"
	}
	hint := "save it anew, as a PNG or JPEG"
	if a := s.doc.Assets[src]; a != nil && bytes.Contains(a.Data[:min(len(a.Data), 1024)], []byte("<svg")) {
		hint = "turn text into paths and effects into plain areas where it was drawn, or save it as a PNG"
	}
	s.warnings = append(s.warnings, content.Problem{Pos: at, What: "image " + src + " " + what + "; its words are printed in its place", Hint: hint})
	return nil
}

// warnCoarse tells the author of a picture that prints at a low density: width
// points wide. A figure can be made smaller, one in running text is small
// already.
func (s *setter) warnCoarse(p *picture.Picture, src string, at content.Pos, width float64, figure bool) {
	dpi := float64(p.Width) / (width / 72)
	if p.Drawing != nil || dpi >= display.LeastDPI-0.5 {
		return
	}
	hint := fmt.Sprintf("give one of at least %.0f pixels across", math.Ceil(width/72*display.LeastDPI))
	if figure {
		hint += fmt.Sprintf(", or write {width=%.0fmm} behind it", max(1, math.Floor(float64(p.Width)/display.LeastDPI*25.4)))
	}
	s.warnings = append(s.warnings, content.Problem{Pos: at, Hint: hint,
		What: fmt.Sprintf("image %s prints at %.0f dpi, and its %d×%d pixels will show", src, dpi, p.Width, p.Height)})
}
