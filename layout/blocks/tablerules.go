package blocks

import (
	"warraq/content"
	"warraq/layout/blocks/widths"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// ruling is the thickness of the lines around a row, 0 for none.
type ruling struct{ above, below float64 }

// rulingOf gives the lines of row i of a table of n, of which the first are its
// header.
func rulingOf(i, heads, n int) ruling {
	lines := ruling{below: vlist.Hairline}
	if i == 0 {
		lines.above = vlist.Thickline
	}
	if i == heads-1 || i == n-1 {
		lines.below = vlist.Thickline
	}
	return lines
}

// rule draws the lines above the first slice of a row and below the last, there
// but for the columns of cells that go on below; those between rows recede behind
// those around them.
func (s *Setter) rule(t ruling, rows []vlist.Row, g grid, goesOn []bool) {
	if len(rows) == 0 {
		return
	}
	draw := func(r *vlist.Row, left, width, y, thickness float64) {
		ink := s.Style.TableRules
		if thickness < vlist.Thickline {
			ink = s.Style.TableLines
		}
		if thickness > 0 && ink.On {
			r.Items = append(r.Items, &display.Rule{Rect: display.Rect{X: left, Y: y - thickness/2, W: width, H: thickness}, Color: ink.Color})
		}
	}
	first, last := &rows[0], &rows[len(rows)-1]
	draw(first, g.Left, g.Width, 0, t.above)
	if goesOn == nil {
		draw(last, g.Left, g.Width, last.Height, t.below)
		return
	}
	for from := 0; from < len(goesOn); from++ {
		to := from
		for to < len(goesOn) && !goesOn[to] {
			to++
		}
		if to > from {
			width := widths.Sum(g.widths[from:to])
			draw(last, g.leftOf(g.before(from), width), width, last.Height, t.below)
		}
		from = to
	}
}

// groundOf is what lies behind a row: the header has a ground of its own, and
// so has every second of the others.
func (s *Setter) groundOf(b *content.Table, i, heads int) format.Paint {
	switch {
	case i < heads:
		return s.Style.TableHeader
	case (i-heads)%2 == 1:
		return s.stripe(b)
	}
	return format.Paint{}
}

// striped lays a ground behind the slices of a row, below the line above it.
func (s *Setter) striped(rows []vlist.Row, col lines.Column, ground format.Paint) {
	for i := range rows {
		if ground.On {
			top := 0.0
			if i == 0 {
				top = vlist.Hairline / 2
			}
			stripe := &display.Rule{Rect: display.Rect{X: col.Left, Y: top, W: col.Width, H: rows[i].Height - top}, Color: ground.Color}
			rows[i].Items = append([]display.Item{stripe}, rows[i].Items...)
		}
	}
}

// stripe is the ground of every other row: that of the theme's tables, or of its boxes
// where the table asks for stripes.
func (s *Setter) stripe(b *content.Table) format.Paint {
	if ground := s.Style.Zebra; ground.On || !b.Has("striped") {
		return ground
	}
	return s.Style.Stripe
}

// upright draws the lines between the columns of a row, but for those within a
// cell, and at either side.
func (s *Setter) upright(rows []vlist.Row, g grid, within []bool) {
	ink := s.Style.TableLines
	if !ink.On {
		ink = format.Paint{Color: paragraph.Gray(0.45), On: true}
	}
	for i := range rows {
		at := 0.0
		for k := 0; k <= len(g.widths); k++ {
			x := g.Left + at
			if !g.LTR {
				x = g.Left + g.Width - at
			}
			x = min(max(x-vlist.Hairline/2, g.Left), g.Left+g.Width-vlist.Hairline)
			if within == nil || !within[k] {
				rows[i].Items = append(rows[i].Items, &display.Rule{Rect: display.Rect{X: x, Y: 0, W: vlist.Hairline, H: rows[i].Height}, Color: ink.Color})
			}
			if k < len(g.widths) {
				at += g.widths[k]
			}
		}
	}
}
