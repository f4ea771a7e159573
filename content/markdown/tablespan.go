package markdown

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// A cell that ends in attributes goes over as many columns or rows as they say:
//
//	| Population {colspan=2} | | Area {rowspan=2} |
//
// The cells that it covers are left empty, or left out. A header whose cells go
// over several rows has as many.

// cellAttr takes attributes from the end of a cell, as they were written.
func (f *file) cellAttr(c *content.Cell) (taken string) {
	rest, attr, taken := cutAttr(c.Inlines)
	grid := attr.Get("colspan")+attr.Get("rowspan")+attr.Get("align") != ""
	if !grid && (len(rest) == 0 || attr.Anchor+attr.Get("justify") == "" && !syntax.SaysTongue(attr)) {
		return ""
	}
	c.Inlines, c.Attr = rest, f.attrAt(attr, c.Pos)
	f.checkSpans(c)
	return taken
}

// cutAttr parts attributes at the end of a text from the rest; taken is how they were
// written, "" for none.
func cutAttr(text []content.Inline) (rest []content.Inline, attr content.Attr, taken string) {
	if len(text) == 0 {
		return text, attr, ""
	}
	last, ok := text[len(text)-1].(*content.Text)
	if !ok || !strings.HasSuffix(last.Value, "}") {
		return text, attr, ""
	}
	open := strings.LastIndexByte(last.Value, '{')
	if open < 0 {
		return text, attr, ""
	}
	attr, length, ok := syntax.ParseAttr(last.Value[open:])
	if !ok || open+length != len(last.Value) {
		return text, content.Attr{}, ""
	}
	rest = slices.Clone(text[:len(text)-1])
	if before := strings.TrimRight(last.Value[:open], " "); before != "" {
		rest = append(rest, &content.Text{Pos: last.Pos, Value: before})
	}
	return rest, attr, last.Value[open:]
}

// checkSpans reports attributes of a cell that say nothing.
func (f *file) checkSpans(c *content.Cell) {
	for _, key := range []string{"colspan", "rowspan"} {
		if v := c.Get(key); v != "" {
			if _, ok := content.ParseSpan(v); !ok {
				f.Problems = append(f.Problems, content.Problem{Pos: c.Pos, What: key + "=" + v + " is no number",
					Hint: "write how many the cell goes over, such as " + key + "=2"})
			}
		}
	}
	if v := c.Get("align"); v != "" {
		if _, ok := content.ParseAlign(v); !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: c.Pos, What: "align=" + v + " is not known",
				Hint: "write start, center, end, left or right"})
		}
	}
}

// spanned is a table whose cells are being put in their places.
type spanned struct {
	*file
	rows int
	free []int // the row from which each column is free
}

// uncover leaves out the cells of a table that others cover. Written counts those
// that each row of the manuscript has; the rest of a row are there because the
// table has as many columns.
func (f *file) uncover(rows []*content.Row, written []int, columns int) {
	s := spanned{file: f, rows: len(rows), free: make([]int, columns)}
	for i, r := range rows {
		s.row(r, i, min(written[i], columns))
	}
}

// row puts the cells of row i in their places. Where it has a cell for each column
// those are the places, of which others may cover some; where it has fewer, the
// covered places are left out.
func (s *spanned) row(r *content.Row, i, written int) {
	covered := s.covered(r, i)
	if covered == 0 && !over(r) {
		s.short(r, written)
		return
	}
	whole := written == len(s.free)
	if !whole && written+covered > len(s.free) {
		s.report(r, fmt.Sprintf("the row has %d cells, and others cover %d of its %d places", written, covered, len(s.free)),
			"leave the places that a cell covers empty, or leave out all of them")
	}
	var kept []*content.Cell
	at := 0
	for _, c := range r.Cells[:min(written, len(r.Cells))] {
		for !whole && at < len(s.free) && s.free[at] > i {
			at++
		}
		switch {
		case at >= len(s.free): // reported
		case s.free[at] <= i:
			kept = append(kept, c)
			cols := s.keep(c, r, i, at)
			if !whole {
				at += cols - 1
			}
		case len(c.Inlines) > 0:
			s.report(r, fmt.Sprintf("the cell “%s” has no place: one before or above it goes over it", content.PlainText(c.Inlines)),
				"leave it empty, or take colspan or rowspan from the other")
		}
		at++
	}
	for ; at < len(s.free); at++ { // a short row is filled up
		if s.free[at] <= i {
			kept = append(kept, &content.Cell{Place: content.Place{Pos: r.Pos}})
		}
	}
	r.Cells = kept
}

// covered is how many places of row i have no cell of their own: those that cells above reach
// into, and those beside that its own do.
func (s *spanned) covered(r *content.Row, i int) (n int) {
	for _, from := range s.free {
		if from > i {
			n++
		}
	}
	for _, c := range r.Cells {
		n += forms.Span(c, "colspan") - 1
	}
	return n
}

// short tells of a row that has fewer cells than the table has columns.
func (s *spanned) short(r *content.Row, written int) {
	if written > 1 && written < len(s.free) {
		s.AdviseAt(r.Pos, source.Slip{Kind: "a row with fewer cells than the table has columns", Mild: true,
			What: fmt.Sprintf("the row has %d cells, the table %d columns", written, len(s.free)), Hint: "write an empty cell, | |, where one lacks"})
	}
}

// over tells a row with a cell that goes over several rows.
func over(r *content.Row) bool {
	return slices.ContainsFunc(r.Cells, func(c *content.Cell) bool { return forms.Span(c, "rowspan") > 1 })
}

// keep takes the places of a cell, and tells how many columns it goes over.
func (s *spanned) keep(c *content.Cell, r *content.Row, i, at int) (cols int) {
	cols, rows := forms.Span(c, "colspan"), forms.Span(c, "rowspan")
	if left := len(s.free) - at; cols > left {
		s.report(r, fmt.Sprintf("a cell goes over %d columns, where %d are left", cols, left), "write a smaller number at colspan=")
		cols = left
	}
	if left := s.rows - i; rows > left {
		s.report(r, fmt.Sprintf("a cell goes over %d rows, where %d are left", rows, left), "write a smaller number at rowspan=")
	}
	for k := at; k < at+cols; k++ {
		if s.free[k] > i {
			s.report(r, "two cells go over the same place", "write a smaller number at colspan= or rowspan=")
			return k - at
		}
		s.free[k] = i + rows
	}
	return cols
}

func (s *spanned) report(r *content.Row, what, hint string) {
	s.Problems = append(s.Problems, content.Problem{Pos: r.Pos, What: what, Hint: hint})
}

// headsOf is how many rows below the first belong to the header: as many as its
// cells go over, or as the table's attribute header says.
func headsOf(t *content.Table) int {
	if t.Header == nil {
		return 0
	}
	heads := 0
	for _, c := range t.Header.Cells {
		heads = max(heads, forms.Span(c, "rowspan")-1)
	}
	if n, ok := content.ParseSpan(t.Get("header")); ok {
		heads = max(heads, n-1)
	}
	return min(heads, len(t.Rows))
}
