package blocks

import (
	"slices"

	"warraq/content"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/picture"
	"warraq/layout/vlist"
)

// gallery sets pictures side by side in one row, all of one height, the first
// at the start edge; together they are as wide as the column where their
// pixels allow it, and else in its middle. Where one cannot be had it gives
// nothing.
func (s *Setter) gallery(images []*content.Image, col lines.Column, place *content.Place) []vlist.Row {
	pictures := make([]*picture.Picture, len(images))
	for i, m := range images {
		if pictures[i] = s.Ready[m.Src]; pictures[i] == nil {
			return nil
		}
	}
	places := s.sideBySide(pictures, col, s.roomAbove(nil, col))
	if places == nil {
		return nil
	}
	height := places[0].H
	r := vlist.Row{Height: height, Elastic: elasticOf(&col, place, images[0].Src, height, col.Left+col.Width/2, pictures...)}
	for i, m := range images {
		r.Items = append(r.Items, &display.Image{Rect: places[i], Asset: m.Src, Alt: m.Alt, Elem: place.ID})
	}
	rows := []vlist.Row{r}
	s.aired(rows, col)
	return rows
}

// sideBySide is where pictures stand in one row of a height, in the middle of a column and
// as wide as it where room and their pixels allow that; nil where there are more of them than it has
// room for.
func (s *Setter) sideBySide(pictures []*picture.Picture, col lines.Column, room float64) []display.Rect {
	gap := col.Leading / 2
	width, wide := col.Width-gap*float64(len(pictures)-1), 0.0 // wide: at a height of 1
	height := min(tallest*s.Style.Height(), room)
	for _, p := range pictures {
		wide += 1 / p.Ratio()
		if p.Drawing == nil {
			height = min(height, float64(p.Height)/display.LeastDPI*72)
		}
	}
	if width <= 0 {
		return nil
	}
	height = min(height, width/wide)
	whole := height*wide + col.Width - width
	at := (col.Width - whole) / 2 // from the start edge
	places := make([]display.Rect, len(pictures))
	for i, p := range pictures {
		w := height / p.Ratio()
		x := col.Left + at
		if !col.LTR {
			x = col.Left + col.Width - at - w
		}
		places[i] = display.Rect{X: x, W: w, H: height}
		at += w + gap
	}
	return places
}

// abreast sets the figures of a division side by side, so many in a row, each with its own
// caption below it, and below all of them what is said of all. Where a picture cannot be had they
// stand below each other.
func (s *Setter) abreast(b *content.Div, col lines.Column) []vlist.Row {
	col.Indent = 0
	said := s.saidOfAll(b, col)
	var rows []vlist.Row
	figures, most := b.Abreast(), s.Style.Height()
	for set := range slices.Chunk(figures, b.AbreastCount()) {
		row := s.figuresAbreast(set, col, said, most)
		if row == nil {
			rows = s.stack(b.Blocks, col)
			break
		}
		if len(rows) > 0 {
			row[0].Space, row[0].Penalty = col.Leading/2, s.wholePrice(gapPart)
		}
		rows, most = append(rows, row...), row[0].Height // a last one of fewer pictures is no higher
	}
	if len(rows) > 0 && len(said) > 0 {
		said[0].Space, said[0].Penalty = captionGap*s.Style.SmallLeading, vlist.Infinite
	}
	rows = append(rows, said...)
	if b.Has(stand.KeepClass) {
		vlist.Kept(rows)
	}
	s.aired(rows, col)
	return rows
}

// saidOfAll is the caption of pictures side by side.
func (s *Setter) saidOfAll(b *content.Div, col lines.Column) []vlist.Row {
	if len(b.Title) == 0 {
		return nil
	}
	small := s.caption(s.Small(col))
	small.Flush = true
	rows := vlist.Parted(s.Text(s.Doc.Caption(b, small.Tongue()), small, b.ID), display.Caption)
	if len(rows) <= wholeCaption {
		vlist.Together(rows)
	}
	return rows
}

// figuresAbreast is a row of pictures of one height, a greatest at most, and below it their captions.
func (s *Setter) figuresAbreast(figures []*content.Figure, col lines.Column, said []vlist.Row, most float64) []vlist.Row {
	pictures := make([]*picture.Picture, len(figures))
	for i, f := range figures {
		if pictures[i] = s.Ready[f.Src]; pictures[i] == nil {
			return nil
		}
	}
	places, captions := s.roomed(figures, pictures, col, s.roomAbove(said, col), most)
	if places == nil {
		return nil
	}
	r := vlist.Row{Height: places[0].H}
	for i, f := range figures {
		s.WarnCoarse(pictures[i], f.Src, f.Pos, places[i].W, true)
		s.WarnOmitted(pictures[i], f.Src, f.Pos)
		r.Items = append(r.Items, &display.Image{Rect: places[i], Asset: f.Src, Alt: f.Alt, Elem: f.ID})
		r.Starts = append(r.Starts, f.ID)
	}
	below := vlist.Abreast(captions, s.Style.SmallLeading)
	vlist.Together(below)
	if len(below) > 0 {
		below[0].Space, below[0].Penalty = captionGap*s.Style.SmallLeading, vlist.Infinite
	}
	return append([]vlist.Row{r}, below...)
}

// roomed is where pictures stand side by side in a room, and their captions, for which that
// has to have room too. They are no higher than most.
func (s *Setter) roomed(figures []*content.Figure, pictures []*picture.Picture, col lines.Column, room, most float64) ([]display.Rect, [][]vlist.Row) {
	captions := make([][]vlist.Row, len(figures))
	for high := 0.0; ; { // smaller pictures have narrower captions, which are higher
		places := s.sideBySide(pictures, col, min(room-high, most))
		if places == nil || room-high < room*leastRoom/2 {
			return nil, nil
		}
		before := high
		for i, f := range figures {
			under := col.Attributed(&f.Attr)
			under.Left, under.Width = places[i].X, places[i].W
			if captions[i] = s.figureCaption(f, under, ""); len(captions[i]) > 0 {
				high = max(high, vlist.Height(captions[i])+captionGap*s.Style.SmallLeading)
			}
		}
		if places[0].H+high <= room || high == before {
			return places, captions
		}
	}
}
