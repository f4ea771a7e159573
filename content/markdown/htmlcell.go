package markdown

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/markdown/source"
)

// htmlReader reads a table in HTML tag by tag.
type htmlReader struct {
	*file
	source htmlSource
	table  *content.Table
	rows   []*content.Row
	thead  int                    // rows of the header
	inHead bool                   // the tags in hand are those of the header
	row    *content.Row           // that is open, nil for none
	cell   *content.Cell          // that is open, nil for none
	heads  map[*content.Cell]bool // those that are th
	run    *htmlRun               // of a cell or the caption
	within string                 // td, th or caption; "" outside
	silent string                 // the tag within which nothing is text
}

// at is the place in the file of a byte of the table.
func (h *htmlReader) at(offset int) content.Pos { return h.Pos(h.source.offset(offset)) }

func (h *htmlReader) read(raw string) {
	z := html.NewTokenizer(strings.NewReader(raw))
	line, from := 0, 0 // where the token in hand begins
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		line, from = from, from+len(z.Raw())
		token := z.Token()
		h.token(kind, &token, h.at(line))
	}
	h.endRow()
}

// token reads a tag or a text.
func (h *htmlReader) token(kind html.TokenType, t *html.Token, at content.Pos) {
	switch kind {
	case html.TextToken:
		h.words(t.Data, at)
	case html.StartTagToken, html.SelfClosingTagToken:
		h.begin(t, at)
	case html.EndTagToken:
		h.end(t.Data)
	}
}

// words takes the text of a cell; outside of all there is none.
func (h *htmlReader) words(s string, at content.Pos) {
	switch {
	case h.silent != "":
	case h.within != "":
		h.run.words(s, at)
	case strings.TrimSpace(s) != "":
		h.Problems = append(h.Problems, content.Problem{Pos: at,
			What: fmt.Sprintf("“%.40s” stands in no cell of the table", strings.Join(strings.Fields(s), " ")), Hint: "put it between <td> and </td>"})
	}
}

// begin opens an element.
func (h *htmlReader) begin(t *html.Token, at content.Pos) {
	attr := htmlAttr(t)
	switch t.Data {
	case "table":
		if h.row != nil || len(h.rows) > 0 {
			h.AdviseAt(at, source.Slip{Kind: "a table within a table, whose rows are set as those of the outer one", Hint: "put it below the other"})
		}
		mergeAttr(&h.table.Attr, attr)
	case "thead", "tbody", "tfoot":
		h.endRow()
		h.inHead = t.Data == "thead" && h.thead == len(h.rows)
	case "tr":
		h.beginRow(at, attr)
	case "td", "th":
		h.beginCell(t.Data, at, attr)
	case "caption":
		h.endRow()
		h.within, h.run = "caption", newHTMLRun(h.file, "caption")
	default:
		if h.within != "" {
			h.inline(t, at)
		} else if silentTags[t.Data] && t.Type == html.StartTagToken {
			h.silent = t.Data
		}
	}
}

func (h *htmlReader) beginRow(at content.Pos, attr content.Attr) {
	h.endRow()
	h.row = &content.Row{Place: content.Place{Pos: at, Attr: attr}}
}

func (h *htmlReader) beginCell(tag string, at content.Pos, attr content.Attr) {
	h.endCell()
	if h.row == nil {
		h.beginRow(at, content.Attr{})
	}
	h.cell = &content.Cell{Place: content.Place{Pos: at, Attr: attr}}
	h.heads[h.cell] = tag == "th"
	h.within, h.run = tag, newHTMLRun(h.file, tag)
}

// inline opens an element within a cell.
func (h *htmlReader) inline(t *html.Token, at content.Pos) {
	switch {
	case blockTags[t.Data]:
		if !h.run.empty() {
			h.run.add(&content.LineBreak{})
		}
	case silentTags[t.Data]:
		if h.leftOut(t, at); t.Type == html.StartTagToken {
			h.silent = t.Data
		}
	default:
		h.run.begin(t, at)
	}
}

// end closes an element, and those that are open within it.
func (h *htmlReader) end(tag string) {
	switch tag {
	case h.silent:
		h.silent = ""
	case "td", "th", "caption":
		h.endCell()
	case "tr", "table":
		h.endRow()
	case "thead", "tbody", "tfoot":
		h.endRow()
		h.inHead = false
	default:
		if h.within != "" {
			h.run.end(tag)
		}
	}
}

// endCell closes the cell or the caption that is open.
func (h *htmlReader) endCell() {
	if h.within == "" {
		return
	}
	inlines := h.run.take()
	if h.within == "caption" {
		h.table.Caption = inlines
	} else {
		h.cell.Inlines = inlines
		h.row.Cells = append(h.row.Cells, h.cell)
	}
	h.cell, h.within, h.run = nil, "", nil
}

// trimmed is inlines without the blanks and line breaks at their end.
func trimmed(inlines []content.Inline) []content.Inline {
	for len(inlines) > 0 {
		switch last := inlines[len(inlines)-1].(type) {
		case *content.LineBreak:
		case *content.Text:
			if last.Value = strings.TrimRight(last.Value, " "); last.Value != "" {
				return inlines
			}
		default:
			return inlines
		}
		inlines = inlines[:len(inlines)-1]
	}
	return nil
}

func (h *htmlReader) endRow() {
	h.endCell()
	if h.row == nil {
		return
	}
	if h.rows = append(h.rows, h.row); h.inHead {
		h.thead = len(h.rows)
	}
	h.row = nil
}

// finish makes the table of its rows. Without a thead, the rows of nothing but th
// at its head are the header.
func (h *htmlReader) finish() {
	t := h.table
	if h.thead == 0 {
		for h.thead < len(h.rows)-1 && h.allHeads(h.rows[h.thead].Cells) {
			h.thead++
		}
	}
	h.fill()
	t.Rows = h.rows
	if h.thead > 0 {
		t.Header, t.Rows, t.Heads = h.rows[0], h.rows[1:], h.thead-1
	}
	t.AlignNumbers()
	_, heads := t.All()
	first := make([]*content.Cell, 0, len(t.Rows))
	for _, slots := range t.Slots()[heads:] {
		for _, s := range slots {
			if s.Col == 0 {
				first = append(first, s.Cell)
			} else if h.heads[s.Cell] && len(s.Inlines) > 0 {
				s.Inlines = []content.Inline{&content.Strong{Inlines: s.Inlines}}
			}
		}
	}
	if h.allHeads(first) && !t.Has(content.RowHeaders) {
		t.Classes = append(t.Classes, content.RowHeaders)
	}
}

func (h *htmlReader) allHeads(cells []*content.Cell) bool {
	for _, c := range cells {
		if !h.heads[c] {
			return false
		}
	}
	return len(cells) > 0
}
