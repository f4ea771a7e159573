package tags

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/pattern"
)

// Hypertext reads the blocks of HTML that stand among other blocks. What a tag opens
// stays open until a later one closes it, so that the blocks of Markdown between them
// lie in it (CommonMark §4.6). Tags that only place vanish: what they say of language,
// direction and place is said of the blocks within.
type Hypertext struct {
	*Context
	Open     []Box          // the elements that are open; the first holds all
	beyond   map[string]int // elements that are open beyond maxDepth
	run      *textRun       // the paragraph in hand, nil for none
	runAt    content.Pos
	sizes    map[*content.Image][]content.KeyValue
	table    *tableReader // the table that is open, nil for none
	tables   int          // those that are open within one another
	silent   string       // the tag within which nothing is text
	silentAt content.Pos
	unread   strings.Builder // what stands in it
	pre      *content.CodeBlock
	preText  strings.Builder
	Anchor   string // of a place that the next block is
	raw      stretch
	skips    bool // its first <h1> is the title of the chapter
	marked   bool // Markdown within HTML has been told of, in this block
}

// NewHypertext begins to read blocks.
func (c *Context) NewHypertext() *Hypertext {
	return &Hypertext{Context: c, Open: []Box{{Owns: true}}}
}

// Into are the blocks that stand in the innermost element.
func (h *Hypertext) Into() *[]content.Block {
	for i := len(h.Open) - 1; ; i-- {
		if h.Open[i].Owns {
			return &h.Open[i].blocks
		}
	}
}

func (h *Hypertext) top() *Box { return &h.Open[len(h.Open)-1] }

// Put adds a block to the innermost element, or to the cell of a table.
func (h *Hypertext) Put(read ...content.Block) {
	for _, b := range read {
		p, running := b.(*content.Paragraph)
		switch top := h.top(); {
		case h.table != nil && h.table.within != "" && running:
			if !h.table.run.empty() {
				h.table.run.add(&content.LineBreak{})
			}
			h.table.run.add(p.Inlines...)
		case top.holds && running:
			if len(top.text) > 0 {
				top.text = append(top.text, &content.LineBreak{})
			}
			top.text = append(top.text, p.Inlines...)
		default:
			if top.Tag == "ul" || top.Tag == "ol" { // text outside of its items
				h.beginBox("li", content.Attr{}, b.At().Pos)
			}
			into := h.Into()
			if *into = append(*into, b); h.Anchor != "" {
				if place := b.At(); place.Anchor == "" {
					place.Anchor = h.Anchor
				} else {
					h.placeBefore(len(*into)-1, h.Anchor)
				}
				h.Anchor = ""
			}
		}
	}
}

// Markdown adds blocks of Markdown that stand behind a block of HTML.
func (h *Hypertext) Markdown(read []content.Block) {
	h.Flush()
	h.Put(read...)
}

// Take reads a block of HTML.
func (h *Hypertext) Take(n *ast.HTMLBlock) {
	var closing text.Segment
	if n.HasClosure() {
		closing = n.ClosureLine
	}
	h.raw = h.stretchOf(n.Lines(), closing)
	h.marked, h.skips = false, h.TitleBlock == n
	raw := h.raw.text
	at := h.Pos(n.Pos())
	switch {
	case syntax.BreakBlock.MatchString(raw):
		h.Flush()
		h.Put(&content.PageBreak{Place: content.Place{Pos: at}})
		return
	case isBr(strings.TrimSpace(raw)):
		h.Flush()
		h.Put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: []content.Inline{&content.LineBreak{}}})
		return
	}
	z := html.NewTokenizer(strings.NewReader(raw))
	last := 0 // behind what was read
	for from := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		start := from
		from += len(z.Raw())
		if kind == html.CommentToken && !strings.HasSuffix(string(z.Raw()), ">") {
			h.openComment(start, string(z.Raw()))
			last = len(raw)
			break
		}
		token := z.Token()
		h.token(kind, &token, h.raw.offset(start))
		last = from
	}
	h.unfinished(raw, last)
	h.Flush()
}

// unfinished prints what is no tag since its > lacks, and text that was to be none
// where nothing ends the script or the style.
func (h *Hypertext) unfinished(raw string, from int) {
	if rest := raw[from:]; strings.TrimSpace(rest) != "" && h.silent == "" && h.table == nil && h.pre == nil {
		const kind = "a tag of HTML that lacks its >, printed as typed"
		line, _, _ := strings.Cut(strings.TrimSpace(rest), "\n")
		h.Advise(h.raw.offset(from), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(line), Hint: "write > at its end, or \\< where no tag is meant"})
		h.marked = true
		h.say(rest, h.raw.offset(from))
	}
	if h.silent == "script" || h.silent == "style" {
		h.unclosedTag(h.silent, h.silentAt)
		h.silent, h.marked = "", true
		h.say(h.unread.String(), h.raw.offset(0))
	}
}

