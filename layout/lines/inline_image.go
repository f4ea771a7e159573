package lines

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/vlist"
)

// How high a picture in running text is at most, and how far it hangs below
// the baseline, in type sizes: about as a line of Arabic does, so that it
// moves no line.
const (
	inlineHeight = 1.2
	inlineDepth  = 0.22
	inlineSide   = 0.06 // of the room at either side of it
)

// inlineImage is a picture in the text that the speller holds.
type inlineImage struct {
	*content.Image
	picture *picture.Picture // nil where its words stand for it
	style   *paragraph.Style
}

// image sets a picture as a letter of the line, or its words where it cannot
// be had.
func (s *Speller) image(in *content.Image, k Look) {
	m := inlineImage{Image: in, picture: s.book.Ready[in.Src]}
	if m.picture == nil {
		s.images = append(s.images, m)
		k.made = display.SaidForAnother
		s.Add("["+WordsFor(in.Alt, in.Src)+"]", k, in.Pos)
		return
	}
	h := inlineHeight * k.Size
	switch {
	case m.picture.Drawing != nil && m.picture.Drawing.Sized:
		h = min(h, m.picture.Drawing.Height)
	case m.picture.DPI >= statedDPI:
		h = min(h, float64(m.picture.Height)/m.picture.DPI*72)
	}
	// one that hardly is higher than letters stands on the baseline as they do
	depth := min(inlineDepth*k.Size, max(0, (h-0.7*k.Size)/2))
	style := *s.style(k)
	wide := h / m.picture.Ratio()
	style.Object = &paragraph.Object{Width: wide + 2*inlineSide*k.Size, Height: h - depth, Depth: depth}
	m.style = &style
	s.images = append(s.images, m)
	s.Spans = append(s.Spans, paragraph.Span{Text: string(paragraph.ObjectMark), Style: m.style})
	s.origins = append(s.origins, in.Pos)
}

// placeImages puts the pictures of the text that was set last where their
// lines have room for them.
func (s *Setter) placeImages(rows []vlist.Row, lines []paragraph.Line, col Column, elem content.ID) {
	for i := range s.Spell.images {
		m := &s.Spell.images[i]
		if m.picture == nil {
			s.Picture(m.Src, m.Pos) // tells the author
		} else {
			s.WarnOmitted(m.picture, m.Src, m.Pos)
		}
	}
	for i := range lines {
		for k := range lines[i].Pieces {
			p := &lines[i].Pieces[k]
			if p.Style.Object == nil {
				continue
			}
			for _, m := range s.Spell.images {
				if m.style == p.Style {
					rows[i].Items = append(rows[i].Items, s.inlineImage(&m, p, col.OfLine(i), elem))
				}
			}
		}
	}
}

// inlineImage is the item of a picture on a line.
func (s *Setter) inlineImage(m *inlineImage, p *paragraph.Piece, col Column, elem content.ID) *display.Image {
	o := p.Style.Object
	scale := float64(p.Width) / o.Width // below 1 for one wider than the column
	side := inlineSide * p.Style.Size * scale
	w := float64(p.Width) - 2*side
	s.WarnCoarse(m.picture, m.Src, m.Pos, w, false)
	return &display.Image{Asset: m.Src, Alt: m.Alt, Elem: elem, Rect: display.Rect{
		X: col.Left + float64(p.X) + side, Y: format.Baseline(col.Leading) - p.Style.Rise - o.Height*scale,
		W: w, H: (o.Height + o.Depth) * scale}}
}
