package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
)

// Bounds of a table: Word has 63 columns at most.
const (
	mostColumns = 63
	mostCells   = 200_000
)

// grid is a table being read.
type grid struct {
	rows     [][]gridCell
	heads    int // rows that are said to be headers
	columns  int
	rtl      toggle
	lines    toggle
	merged   bool
	latin    int // letters
	toRight  int // letters of scripts that run from right to left
	mostText int // characters of the longest cell
}

// gridCell is a cell in its place; what others cover is there and empty.
type gridCell struct {
	pieces []intake.Piece
}

// table reads a w:tbl: a table, a box of one cell or column, or a poem in two.
func (b *body) table(e *container.Element) {
	g := b.grid(e)
	switch {
	case len(g.rows) == 0 || g.columns == 0:
		return
	case g.columns == 1:
		b.boxed(g)
	case g.isVerse():
		b.text.Report.Took("a table of two columns without lines is a poem", g.firstWords(), "")
		b.pieces = append(b.pieces, &intake.Solid{Block: g.verse()})
	case len(g.rows)*g.columns > mostCells:
		b.text.Report.Lost("a table is too large: its cells stand one below the other", g.firstWords(), "part it")
		for _, row := range g.rows {
			for _, c := range row {
				b.pieces = append(b.pieces, c.pieces...)
			}
		}
	default:
		t := b.made(g)
		b.pieces = append(b.pieces, &intake.Solid{Block: t})
	}
}

// grid reads the rows and cells.
func (b *body) grid(e *container.Element) (g grid) {
	props := e.Child("w:tblPr")
	id := props.Child("w:tblStyle").Get("w:val")
	if id == "" {
		id = b.styles.table
	}
	s := b.styleOf(id)
	g.rtl = toggleOf(props.Child("w:bidiVisual")).or(s.bidi)
	g.lines = hasLines(props.Child("w:tblBorders")).or(s.lines)
	b.gridRows(&g, e.Kids)
	for i := range g.rows {
		g.columns = max(g.columns, len(g.rows[i]))
	}
	reversed := g.rtl != on && g.toRight > g.latin
	for i, row := range g.rows {
		if reversed {
			for len(row) < g.columns && len(g.rows)*g.columns <= mostCells {
				row = append(row, gridCell{})
			}
			slices.Reverse(row)
			g.rows[i] = row
		}
	}
	return g
}

func (b *body) gridRows(g *grid, kids []*container.Element) {
	for _, k := range kids {
		switch k.Name {
		case "w:tr":
			b.gridRow(g, k)
		case "w:sdt":
			b.gridRows(g, childrenOf(k.Child("w:sdtContent")))
		case "w:customXml", "w:ins", "w:moveTo":
			b.gridRows(g, k.Kids)
		case "w:del", "w:moveFrom":
			b.deleted(k)
		case "w:bookmarkStart", "w:bookmarkEnd":
			b.block(k)
		}
	}
}

func (b *body) gridRow(g *grid, e *container.Element) {
	props := e.Child("w:trPr")
	if props.Child("w:del") != nil {
		if words := strings.TrimSpace(texts(e)); words != "" {
			b.text.Report.Took("a deletion that is recorded in the file stays away", intake.FirstWords(words), "")
		}
		return
	}
	row := make([]gridCell, min(max(integer(props.Child("w:gridBefore").Get("w:val")), 0), mostColumns))
	b.gridCells(g, &row, e.Kids)
	if len(row) == 0 {
		return
	}
	if h := props.Child("w:tblHeader"); toggleOf(h) == on && g.heads == len(g.rows) {
		g.heads++
	}
	g.rows = append(g.rows, row)
}

func (b *body) gridCells(g *grid, row *[]gridCell, kids []*container.Element) {
	for _, k := range kids {
		switch k.Name {
		case "w:tc":
			b.gridCell(g, row, k)
		case "w:sdt":
			b.gridCells(g, row, childrenOf(k.Child("w:sdtContent")))
		case "w:customXml", "w:ins", "w:moveTo":
			b.gridCells(g, row, k.Kids)
		}
	}
}

// childrenOf are the children of an element, which may be nil.
func childrenOf(e *container.Element) []*container.Element {
	if e == nil {
		return nil
	}
	return e.Kids
}

func (b *body) gridCell(g *grid, row *[]gridCell, e *container.Element) {
	props := e.Child("w:tcPr")
	span := min(max(integer(props.Child("w:gridSpan").Get("w:val")), 1), mostColumns)
	c := gridCell{pieces: b.inside(e.Kids)}
	for _, name := range []string{"w:vMerge", "w:hMerge"} {
		if m := props.Child(name); m != nil && m.Get("w:val") != "restart" {
			g.merged = true
		}
	}
	if len(*row) >= mostColumns { // no such table is made by Word
		last := &(*row)[len(*row)-1]
		last.pieces = append(last.pieces, c.pieces...)
		return
	}
	n := 0
	for _, piece := range c.pieces {
		p, ok := piece.(*intake.Paragraph)
		if !ok {
			n = 1 << 20 // no line of verse
			continue
		}
		for _, r := range p.Line.Plain() {
			n++
			switch {
			case !unicode.IsLetter(r):
			case unicode.In(r, unicode.Arabic, unicode.Hebrew):
				g.toRight++
			default:
				g.latin++
			}
		}
	}
	g.mostText = max(g.mostText, n)
	*row = append(*row, c)
	for range span - 1 {
		g.merged = true
		*row = append(*row, gridCell{})
	}
}

