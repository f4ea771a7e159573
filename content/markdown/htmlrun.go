package markdown

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// htmlRun is running text with tags of HTML in it, as a stack of what is open.
type htmlRun struct {
	*file
	open   []htmlFrame // never empty while there is a run
	beyond map[string]int
}

// htmlFrame is an element within running text.
type htmlFrame struct {
	tag     string
	put     func([]content.Inline) []content.Inline // nil for one that only holds its text
	at      content.Pos
	inlines []content.Inline
}

func newHTMLRun(f *file, tag string) *htmlRun {
	return &htmlRun{file: f, open: []htmlFrame{{tag: tag}}}
}

// empty tells a run in which nothing stands yet.
func (r *htmlRun) empty() bool {
	for i := range r.open {
		if len(r.open[i].inlines) > 0 {
			return false
		}
	}
	return true
}

// words adds text, its white space as browsers show it.
func (r *htmlRun) words(s string, at content.Pos) {
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
func (r *htmlRun) afterBlank() bool {
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

func (r *htmlRun) add(in ...content.Inline) {
	top := &r.open[len(r.open)-1]
	top.inlines = append(top.inlines, in...)
}

// begin opens an element of running text, or adds one without content.
func (r *htmlRun) begin(t *html.Token, at content.Pos) {
	switch t.Data {
	case "br":
		r.add(&content.LineBreak{})
		return
	case "img", "image":
		r.add(r.imageOfHTML(t, at))
		return
	}
	frame := htmlFrame{tag: t.Data, at: at, put: r.putter(t, at)}
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
func (r *htmlRun) end(tag string) bool {
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
func (r *htmlRun) closeTo(i int) {
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
func (r *htmlRun) take() []content.Inline {
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
func (f *file) putter(t *html.Token, at content.Pos) func([]content.Inline) []content.Inline {
	attr := f.htmlAttrs(t, at)
	wrap := func(make func([]content.Inline) content.Inline) func([]content.Inline) []content.Inline {
		return func(in []content.Inline) []content.Inline {
			if len(in) == 0 {
				return inSpan(nil, content.Attr{Anchor: attr.Anchor}, at)
			}
			return inSpan([]content.Inline{make(in)}, attr, at)
		}
	}
	switch t.Data {
	case "b", "strong":
		return wrap(func(in []content.Inline) content.Inline { return &content.Strong{Inlines: in} })
	case "i", "em", "cite", "dfn", "var":
		return wrap(func(in []content.Inline) content.Inline { return &content.Emphasis{Inlines: in} })
	case "code", "kbd", "samp", "tt":
		return func(in []content.Inline) []content.Inline { return inSpan(coded(in), attr, at) }
	case "a":
		return f.linkOfHTML(t, attr, at)
	case "q":
		open, shut := f.quotes()
		return func(in []content.Inline) []content.Inline {
			in = append([]content.Inline{&content.Text{Pos: at, Value: open}}, in...)
			return inSpan(append(in, &content.Text{Pos: at, Value: shut}), attr, at)
		}
	case "abbr", "acronym":
		if title := tokenAttr(t, "title"); title != "" {
			attr.Keys = append(attr.Keys, content.KeyValue{Key: "abbr", Value: title})
		}
	case "rt":
		return func(in []content.Inline) []content.Inline {
			if strings.TrimSpace(content.PlainText(in)) == "" {
				return nil
			}
			in = append([]content.Inline{&content.Text{Pos: at, Value: " ("}}, in...)
			return append(in, &content.Text{Pos: at, Value: ")"})
		}
	case "rp":
		return func([]content.Inline) []content.Inline { return nil }
	case "small", "big":
		f.leftStyle(t.Data, at)
	default:
		switch class := dressedTags[t.Data]; {
		case class != "":
			attr.Classes = append(attr.Classes, class)
		case silentTags[t.Data]:
			f.leftOut(t, at)
			return func([]content.Inline) []content.Inline { return nil }
		case !placing[t.Data]:
			f.unknownTag(t, at)
		}
	}
	if attr.Anchor == "" && attr.Lang == "" && attr.Dir == locale.Auto && len(attr.Classes)+len(attr.Keys) == 0 {
		return nil
	}
	return func(in []content.Inline) []content.Inline { return inSpan(in, attr, at) }
}

// inSpan is text in a span where there is something for it to say.
func inSpan(in []content.Inline, attr content.Attr, at content.Pos) []content.Inline {
	if len(in) == 0 {
		attr = content.Attr{Anchor: attr.Anchor}
	}
	if attr.Anchor == "" && attr.Lang == "" && attr.Dir == locale.Auto && len(attr.Classes)+len(attr.Keys) == 0 {
		return in
	}
	return []content.Inline{&content.Span{Pos: at, Attr: attr, Inlines: in}}
}

// dressedTags are the classes of tags that dress their text.
var dressedTags = map[string]string{"s": "strike", "del": "strike", "strike": "strike", "u": "underline", "ins": "underline", "mark": "mark", "sup": "sup", "sub": "sub"}

// quotes are the quotation marks of the text being read.
func (f *file) quotes() (open, shut string) {
	lang := f.lang
	if lang == "" {
		lang = f.opt.Fields.Lang
	}
	if locale.DirectionOf(lang) == locale.RTL || locale.PrimaryLanguage(lang) == "fr" {
		return "«", "»"
	}
	return "“", "”"
}

// linkOfHTML is what becomes of the text of `<a>`: a link, a place to link to, both.
func (f *file) linkOfHTML(t *html.Token, attr content.Attr, at content.Pos) func([]content.Inline) []content.Inline {
	if attr.Anchor == "" {
		attr.Anchor = plainAnchor(tokenAttr(t, "name"))
	}
	href := strings.NewReplacer("\n", "", "\t", "").Replace(strings.TrimSpace(tokenAttr(t, "href"))) // as browsers do
	title := tokenAttr(t, "title")
	return func(in []content.Inline) []content.Inline {
		switch {
		case len(in) == 0 && href != "":
			f.AdviseAt(at, source.Slip{Kind: "a link without words, of which nothing is printed", Hint: "write them between its tags: <a href=…>text</a>"})
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

func (f *file) imageOfHTML(t *html.Token, at content.Pos) *content.Image {
	return &content.Image{Pos: at, Src: imageName(strings.TrimSpace(tokenAttr(t, "src"))), Alt: tokenAttr(t, "alt"), Title: tokenAttr(t, "title")}
}

// Tags that go.

func (f *file) unknownTag(t *html.Token, at content.Pos) {
	const kind = "a tag of HTML that the book has no form for, left out"
	f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+t.Data+">"), Hint: "delete it, or write \\< or backticks where its readers are to see it; its text stays"})
}

func (f *file) leftOut(t *html.Token, at content.Pos) {
	const kind = "a part of HTML that no page can show, left out"
	f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+t.Data+">"), Hint: "delete it, or put a picture or a link in its place"})
}

func (f *file) leftStyle(what string, at content.Pos) {
	const kind = "a look that HTML asks for, left to the theme"
	f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(what), Hint: "delete it, or choose sizes and colours in a theme", Mild: true})
}

func (f *file) unclosedTag(tag string, at content.Pos) {
	const kind = "a tag of HTML that nothing closes"
	f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("<"+tag+">"), Hint: "write </" + tag + "> where it ends"})
}

func (f *file) unopenedTag(tag string, at content.Pos) {
	const kind = "a tag of HTML that closes nothing"
	f.AdviseAt(at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted("</"+tag+">"), Hint: "delete it", Mild: true})
}
