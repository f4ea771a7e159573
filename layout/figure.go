package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Measures of figures.
const (
	statedDPI  = 150.0   // a density below it, 72 or 96, is what screens write and means nothing
	tallest    = 2.0 / 3 // of the type area, for a picture that asks for no size
	leastRoom  = 1.0 / 4 // of the type area, for a picture under a very long caption
	captionGap = 0.35    // between picture and caption, in leadings of the caption
	framePad   = 4.5     // around the words of a picture that is not there
)

// figure sets a picture in the middle of the column, or at the start edge where
// the theme sets captions there, its caption below it in small type; the two
// are never parted. Where the picture cannot be had its words stand in a frame.
func (s *setter) figure(b *content.Figure, col column) []row {
	col.indent = 0
	caption := s.figureCaption(b, col)
	var rows []row
	if p := s.picture(b.Src, b.Pos); p != nil {
		size := s.sizeOf(p, &b.Attr, col, s.roomAbove(caption, col))
		s.warnCoarse(p, b.Src, b.Pos, size.W, true)
		size.X = col.left + (col.width-size.W)/2
		if len(caption) > 0 && s.style.CaptionAlign == paragraph.Start {
			size.X = col.startOf(size.W)
		}
		rows = []row{{height: size.H, items: []display.Item{&display.Image{Rect: size, Asset: b.Src, Alt: b.Alt, Elem: b.ID}}}}
	} else {
		rows = s.framed(wordsFor(b.Alt, b.Src), col, b.ID)
	}
	if len(caption) > 0 {
		caption[0].space = captionGap * s.style.SmallLeading
		caption[0].penalty = infinite
	}
	rows = append(rows, caption...)
	s.aired(rows, col)
	return rows
}

// figureCaption sets the words below a picture.
func (s *setter) figureCaption(b *content.Figure, col column) []row {
	if len(b.Caption) == 0 {
		return nil
	}
	small := s.caption(s.small(col))
	small.flush = true
	rows := parted(s.text(s.doc.Caption(b, small.tongue()), small, b.ID), display.Caption)
	if len(rows) <= wholeCaption {
		together(rows)
	}
	return rows
}

// wholeCaption is how many lines a caption may have that no page divides.
const wholeCaption = 6

// roomAbove is how high a picture may be above its caption. Within a box or a
// note some of the page is taken.
func (s *setter) roomAbove(caption []row, col column) float64 {
	room := s.style.Height()
	if !col.grid {
		room -= 2 * s.style.Leading
	}
	taken := 0.0
	if len(caption) > 0 {
		taken = heightOf(caption[:min(len(caption), wholeCaption)]) + captionGap*s.style.SmallLeading
	}
	return max(room-taken-col.headed, room*leastRoom)
}

// headedGap is the room between a heading and a picture under it, in leadings.
const headedGap = 2.0

// headed is the room that the headings right above a figure take: a picture as high as
// the page would leave them on the page before.
func (s *setter) headed(c *content.Chapter, k int) (height float64) {
	if _, ok := c.Blocks[k].(*content.Figure); !ok {
		return 0
	}
	warnings, advice := len(s.warnings), len(s.advice) // told where the heading is set
	for i := k - 1; i >= 0; i-- {
		if _, ok := c.Blocks[i].(*content.Heading); !ok {
			break
		}
		height += heightOf(s.block(c.Blocks[i], s.column(c).below(c.Blocks, i))) + headedGap*s.style.Leading
		if i == 0 {
			height += heightOf(s.openChapter(c))
		}
	}
	s.warnings, s.advice = s.warnings[:warnings], s.advice[:advice]
	return height
}

// sizeOf is how large a picture prints: as its author asks, else as wide as is
// natural to it. It never leaves the column, nor the room, and keeps its
// proportions.
func (s *setter) sizeOf(p *picture.Picture, a *content.Attr, col column, room float64) display.Rect {
	ratio := p.Ratio()
	wish := display.Rect{W: a.Length("width").Of(col.width), H: a.Length("height").Of(s.style.Height())}
	switch {
	case wish.W > 0 && wish.H > 0:
		wish.W = min(wish.W, wish.H/ratio)
	case wish.H > 0:
		wish.W = wish.H / ratio
	case wish.W == 0:
		wish.W = s.natural(p, col)
	}
	w := min(wish.W, col.width, room/ratio)
	return display.Rect{W: w, H: w * ratio}
}

// natural is how wide a picture prints whose author says nothing: as its file
// says, if that is meant for print; else as wide as leastDPI allows, or a
// drawing the column, but no taller than most of the page.
func (s *setter) natural(p *picture.Picture, col column) float64 {
	most := tallest * s.style.Height() / p.Ratio()
	switch {
	case p.Drawing != nil && p.Drawing.Sized:
		return p.Drawing.Width
	case p.Drawing != nil:
		return min(col.width, most)
	case p.DPI >= statedDPI:
		return float64(p.Width) / p.DPI * 72
	}
	return min(float64(p.Width)/display.LeastDPI*72, most)
}

// wordsFor is what stands for a picture that cannot be had.
func wordsFor(alt, src string) string {
	if alt == "" {
		alt = src
	}
	return alt
}

// framed sets words in a frame, as a picture's stand-in.
func (s *setter) framed(words string, col column, elem content.ID) []row {
	inner := s.small(col).inset(framePad).insetEnd(framePad)
	inner.align, inner.flush = paragraph.Center, true
	rows := s.plain("["+words+"]", inner, elem)
	together(rows)
	pad(rows, framePad, framePad)
	for i := range rows {
		s.frame(&rows[i], col, i == 0, i == len(rows)-1)
	}
	return rows
}

// frame draws the sides of a frame beside a row, and its top and foot.
func (s *setter) frame(r *row, col column, first, last bool) {
	edge := func(x, y, w, h float64) {
		r.items = append(r.items, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: paragraph.Gray(0.45)})
	}
	right := col.left + col.width - thickline
	edge(col.left, 0, thickline, r.height)
	edge(right, 0, thickline, r.height)
	if first {
		edge(col.left, 0, col.width, thickline)
	}
	if last {
		edge(col.left, r.height-thickline, col.width, thickline)
	}
}
