package pages

import (
	"cmp"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// table writes the header row as thead with th of scope col, the rest as
// tbody, where headers of rows are th of scope row.
func (w *Writer) table(t *content.Table) {
	w.beforeTable(t)
	wide, letters := widthClass(t)
	style := ""
	if letters > narrowLine {
		style = ` style="--letters: ` + strconv.Itoa(letters) + `"`
	}
	scrolls := letters > fullLine
	if wide != "" {
		w.Raw(measured)
	}
	if scrolls {
		box := "scroll"
		if letters > broadLine {
			box = "scroll far"
		}
		w.Raw(`<div class="`, box, `" tabindex="0" role="group" aria-label="`, markup.Escape(w.nameOfTable(t)), "\">\n")
	}
	w.open("table", &t.Attr, wide, style)
	w.Raw("\n")
	if len(t.Caption) > 0 {
		w.saying(t.ID, content.OwnRun, "caption", &none, w.book.Doc.Caption(t, w.around()))
	}
	w.columns(t)
	rows, heads := t.All()
	slots := t.Slots()
	if heads > 0 {
		w.Raw("<thead>\n")
		for i, r := range rows[:heads] {
			w.row(t, r, slots[i], true)
		}
		w.Raw("</thead>\n")
	}
	if heads < len(rows) || heads == 0 {
		w.Raw("<tbody>\n")
		for i, r := range rows[heads:] {
			w.row(t, r, slots[heads+i], false)
		}
		w.Raw("</tbody>\n")
	}
	w.Raw("</table>\n")
	if scrolls {
		w.Raw("</div>\n")
	}
	if wide != "" {
		w.Raw("</div>\n")
	}
}

// nameOfTable is what a table is called where it is reached by the keyboard, since it
// may have to be scrolled (WCAG 2.2, 2.1.1).
func (w *Writer) nameOfTable(t *content.Table) string {
	return cmp.Or(content.PlainText(t.Caption), w.labels().Table)
}

// beforeTable marks the page that begins with a table: with its caption, or
// with its first row where no caption stands above that.
func (w *Writer) beforeTable(t *content.Table) {
	w.before(t.ID, content.OwnRun)
	first := t.Header
	if first == nil && len(t.Rows) > 0 {
		first = t.Rows[0]
	}
	apart := len(t.Caption) > 0 && !captionsBelow(w.book) // on the page before
	if first != nil && !apart {
		for _, c := range first.Cells {
			w.before(c.ID, content.OwnRun)
		}
	}
}

// captionsBelow tells whether the pages have the captions of tables below them.
func captionsBelow(book *plan.Publication) bool {
	theme := book.Doc.Setup.Theme
	return theme != nil && theme.Captions.Below
}

func (w *Writer) row(t *content.Table, r *content.Row, slots []content.Slot, header bool) {
	w.within(&r.Attr, func() {
		w.open("tr", &r.Attr, "", "")
		for i := range slots {
			s := &slots[i]
			scope := ""
			switch {
			case header:
				scope = "col"
			case t.HeadsRows(s.Col):
				scope = "row"
			}
			w.within(&s.Attr, func() { w.cell(s, w.alignment(t.AlignOf(s)), scope) })
		}
		w.Raw("</tr>\n")
	})
}

// cell writes a th or td. A header that says nothing is no header.
func (w *Writer) cell(s *content.Slot, class, scope string) {
	c, tag, extra := s.Cell, "td", ""
	if scope != "" && content.PlainText(c.Inlines) != "" {
		tag, extra = "th", ` scope="`+scope+`"`
	}
	if s.Cols > 1 {
		extra += ` colspan="` + strconv.Itoa(s.Cols) + `"`
	}
	if s.Rows > 1 {
		extra += ` rowspan="` + strconv.Itoa(s.Rows) + `"`
	}
	longest := longestWord(c)
	if text := content.PlainText(c.Inlines); longest <= longWord && strings.Contains(strings.TrimSpace(text), " ") && content.IsNumber(text) {
		class = strings.TrimSpace(class + " figures")
	}
	if longest > longWord { // it breaks rather than widen the table
		class = strings.TrimSpace(class + " long")
	}
	w.open(tag, &c.Attr, class, extra)
	w.words(c.ID, c.Inlines)
	w.Raw("</", tag, ">")
}

// alignment is the class of a column. Left and right become start or end in
// the direction of the table, so that the stylesheet needs neither.
func (w *Writer) alignment(a content.Align) string {
	switch a {
	case content.AlignCenter:
		return "center"
	case content.AlignEnd:
		return "end"
	case content.AlignLeft:
		if w.dir == locale.RTL {
			return "end"
		}
	case content.AlignRight:
		if w.dir != locale.RTL {
			return "end"
		}
	}
	return ""
}

// standing is the class of a paragraph, a heading or a division whose lines stand as a
// key of their author's asks; a class of theirs is one already.
func (w *Writer) standing(a *content.Attr) string {
	if a.Get("align") == "" {
		return ""
	}
	switch align, ok := a.Stands(); {
	case align == content.AlignJustify && ok:
		return align.String()
	case ok:
		return w.alignment(align)
	}
	return ""
}

// columns writes the widths that the author asks for.
func (w *Writer) columns(t *content.Table) {
	widths := t.Widths()
	if widths == nil {
		return
	}
	w.Raw("<colgroup>")
	for _, part := range widths {
		w.Raw("<col")
		if part > 0 {
			w.Raw(` style="width: `, strconv.FormatFloat(part*100, 'f', -1, 64), `%"`)
		}
		w.Raw("/>")
	}
	w.Raw("</colgroup>\n")
}
