package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// quote sets matter quoted at length by its kind.
func (s *setter) quote(b *content.Quote, col column) []row {
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
func (s *setter) quoteColumn(col column) column {
	st := &s.style
	inner := col.inset(st.QuoteInset).insetEnd(st.QuoteInset)
	inner.size = min(col.size, st.Quote)
	inner.flush, inner.grid = true, false
	return inner
}

// quoted sets the blocks of a quotation, and its attribution at the end edge, which is
// held to its last line.
func (s *setter) quoted(b *content.Quote, inner column) []row {
	rows := s.stack(b.Blocks, inner)
	return attributed(rows, s.attribution(b.Attribution, inner, b.ID), inner)
}

// attributed puts who is quoted below the rows of a quotation in a column, of which
// neither the first stands alone nor the last, unless it is longer than a scrap and has
// who is quoted below it.
func attributed(rows, by []row, col column) []row {
	if n := len(rows); n > 1 {
		if last := &rows[n-1]; len(by) == 0 {
			last.penalty = max(last.penalty, quotePrice)
		} else if last.penalty < infinite && lineWidth(last) > col.width/3 {
			last.penalty = min(last.penalty, orphanPrice)
		}
		rows[1].penalty = max(rows[1].penalty, quotePrice)
	}
	return append(rows, by...)
}

// lineWidth is how wide the line of a row is, points.
func lineWidth(r *row) float64 {
	if t := firstText(r.items); t != nil {
		return t.Line.Width
	}
	return 0
}

// attribution says who is quoted, behind a dash, and is held to what is quoted.
func (s *setter) attribution(by []content.Inline, col column, elem content.ID) []row {
	if len(by) == 0 {
		return nil
	}
	col.align, col.indent, col.flush = paragraph.End, 0, true
	rows := parted(s.text(append([]content.Inline{&content.Text{Value: "—\u00A0"}}, by...), col, elem), display.Attribution)
	for i := range rows {
		rows[i].penalty = infinite
	}
	return rows
}

// epigraph sets a motto at a chapter's head, towards the end edge; more air than
// a quotation has parts it from the text.
func (s *setter) epigraph(b *content.Quote, col column) []row {
	st := &s.style
	inner := s.quoteColumn(col).insetEnd(-st.QuoteInset)
	inner = inner.inset(st.EpigraphInset * col.width / st.Measure())
	inner.size = min(col.size, st.Epigraph)
	rows := s.quoted(b, inner)
	if len(rows) > 0 {
		rows[len(rows)-1].height += col.leading / 2
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
func (s *setter) pull(b *content.Quote, col column) []row {
	inner := col.inset(col.width * (1 - pullPart) / 2).insetEnd(col.width * (1 - pullPart) / 2)
	look := &s.style.Pull
	inner.size, inner.leading = look.Size*col.size/s.style.Body, look.Size*pullLeading
	inner.color, inner.font.Bold = look.Color, look.Bold
	inner.align, inner.indent, inner.flush, inner.grid = paragraph.Center, 0, true, false
	rows := s.stack(b.Blocks, inner)
	if len(rows) == 0 {
		return nil
	}
	source := inner
	source.size, source.leading = s.style.Small, s.style.SmallLeading
	by := s.attribution(b.Attribution, source, b.ID)
	for i := range by {
		by[i].space = 0
	}
	rows = append(rows, by...)
	together(rows)
	above, below := overshoot(rows)
	pad(rows, pullAir+max(0, above), pullAir+max(0, below))
	if paint := s.style.PullRule; paint.On {
		first, last := &rows[0], &rows[len(rows)-1]
		first.items = append(first.items, &display.Rule{Rect: display.Rect{X: inner.left, Y: 0, W: inner.width, H: hairline}, Color: paint.Color})
		last.items = append(last.items, &display.Rule{Rect: display.Rect{X: inner.left, Y: last.height - hairline, W: inner.width, H: hairline}, Color: paint.Color})
	}
	s.aired(rows, col)
	return rows
}
