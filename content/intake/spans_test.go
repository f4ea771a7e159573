package intake_test

import (
	"testing"

	"warraq/content"
	"warraq/content/intake"
)

// spanned is a table of two columns, of cells by their spans.
func spanned(heads int, rows ...[]string) *content.Table {
	t := &content.Table{Columns: make([]content.Align, 2)}
	for i, row := range rows {
		r := &content.Row{}
		for _, s := range row {
			c := &content.Cell{}
			if s != "" {
				c.Keys = []content.KeyValue{{Key: "rowspan", Value: s}}
			}
			r.Cells = append(r.Cells, c)
		}
		if i == 0 && heads > 0 {
			t.Header = r
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	t.Heads = max(heads-1, 0)
	return t
}

// TestSpans lets headers grow for their cells, and parts cells that lie over others.
func TestSpans(t *testing.T) {
	grown := spanned(1, []string{"2", ""}, []string{""}, []string{"", ""})
	if !intake.Spans(grown) || grown.Heads != 1 || grown.Get("header") != "2" {
		t.Errorf("a header of %d rows more, %q", grown.Heads, grown.Get("header"))
	}
	whole := spanned(1, []string{"2", ""}, []string{""})
	if !intake.Spans(whole) || whole.Header != nil || len(whole.Rows) != 2 {
		t.Error("a header that is the whole table stays one")
	}
	over := spanned(0, []string{"2", "2"}, []string{"", ""})
	if intake.Spans(over) {
		t.Error("cells lie over one another")
	}
	for _, row := range over.Slots() {
		if len(row) != 2 {
			t.Errorf("%d cells have a place", len(row))
		}
	}
}
