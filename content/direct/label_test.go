package direct

import (
	"testing"

	"warraq/content"
	"warraq/content/locale"
)

// TestLabelTable: what the head of a column or the first cell of a row says of the
// numbers in it.
func TestLabelTable(t *testing.T) {
	row := func(cells ...string) *content.Row {
		r := &content.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, &content.Cell{Inlines: []content.Inline{&content.Text{Value: c}}})
		}
		return r
	}
	table := &content.Table{
		Header: row("الاسم", "الهاتف", "السنوات", "المادة", "Tel"),
		Rows: []*content.Row{
			row("زيد", "2222-3333 أو 4444 5555", "1990-1999", "2-3", "2222-3333"),
			row("الجوال", "نص", "2345-6789", "3", "5"),
		},
	}
	directTable(table, content.Tongue{Lang: "ar", Dir: locale.RTL})
	for _, c := range []struct {
		row, cell int
		want      []string // the numbers in it
	}{
		{0, 1, []string{"2222-3333", "4444 5555"}}, {0, 2, nil}, {0, 3, []string{"2-3"}}, {0, 4, []string{"2222-3333"}},
		{1, 1, nil}, {1, 2, []string{"2345-6789"}}, {1, 3, nil}, {1, 4, nil},
	} {
		var got []string
		cell := table.Rows[c.row].Cells[c.cell]
		for _, in := range cell.Inlines {
			if s, ok := in.(*content.Span); ok && s.Dir == locale.LTR {
				got = append(got, content.PlainText(s.Inlines))
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("row %d, cell %d: %q", c.row, c.cell, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("row %d, cell %d: %q", c.row, c.cell, got)
			}
		}
	}
	if got := content.PlainText(table.Rows[0].Cells[1].Inlines); got != "2222-3333 أو 4444 5555" {
		t.Error(got)
	}
}
