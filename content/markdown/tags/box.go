package tags

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// closed makes of an element what it is in a book.
func (h *Hypertext) closed(box *Box) {
	place := content.Place{Pos: box.At, Attr: box.Attr}
	switch box.Tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.headed(box, place)
	case "summary", "figcaption", "legend":
		if top := h.owner(); top.Title == nil && (top.Tag == "details" || top.Tag == "figure") {
			top.Title = box.text
		} else if len(box.text) > 0 {
			h.Put(&content.Paragraph{Place: place, Inlines: box.text})
		}
	case "dt":
		if top := h.owner(); top.terms != nil {
			top.terms.Entries = append(top.terms.Entries, &content.Definition{Place: place, Term: box.text})
		} else if len(box.text) > 0 {
			h.Put(&content.Paragraph{Place: place, Inlines: []content.Inline{&content.Strong{Inlines: box.text}}})
		}
	case "dd":
		h.defined(box, place)
	case "dl":
		if box.terms.Attr = box.Attr; len(box.terms.Entries) > 0 {
			h.Put(box.terms)
		}
		h.Put(box.blocks...)
	case "li":
		h.listed(box, place)
	case "ul", "ol", "menu":
		h.Put(box.blocks...)
		if len(box.list.Items) > 0 {
			box.list.Tight = tight(box.list)
			box.list.Attr = listAttr(box.Attr)
			h.Put(box.list)
		}
	case "blockquote":
		if len(box.blocks) > 0 {
			place.Keys = dropKeys(place.Keys, "align")
			h.Put(forms.Quote(place, box.blocks))
		}
	case "details":
		h.details(box, place)
	case "figure":
		h.figureOf(box, place)
	default:
		h.divided(box, place)
	}
}

// headed makes a heading; one that is a picture alone is that.
func (h *Hypertext) headed(box *Box, place content.Place) {
	if img, ok := forms.Only(box.text).(*content.Image); ok {
		h.Put(&content.Figure{Place: content.Place{Pos: img.Pos, Attr: content.Attr{Keys: h.sizes[img]}}, Src: img.Src, Alt: img.Alt})
	} else if len(box.text) > 0 {
		level := int(box.Tag[1]-'0') + h.Shift
		h.Put(&content.Heading{Place: place, Level: min(max(level, 2), 6), Inlines: box.text})
	}
}

// listed puts an item into its list; without one it is its blocks.
func (h *Hypertext) listed(box *Box, place content.Place) {
	top := h.owner()
	switch {
	case top.list == nil:
		h.Put(box.blocks...)
	case len(box.blocks) > 0:
		top.list.Items = append(top.list.Items, &content.Item{Place: place, Blocks: box.blocks})
	}
}

// divided makes a division of a tag of another program, such as a shortcode, which begins
// with %; nothing of one that nothing closed. An element of HTML only says something of the
// blocks within it.
func (h *Hypertext) divided(box *Box, place content.Place) {
	switch {
	case !strings.HasPrefix(box.Tag, "%"):
		h.spread(box)
	case box.left:
		h.Put(box.blocks...)
	case len(box.blocks) > 0 || len(box.Title) > 0:
		h.Put(&content.Div{Place: place, Title: box.Title, Blocks: box.blocks})
	}
}

// owner is the innermost element that has blocks of its own.
func (h *Hypertext) owner() *Box {
	for i := len(h.Open) - 1; ; i-- {
		if h.Open[i].Owns {
			return &h.Open[i]
		}
	}
}

// spread gives the blocks within an element what it says of them: its language, its
// direction, how they stand. Its name is the first one's.
func (h *Hypertext) spread(box *Box) {
	blocks := *h.Into()
	said := box.Attr
	said.Anchor = ""
	if box.wrap != nil {
		for _, b := range blocks[min(box.from, len(blocks)):] {
			if p, ok := b.(*content.Paragraph); ok {
				p.Inlines = box.wrap(p.Inlines)
			}
		}
	}
	for _, b := range blocks[min(box.from, len(blocks)):] {
		attr := said
		switch b.(type) {
		case *content.Paragraph, *content.Heading:
		default:
			attr.Keys = nil
		}
		if attr.Lang != "" || attr.Dir != locale.Auto || len(attr.Keys) > 0 {
			place := b.At()
			if place.Get("align") != "" {
				attr.Keys = nil // the inner one counts
			}
			forms.Merge(&place.Attr, attr)
		}
	}
	switch {
	case box.Attr.Anchor == "":
	case box.from < len(blocks) && blocks[box.from].At().Anchor == "":
		blocks[box.from].At().Anchor = box.Attr.Anchor
	case box.from < len(blocks):
		h.placeBefore(box.from, box.Attr.Anchor)
	default:
		h.Anchor = box.Attr.Anchor
	}
}

