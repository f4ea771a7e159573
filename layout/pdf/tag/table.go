package tag

import (
	"slices"
	"strconv"
	"strings"

	"warraq/content"
)

// table is a table; each cell names the headers of its column and its row. A
// corner that says nothing heads neither.
func (t *tree) table(e *Element, b *content.Table) {
	caption := func() { t.put(e, "Caption", b.ID, 0) }
	below := t.doc.Setup.Design().Captions.Below
	if !below {
		caption()
	}
	h := heads{tree: t, table: b, above: make([][]string, len(b.Columns))}
	_, h.rows = b.All()
	slots := b.Slots()
	h.beside = make([][]string, len(slots))
	for i := range slots {
		tr := e.add("TR")
		for k := range slots[i] {
			h.cell(tr, &slots[i][k])
		}
	}
	if below {
		caption()
	}
}

// heads are the headers of a table so far, by their names.
type heads struct {
	*tree
	table  *content.Table
	rows   int        // of the header
	above  [][]string // of each column
	beside [][]string // of each row
}

// cell is a cell of a row; one that heads others is theirs from here on.
func (h *heads) cell(tr *Element, s *content.Slot) {
	var over []string
	for col := s.Col; col < s.Col+s.Cols; col++ {
		for _, name := range h.above[col] {
			if !slices.Contains(over, name) {
				over = append(over, name)
			}
		}
	}
	says := content.PlainText(s.Inlines) != ""
	switch {
	case s.Row < h.rows && (says || !h.table.HeadsRows(s.Col)):
		name := h.header(tr, s, "/Scope/Column"+headers(over...))
		for col := s.Col; col < s.Col+s.Cols; col++ {
			h.above[col] = append(h.above[col], name)
		}
	case s.Row >= h.rows && h.table.HeadsRows(s.Col) && says:
		name := h.header(tr, s, "/Scope/Row"+headers(over...))
		for row := s.Row; row < s.Row+s.Rows; row++ {
			h.beside[row] = append(h.beside[row], name)
		}
	default:
		td := h.tree.cell(tr, "TD", s.Cell)
		if s.Row < h.rows {
			over = nil
		}
		if said := headers(append(over, h.beside[s.Row]...)...) + spans(s); said != "" {
			td.attr = "<</O/Table" + said + ">>"
		}
	}
}

// header is a cell that heads others, by the name that it gives.
func (h *heads) header(tr *Element, s *content.Slot, said string) (name string) {
	th := h.tree.cell(tr, "TH", s.Cell)
	th.id = "th-" + strconv.Itoa(int(s.ID))
	th.attr = "<</O/Table" + said + spans(s) + ">>"
	return th.id
}

// spans are the attributes of a cell that goes over several rows or columns.
func spans(s *content.Slot) (said string) {
	if s.Rows > 1 {
		said += "/RowSpan " + strconv.Itoa(s.Rows)
	}
	if s.Cols > 1 {
		said += "/ColSpan " + strconv.Itoa(s.Cols)
	}
	return said
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

func (t *tree) cell(row *Element, tag string, c *content.Cell) *Element {
	e := t.put(row, tag, c.ID, 0)
	t.speak(e, &c.Attr)
	e.cell = true
	return e
}
