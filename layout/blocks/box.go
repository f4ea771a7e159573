package blocks

import (
	"warraq/content"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// div sets a division: a fact box on a tinted ground, and whatever else as if
// the fence were not there, with its title as a line of bold.
func (s *Setter) div(b *content.Div, col lines.Column) []vlist.Row {
	if IsSide(b) && !col.NoSides {
		return s.side(b, col)
	}
	if b.Abreast() != nil {
		return s.abreast(b, col)
	}
	if b.Boxed() != "" {
		return s.box(b, col)
	}
	if b.Has(shownClass) {
		return s.shown(b, col)
	}
	col = col.Aligned(&b.Attr)
	rows := s.titled(b, col)
	rows = append(rows, s.stack(b.Blocks, col)...)
	if b.Has(stand.KeepClass) {
		vlist.Kept(rows)
	}
	return rows
}

// titled sets the division's title and holds it to what follows.
func (s *Setter) titled(b *content.Div, col lines.Column) []vlist.Row {
	if len(b.Title) == 0 {
		return nil
	}
	col.Font.Bold, col.Indent, col.Align = true, 0, paragraph.Start
	col = col.Aligned(&b.Attr)
	rows := s.Text(b.Title, col, b.ID)
	vlist.Together(rows)
	return rows
}

// boxTitleAir is the space below the title of a box, in leadings.
const boxTitleAir = 0.1

// box sets a fact box.
func (s *Setter) box(b *content.Div, col lines.Column) []vlist.Row {
	st := &s.Style
	inner := s.Small(col).Inset(st.BoxPad + barWidth).InsetEnd(st.BoxPad)
	inner.Flush, inner.Align = true, paragraph.Justify
	inner = inner.Aligned(&b.Attr)
	title := inner
	title.Size, title.Leading, title.Color = st.Body, st.SmallLeading*1.2, st.BoxTitle
	rows := s.titled(b, title)
	body := s.stack(b.Blocks, inner)
	if len(rows) > 0 && len(body) > 0 {
		body[0].Penalty = vlist.Infinite
		body[0].Space = max(body[0].Space, boxTitleAir*inner.Leading)
	}
	rows = append(rows, body...)
	if len(rows) == 0 {
		return nil
	}
	s.priceBox(rows)
	if b.Has(stand.KeepClass) {
		vlist.Kept(rows)
	}
	if vlist.Height(rows) <= littlePart*st.Height() {
		vlist.Together(rows)
	}
	above, below := vlist.Overshoot(rows)
	air := max(st.BoxPad*0.6, above+InkGap, below+InkGap)
	vlist.Pad(rows, air, air)
	for i := range rows {
		s.ground(&rows[i], col, i == 0, i == len(rows)-1)
	}
	vlist.EachAgain(rows, func(r *vlist.Row) { s.ground(r, col, false, false) })
	s.aired(rows, col)
	return rows
}

// Rows of a box that stand together at least: at its head, its title among them,
// and at its foot.
const (
	boxHead = 4
	boxFoot = 3
)

// priceBox prices the page breaks within a box: one of up to tallPart of a page is
// rather kept whole, a longer one where that costs little, and none ends a page with
// little more than its title or a single item, nor leaves fewer than boxFoot rows for
// the next.
func (s *Setter) priceBox(rows []vlist.Row) {
	least := vlist.BoxPrice
	if vlist.Height(rows) <= tallPart*s.Style.Height() {
		least = s.wholePrice(boxPart)
	}
	for i := range rows {
		price := least
		switch {
		case i > len(rows)-boxFoot:
			price = max(price, vlist.SinglePrice)
		case i < boxHead:
			price = max(price, vlist.ScantPrice)
		}
		if i > 0 {
			rows[i].Penalty = max(rows[i].Penalty, price)
		}
	}
}

// groundEdge is how far the ground of a box that goes on overleaf reaches beyond
// its rows on either page, in points, so that their ink does not stand on its
// edge; among rows it lies on that of the next.
const groundEdge = 3.0

// ground lays the box's tint, bar and frame behind a row. The space above a
// row within the box belongs to the ground too, so it becomes part of the row.
func (s *Setter) ground(r *vlist.Row, col lines.Column, first, last bool) {
	st := &s.Style
	vlist.TakeSpace(r, !first)
	top, bottom := -groundEdge, r.Height+groundEdge
	if first {
		top = 0
	}
	if last {
		bottom = r.Height
	}
	var under []display.Item
	lay := func(p format.Paint, x, y, w, h float64) {
		if p.On {
			under = append(under, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: p.Color})
		}
	}
	lay(st.BoxGround, col.Left, top, col.Width, bottom-top)
	lay(st.BoxBar, col.StartOf(barWidth), top, barWidth, bottom-top)
	if st.BoxFrame.On {
		lay(st.BoxFrame, col.EndOf(frameWeight), top, frameWeight, bottom-top)
		if !st.BoxBar.On {
			lay(st.BoxFrame, col.StartOf(frameWeight), top, frameWeight, bottom-top)
		}
		if first {
			lay(st.BoxFrame, col.Left, 0, col.Width, frameWeight)
		}
		if last {
			lay(st.BoxFrame, col.Left, r.Height-frameWeight, col.Width, frameWeight)
		}
	}
	r.Items = append(under, r.Items...)
}
