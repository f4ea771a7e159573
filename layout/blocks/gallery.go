package blocks

import (
	"warraq/content"
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
	gap := col.Leading / 2
	room, wide := col.Width-gap*float64(len(images)-1), 0.0 // wide: at a height of 1
	height := min(tallest*s.Style.Height(), s.roomAbove(nil, col))
	for i, m := range images {
		p := s.Ready[m.Src]
		if p == nil {
			return nil
		}
		pictures[i] = p
		wide += 1 / p.Ratio()
		if p.Drawing == nil {
			height = min(height, float64(p.Height)/display.LeastDPI*72)
		}
	}
	if room <= 0 {
		return nil // more pictures than the column has room for
	}
	height = min(height, room/wide)
	whole := height*wide + col.Width - room
	r := vlist.Row{Height: height, Elastic: elasticOf(&col, place, images[0].Src, height, col.Left+col.Width/2, pictures...)}
	at := (col.Width - whole) / 2 // from the start edge
	for i, m := range images {
		w := height / pictures[i].Ratio()
		x := col.Left + at
		if !col.LTR {
			x = col.Left + col.Width - at - w
		}
		r.Items = append(r.Items, &display.Image{Rect: display.Rect{X: x, W: w, H: height}, Asset: m.Src, Alt: m.Alt, Elem: place.ID})
		at += w + gap
	}
	rows := []vlist.Row{r}
	s.aired(rows, col)
	return rows
}
