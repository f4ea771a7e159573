package content

import (
	"slices"
	"strconv"
	"strings"

	"warraq/content/locale"
)

// Slot is a cell in its place in the grid of its table: rows count from the first
// of the header, columns from the start edge.
type Slot struct {
	*Cell
	Row, Col   int
	Rows, Cols int // that it takes, one at least
}

// MostSpan bounds how many rows or columns a cell may take.
const MostSpan = 1000

// All is the rows of a table from the first, and how many of them are its header.
func (t *Table) All() (rows []*Row, heads int) {
	if t.Header != nil {
		rows, heads = append(rows, t.Header), 1+min(t.Heads, len(t.Rows))
	}
	return append(rows, t.Rows...), heads
}

// Slots gives the cells of each row of [Table.All] their places, as HTML has them
// (HTML 4.9.12.1): each takes the first column that none above it takes already. A
// cell does not reach beyond the last column, nor from the header into the rows
// below it; what has no column at all is left out.
func (t *Table) Slots() [][]Slot {
	rows, heads := t.All()
	columns := len(t.Columns)
	slots := make([][]Slot, len(rows))
	taken := make([]int, columns) // the row from which each column is free again
	for i, r := range rows {
		end := len(rows)
		if i < heads {
			end = heads
		}
		at := 0
		for _, c := range r.Cells {
			for at < columns && taken[at] > i {
				at++
			}
			if at == columns {
				break
			}
			s := Slot{Cell: c, Row: i, Col: at, Rows: min(c.span("rowspan"), end-i), Cols: 1}
			taken[at] = i + s.Rows
			for wide := c.span("colspan"); s.Cols < wide && at+s.Cols < columns && taken[at+s.Cols] <= i; s.Cols++ {
				taken[at+s.Cols] = i + s.Rows
			}
			at += s.Cols
			slots[i] = append(slots[i], s)
		}
	}
	return slots
}

// span is how many rows or columns a cell asks for.
func (c *Cell) span(key string) int {
	n, ok := ParseSpan(c.Get(key))
	if !ok {
		return 1
	}
	return n
}

// ParseSpan reads a number of rows or columns, from 1 to [MostSpan].
func ParseSpan(s string) (n int, ok bool) {
	n, err := strconv.Atoi(locale.ASCIIDigits(s))
	return n, err == nil && n >= 1 && n <= MostSpan
}

// AlignOf is how a cell stands in its columns: as its attribute align says, or as
// its first column, but that a header over several columns stands in the middle.
func (t *Table) AlignOf(s *Slot) Align {
	if a, ok := ParseAlign(s.Get("align")); ok {
		return a
	}
	if s.Cols > 1 && (t.Header != nil && s.Row <= t.Heads) {
		return AlignCenter
	}
	if s.Col < len(t.Columns) {
		return t.Columns[s.Col]
	}
	return AlignStart
}

// ParseAlign reads how a column or a cell stands: start, center, end, left, right.
func ParseAlign(s string) (Align, bool) {
	i := slices.Index(alignNames[:AlignJustify], s)
	return Align(max(i, 0)), i >= 0
}

// String is the name of the alignment.
func (a Align) String() string { return alignNames[a] }

var alignNames = [...]string{"start", "center", "end", "left", "right", "justify"}

// Widths are the parts of the measure that the author asks for the columns of
// a table, `widths="30% 70%"`, each up to 1; 0 leaves a column to its contents.
// They may be fewer than the columns. Nil where nothing is asked that can be
// read.
func (t *Table) Widths() []float64 {
	widths, ok := ParseWidths(t.Get("widths"))
	if !ok {
		return nil
	}
	return widths[:min(len(widths), len(t.Columns))]
}

// ParseWidths reads the widths of columns: numbers of a hundred, with or
// without a percent sign, or "auto". One of them at least is a number.
func ParseWidths(s string) (widths []float64, ok bool) {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '،' }) {
		if word == "auto" {
			widths = append(widths, 0)
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimRight(locale.ASCIIDigits(word), "%٪"), 64)
		if err != nil || !(n > 0 && n <= 100) {
			return nil, false
		}
		widths, ok = append(widths, n/100), true
	}
	return widths, ok
}
