package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/picture"
)

// gallery sets pictures side by side in one row, all of one height, the first
// at the start edge; together they are as wide as the column where their
// pixels allow it, and else in its middle. Where one cannot be had it gives
// nothing.
func (s *blockSetter) gallery(images []*content.Image, col column, place *content.Place) []row {
	pictures := make([]*picture.Picture, len(images))
	gap := col.leading / 2
	room, wide := col.width-gap*float64(len(images)-1), 0.0 // wide: at a height of 1
	height := min(tallest*s.style.Height(), s.roomAbove(nil, col))
	for i, m := range images {
		p := s.pictures.ready[m.Src]
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
	whole := height*wide + col.width - room
	r := row{height: height, elastic: elasticOf(&col, place, images[0].Src, height, col.left+col.width/2, pictures...)}
	at := (col.width - whole) / 2 // from the start edge
	for i, m := range images {
		w := height / pictures[i].Ratio()
		x := col.left + at
		if !col.ltr {
			x = col.left + col.width - at - w
		}
		r.items = append(r.items, &display.Image{Rect: display.Rect{X: x, W: w, H: height}, Asset: m.Src, Alt: m.Alt, Elem: place.ID})
		at += w + gap
	}
	rows := []row{r}
	s.aired(rows, col)
	return rows
}
