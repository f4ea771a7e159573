package markdown

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/locale"
)

// htmlReader reads a table in HTML tag by tag.
type htmlReader struct {
	*file
	starts [][2]int // where each line begins in the table's text, and in the file
	table  *content.Table
	rows   []*content.Row
	thead  int                    // rows of the header
	inHead bool                   // the tags in hand are those of the header
	row    *content.Row           // that is open, nil for none
	cell   *content.Cell          // that is open, nil for none
	heads  map[*content.Cell]bool // those that are th
	open   []htmlFrame            // what is open within a cell or the caption
	within string                 // td, th or caption; "" outside
	silent string                 // the tag within which nothing is text
}

// htmlFrame is an element within a cell.
type htmlFrame struct {
	tag     string
	put     func([]content.Inline) content.Inline // nil for one that only holds its text
	inlines []content.Inline
}

// at is the place in the file of a byte of the table.
func (h *htmlReader) at(offset int) content.Pos {
	i := 0
	for i+1 < len(h.starts) && h.starts[i+1][0] <= offset {
		i++
	}
	return h.pos(h.starts[i][1] + offset - h.starts[i][0])
}

func (h *htmlReader) read(raw string) {
	z := html.NewTokenizer(strings.NewReader(raw))
	line, from := 0, 0 // where the token in hand begins
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		line, from = from, from+len(z.Raw())
		token, at := z.Token(), h.at(line)
		switch kind {
		case html.TextToken:
			h.words(token.Data, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			h.begin(&token, at)
		case html.EndTagToken:
			h.end(token.Data)
		}
	}
	h.endRow()
}

// words takes the text of a cell; outside of all there is none.
func (h *htmlReader) words(s string, at content.Pos) {
	blank := strings.TrimSpace(s) == ""
	switch {
	case h.silent != "":
		return
	case h.within == "":
		if !blank {
			h.problems = append(h.problems, content.Problem{Pos: at,
				What: fmt.Sprintf("“%.40s” stands in no cell of the table", strings.Join(strings.Fields(s), " ")), Hint: "put it between <td> and </td>"})
		}
		return
	}
	value := strings.Join(strings.Fields(s), " ")
	if blank {
		value = " "
	} else {
		if strings.ContainsAny(s[:1], " \t\n") {
			value = " " + value
		}
		if strings.ContainsAny(s[len(s)-1:], " \t\n") {
			value += " "
		}
	}
	h.add(&content.Text{Pos: at, Value: value})
}

func (h *htmlReader) add(in content.Inline) {
	top := &h.open[len(h.open)-1]
	if t, ok := in.(*content.Text); ok {
		if len(top.inlines) == 0 && len(h.open) == 1 {
			t.Value = strings.TrimLeft(t.Value, " ")
		}
		if t.Value == "" {
			return
		}
	}
	top.inlines = append(top.inlines, in)
}

