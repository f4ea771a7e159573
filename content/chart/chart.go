// Package chart makes drawings of tables: bars, stacked bars, lines and pies, in the
// colours of a theme, whose axes run as the book does. A drawing is an SVG whose labels
// are text: layout sets them in the faces of the book, readers of an EPUB in theirs.
package chart

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
)

// Kind is what a chart is drawn as.
type Kind uint8

// The kinds of charts.
const (
	Bar     Kind = iota
	Stacked      // bars of which each is the sum of its series
	Line
	Pie
)

// Kinds are the names of the kinds, by their values.
var Kinds = []string{"bar", "stacked", "line", "pie"}

// Key is the attribute that makes a chart of a table, UnitKey the one that says in what
// its numbers are counted.
const (
	Key     = "chart"
	UnitKey = "unit"
)

// Chart is what a table says: for each category a value of each series.
type Chart struct {
	Kind       Kind
	Unit       string
	Categories []string
	Series     []Series
	decimals   int  // of the value that has most
	percent    bool // the values are percentages
}

// Series is a column of values.
type Series struct {
	Name   string
	Values []Value
}

// Value is a number; an empty field has none.
type Value struct {
	Number  float64
	Known   bool
	decimal string // as it is written in ASCII, "-1.50"
}

// How many series, bars, names and slices can be told apart.
const (
	mostSeries = 6
	mostBars   = 100  // of all series
	mostNames  = 1000 // of a line
	mostSlices = 8
)

// Of reads a table of class chart: its first column names the categories, each other is
// a series whose name is in the header. What keeps it from being drawn is told with the
// place of the field.
func Of(t *content.Table) (*Chart, []content.Problem) {
	kind := slices.Index(Kinds, t.Get(Key))
	if kind < 0 {
		return nil, []content.Problem{{Pos: t.Pos, What: "chart=" + t.Get(Key) + " is not known", Hint: "write bar, stacked, line or pie"}}
	}
	r := reader{table: t, chart: &Chart{Kind: Kind(kind), Unit: t.Get(UnitKey)}}
	r.read()
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	return r.chart, nil
}

// reader makes a chart of a table.
type reader struct {
	table    *content.Table
	chart    *Chart
	problems []content.Problem
}

func (r *reader) problem(at content.Pos, what, hint string) {
	r.problems = append(r.problems, content.Problem{Pos: at, What: what, Hint: hint})
}

func (r *reader) read() {
	t, c := r.table, r.chart
	rows := t.Rows[min(t.Heads, len(t.Rows)):]
	n := len(t.Columns) - 1
	if n < 1 || len(rows) == 0 {
		r.problem(t.Pos, "the chart has nothing to draw", "give it a first column of names and at least one column of numbers")
		return
	}
	if c.Series = make([]Series, n); t.Header != nil {
		for i := range c.Series {
			c.Series[i].Name = textOf(t.Header, i+1)
		}
	}
	for _, row := range rows {
		if len(row.Cells) != n+1 {
			r.problem(row.Pos, fmt.Sprintf("the row has %d fields, the chart %d columns", len(row.Cells), n+1), "give each row a field for each column, none of them over several")
			continue
		}
		c.Categories = append(c.Categories, textOf(row, 0))
		for i := range c.Series {
			c.Series[i].Values = append(c.Series[i].Values, r.value(row.Cells[i+1], row.Pos))
		}
	}
	r.bounded()
}

// textOf is what a cell of a row says, on one line.
func textOf(row *content.Row, i int) string {
	if i >= len(row.Cells) {
		return ""
	}
	return strings.Join(strings.Fields(content.PlainText(row.Cells[i].Inlines)), " ")
}

// value reads a cell.
func (r *reader) value(cell *content.Cell, row content.Pos) Value {
	at := cell.Pos
	if at == (content.Pos{}) {
		at = row
	}
	text := strings.TrimSpace(content.PlainText(cell.Inlines))
	if text == "" || text == "–" || text == "—" || text == "-" {
		return Value{}
	}
	v, percent, ok := parse(text)
	switch {
	case !ok:
		r.problem(at, "“"+text+"” is no number, which the chart needs", "write a number, or leave the field empty")
	case v.Number < 0 && (r.chart.Kind == Pie || r.chart.Kind == Stacked):
		r.problem(at, "“"+text+"” is below zero, which a chart of parts cannot show", "write chart=bar or chart=line")
	}
	r.chart.percent = r.chart.percent || percent
	_, fraction, _ := strings.Cut(v.decimal, ".")
	r.chart.decimals = max(r.chart.decimals, len(fraction))
	return v
}

// bounded refuses what nobody could tell apart, and what has nothing to show.
func (r *reader) bounded() {
	c, at := r.chart, r.table.Pos
	if len(r.problems) > 0 {
		return
	}
	switch {
	case c.Kind == Pie && len(c.Series) > 1:
		r.problem(at, fmt.Sprintf("a pie shows one column of numbers, and the table has %d", len(c.Series)), "leave one, or write chart=stacked")
	case c.Kind == Pie && len(c.Categories) > mostSlices:
		r.problem(at, fmt.Sprintf("the pie has %d slices, more than can be told apart", len(c.Categories)), fmt.Sprintf("join the smallest until there are %d, or write chart=bar", mostSlices))
	case len(c.Series) > mostSeries:
		r.problem(at, fmt.Sprintf("the chart has %d series, more than can be told apart", len(c.Series)), fmt.Sprintf("show %d at most", mostSeries))
	case c.Kind != Line && c.Kind != Pie && len(c.Categories)*len(c.Series) > mostBars:
		r.problem(at, fmt.Sprintf("the chart has %d bars, more than can be told apart", len(c.Categories)*len(c.Series)), fmt.Sprintf("show %d at most, or write chart=line", mostBars))
	case len(c.Categories) > mostNames:
		r.problem(at, fmt.Sprintf("the chart has %d names, more than can be told apart", len(c.Categories)), fmt.Sprintf("show %d at most", mostNames))
	case c.Kind == Pie && c.sum() == 0:
		r.problem(at, "the pie has no slice", "give it numbers above zero")
	}
}

// sum is that of the first series.
func (c *Chart) sum() (sum float64) {
	for _, v := range c.Series[0].Values {
		sum += v.Number
	}
	return sum
}
