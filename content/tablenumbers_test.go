package content_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/content"
)

func TestIsNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"1 205": true, "36\u00a0828\u202f330": true, "1,205.50": true, "−12٫5": true, "٣٤٪": true, "(12)": true, "€ 7": true,
		"": false, "—": false, "12 km": false, "3-5": false, "2015-05-15": false, "12:30": false, "a1": false,
	} {
		if got := content.IsNumber(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestFractions sets a column each, its numbers parted by blanks, at the side that
// they ask for, and finds the fractions of its numbers.
func TestFractions(t *testing.T) {
	for _, c := range []struct{ column, side, fractions string }{
		{"7.874 1 13.53 —", "right", ".874||.53"},
		{"1.205 999 12.345.678", "right", ""},
		{"1,205 999", "right", ""},
		{"1,5 12", "right", ",5|"},
		{"1.5 1,5", "start", ""},
		{"0.205 3", "right", ".205|"},
		{"٧٫٥ ١٢", "right", "٫٥|"},
		{"1999 2005", "start", ""},
		{"12 x", "start", ""},
	} {
		table := &content.Table{Columns: make([]content.Align, 1)}
		for _, n := range strings.Fields(c.column) {
			cell := &content.Cell{Inlines: []content.Inline{&content.Text{Value: n}}}
			table.Rows = append(table.Rows, &content.Row{Cells: []*content.Cell{cell}})
		}
		table.AlignNumbers()
		found := table.Fractions(table.Slots())
		var fractions []string
		for _, r := range table.Rows {
			if f, ok := found[r.Cells[0]]; ok {
				fractions = append(fractions, f)
			}
		}
		side := "start"
		if table.Columns[0] == content.AlignRight {
			side = "right"
		}
		if got := fmt.Sprint(side, " ", strings.Join(fractions, "|")); got != c.side+" "+c.fractions {
			t.Errorf("%s: %s", c.column, got)
		}
	}
}