// placeBefore puts a place that something links to at the start of a block that has a
// name already.
func (h *Hypertext) placeBefore(i int, anchor string) {
	mark := func(at content.Pos) []content.Inline { return inSpan(nil, content.Attr{Anchor: anchor}, at) }
	switch b := (*h.Into())[i].(type) {
	case *content.Paragraph:
		b.Inlines = append(mark(b.Pos), b.Inlines...)
	case *content.Heading:
		b.Inlines = append(mark(b.Pos), b.Inlines...)
	}
}

func newList(tag string, attr *content.Attr, at content.Pos) *content.List {
	l := &content.List{Place: content.Place{Pos: at}}
	if tag == "ol" {
		l.Style, l.Start = locale.Decimal, 1
		if n, err := strconv.Atoi(attr.Get("start")); err == nil && n >= 0 && n < 1e9 {
			l.Start = n
		}
	}
	return l
}

// listAttr is what of a list's attributes a list has.
func listAttr(attr content.Attr) content.Attr {
	attr.Keys = dropKeys(attr.Keys, "start", "type", "align")
	return attr
}

// tight tells a list whose items are lines of text.
func tight(l *content.List) bool {
	for i := range l.Items {
		for j, b := range l.Items[i].Blocks {
			_, text := b.(*content.Paragraph)
			_, list := b.(*content.List)
			if !text && !list || text && j > 0 {
				return false
			}
		}
	}
	return true
}

// defined gives the explanation of a term to it.
func (h *Hypertext) defined(box *Box, place content.Place) {
	top := h.owner()
	if top.terms == nil {
		h.Put(box.blocks...)
		return
	}
	if len(box.blocks) == 0 {
		return
	}
	entries := &top.terms.Entries
	if len(*entries) == 0 {
		*entries = append(*entries, &content.Definition{Place: place})
	}
	last := (*entries)[len(*entries)-1]
	last.Bodies = append(last.Bodies, box.blocks)
}

// details makes a box of what a page in a browser unfolds: on paper it is unfolded.
func (h *Hypertext) details(box *Box, place content.Place) {
	place.Keys = dropKeys(place.Keys, "align")
	switch {
	case len(box.blocks) == 0 && len(box.Title) == 0:
	case len(box.blocks) == 0:
		h.Put(&content.Paragraph{Place: place, Inlines: []content.Inline{&content.Strong{Inlines: box.Title}}})
	default:
		place.Classes = []string{"box"}
		h.Put(&content.Div{Place: place, Title: box.Title, Blocks: box.blocks})
	}
}

// figureOf gives a caption to the picture or the table that it stands with.
func (h *Hypertext) figureOf(box *Box, place content.Place) {
	for i, b := range box.blocks {
		switch b := b.(type) {
		case *content.Figure:
			if len(box.Title) > 0 {
				b.Caption, box.Title = box.Title, nil
			}
		case *content.Table:
			if b.Caption == nil {
				b.Caption, box.Title = box.Title, nil
			}
		default:
			continue
		}
		if at := box.blocks[i].At(); at.Anchor == "" {
			at.Anchor = place.Anchor
		}
		break
	}
	h.Put(box.blocks...)
	if len(box.Title) > 0 {
		h.Put(&content.Paragraph{Place: content.Place{Pos: place.Pos}, Inlines: box.Title})
	}
}

// Code.

// codeLanguage is the language that a tag of code names by its class.
func codeLanguage(t *html.Token) string {
	for _, class := range strings.Fields(tokenAttr(t, "class")) {
		for _, sign := range []string{"language-", "lang-", "brush:"} {
			if lang, ok := strings.CutPrefix(class, sign); ok {
				return lang
			}
		}
	}
	return tokenAttr(t, "data-lang")
}

// verbatim takes text within <pre> as it is.
func (h *Hypertext) verbatim(kind html.TokenType, t *html.Token) {
	switch {
	case kind == html.TextToken:
		h.preText.WriteString(t.Data)
	case kind == html.EndTagToken && t.Data == "pre":
		h.verbatimEnd()
	case kind == html.StartTagToken && t.Data == "code" && h.pre.Language == "":
		h.pre.Language = codeLanguage(t)
	case kind == html.StartTagToken && t.Data == "br", kind == html.SelfClosingTagToken && t.Data == "br":
		h.preText.WriteByte('\n')
	}
}