// openComment tells of a comment that nothing closes: what is below it is printed.
func (h *Hypertext) openComment(start int, raw string) {
	h.Advise(h.raw.offset(start), source.Slip{Kind: "a comment that is never closed", Hint: "end it with -->"})
	if !strings.HasPrefix(raw, "<!--") {
		return
	}
	h.say(html.UnescapeString(strings.TrimPrefix(raw, "<!--")), h.raw.offset(start))
}

func (h *Hypertext) token(kind html.TokenType, t *html.Token, offset int) {
	at := h.Pos(offset)
	switch {
	case h.silent != "":
		if kind == html.EndTagToken && t.Data == h.silent {
			h.silent = ""
			h.unread.Reset()
		} else if kind == html.TextToken {
			h.unread.WriteString(t.Data)
		}
	case h.pre != nil:
		h.verbatim(kind, t)
	case h.table != nil:
		h.cell(kind, t, at)
	case kind == html.TextToken:
		h.say(t.Data, offset)
	case kind == html.StartTagToken, kind == html.SelfClosingTagToken:
		h.begin(t, at)
	case kind == html.EndTagToken:
		h.end(t.Data, at)
	}
}

// markedText is text with marks of Markdown, which mean nothing within HTML.
var markedText = pattern.Of("(?m)\\*\\*[^\\s*]|__[^\\s_]|^[ \t]*(?:#{1,6} |[-*+] \\S|\\d+\\. |> )|\\]\\([^)\\s]|`[^`\\s]")

// say adds text to the paragraph in hand.
func (h *Hypertext) say(s string, offset int) {
	if strings.TrimFunc(s, blankOfHTML) == "" && h.run == nil {
		return
	}
	if m := markedText.FindStringIndex(s); m != nil && !h.marked {
		h.marked = true
		const kind = "Markdown within HTML, printed as typed"
		line, _, _ := strings.Cut(strings.TrimLeft(s[m[0]:], " \t\n"), "\n")
		h.Advise(min(offset+m[0], len(h.Text)), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(line),
			Hint: "leave an empty line behind the tag above it, and one before the tag below it"})
	}
	if strings.Contains(s, "{%") || strings.Contains(s, "{{") {
		s = h.withoutTags(s, offset)
	}
	for len(s) > 0 { // a text of each line, so that it has its place
		line, rest, more := strings.Cut(s, "\n")
		if more {
			line += "\n"
		}
		h.running(h.Pos(min(offset, len(h.Text)))).words(line, h.Pos(min(offset, len(h.Text))))
		offset += len(line)
		s = rest
	}
}

// anyProgramTag is a tag of another program in a text of HTML.
var anyProgramTag = pattern.Of(`\{%[^{}]*?%\}|\{\{[<%][^{}]*?[>%]\}\}`)

// withoutTags is a text without them; their line ends stay.
func (h *Hypertext) withoutTags(s string, offset int) string {
	if m := anyProgramTag.FindStringIndex(s); m != nil {
		const kind = "a tag of another program, left out"
		h.Advise(min(offset+m[0], len(h.Text)), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.Join(strings.Fields(s[m[0]:m[1]]), " ")), Hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
	}
	return anyProgramTag.ReplaceAllStringFunc(s, func(tag string) string { return strings.Repeat("\n", strings.Count(tag, "\n")) })
}

// running is the paragraph in hand.
func (h *Hypertext) running(at content.Pos) *textRun {
	if h.run == nil {
		h.run, h.runAt = newTextRun(h.Context, ""), at
	}
	return h.run
}

// Flush ends the paragraph in hand.
func (h *Hypertext) Flush() {
	if h.run == nil {
		return
	}
	if h.run.empty() {
		h.around()
		return
	}
	for _, frame := range h.run.open[1:] {
		if frame.put != nil && frame.tag != "a" {
			h.unclosedTag(frame.tag, frame.at)
		}
	}
	inlines, at := h.run.take(), h.runAt
	h.run = nil
	if len(inlines) == 0 {
		return
	}
	if len(inlines) == 1 {
		switch in := inlines[0].(type) {
		case *content.Span: // a place that something links to
			if len(in.Inlines) == 0 && in.Anchor != "" {
				h.Anchor = in.Anchor
				return
			}
		case *content.Image:
			if !h.top().holds {
				fig := &content.Figure{Place: content.Place{Pos: in.Pos, Attr: content.Attr{Keys: h.sizes[in]}}, Src: in.Src, Alt: in.Alt}
				if in.Title != "" {
					fig.Caption = []content.Inline{&content.Text{Pos: in.Pos, Value: in.Title}}
				}
				h.Put(fig)
				return
			}
		}
	}
	h.Put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: inlines})
}

