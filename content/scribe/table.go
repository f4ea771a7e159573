package scribe

import (
	"strings"

	"warraq/content"
)

// table writes a table with strokes; a header that is not there is empty.
func (w *writer) table(t *content.Table) string {
	var b strings.Builder
	slots := t.Slots()
	if t.Header == nil {
		slots = append([][]content.Slot{nil}, slots...)
	}
	for i, row := range slots {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(w.row(row, len(t.Columns)))
		if i == 0 {
			b.WriteString("\n|")
			for _, a := range t.Columns {
				b.WriteString(dashes[a] + "|")
			}
		}
	}
	block := under(&t.Attr, b.String())
	if len(t.Caption) > 0 {
		block += "\n\nTable: " + w.inlines(t.Caption, inHeading)
	}
	return block
}

// dashes ask for the alignment of a column; the start and the end of a line are no
// sides, and stay as the table has them.
var dashes = [...]string{content.AlignStart: "---", content.AlignCenter: ":-:", content.AlignEnd: "---",
	content.AlignLeft: ":--", content.AlignRight: "--:"}

// row writes as many cells as the table has columns; those that others cover are
// empty.
func (w *writer) row(slots []content.Slot, columns int) string {
	cells := make([]string, columns)
	for _, s := range slots {
		text := w.inlines(s.Inlines, inCell)
		if a := Attributes(&s.Attr); a != "" {
			text = strings.TrimLeft(text+" "+a, " ")
		}
		cells[s.Col] = text
	}
	var b strings.Builder
	b.WriteByte('|')
	for _, text := range cells {
		if text != "" {
			b.WriteString(" " + text)
		}
		b.WriteString(" |")
	}
	return b.String()
}