// begin opens an element.
func (h *htmlReader) begin(t *html.Token, at content.Pos) {
	attr := htmlAttr(t)
	switch t.Data {
	case "table":
		if h.row != nil || len(h.rows) > 0 {
			h.problems = append(h.problems, content.Problem{Pos: at, What: "a table stands within a table", Hint: "put it below the other"})
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
		h.within, h.open = "caption", []htmlFrame{{tag: "caption"}}
	case "script", "style":
		h.silent = t.Data
	default:
		if h.within != "" {
			h.inline(t, attr, at)
		}
	}
}

// htmlAttr is what the attributes of a tag say that a book has a form for.
func htmlAttr(t *html.Token) (attr content.Attr) {
	for _, a := range t.Attr {
		switch a.Key {
		case "id", "lang", "dir":
			setKey(&attr, a.Key, a.Val)
		case "class":
			attr.Classes = strings.Fields(a.Val)
		case "rowspan", "colspan":
			if _, ok := content.ParseSpan(strings.TrimSpace(a.Val)); ok {
				setKey(&attr, a.Key, strings.TrimSpace(a.Val))
			} else if a.Key == "rowspan" && strings.TrimSpace(a.Val) == "0" { // up to the last
				setKey(&attr, a.Key, fmt.Sprint(content.MostSpan))
			}
		case "align":
			setAlign(&attr, a.Val)
		case "style":
			if _, said, ok := strings.Cut(strings.ReplaceAll(a.Val, " ", ""), "text-align:"); ok {
				said, _, _ = strings.Cut(said, ";")
				setAlign(&attr, said)
			}
		}
	}
	if attr.Lang != "" && attr.Dir == locale.Auto {
		attr.Dir = locale.DirectionOf(attr.Lang)
	}
	return attr
}

func setAlign(attr *content.Attr, said string) {
	if said = strings.ToLower(said); attr.Get("align") == "" {
		if _, ok := content.ParseAlign(said); ok {
			setKey(attr, "align", said)
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
	h.within, h.open = tag, []htmlFrame{{tag: tag}}
}

// inline opens an element within a cell.
func (h *htmlReader) inline(t *html.Token, attr content.Attr, at content.Pos) {
	frame := htmlFrame{tag: t.Data}
	switch t.Data {
	case "br":
		h.add(&content.LineBreak{})
		return
	case "img":
		img := &content.Image{Pos: at}
		for _, a := range t.Attr {
			switch a.Key {
			case "src":
				img.Src = a.Val
			case "alt":
				img.Alt = a.Val
			}
		}
		h.add(img)
		return
	case "p", "div", "li", "ul", "ol":
		if len(h.open[0].inlines) > 0 {
			h.add(&content.LineBreak{})
		}
		return
	case "b", "strong":
		frame.put = func(in []content.Inline) content.Inline { return &content.Strong{Inlines: in} }
	case "i", "em", "cite", "dfn", "var":
		frame.put = func(in []content.Inline) content.Inline { return &content.Emphasis{Inlines: in} }
	case "code", "kbd", "samp", "tt":
		frame.put = func(in []content.Inline) content.Inline {
			return &content.Code{Pos: at, Value: content.PlainText(in)}
		}
	case "a":
		for _, a := range t.Attr {
			if a.Key == "href" {
				frame.put = func(in []content.Inline) content.Inline {
					return &content.Link{Pos: at, URL: a.Val, Inlines: in}
				}
			}
		}
	default:
		if class := dressed[t.Data]; class != "" {
			attr.Classes = append(attr.Classes, class)
		}
		if len(attr.Classes) > 0 || attr.Lang != "" || attr.Dir != locale.Auto || attr.Anchor != "" {
			frame.put = func(in []content.Inline) content.Inline {
				return &content.Span{Pos: at, Attr: attr, Inlines: in}
			}
		}
	}
	if t.Type != html.SelfClosingTagToken && len(h.open) < maxDepth {
		h.open = append(h.open, frame)
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
		for i := len(h.open) - 1; i > 0; i-- {
			if h.open[i].tag == tag {
				h.closeTo(i)
				return
			}
		}
	}
}

// closeTo closes what is open from a frame on.
func (h *htmlReader) closeTo(i int) {
	for len(h.open) > i {
		last := h.open[len(h.open)-1]
		h.open = h.open[:len(h.open)-1]
		top := &h.open[len(h.open)-1]
		switch {
		case len(last.inlines) == 0:
		case last.put == nil:
			top.inlines = append(top.inlines, last.inlines...)
		default:
			top.inlines = append(top.inlines, last.put(last.inlines))
		}
	}
}

// endCell closes the cell or the caption that is open.
func (h *htmlReader) endCell() {
	if h.within == "" {
		return
	}
	h.closeTo(1)
	inlines := trimmed(h.open[0].inlines)
	if h.within == "caption" {
		h.table.Caption = inlines
	} else {
		h.cell.Inlines = inlines
		h.row.Cells = append(h.row.Cells, h.cell)
	}
	h.cell, h.within, h.open = nil, "", nil
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
