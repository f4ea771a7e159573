package intake

import (
	"strconv"

	"warraq/content"
	"warraq/content/locale"
)

// Spans makes cells that go over several rows or columns such as a book can have them:
// a cell of the header stays in the header, which grows for it, and where cells of a
// table lie over one another each takes one place. It tells whether all could stay.
func Spans(t *content.Table) bool {
	rows, heads := t.All()
	if heads > 0 {
		if grown := grownHeads(rows, heads); grown < len(rows) {
			t.Heads = grown - 1
		} else { // it would be the whole table
			t.Rows, t.Header, t.Heads = rows, nil, 0
		}
	}
	keepHeader(t)
	cells := 0
	for _, r := range rows {
		cells += len(r.Cells)
	}
	for _, row := range t.Slots() {
		cells -= len(row)
	}
	if cells == 0 {
		return true
	}
	for _, r := range rows {
		for _, c := range r.Cells {
			c.Keys = nil
		}
		for len(r.Cells) < len(t.Columns) {
			r.Cells = append(r.Cells, &content.Cell{})
		}
		for len(t.Columns) < len(r.Cells) {
			t.Columns = append(t.Columns, content.AlignStart)
		}
	}
	return false
}

// grownHeads is how many rows the header has when all of its cells lie in it.
func grownHeads(rows []*content.Row, heads int) int {
	for i := 0; i < heads && i < len(rows); i++ {
		for _, c := range rows[i].Cells {
			if n, err := strconv.Atoi(locale.ASCIIDigits(c.Get("rowspan"))); err == nil {
				heads = max(heads, i+n)
			}
		}
	}
	return heads
}

// keepHeader writes how many rows the header has.
func keepHeader(t *content.Table) {
	var kept []content.KeyValue
	for _, kv := range t.Keys {
		if kv.Key != "header" {
			kept = append(kept, kv)
		}
	}
	if t.Keys = kept; t.Header != nil && t.Heads > 0 {
		t.Keys = append(t.Keys, content.KeyValue{Key: "header", Value: strconv.Itoa(t.Heads + 1)})
	}
}
