package blocks

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// quote sets matter quoted at length by its kind.
func (s *Setter) quote(b *content.Quote, col lines.Column) []vlist.Row {
	switch {
	case b.Has(content.Quran):
		return s.quran(b, col)
	case b.Has(content.Pull):
		return s.pull(b, col)
	case b.Has(content.Epigraph):
		return s.epigraph(b, col)
	}
	rows := s.quoted(b, s.quoteColumn(col))
	s.barred(rows, col)
	s.aired(rows, col)
	return rows
}

// quoteColumn is narrower on both sides and of a smaller type.
func (s *Setter) quoteColumn(col lines.Column) lines.Column {
	st := &s.Style
	inner := col.Inset(st.QuoteInset).InsetEnd(st.QuoteInset)
	if col.Margin {
		inner = col.Inset(min(st.QuoteInset, col.Size))
	}
	inner.Size = min(col.Size, st.Quote)
	inner.Flush, inner.Grid = true, false
	return inner
}

// quoted sets the blocks of a quotation, and its attribution at the end edge, which is
// held to its last line.
func (s *Setter) quoted(b *content.Quote, inner lines.Column) []vlist.Row {
	rows := s.stack(b.Blocks, inner)
	return attributed(rows, s.attribution(b.Attribution, inner, b.ID), inner)
}

// attributed puts who is quoted below the rows of a quotation in a column, of which
// neither the first stands alone nor the last, unless it is longer than a scrap and has
// who is quoted below it.
func attributed(rows, by []vlist.Row, col lines.Column) []vlist.Row {
	if n := len(rows); n > 1 {
		if last := &rows[n-1]; len(by) == 0 {
			last.Penalty = max(last.Penalty, vlist.QuotePrice)
		} else if last.Penalty < vlist.Infinite && lineWidth(last) > col.Width/3 {
			last.Penalty = min(last.Penalty, vlist.OrphanPrice)
		}
		rows[1].Penalty = max(rows[1].Penalty, vlist.QuotePrice)
	}
	return append(rows, by...)
}

// lineWidth is how wide the line of a row is, points.
func lineWidth(r *vlist.Row) float64 {
	if t := vlist.FirstText(r.Items); t != nil {
		return t.Line.Width
	}
	return 0
}

// attribution says who is quoted, behind a dash, and is held to what is quoted.
func (s *Setter) attribution(by []content.Inline, col lines.Column, elem content.ID) []vlist.Row {
	if len(by) == 0 {
		return nil
	}
	col.Align, col.Indent, col.Flush = paragraph.End, 0, true
	rows := vlist.Parted(s.Text(append([]content.Inline{&content.Text{Value: "—\u00A0"}}, by...), col, elem), display.Attribution)
	for i := range rows {
		rows[i].Penalty = vlist.Infinite
	}
	return rows
}

// epigraph sets a motto at a chapter's head, towards the end edge; more air than
// a quotation has parts it from the text.
func (s *Setter) epigraph(b *content.Quote, col lines.Column) []vlist.Row {
	st := &s.Style
	inner := s.quoteColumn(col).InsetEnd(-st.QuoteInset)
	inner = inner.Inset(st.EpigraphInset * col.Width / st.Measure())
	inner.Size = min(col.Size, st.Epigraph)
	rows := s.quoted(b, inner)
	if len(rows) > 0 {
		rows[len(rows)-1].Height += col.Leading / 2
	}
	s.aired(rows, col)
	return rows
}

// Measures of a pull quote: its leading beside its type, its part of the
// measure, and the room between its ink and the lines above and below, in points.
const (
	pullLeading = 1.6
	pullPart    = 0.74
	pullAir     = 5.0
)

// pull sets a sentence in larger type between two hairlines, all of it on one
// page.
func (s *Setter) pull(b *content.Quote, col lines.Column) []vlist.Row {
	inner := col.Inset(col.Width * (1 - pullPart) / 2).InsetEnd(col.Width * (1 - pullPart) / 2)
	look := &s.Style.Pull
	inner.Size, inner.Leading = look.Size*col.Size/s.Style.Body, look.Size*pullLeading
	inner.Color, inner.Font.Bold = look.Color, look.Bold
	inner.Align, inner.Indent, inner.Flush, inner.Grid = paragraph.Center, 0, true, false
	rows := s.stack(b.Blocks, inner)
	if len(rows) == 0 {
		return nil
	}
	source := inner
	source.Size, source.Leading = s.Style.Small, s.Style.SmallLeading
	by := s.attribution(b.Attribution, source, b.ID)
	for i := range by {
		by[i].Space = 0
	}
	if len(by) > 0 { // a heading in the quotation may reach below its row
		_, low := vlist.Overshoot(rows)
		high, _ := vlist.Overshoot(by)
		by[0].Space = max(0, low+high)
	}
	rows = append(rows, by...)
	vlist.Together(rows)
	above, below := vlist.Overshoot(rows)
	vlist.Pad(rows, pullAir+max(0, above), pullAir+max(0, below))
	if paint := s.Style.PullRule; paint.On {
		first, last := &rows[0], &rows[len(rows)-1]
		first.Items = append(first.Items, &display.Rule{Rect: display.Rect{X: inner.Left, Y: 0, W: inner.Width, H: vlist.Hairline}, Color: paint.Color})
		last.Items = append(last.Items, &display.Rule{Rect: display.Rect{X: inner.Left, Y: last.Height - vlist.Hairline, W: inner.Width, H: vlist.Hairline}, Color: paint.Color})
	}
	s.aired(rows, col)
	return rows
}