func (h *Hypertext) verbatimEnd() {
	code := h.pre
	h.pre = nil
	code.Text = strings.Trim(h.preText.String(), "\n") + "\n"
	h.preText.Reset()
	if strings.TrimSpace(code.Text) != "" {
		h.Put(code)
	}
}

// Tables.

func (h *Hypertext) beginTable(t *html.Token, at content.Pos) {
	if len(h.Open) > syntax.MaxDepth {
		return
	}
	h.table = &tableReader{Context: h.Context, table: &content.Table{Place: content.Place{Pos: at}}, heads: make(map[*content.Cell]bool)}
	h.tables = 1
	h.table.begin(t, at)
}

// cell reads a tag or the text of a table.
func (h *Hypertext) cell(kind html.TokenType, t *html.Token, at content.Pos) {
	switch {
	case kind == html.StartTagToken && t.Data == "table":
		h.tables++
	case kind == html.EndTagToken && t.Data == "table":
		if h.tables--; h.tables == 0 {
			h.endTable()
			return
		}
	}
	if kind == html.TextToken && h.table.within == "" && strings.TrimSpace(t.Data) != "" { // browsers set it above the table
		h.Put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: []content.Inline{&content.Text{Pos: at, Value: strings.Join(strings.Fields(t.Data), " ")}}})
		const kind = "text in a table of HTML that stands in no cell, set above it"
		h.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(t.Data)), Hint: "put it between <td> and </td>"})
		return
	}
	h.table.token(kind, t, at)
}

func (h *Hypertext) endTable() {
	if h.table == nil {
		return
	}
	t := h.table
	h.table = nil
	t.endRow()
	if len(t.rows) > 0 {
		t.finish()
		h.Put(t.table)
	}
}

// Box is an element that holds blocks.
type Box struct {
	Tag    string
	Attr   content.Attr
	At     content.Pos
	from   int             // where its blocks begin in those of the box it shares them with
	blocks []content.Block // where it has blocks of its own
	Owns   bool            // it has
	holds  bool            // it holds running text: a heading, a summary, a term
	text   []content.Inline
	Title  []content.Inline // of a box or a figure
	list   *content.List
	terms  *content.Definitions
	Back   func()                                  // to the language before
	left   bool                                    // nothing closes it
	wrap   func([]content.Inline) []content.Inline // of an element of running text around blocks
}

// sole are the elements that cannot lie in one of their own kind: a second one closes
// the first (HTML 13.1.2.4).
var sole = map[string][]string{"li": {"ul", "ol", "menu"}, "dt": {"dl"}, "dd": {"dl"}, "p": nil, "summary": {"details"}, "figcaption": {"figure"},
	"h1": nil, "h2": nil, "h3": nil, "h4": nil, "h5": nil, "h6": nil}

// beginBox opens an element that holds blocks.
func (h *Hypertext) beginBox(tag string, attr content.Attr, at content.Pos) {
	for h.top().holds || h.top().Tag == "p" {
		h.EndBox(len(h.Open) - 1)
	}
	if within, is := sole[tag]; is {
		for i := len(h.Open) - 1; i > 0 && !slices.Contains(within, h.Open[i].Tag); i-- {
			if _, alike := sole[h.Open[i].Tag]; h.Open[i].Tag == tag || alike && (tag == "dt" || tag == "dd") && (h.Open[i].Tag == "dt" || h.Open[i].Tag == "dd") {
				h.EndBox(i)
				break
			}
		}
	}
	if len(h.Open)+h.Depth > syntax.MaxDepth {
		if h.beyond == nil {
			h.beyond = map[string]int{}
		}
		h.beyond[tag]++
		return
	}
	box := Box{Tag: tag, Attr: attr, At: at, from: len(*h.Into()), Back: h.In(attr.Lang)}
	switch tag {
	case "summary", "figcaption", "dt", "legend", "h1", "h2", "h3", "h4", "h5", "h6":
		box.holds = true
	case "ul", "ol", "menu":
		box.Owns, box.list = true, newList(tag, &box.Attr, at)
	case "dl":
		box.Owns, box.terms = true, &content.Definitions{Place: content.Place{Pos: at}}
	case "li", "dd", "blockquote", "details", "figure":
		box.Owns = true
	}
	h.Open = append(h.Open, box)
}
