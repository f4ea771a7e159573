package tags

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// textRun is running text with tags of HTML in it, as a stack of what is open.
type textRun struct {
	*Context
	open   []frame // never empty while there is a run
	beyond map[string]int
}

// frame is an element within running text.
type frame struct {
	tag     string
	put     func([]content.Inline) []content.Inline // nil for one that only holds its text
	at      content.Pos
	inlines []content.Inline
}

func newTextRun(c *Context, tag string) *textRun {
	return &textRun{Context: c, open: []frame{{tag: tag}}}
}

// empty tells a run in which nothing stands yet.
func (r *textRun) empty() bool {
	for i := range r.open {
		if len(r.open[i].inlines) > 0 {
			return false
		}
	}
	return true
}

// words adds text, its white space as browsers show it.
func (r *textRun) words(s string, at content.Pos) {
	if s == "" {
		return
	}
	value := strings.Join(strings.FieldsFunc(s, blankOfHTML), " ")
	if value == "" {
		value = " "
	} else {
		if strings.ContainsAny(s[:1], " \t\n\f") {
			value = " " + value
		}
		if strings.ContainsAny(s[len(s)-1:], " \t\n\f") {
			value += " "
		}
	}
	if r.afterBlank() {
		value = strings.TrimLeft(value, " ")
	}
	if value != "" {
		r.add(&content.Text{Pos: at, Value: value})
	}
}

