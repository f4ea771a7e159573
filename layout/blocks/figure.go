package blocks

import (
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/content/chart"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/vlist"
)

// Measures of figures.
const (
	tallest    = 2.0 / 3 // of the type area, for a picture that asks for no size
	leastRoom  = 1.0 / 4 // of the type area, for a picture under a very long caption
	captionGap = 0.35    // between picture and caption, in leadings of the caption
	framePad   = 4.5     // around the words of a picture that is not there
)

// figure sets a picture in the middle of the column, or at the start edge where
// the theme sets captions there, its caption below it in small type; the two
// are never parted. Where the picture cannot be had its words stand in a frame.
func (s *Setter) figure(b *content.Figure, col lines.Column) []vlist.Row {
	col.Indent = 0
	if bleeds(&b.Attr) {
		if rows := s.fullPage(b, col); rows != nil {
			return rows
		}
	}
	caption := s.figureCaption(b, col, "")
	var rows []vlist.Row
	if p := s.Picture(b.Src, b.Pos); p != nil {
		size := s.sizeOf(p, &b.Attr, col, s.roomAbove(caption, col))
		s.WarnCoarse(p, b.Src, b.Pos, size.W, true)
		s.WarnOmitted(p, b.Src, b.Pos)
		size.X = col.Left + (col.Width-size.W)/2
		if len(caption) > 0 && s.Style.CaptionAlign == paragraph.Start {
			size.X = col.StartOf(size.W)
		}
		pivot := size.X + size.W/2
		if len(caption) > 0 && s.Style.CaptionAlign == paragraph.Start {
			pivot = col.StartOf(0)
		}
		elastic := elasticOf(&col, &b.Place, b.Src, size.H, pivot, p)
		if b.Data != nil && p.Drawing != nil {
			elastic = legible(elastic, size.W/(p.Drawing.Width*pixels))
		}
		rows = []vlist.Row{{Height: size.H, Elastic: elastic, Items: []display.Item{&display.Image{Rect: size, Asset: b.Src, Alt: b.Alt, Elem: b.ID}}}}
	} else {
		rows = s.framed(lines.WordsFor(b.Alt, b.Src), col, b.ID)
	}
	if len(caption) > 0 {
		caption[0].Space = captionGap * s.Style.SmallLeading
		caption[0].Penalty = vlist.Infinite
	}
	rows = append(rows, caption...)
	s.aired(rows, col)
	return rows
}

// figureCaption sets the words below a picture, with where it is if that is elsewhere.
func (s *Setter) figureCaption(b *content.Figure, col lines.Column, where string) []vlist.Row {
	if len(b.Caption) == 0 {
		return nil
	}
	small := s.caption(s.Small(col))
	small.Flush = true
	text := s.Doc.Caption(b, small.Tongue())
	if where != "" {
		text = append(slices.Clip(text), &content.Text{Pos: b.Pos, Value: " (" + where + ")"})
	}
	rows := vlist.Parted(s.Text(text, small, b.ID), display.Caption)
	if len(rows) <= wholeCaption {
		vlist.Together(rows)
	}
	return rows
}

// whereabouts says where the picture of a caption stands that fills its page.
func (s *Setter) whereabouts(a *content.Attr, lang string) string {
	words := s.LabelsIn(lang)
	if a.Has(stand.SpreadClass) {
		return words.NextPages
	}
	return words.NextPage
}

// wholeCaption is how many lines a caption may have that no page divides.
const wholeCaption = 6

// roomAbove is how high a picture may be above its caption. Within a box or a
// note some of the page is taken.
func (s *Setter) roomAbove(caption []vlist.Row, col lines.Column) float64 {
	room := s.Style.Height()
	if !col.Grid {
		room -= 2 * s.Style.Leading
	}
	taken := 0.0
	if len(caption) > 0 {
		taken = vlist.Height(caption[:min(len(caption), wholeCaption)]) + captionGap*s.Style.SmallLeading
	}
	return max(room-taken-col.Headed, room*leastRoom)
}

