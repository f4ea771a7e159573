package webpage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/locale"
)

// Bounds of a table.
const (
	mostColumns = 64
	mostCells   = 200_000
)

// grid is a table being read.
type grid struct {
	rows    []gridRow
	caption []intake.Piece
	columns int
	spans   int // cells that go over several
	lines   bool
	solid   bool // a cell holds what only a page can: headings, tables, quotations
	longest int  // paragraphs of a cell
	first   string
}

type gridRow struct {
	cells []gridCell
	head  bool
}

type gridCell struct {
	pieces     []intake.Piece
	rows, cols int
	head       bool
	centred    bool
}

// table reads a table; one that only places text is its text.
func (f *flow) table(n *html.Node, st state) {
	f.flush()
	g := grid{lines: get(n, "border") != "" && get(n, "border") != "0" || hasClass(n, "wikitable")}
	outer := f.fresh()
	outer.gridRows(&g, n, st, false)
	defer func() { f.marks = append(f.marks, outer.marks...) }()
	cells := 0
	for i := range g.rows {
		width := 0
		for j := range g.rows[i].cells {
			width += g.rows[i].cells[j].cols
		}
		cells += len(g.rows[i].cells)
		g.columns = max(g.columns, width)
	}
	switch {
	case cells == 0:
		f.pieces = append(f.pieces, g.caption...)
	case hasWord(get(n, "role"), "presentation") || g.columns == 1 || len(g.rows) == 1 && g.longest > 1 || g.solid || g.columns > mostColumns ||
		g.columns*len(g.rows) > mostCells || g.columns*len(g.rows) > 20*cells+1000:
		f.b.text.Report.Took("a table that only places text is its text", g.first, "")
		f.pieces = append(f.pieces, g.caption...)
		for _, r := range g.rows {
			for _, c := range r.cells {
				f.pieces = append(f.pieces, c.pieces...)
			}
		}
	case f.isVerse(&g, n):
		f.add(g.verse())
		f.pieces = append(f.pieces, g.caption...)
	default:
		t := f.b.made(&g, st.dir == locale.LTR && f.b.rtl && locale.DirectionOf(f.b.base) == locale.RTL)
		if len(g.caption) == 1 {
			if p, ok := g.caption[0].(*intake.Paragraph); ok {
				f.b.unlabelled(&p.Line)
				t.Caption = p.Line.Inlines()
				g.caption = nil
			}
		}
		f.pieces = append(f.pieces, g.caption...)
		f.add(t)
	}
}

// gridRows reads the rows of a table and of its parts.
func (f *flow) gridRows(g *grid, n *html.Node, st state, head bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		in, d := f.b.within(c, st)
		if f.b.away(c, &d, f.page) {
			continue
		}
		f.marked(c)
		switch c.DataAtom {
		case atom.Caption:
			in.caption = true
			inner := f.inner(c, in)
			g.caption = append(g.caption, inner.pieces...)
		case atom.Thead:
			f.gridRows(g, c, in, true)
		case atom.Tbody, atom.Tfoot:
			f.gridRows(g, c, in, false)
		case atom.Tr:
			f.gridRow(g, c, in, head)
		case atom.Colgroup, atom.Col:
		default:
			inner := f.inner(c, in)
			g.caption = append(g.caption, inner.pieces...)
		}
	}
}

func (f *flow) gridRow(g *grid, n *html.Node, st state, head bool) {
	row := gridRow{head: head}
	heads := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		in, d := f.b.within(c, st)
		if f.b.away(c, &d, f.page) {
			continue
		}
		in.depth++
		inner := f.fresh()
		inner.marked(c)
		inner.children(c, in)
		inner.flush()
		f.marks = append(f.marks, inner.marks...)
		cell := gridCell{pieces: inner.pieces, rows: span(c, "rowspan"), cols: span(c, "colspan"), head: c.DataAtom == atom.Th, centred: in.centred && !st.centred}
		if cell.rows > 1 || cell.cols > 1 {
			g.spans++
		}
		if cell.head {
			heads++
		}
		g.weigh(&cell)
		row.cells = append(row.cells, cell)
	}
	row.head = row.head || heads > 1 && heads == len(row.cells)
	if len(row.cells) > 0 {
		g.rows = append(g.rows, row)
	}
}