// blankOfHTML tells white space as HTML has it, of which a no-break space is none.
func blankOfHTML(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\f' || r == '\r' }

// afterBlank tells whether a blank before the next text would be the second, or the
// first of the run.
func (r *textRun) afterBlank() bool {
	for i := len(r.open) - 1; i >= 0; i-- {
		if n := len(r.open[i].inlines); n > 0 {
			switch last := r.open[i].inlines[n-1].(type) {
			case *content.Text:
				return strings.HasSuffix(last.Value, " ")
			case *content.LineBreak:
				return true
			}
			return false
		}
	}
	return true
}

func (r *textRun) add(in ...content.Inline) {
	top := &r.open[len(r.open)-1]
	top.inlines = append(top.inlines, in...)
}

// begin opens an element of running text, or adds one without content.
func (r *textRun) begin(t *html.Token, at content.Pos) {
	switch t.Data {
	case "br":
		r.add(&content.LineBreak{})
		return
	case "img", "image":
		r.add(r.imageOfHTML(t, at))
		return
	}
	frame := frame{tag: t.Data, at: at, put: r.putter(t, at)}
	switch {
	case t.Type == html.SelfClosingTagToken || voidTags[t.Data]:
		if frame.put != nil {
			r.add(frame.put(nil)...)
		}
	case len(r.open) >= syntax.MaxDepth:
		if r.beyond == nil {
			r.beyond = map[string]int{}
		}
		r.beyond[t.Data]++
	default:
		r.open = append(r.open, frame)
	}
}

// end closes an element, and those that are open within it; false where none is open.
func (r *textRun) end(tag string) bool {
	if r.beyond[tag] > 0 {
		r.beyond[tag]--
		return true
	}
	for i := len(r.open) - 1; i > 0; i-- {
		if r.open[i].tag == tag {
			r.closeTo(i)
			return true
		}
	}
	return false
}

// closeTo closes what is open from a frame on.
func (r *textRun) closeTo(i int) {
	for len(r.open) > i {
		last := r.open[len(r.open)-1]
		r.open = r.open[:len(r.open)-1]
		if last.put != nil {
			last.inlines = last.put(last.inlines)
		}
		r.add(last.inlines...)
	}
}

// take closes all and gives what was read, without blanks and breaks at its ends.
func (r *textRun) take() []content.Inline {
	r.closeTo(1)
	return trimmed(r.open[0].inlines)
}

// voidTags are those of elements that have no content (HTML 13.1.2).
var voidTags = map[string]bool{"br": true, "img": true, "image": true, "hr": true, "wbr": true, "input": true, "meta": true, "link": true, "base": true,
	"col": true, "source": true, "track": true, "area": true, "param": true, "embed": true}

// placing are the tags that only place their text, or group it.
var placing = map[string]bool{}

// silentTags are those whose text no reader of a page sees, or that need a screen.
var silentTags = map[string]bool{"script": true, "style": true, "template": true, "title": true, "select": true,
	"iframe": true, "video": true, "audio": true, "object": true, "canvas": true, "svg": true, "math": true, "noembed": true}

func init() {
	for _, tag := range strings.Fields("html body div section article main header footer aside nav center address form fieldset hgroup picture " +
		"span font bdi bdo big tt label nobr button search p li ul ol dl dt dd table tbody thead tfoot tr td th caption colgroup " +
		"figure figcaption details summary blockquote pre h1 h2 h3 h4 h5 h6 hr ruby rb rt rtc rp wbr time data output legend menu dialog slot textarea") {
		placing[tag] = true
	}
}

// putter is what becomes of the text of an element; nil where it stays as it is. It
// tells of tags that go.
func (c *Context) putter(t *html.Token, at content.Pos) func([]content.Inline) []content.Inline {
	attr := c.attrsOf(t, at)
	switch t.Data {
	case "b", "strong":
		return wrapped(attr, at, func(in []content.Inline) content.Inline { return &content.Strong{Inlines: in} })
	case "i", "em", "cite", "dfn", "var":
		return wrapped(attr, at, func(in []content.Inline) content.Inline { return &content.Emphasis{Inlines: in} })
	case "code", "kbd", "samp", "tt":
		return func(in []content.Inline) []content.Inline { return inSpan(forms.Code(in), attr, at) }
	case "a":
		return c.linkOfHTML(t, attr, at)
	case "q":
		open, shut := c.quotes()
		return func(in []content.Inline) []content.Inline { return inSpan(between(open, in, shut, at), attr, at) }
	case "abbr", "acronym":
		if title := tokenAttr(t, "title"); title != "" {
			attr.Keys = append(attr.Keys, content.KeyValue{Key: "abbr", Value: title})
		}
	case "rt":
		return func(in []content.Inline) []content.Inline {
			if strings.TrimSpace(content.PlainText(in)) == "" {
				return nil
			}
			return between(" (", in, ")", at)
		}
	case "rp":
		return dropped
	case "small", "big":
		c.leftStyle(t.Data, at)
	default:
		switch class := dressedTags[t.Data]; {
		case class != "":
			attr.Classes = append(attr.Classes, class)
		case silentTags[t.Data]:
			c.leftOut(t, at)
			return dropped
		case !placing[t.Data]:
			c.unknownTag(t, at)
		}
	}
	if saysNothing(attr) {
		return nil
	}
	return func(in []content.Inline) []content.Inline { return inSpan(in, attr, at) }
}

// wrapped makes one inline of the text of an element.
func wrapped(attr content.Attr, at content.Pos, make func([]content.Inline) content.Inline) func([]content.Inline) []content.Inline {
	return func(in []content.Inline) []content.Inline {
		if len(in) == 0 {
			return inSpan(nil, content.Attr{Anchor: attr.Anchor}, at)
		}
		return inSpan([]content.Inline{make(in)}, attr, at)
	}
}

// between puts text before and behind others.
func between(before string, in []content.Inline, behind string, at content.Pos) []content.Inline {
	in = append([]content.Inline{&content.Text{Pos: at, Value: before}}, in...)
	return append(in, &content.Text{Pos: at, Value: behind})
}

// dropped is nothing, whatever the text.
func dropped([]content.Inline) []content.Inline { return nil }

// saysNothing tells attributes that text needs no span for.
func saysNothing(a content.Attr) bool {
	return a.Anchor == "" && a.Lang == "" && a.Dir == locale.Auto && len(a.Classes)+len(a.Keys) == 0
}

// inSpan is text in a span where there is something for it to say.
func inSpan(in []content.Inline, attr content.Attr, at content.Pos) []content.Inline {
	if len(in) == 0 {
		attr = content.Attr{Anchor: attr.Anchor}
	}
	if saysNothing(attr) {
		return in
	}
	return []content.Inline{&content.Span{Pos: at, Attr: attr, Inlines: in}}
}

// dressedTags are the classes of tags that dress their text.
var dressedTags = map[string]string{"s": "strike", "del": "strike", "strike": "strike", "u": "underline", "ins": "underline", "mark": "mark", "sup": "sup", "sub": "sub"}

// quotes are the quotation marks of the text being read.
func (c *Context) quotes() (open, shut string) {
	lang := c.Lang
	if lang == "" {
		lang = c.fields.Lang
	}
	if locale.DirectionOf(lang) == locale.RTL || locale.PrimaryLanguage(lang) == "fr" {
		return "«", "»"
	}
	return "“", "”"
}

// linkOfHTML is what becomes of the text of `<a>`: a link, a place to link to, both.
func (c *Context) linkOfHTML(t *html.Token, attr content.Attr, at content.Pos) func([]content.Inline) []content.Inline {
	if attr.Anchor == "" {
		attr.Anchor = plainAnchor(tokenAttr(t, "name"))
	}
	href := strings.NewReplacer("\n", "", "\t", "").Replace(strings.TrimSpace(tokenAttr(t, "href"))) // as browsers do
	title := tokenAttr(t, "title")
	return func(in []content.Inline) []content.Inline {
		switch {
		case len(in) == 0 && href != "":
			c.AdviseAt(at, source.Slip{Kind: "a link without words, of which nothing is printed", Hint: "write them between its tags: <a href=…>text</a>"})
			return inSpan(nil, attr, at)
		case href == "":
			if len(in) == 0 || attr.Anchor == "" {
				return append(inSpan(nil, content.Attr{Anchor: attr.Anchor}, at), in...)
			}
			return inSpan(in, attr, at)
		}
		return inSpan([]content.Inline{&content.Link{Pos: at, URL: href, Title: title, Inlines: in}}, attr, at)
	}
}

// plainAnchor is a name of a place without what none may have.
func plainAnchor(name string) string {
	if strings.IndexFunc(name, unicode.IsSpace) >= 0 {
		return ""
	}
	return name
}

func tokenAttr(t *html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (c *Context) imageOfHTML(t *html.Token, at content.Pos) *content.Image {
	return &content.Image{Pos: at, Src: forms.FileName(strings.TrimSpace(tokenAttr(t, "src"))), Alt: tokenAttr(t, "alt"), Title: tokenAttr(t, "title")}
}

// Tags that go.

func (c *Context) unknownTag(t *html.Token, at content.Pos) {
	const kind = "a tag of HTML that the book has no form for, left out"
	c.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+t.Data+">"), Hint: "delete it, or write \\< or backticks where its readers are to see it; its text stays"})
}

func (c *Context) leftOut(t *html.Token, at content.Pos) {
	const kind = "a part of HTML that no page can show, left out"
	c.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+t.Data+">"), Hint: "delete it, or put a picture or a link in its place"})
}

func (c *Context) leftStyle(what string, at content.Pos) {
	const kind = "a look that HTML asks for, left to the theme"
	c.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(what), Hint: "delete it, or choose sizes and colours in a theme", Mild: true})
}

func (c *Context) unclosedTag(tag string, at content.Pos) {
	const kind = "a tag of HTML that nothing closes"
	c.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+tag+">"), Hint: "write </" + tag + "> where it ends"})
}

func (c *Context) unopenedTag(tag string, at content.Pos) {
	const kind = "a tag of HTML that closes nothing"
	c.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("</"+tag+">"), Hint: "delete it", Mild: true})
}