// sizeOf is how large a picture prints: as its author asks, else as wide as is
// natural to it. It never leaves the column, nor the room, and keeps its
// proportions.
func (s *Setter) sizeOf(p *picture.Picture, a *content.Attr, col lines.Column, room float64) display.Rect {
	ratio := p.Ratio()
	wish := display.Rect{W: a.Length("width").Of(col.Width), H: a.Length("height").Of(s.Style.Height())}
	switch {
	case wish.W > 0 && wish.H > 0:
		wish.W = min(wish.W, wish.H/ratio)
	case wish.H > 0:
		wish.W = wish.H / ratio
	case wish.W == 0:
		wish.W = s.natural(p, col)
	}
	w := min(wish.W, col.Width, room/ratio)
	return display.Rect{W: w, H: w * ratio}
}

// natural is how wide a picture prints whose author says nothing: as its file
// says, if that is meant for print; else as wide as leastDPI allows, or a
// drawing the column, but no taller than most of the page.
func (s *Setter) natural(p *picture.Picture, col lines.Column) float64 {
	most := tallest * s.Style.Height() / p.Ratio()
	switch {
	case p.Drawing != nil && p.Drawing.Sized:
		return p.Drawing.Width
	case p.Drawing != nil:
		return min(col.Width, most)
	case lines.IsSized(p):
		return float64(p.Width) / p.DPI * 72
	}
	return min(float64(p.Width)/display.LeastDPI*72, most)
}

// framed sets words in a frame, as a picture's stand-in.
func (s *Setter) framed(words string, col lines.Column, elem content.ID) []vlist.Row {
	inner := s.Small(col).Inset(framePad).InsetEnd(framePad)
	inner.Align, inner.Flush = paragraph.Center, true
	rows := s.Plain("["+words+"]", inner, elem)
	vlist.Together(rows)
	vlist.Pad(rows, framePad, framePad)
	for i := range rows {
		s.frame(&rows[i], col, i == 0, i == len(rows)-1)
	}
	return rows
}

// frame draws the sides of a frame beside a row, and its top and foot.
func (s *Setter) frame(r *vlist.Row, col lines.Column, first, last bool) {
	edge := func(x, y, w, h float64) {
		r.Items = append(r.Items, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: paragraph.Gray(0.45)})
	}
	right := col.Left + col.Width - vlist.Thickline
	edge(col.Left, 0, vlist.Thickline, r.Height)
	edge(right, 0, vlist.Thickline, r.Height)
	if first {
		edge(col.Left, 0, col.Width, vlist.Thickline)
	}
	if last {
		edge(col.Left, r.Height-vlist.Thickline, col.Width, vlist.Thickline)
	}
}

// leastFigure is the part of its natural height to which a figure whose author asks
// for no size may shrink: it has the more dots to an inch by that.
const leastFigure = 2.0 / 3

// leastLabel is the least size of the labels of a chart, points; a chart is drawn in pixels, of which a
// drawing has so many in a point (CSS Values 3, 6.2).
const (
	leastLabel = 8
	pixels     = 4.0 / 3
)

// legible is how far a chart may shrink that is drawn at a scale: its labels stay legible.
func legible(e *vlist.Elastic, scale float64) *vlist.Elastic {
	if e == nil {
		return nil
	}
	e.Most = min(e.Most, e.Whole*(1-leastLabel/(chart.LabelSize*scale)))
	if e.Most <= 0 {
		return nil
	}
	return e
}

// elasticOf is that of pictures which stand in one row of a height; nil where the
// author asks for a size.
func elasticOf(c *lines.Column, place *content.Place, src string, height, pivot float64, pictures ...*picture.Picture) *vlist.Elastic {
	if c.NoPlates || place.Length("width").Of(1) > 0 || place.Length("height").Of(1) > 0 {
		return nil
	}
	least := leastFigure
	if slices.ContainsFunc(pictures, lines.IsSized) {
		least = vlist.FairFigure
	}
	return &vlist.Elastic{Most: height * (1 - least), Whole: height, Pivot: pivot, Src: src, Pos: place.Pos}
}

