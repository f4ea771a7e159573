package pdf

import (
	"strconv"
	"strings"

	"warraq/content"
)

// table is a table; each cell names the headers of its column and its row. A
// corner that says nothing heads neither.
func (t *tree) table(e *element, b *content.Table) {
	caption := func() { t.put(e, "Caption", b.ID, 0) }
	below := t.doc.Setup.Design().Captions.Below
	if !below {
		caption()
	}
	var columns []string // the names of their headers
	if b.Header != nil {
		tr := e.add("TR")
		for i, c := range b.Header.Cells {
			if b.HeadsRows(i) && content.PlainText(c.Inlines) == "" {
				t.cell(tr, "TD", c)
				columns = append(columns, "")
				continue
			}
			columns = append(columns, t.header(tr, c, "/Scope/Column"))
		}
	}
	for _, r := range b.Rows {
		t.row(e.add("TR"), b, r, columns)
	}
	if below {
		caption()
	}
}

// row is a row below the header.
func (t *tree) row(tr *element, b *content.Table, r *content.Row, columns []string) {
	row := "" // the name of its header
	for i, c := range r.Cells {
		above := ""
		if i < len(columns) {
			above = columns[i]
		}
		if b.HeadsRows(i) && content.PlainText(c.Inlines) != "" {
			row = t.header(tr, c, "/Scope/Row"+headers(above))
			continue
		}
		td := t.cell(tr, "TD", c)
		if named := headers(above, row); named != "" {
			td.attr = "<</O/Table" + named + ">>"
		}
	}
}

// header is a cell that heads others, by the name that it gives.
func (t *tree) header(tr *element, c *content.Cell, said string) (name string) {
	th := t.cell(tr, "TH", c)
	th.id = "th-" + strconv.Itoa(int(c.ID))
	th.attr = "<</O/Table" + said + ">>"
	return th.id
}

// headers is the attribute that names the headers of a cell (ISO 32000-1
// 14.8.5.7), empty for none.
func headers(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		if name != "" {
			b.WriteString("(" + name + ")")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "/Headers[" + b.String() + "]"
}

func (t *tree) cell(row *element, tag string, c *content.Cell) *element {
	e := t.put(row, tag, c.ID, 0)
	t.speak(e, &c.Attr)
	e.cell = true
	return e
}