// weigh looks at what a cell holds.
func (g *grid) weigh(c *gridCell) {
	n := 0
	for _, piece := range c.pieces {
		switch p := piece.(type) {
		case *intake.Paragraph:
			if p.Line.Empty() {
				continue
			}
			if g.first == "" {
				g.first = intake.FirstWords(p.Line.Plain())
			}
			g.solid = g.solid || p.Level > 0
		case *intake.Solid:
			switch p.Block.(type) {
			case *content.Table, *content.Quote, *content.Div, *content.Break, *content.Definitions:
				g.solid = true
			}
		}
		n++
	}
	g.longest = max(g.longest, n)
	const page = 6 // paragraphs and blocks in one cell
	g.solid = g.solid || n > page
}

// span is how many columns or rows a cell goes over.
func span(n *html.Node, key string) int {
	if i, ok := content.ParseSpan(get(n, key)); ok {
		return min(i, mostColumns)
	}
	return 1
}

// made makes the table; turned is one whose first column stands at the left of a page
// from right to left.
func (b *Book) made(g *grid, turned bool) *content.Table {
	t := &content.Table{Columns: make([]content.Align, g.columns)}
	heads := 0
	for heads < len(g.rows) && g.rows[heads].head && heads+1 < len(g.rows) {
		heads++
	}
	rowHeads := len(g.rows) > heads && g.columns > 1
	if !turned && g.spans == 0 {
		g.centre(t, heads)
	}
	for i, row := range g.rows {
		r := &content.Row{}
		for _, c := range row.cells {
			r.Cells = append(r.Cells, intake.Spanning(c.pieces, c.cols, c.rows, &b.text.Report))
		}
		if i >= heads {
			rowHeads = rowHeads && row.cells[0].head && (len(row.cells) == 1 || !row.cells[1].head)
		}
		for g.spans == 0 && len(r.Cells) < g.columns {
			r.Cells = append(r.Cells, &content.Cell{})
		}
		if turned {
			slices.Reverse(r.Cells)
		}
		if i == 0 && heads > 0 {
			t.Header = r
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	t.Heads = max(heads-1, 0)
	if !intake.Spans(t) {
		b.text.Report.Took("cells of a table lie over one another: each has one place", g.first, "")
	}
	if rowHeads && !turned {
		t.Classes = []string{content.RowHeaders}
	}
	return t
}

// centre finds the columns whose cells all stand in the middle.
func (g *grid) centre(t *content.Table, heads int) {
	for i := range t.Columns {
		all := heads < len(g.rows)
		for _, row := range g.rows[heads:] {
			all = all && i < len(row.cells) && row.cells[i].centred
		}
		if all {
			t.Columns[i] = content.AlignCenter
		}
	}
}

// mostHemistich is how many characters a hemistich has at most.
const mostHemistich = 60

// isVerse tells a table that is a poem: by its class, or two columns without lines of
// one short line each.
func (f *flow) isVerse(g *grid, n *html.Node) bool {
	poem := isPoem(n)
	if g.spans > 0 || g.columns != 2 && g.columns != 3 || !poem && (g.lines || len(g.rows) < 2) {
		return false
	}
	rtl := 0
	for _, row := range g.rows {
		if row.head || len(row.cells) != g.columns || g.columns == 3 && len(row.cells[1].pieces) > 0 {
			return false
		}
		for _, i := range []int{0, g.columns - 1} {
			c := &row.cells[i]
			if len(c.pieces) != 1 {
				return false
			}
			p, ok := c.pieces[0].(*intake.Paragraph)
			if !ok {
				return false
			}
			said := strings.TrimSpace(p.Line.Plain())
			if n := utf8.RuneCountInString(said); n > 2*mostHemistich || !poem && (n > mostHemistich || n < 8 || strings.ContainsFunc(said, unicode.IsDigit) || strings.HasSuffix(said, ":")) {
				return false
			}
			if strings.ContainsFunc(said, isRTL) {
				rtl++
			}
		}
	}
	if !poem && rtl < 2*len(g.rows) {
		return false
	}
	f.b.text.Report.Took("a table of two columns without lines is a poem", g.first, "")
	return true
}

// verse makes the poem.
func (g *grid) verse() *content.Verse {
	v := &content.Verse{Stanzas: make([][]content.VerseLine, 1)}
	for _, row := range g.rows {
		var line content.VerseLine
		for _, i := range []int{0, g.columns - 1} {
			line.Halves = append(line.Halves, row.cells[i].pieces[0].(*intake.Paragraph).Line.Inlines())
		}
		v.Stanzas[0] = append(v.Stanzas[0], line)
	}
	return v
}
