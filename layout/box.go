package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// div sets a division: a fact box on a tinted ground, and whatever else as if
// the fence were not there, with its title as a line of bold.
func (s *setter) div(b *content.Div, col column) []row {
	if b.Boxed() != "" {
		return s.box(b, col)
	}
	if b.Has(shownClass) {
		return s.shown(b, col)
	}
	rows := s.titled(b, col)
	return append(rows, s.stack(b.Blocks, col)...)
}

// titled sets the division's title and holds it to what follows.
func (s *setter) titled(b *content.Div, col column) []row {
	if len(b.Title) == 0 {
		return nil
	}
	col.font.Bold, col.indent, col.align = true, 0, paragraph.Start
	rows := s.text(b.Title, col, b.ID)
	together(rows)
	return rows
}

// boxTitleAir is the space below the title of a box, in leadings.
const boxTitleAir = 0.1

// box sets a fact box.
func (s *setter) box(b *content.Div, col column) []row {
	st := &s.style
	inner := s.small(col).inset(st.BoxPad + barWidth).insetEnd(st.BoxPad)
	inner.flush, inner.align = true, paragraph.Justify
	title := inner
	title.size, title.leading, title.color = st.Body, st.SmallLeading*1.2, st.BoxTitle
	rows := s.titled(b, title)
	body := s.stack(b.Blocks, inner)
	if len(rows) > 0 && len(body) > 0 {
		body[0].penalty = infinite
		body[0].space = max(body[0].space, boxTitleAir*inner.leading)
	}
	rows = append(rows, body...)
	if len(rows) == 0 {
		return nil
	}
	s.priceBox(rows)
	above, below := overshoot(rows)
	air := max(st.BoxPad*0.6, above+inkGap, below+inkGap)
	pad(rows, air, air)
	for i := range rows {
		s.ground(&rows[i], col, i == 0, i == len(rows)-1)
	}
	eachAgain(rows, func(r *row) { s.ground(r, col, false, false) })
	s.aired(rows, col)
	return rows
}

// Rows of a box that stand together at least: at its head, its title among them,
// and at its foot.
const (
	boxHead = 4
	boxFoot = 3
)

// priceBox prices the page breaks within a box: one of up to wholePart of a page is
// rather kept whole, a longer one where that costs little, and none ends a page with
// little more than its title or a single item, nor leaves fewer than boxFoot rows for
// the next.
func (s *setter) priceBox(rows []row) {
	least := boxPrice
	if heightOf(rows) <= wholePart*s.style.Height() {
		least = s.wholePrice(boxPart)
	}
	for i := range rows {
		price := least
		switch {
		case i > len(rows)-boxFoot:
			price = max(price, singlePrice)
		case i < boxHead:
			price = max(price, scantPrice)
		}
		if i > 0 {
			rows[i].penalty = max(rows[i].penalty, price)
		}
	}
}

// pad makes room above the first row and below the last.
func pad(rows []row, above, below float64) {
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	for i, it := range first.items {
		first.items[i] = display.Moved(it, 0, above)
	}
	first.height += above
	first.space = 0
	rows[len(rows)-1].height += below
}

// groundEdge is how far the ground of a box that goes on overleaf reaches beyond
// its rows on either page, in points, so that their ink does not stand on its
// edge; among rows it lies on that of the next.
const groundEdge = 3.0

// ground lays the box's tint, bar and frame behind a row. The space above a
// row within the box belongs to the ground too, so it becomes part of the row.
func (s *setter) ground(r *row, col column, first, last bool) {
	st := &s.style
	own(r, !first)
	top, bottom := -groundEdge, r.height+groundEdge
	if first {
		top = 0
	}
	if last {
		bottom = r.height
	}
	var under []display.Item
	lay := func(p format.Paint, x, y, w, h float64) {
		if p.On {
			under = append(under, &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: h}, Color: p.Color})
		}
	}
	lay(st.BoxGround, col.left, top, col.width, bottom-top)
	lay(st.BoxBar, col.startOf(barWidth), top, barWidth, bottom-top)
	if st.BoxFrame.On {
		lay(st.BoxFrame, col.endOf(frameWeight), top, frameWeight, bottom-top)
		if !st.BoxBar.On {
			lay(st.BoxFrame, col.startOf(frameWeight), top, frameWeight, bottom-top)
		}
		if first {
			lay(st.BoxFrame, col.left, 0, col.width, frameWeight)
		}
		if last {
			lay(st.BoxFrame, col.left, r.height-frameWeight, col.width, frameWeight)
		}
	}
	r.items = append(under, r.items...)
}
