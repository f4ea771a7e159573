package markdown

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"warraq/content"
)

// fileKey is the attribute that names the file of a table: a line of attributes
// with it stands for the table.
//
//	{file=data/rain.csv #tab-rain}
//
// or a division of which it is the attributes, and whose title or text the caption:
//
//	::: {.table file=data/rain.csv}
//	Rain by month
//	:::
const fileKey = "file"

// dataTable reads the table whose file attributes name, if they do. The
// first row is the header, unless header=0 says that there is none; a column of
// numbers is set at the right, so that their units stand under one another.
func (f *file) dataTable(attr content.Attr, offset int) *content.Table {
	name := attr.Get(fileKey)
	if name == "" || f.opt.Data == nil {
		return nil
	}
	t := &content.Table{Place: content.Place{Pos: f.Pos(offset)}}
	t.Attr = f.attr(attr, offset)
	source, at, problems := f.opt.Data(name, t.Pos)
	f.Problems = append(f.Problems, problems...)
	if len(problems) > 0 {
		return t
	}
	before := len(f.Problems)
	rows := f.dataRows(source, at, t.Pos)
	if len(rows) == 0 && len(f.Problems) == before {
		f.Problems = append(f.Problems, content.Problem{Pos: content.Pos{File: at}, What: fmt.Sprintf("the file of the table of %s is empty", t.Pos), Hint: "put rows in it"})
	}
	for _, r := range rows {
		t.Columns = append(t.Columns, make([]content.Align, max(0, len(r.Cells)-len(t.Columns)))...)
	}
	if t.Rows = rows; len(rows) > 0 && t.Get("header") != "0" {
		t.Header, t.Rows = rows[0], rows[1:]
	}
	for i := range t.Columns {
		if ofNumbers(t.Rows, i) {
			t.Columns[i] = content.AlignRight
		}
	}
	f.alignColumns(t)
	t.Heads = headsOf(t)
	return t
}

// dataRows reads rows of comma-separated values (RFC 4180), or of such as are
// parted by semicolons or tabs. A row that cannot be read, or is longer or shorter
// than the first, is a problem there.
func (f *file) dataRows(source, name string, at content.Pos) (rows []*content.Row) {
	source = strings.TrimPrefix(source, "\uFEFF")
	r := csv.NewReader(strings.NewReader(source))
	r.Comma, r.FieldsPerRecord = parting(source), -1
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			pos := content.Pos{File: name}
			var wrong *csv.ParseError
			if errors.As(err, &wrong) {
				pos.Line, err = wrong.Line, wrong.Err
			}
			f.Problems = append(f.Problems, content.Problem{Pos: pos,
				What: fmt.Sprintf("the table of %s cannot be read: %v", at, err), Hint: `write a quotation mark within a field twice, and a field that has one between quotation marks`})
			return rows
		}
		line, _ := r.FieldPos(0)
		row := &content.Row{Place: content.Place{Pos: content.Pos{File: name, Line: line}}}
		for _, field := range record {
			row.Cells = append(row.Cells, dataCell(field, row.Pos))
		}
		if len(rows) > 0 && len(row.Cells) != len(rows[0].Cells) {
			f.Problems = append(f.Problems, content.Problem{Pos: row.Pos,
				What: fmt.Sprintf("the row has %d fields, the first row of the table of %s has %d", len(row.Cells), at, len(rows[0].Cells)),
				Hint: "give all rows as many, or put a field that has the sign between them in quotation marks"})
		}
		rows = append(rows, row)
	}
}

// dataCell is a field as it stands: it is no Markdown.
func dataCell(field string, at content.Pos) *content.Cell {
	c := &content.Cell{Place: content.Place{Pos: at}}
	for i, line := range strings.Split(strings.TrimSpace(field), "\n") {
		if i > 0 {
			c.Inlines = append(c.Inlines, &content.LineBreak{})
		}
		if line = strings.TrimSpace(line); line != "" {
			c.Inlines = append(c.Inlines, &content.Text{Pos: at, Value: line})
		}
	}
	return c
}

// parting is the sign between the fields of a file: the one that its first line has
// most of.
func parting(source string) rune {
	first, _, _ := strings.Cut(source, "\n")
	best, most := ',', 0
	for _, sign := range ",;\t" {
		if n := strings.Count(first, string(sign)); n > most {
			best, most = sign, n
		}
	}
	return best
}

// ofNumbers tells a column of which every field that says anything is a number.
func ofNumbers(rows []*content.Row, column int) bool {
	some := false
	for _, r := range rows {
		if column >= len(r.Cells) {
			continue
		}
		text := content.PlainText(r.Cells[column].Inlines)
		if text == "" {
			continue
		}
		if !strings.ContainsFunc(text, unicode.IsDigit) || strings.ContainsFunc(text, unicode.IsLetter) {
			return false
		}
		some = true
	}
	return some
}

// alignColumns sets the columns of a table as its attribute align says, a word for
// each, of which the last goes for the rest.
func (f *file) alignColumns(t *content.Table) {
	words := strings.Fields(t.Get("align"))
	for i := range t.Columns {
		if len(words) == 0 {
			return
		}
		a, ok := content.ParseAlign(words[min(i, len(words)-1)])
		if !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: t.Pos, What: "align=" + t.Get("align") + " is not known",
				Hint: `write start, center, end, left or right for each column, such as align="start end"`})
			return
		}
		t.Columns[i] = a
	}
}

// dataDiv reads a division that is a table of a file: its title is the caption, or
// else the paragraph within.
func (f *file) dataDiv(place content.Place, offset int, title []content.Inline, blocks []content.Block) []content.Block {
	t := f.dataTable(place.Attr, offset)
	t.Caption = title
	if len(blocks) > 0 && title == nil && !takeCaption(one(t), blocks[:1]) {
		if p, ok := blocks[0].(*content.Paragraph); ok {
			t.Caption, blocks = p.Inlines, blocks[1:]
		}
	} else if title == nil && len(blocks) > 0 {
		blocks = blocks[1:]
	}
	return append(one(t), blocks...)
}
