package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"warraq/content"
	"warraq/content/markdown/source"
)

func (f *file) table(n *east.Table, place content.Place) *content.Table {
	t := &content.Table{Place: place}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, alignOf(a))
	}
	var rows []*content.Row
	var written []int // cells of each
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := f.row(c)
		rows, written = append(rows, row), append(written, f.checkCells(c, len(t.Columns)))
		f.MissedRow(c)
		if _, ok := c.(*east.TableHeader); !ok {
			t.Rows = append(t.Rows, row)
		} else if !emptyRow(row) {
			t.Header = row
		}
	}
	f.uncover(rows, written, len(t.Columns))
	t.Heads = headsOf(t)
	t.AlignNumbers()
	if headsRows(t) {
		t.Classes = append(t.Classes, content.RowHeaders)
	}
	return t
}

// headsRows tells a table whose first column is all bold, below a corner that
// says nothing: it cannot but say what the rows are about.
func headsRows(t *content.Table) bool {
	if t.Header == nil || len(t.Header.Cells) == 0 || len(t.Header.Cells[0].Inlines) > 0 || len(t.Rows) == 0 {
		return false
	}
	_, heads := t.All()
	for _, slots := range t.Slots()[heads:] {
		if len(slots) > 0 && slots[0].Col == 0 && !allBold(slots[0].Inlines) {
			return false
		}
	}
	return t.Heads < len(t.Rows)
}

func allBold(text []content.Inline) bool {
	if len(text) != 1 {
		return false
	}
	_, bold := text[0].(*content.Strong)
	return bold
}

func alignOf(a east.Alignment) content.Align {
	switch a {
	case east.AlignLeft:
		return content.AlignLeft
	case east.AlignRight:
		return content.AlignRight
	case east.AlignCenter:
		return content.AlignCenter
	}
	return content.AlignStart
}

func (f *file) row(n ast.Node) *content.Row {
	row := &content.Row{Place: content.Place{Pos: f.Pos(n.Pos())}}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell := &content.Cell{Place: content.Place{Pos: row.Pos}, Inlines: f.inlines(c)}
		f.Look(c, f.cellAttr(cell))
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// checkCells counts the cells of a row, and reports one with more of them than the
// table has columns, which would lose the rest.
func (f *file) checkCells(row ast.Node, columns int) (cells int) {
	if row.Pos() < 0 {
		return columns
	}
	line := f.Text[row.Pos():]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	line = strings.TrimSpace(strings.ReplaceAll(line, `\|`, ""))
	if columns > 1 && strings.Count(line, "|") == 1 && strings.HasPrefix(line, "|") {
		const kind = "a row of a table that breaks off"
		f.Advise(row.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(line), Hint: "write each row in one line, with | at its end; <br> begins a new line in a cell"})
	}
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	if cells = 1 + strings.Count(line, "|"); cells > columns {
		f.Problem(row.Pos(), fmt.Sprintf("the row has %d cells, the table %d columns", cells, columns),
			`give the table another column or write \| for a stroke`)
	}
	return cells
}

// emptyRow tells a header that is only there because the syntax wants one.
func emptyRow(r *content.Row) bool {
	for _, c := range r.Cells {
		if len(c.Inlines) > 0 {
			return false
		}
	}
	return true
}

// takeCaption gives a paragraph that begins with "Table: " or ": " to the table
// above it, and the attributes at its end as well.
func takeCaption(blocks, read []content.Block) bool {
	if len(read) != 1 {
		return false
	}
	t, ok := lastOf(blocks).(*content.Table)
	p, isParagraph := read[0].(*content.Paragraph)
	if !ok || !isParagraph || t.Caption != nil || !isCaption(p.Inlines) {
		return false
	}
	first := p.Inlines[0].(*content.Text)
	_, rest, _ := strings.Cut(first.Value, ": ")
	first.Value = strings.TrimLeft(rest, " ")
	t.Caption = p.Inlines
	mergeAttr(&t.Attr, p.Attr)
	return true
}

// isCaption tells a text that opens as the caption of a table does.
func isCaption(text []content.Inline) bool {
	if len(text) == 0 {
		return false
	}
	first, ok := text[0].(*content.Text)
	return ok && (strings.HasPrefix(first.Value, "Table: ") || strings.HasPrefix(first.Value, ": "))
}

// definitions reads a definition list: each term is an entry, and the bodies
// below several terms belong to the last of them.
func (f *file) definitions(n *east.DefinitionList, place content.Place) *content.Definitions {
	f.MissedTerm(n)
	d := &content.Definitions{Place: place}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*east.DefinitionTerm); ok {
			at := f.Pos(c.Lines().At(0).Start)
			d.Entries = append(d.Entries, &content.Definition{Place: content.Place{Pos: at}, Term: f.inlines(c)})
			f.Look(c)
			continue
		}
		if len(d.Entries) == 0 {
			d.Entries = append(d.Entries, &content.Definition{Place: content.Place{Pos: f.Pos(c.Pos())}})
		}
		last := d.Entries[len(d.Entries)-1]
		last.Bodies = append(last.Bodies, f.blocks(c))
	}
	if len(d.Entries) > 0 {
		d.Pos = d.Entries[0].Pos
	}
	return d
}
