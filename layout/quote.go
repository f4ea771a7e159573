package layout

import (
	"warraq/content"
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
	return s.quoted(b, s.quoteColumn(col), col)
}

// quoteColumn is narrower on both sides and of a smaller type.
func (s *setter) quoteColumn(col column) column {
	inner := col.inset(s.style.Inset).insetEnd(s.style.Inset)
	inner.size = min(col.size, s.style.Quote)
	inner.flush, inner.grid = true, false
	return inner
}

// quoted sets a quotation in a column within another; its attribution stands at
// the end edge.
func (s *setter) quoted(b *content.Quote, inner, col column) []row {
	rows := s.stack(b.Blocks, inner)
	rows = append(rows, s.attribution(b.Attribution, inner, b.ID)...)
	s.aired(rows, col)
	return rows
}

// attribution says who is quoted, behind a dash, and is held to what is quoted.
func (s *setter) attribution(by []content.Inline, col column, elem content.ID) []row {
	if len(by) == 0 {
		return nil
	}
	col.align, col.indent, col.flush = paragraph.End, 0, true
	rows := s.text(append([]content.Inline{&content.Text{Value: "—\u00A0"}}, by...), col, elem)
	for i := range rows {
		rows[i].penalty = infinite
	}
	return rows
}

// An epigraph stands at the end side, at the left in Arabic, in this part of
// the measure.
const epigraphPart = 0.62

// epigraph sets a motto at a chapter's head; more air than a quotation has
// parts it from the text.
func (s *setter) epigraph(b *content.Quote, col column) []row {
	inner := s.quoteColumn(col)
	inner = inner.inset(inner.width * (1 - epigraphPart)).insetEnd(-s.style.Inset)
	rows := s.quoted(b, inner, col)
	if len(rows) > 0 {
		rows[len(rows)-1].height += col.leading / 2
		s.aired(rows, col)
	}
	return rows
}

// Measures of a pull quote: its type beside that of the text, its leading beside
// the text's, its part of the measure, and the room between its ink and the
// lines above and below, in points.
const (
	pullSize    = 1.3
	pullLeading = 1.2
	pullPart    = 0.74
	pullAir     = 5.0
)

// pull sets a sentence in larger type between two hairlines, all of it on one
// page.
func (s *setter) pull(b *content.Quote, col column) []row {
	inner := col.inset(col.width * (1 - pullPart) / 2).insetEnd(col.width * (1 - pullPart) / 2)
	inner.size, inner.leading = col.size*pullSize, col.leading*pullLeading
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
	last := &rows[len(rows)-1]
	rows[0].items = append(rows[0].items, &Rule{Rect: Rect{inner.left, 0, inner.width, hairline}, Color: paragraph.Gray(0.35)})
	last.items = append(last.items, &Rule{Rect: Rect{inner.left, last.height - hairline, inner.width, hairline}, Color: paragraph.Gray(0.35)})
	s.aired(rows, col)
	return rows
}