func (g *grid) firstWords() string {
	for _, row := range g.rows {
		for _, c := range row {
			for _, piece := range c.pieces {
				if p, ok := piece.(*intake.Paragraph); ok && !p.Line.Empty() {
					return intake.FirstWords(p.Line.Plain())
				}
			}
		}
	}
	return ""
}

// mostBoxed is how many paragraphs are a box; more in one cell are a frame about a page.
const mostBoxed = 12

// boxed reads a table of one column: a box, or a frame around text.
func (b *body) boxed(g grid) {
	var pieces []intake.Piece
	for _, row := range g.rows {
		for _, c := range row {
			pieces = append(pieces, c.pieces...)
		}
	}
	lines, headed := 0, false
	for _, piece := range pieces {
		p, ok := piece.(*intake.Paragraph)
		if !ok || !p.Line.Empty() {
			lines++
		}
		headed = headed || ok && (p.Level > 0 || p.Role == intake.Title)
	}
	switch {
	case lines == 0:
	case lines > mostBoxed || headed:
		b.text.Report.Took("a frame around text is left out, and its text stays", g.firstWords(), "")
		b.pieces = append(b.pieces, pieces...)
	default:
		div := &content.Div{Blocks: intake.Within(pieces, &b.text.Report)}
		div.Classes = []string{"box"}
		b.pieces = append(b.pieces, &intake.Solid{Block: div})
	}
}

// made makes the table. Its first row is its header where nothing is said of headers.
func (b *body) made(g grid) *content.Table {
	t := &content.Table{Columns: make([]content.Align, g.columns)}
	for i, row := range g.rows {
		r := &content.Row{}
		for _, c := range row {
			r.Cells = append(r.Cells, &content.Cell{Inlines: intake.Cell(c.pieces, &b.text.Report)})
		}
		for len(r.Cells) < g.columns {
			r.Cells = append(r.Cells, &content.Cell{})
		}
		if i == 0 && len(g.rows) > 1 {
			t.Header = r
			intake.Unbold(r)
		} else {
			t.Rows = append(t.Rows, r)
		}
	}
	if g.heads > 1 && g.heads < len(g.rows) {
		t.Heads = g.heads - 1
		t.Keys = []content.KeyValue{{Key: "header", Value: strconv.Itoa(g.heads)}}
	}
	if g.merged {
		b.text.Report.Took("cells of a table go over several: their text stands in the first, the others are empty", g.firstWords(), "write {colspan=2} or {rowspan=2} behind it")
	}
	return t
}

// mostHemistich is how many characters a hemistich has at most.
const mostHemistich = 60

// isVerse tells two columns without lines of one short Arabic line each, some of them.
func (g *grid) isVerse() bool {
	if g.lines == on || g.heads > 0 || len(g.rows) < 2 || g.merged || g.toRight <= g.latin || g.mostText > mostHemistich || g.columns != 2 && g.columns != 3 {
		return false
	}
	for _, row := range g.rows {
		if len(row) != g.columns || g.columns == 3 && !row[1].empty() {
			return false
		}
		for _, i := range []int{0, g.columns - 1} {
			said := row[i].lines()
			if len(said) != 1 || utf8.RuneCountInString(said[0]) < 8 || strings.ContainsFunc(said[0], unicode.IsDigit) || strings.HasSuffix(said[0], ":") {
				return false
			}
		}
	}
	return true
}

func (c *gridCell) empty() bool { return len(c.lines()) == 0 }

func (c *gridCell) lines() (lines []string) {
	for _, piece := range c.pieces {
		if p, ok := piece.(*intake.Paragraph); ok && !p.Line.Empty() {
			lines = append(lines, strings.TrimSpace(p.Line.Plain()))
		}
	}
	return lines
}

// verse makes the poem.
func (g *grid) verse() *content.Verse {
	v := &content.Verse{Stanzas: make([][]content.VerseLine, 1)}
	for _, row := range g.rows {
		var line content.VerseLine
		for _, i := range []int{0, g.columns - 1} {
			for _, piece := range row[i].pieces {
				if p, ok := piece.(*intake.Paragraph); ok && !p.Line.Empty() {
					line.Halves = append(line.Halves, p.Line.Inlines())
				}
			}
		}
		v.Stanzas[0] = append(v.Stanzas[0], line)
	}
	return v
}