// mostCut is the part of a picture that may lie beyond its page and nobody is told.
const mostCut = 0.2

// bleeds tells a picture that fills its page, or two facing ones.
func bleeds(a *content.Attr) bool { return a.Has(stand.FullBleedClass) || a.Has(stand.SpreadClass) }

// fullPage sets a picture that fills the page, or the facing pages, behind the one on which its caption stands, or the text above
// it; nil where it cannot be had, or there is no such page.
func (s *Setter) fullPage(b *content.Figure, col lines.Column) []vlist.Row {
	p := s.Picture(b.Src, b.Pos)
	if p == nil {
		return nil
	}
	if col.NoPlates {
		s.Warnings = append(s.Warnings, content.Problem{Pos: b.Pos, What: fmt.Sprintf("image %s cannot fill a page from here", b.Src),
			Hint: "put it in the text of the chapter itself"})
		return nil
	}
	plate := s.bled(p, b)
	caption := s.figureCaption(b, col, s.whereabouts(&b.Attr, col.Lang))
	if len(caption) == 0 {
		return []vlist.Row{{Plates: []vlist.Plate{plate}}}
	}
	caption[len(caption)-1].Hang([]vlist.Plate{plate})
	s.aired(caption, col)
	return caption
}

// bled is a picture that fills its page, or two facing ones. What it shows is told once, with
// the half that is seen first.
func (s *Setter) bled(p *picture.Picture, b *content.Figure) vlist.Plate {
	trim := s.Style.Trim
	pages := []float64{0} // where they begin in the field, from the left, in the order of reading
	if b.Has(stand.SpreadClass) {
		if pages = []float64{trim.W, 0}; s.Style.LTR {
			pages = []float64{0, trim.W}
		}
	}
	whole := s.Filling(p, b.Src, b.Pos, display.Rect{W: trim.W * float64(len(pages)), H: trim.H})
	plate := vlist.Plate{Bleeds: true, Spread: len(pages) > 1, Pos: b.Pos}
	for i, x := range pages {
		m := *whole
		left, right := whole.Crop.X, whole.Crop.X+whole.Crop.W
		if x > 0 {
			left = x
		} else if plate.Spread {
			right = trim.W // cut at the fold
		}
		m.Rect.X -= x
		m.Crop = &display.Rect{X: left - x, Y: whole.Crop.Y, W: right - left, H: whole.Crop.H}
		if i == 0 {
			m.Alt, m.Elem = b.Alt, b.ID
		}
		plate.Rows = append(plate.Rows, vlist.Row{Height: trim.H, Items: []display.Item{&m}})
	}
	return plate
}

// Filling is a picture that fills a part of a page and the bleed around it; what of it has another shape is cut
// away evenly, and told.
func (s *Setter) Filling(p *picture.Picture, src string, pos content.Pos, panel display.Rect) *display.Image {
	by := s.Doc.Setup.Press.BleedOrDefault()
	field := display.Rect{X: panel.X - by, Y: panel.Y - by, W: panel.W + 2*by, H: panel.H + 2*by}
	at := field
	if ratio := p.Ratio(); ratio > field.H/field.W {
		at.H = field.W * ratio
		at.Y -= (at.H - field.H) / 2
	} else {
		at.W = field.H / ratio
		at.X -= (at.W - field.W) / 2
	}
	s.WarnCoarse(p, src, pos, at.W, false)
	s.WarnOmitted(p, src, pos)
	if cut := 1 - field.W*field.H/(at.W*at.H); cut > mostCut {
		s.Advice = append(s.Advice, content.Problem{Pos: pos, What: fmt.Sprintf("%.0f %% of image %s lie beyond the page, which is of another shape", math.Round(100*cut), src),
			Hint: fmt.Sprintf("give one of %.0f×%.0f mm, the bleed in it", field.W/mm, field.H/mm)})
	}
	return &display.Image{Rect: at, Asset: src, Crop: &field}
}
