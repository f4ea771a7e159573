package odt

import (
	_ "image/gif"  // sizes
	_ "image/jpeg" // sizes
	_ "image/png"  // sizes
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// Bounds of a table.
const (
	mostColumns = 64
	mostCells   = 200_000
)

// grid is a table being read.
type grid struct {
	rows          [][]gridCell
	heads         int
	columns       int
	toLeft, latin int // letters
	solid         bool
	first         string
}

type gridCell struct {
	pieces     []intake.Piece
	rows, cols int
}

// table reads a table. One of one column is a box or a frame around text.
func (f *flow) table(e *container.Element) {
	f.flush()
	if f.depth > mostNested {
		f.say("tables too deep in each other are their words", e.Words(), "", false)
		f.begin(&style{})
		f.open.Line.Text(strings.Join(strings.Fields(e.Words()), " "), scribe.Look{})
		f.flush()
		return
	}
	var g grid
	f.gridRows(&g, e, false)
	cells := 0
	for _, row := range g.rows {
		width := 0
		for _, c := range row {
			width += c.cols
		}
		cells += len(row)
		g.columns = max(g.columns, width)
	}
	if cells == 0 {
		return
	}
	if g.columns == 1 || g.solid || g.columns > mostColumns || g.columns*len(g.rows) > mostCells || g.columns*len(g.rows) > 20*cells+1000 {
		f.boxed(&g)
		return
	}
	f.pieces = append(f.pieces, &intake.Solid{Block: f.made(&g)})
}

// mostBoxed is how many paragraphs are a box; more are a frame about a page.
const mostBoxed = 12

// boxed reads a table that only places text.
func (f *flow) boxed(g *grid) {
	var pieces []intake.Piece
	lines := 0
	for _, row := range g.rows {
		for _, c := range row {
			for _, piece := range c.pieces {
				if p, ok := piece.(*intake.Paragraph); !ok || !p.Line.Empty() {
					lines++
				}
			}
			pieces = append(pieces, c.pieces...)
		}
	}
	switch {
	case lines == 0:
	case lines > mostBoxed || g.solid || g.columns > 1:
		f.say("tables that only place text are their text", g.first, "", false)
		f.pieces = append(f.pieces, pieces...)
	default:
		div := &content.Div{Blocks: intake.Within(pieces, &f.reader.text.Report)}
		div.Classes = []string{"box"}
		f.pieces = append(f.pieces, &intake.Solid{Block: div})
	}
}

// gridRows reads the rows of a table; those that are said to be headers first.
func (f *flow) gridRows(g *grid, e *container.Element, head bool) {
	for _, k := range e.Kids {
		switch k.Name {
		case "table:table-header-rows":
			f.gridRows(g, k, true)
		case "table:table-rows", "table:table-row-group":
			f.gridRows(g, k, head)
		case "table:table-row":
			var row []gridCell
			for _, c := range k.Kids {
				if c.Name == "table:table-cell" && len(row) < mostColumns {
					row = append(row, f.gridCell(g, c))
				}
			}
			if len(row) == 0 {
				continue
			}
			if head {
				g.heads++
			}
			g.rows = append(g.rows, row)
		}
	}
}

func (f *flow) gridCell(g *grid, e *container.Element) gridCell {
	c := gridCell{pieces: f.inner(e), rows: span(e, "table:number-rows-spanned"), cols: span(e, "table:number-columns-spanned")}
	n := 0
	for _, piece := range c.pieces {
		switch p := piece.(type) {
		case *intake.Paragraph:
			if p.Line.Empty() {
				continue
			}
			plain := p.Line.Plain()
			if g.first == "" {
				g.first = plain
			}
			g.solid = g.solid || p.Level > 0
			for _, r := range plain {
				switch {
				case isComplex(r):
					g.toLeft++
				case isLetter(r):
					g.latin++
				}
			}
		case *intake.Solid:
			switch p.Block.(type) {
			case *content.Table, *content.Div:
				g.solid = true
			}
		}
		n++
	}
	const page = 6 // paragraphs and blocks in one cell
	g.solid = g.solid || n > page
	return c
}

func span(e *container.Element, name string) int {
	if n, ok := content.ParseSpan(e.Get(name)); ok {
		return min(n, mostColumns)
	}
	return 1
}

// made makes the table. Its first row is its header where none is said to be.
func (f *flow) made(g *grid) *content.Table {
	t := &content.Table{Columns: make([]content.Align, g.columns)}
	heads := min(max(g.heads, 1), len(g.rows)-1)
	for i, row := range g.rows {
		r := &content.Row{}
		for _, c := range row {
			r.Cells = append(r.Cells, intake.Spanning(c.pieces, c.cols, c.rows, &f.text.Report))
		}
		if i == 0 && heads > 0 {
			t.Header = r
			intake.Unbold(r)
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	t.Heads = max(heads-1, 0)
	if !intake.Spans(t) {
		f.say("cells of a table lie over one another: each has one place", g.first, "", false)
	}
	return t
}