// around lets elements of running text in which nothing stands yet, at the end of a
// block of HTML, hold the blocks below.
func (h *Hypertext) around() {
	frames := h.run.open[1:]
	h.run = nil
	for _, frame := range frames {
		if len(h.Open)+h.Depth > syntax.MaxDepth {
			return
		}
		h.Open = append(h.Open, Box{Tag: frame.tag, At: frame.at, from: len(*h.Into()), wrap: frame.put})
	}
}

// begin opens an element.
func (h *Hypertext) begin(t *html.Token, at content.Pos) {
	if t.Data == "pre" && t.Type == html.StartTagToken {
		h.Flush()
		attr := h.attrsOf(t, at)
		h.pre = &content.CodeBlock{Place: content.Place{Pos: at, Attr: attr}, Language: codeLanguage(t)}
		return
	}
	switch {
	case t.Data == "table":
		h.Flush()
		h.beginTable(t, at)
	case t.Data == "hr":
		h.Flush()
		h.Put(&content.Break{Place: content.Place{Pos: at}})
	case silentTags[t.Data]:
		if h.leftOut(t, at); t.Type == html.StartTagToken {
			h.silent, h.silentAt = t.Data, at
			h.unread.Reset()
		}
	case headTags[t.Data]:
	case t.Data == "h1" && h.skips:
		h.skips, h.silent = false, "h1"
	case blockTags[t.Data]:
		h.Flush()
		if t.Type == html.SelfClosingTagToken {
			return
		}
		h.beginBox(t.Data, h.blockAttrs(t, at), at)
	default:
		run := h.running(at)
		run.begin(t, at)
		if t.Data == "img" {
			if keys := sizes(t); keys != nil {
				h.sized(run, keys)
			}
		}
	}
}

// sized keeps the size of the picture that a run has just read.
func (h *Hypertext) sized(run *textRun, keys []content.KeyValue) {
	top := run.open[len(run.open)-1].inlines
	if img, ok := top[len(top)-1].(*content.Image); ok {
		if h.sizes == nil {
			h.sizes = make(map[*content.Image][]content.KeyValue)
		}
		h.sizes[img] = keys
	}
}

// headTags are those of the head of a page, which say nothing to a reader.
var headTags = map[string]bool{"head": true, "meta": true, "link": true, "base": true, "col": true, "source": true, "track": true, "param": true}

// blockTags are those of elements that begin a block.
var blockTags = map[string]bool{}

func init() {
	for _, tag := range strings.Fields("html body div section article main header footer aside nav center address form fieldset hgroup p " +
		"ul ol li dl dt dd figure figcaption details summary blockquote h1 h2 h3 h4 h5 h6 caption thead tbody tfoot tr td th colgroup legend menu dialog") {
		blockTags[tag] = true
	}
}

// blockAttrs is what a tag says of the blocks within.
func (h *Hypertext) blockAttrs(t *html.Token, at content.Pos) content.Attr {
	attr := h.attrsOf(t, at)
	said := attrOf(t)
	align := said.Get("align")
	if t.Data == "center" {
		align = "center"
	}
	switch h.Direction() { // where text stands anyway
	case locale.RTL:
		if align == "right" || align == "start" {
			align = ""
		}
	default:
		if align == "left" || align == "start" {
			align = ""
		}
	}
	if align != "" {
		attr.Keys = append(attr.Keys, content.KeyValue{Key: "align", Value: align})
	}
	if t.Data == "ol" {
		for _, key := range []string{"start", "type"} {
			if v := tokenAttr(t, key); v != "" {
				attr.Keys = append(attr.Keys, content.KeyValue{Key: key, Value: v})
			}
		}
	}
	if attr.Dir != locale.Auto && attr.Lang == "" && attr.Dir == h.Direction() {
		attr.Dir = locale.Auto // what it is anyway
	}
	return attr
}

func isBr(tag string) bool {
	switch strings.ToLower(strings.ReplaceAll(tag, " ", "")) {
	case "<br>", "<br/>":
		return true
	}
	return false
}
