package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

// rawTags are the tags that are open in a stretch of Markdown, the outermost first.
type rawTags struct {
	open   []rawTag
	beyond map[string]int // those that are open beyond maxDepth
}

// rawTag is such a tag: what stands between it and its end is from a place of the
// inlines on.
type rawTag struct {
	tag  string
	at   content.Pos
	from int
	put  func([]content.Inline) []content.Inline
}

// appendHTML reads a tag in running text. A comment is left out.
func (f *file) appendHTML(tags *rawTags, out []content.Inline, n *ast.RawHTML) []content.Inline {
	var b strings.Builder
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		b.Write(seg.Value(f.Bytes))
	}
	z := html.NewTokenizer(strings.NewReader(b.String()))
	kind := z.Next()
	if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
		return out
	}
	f.last = lastText{}
	t := z.Token()
	at := f.Pos(n.Segments.At(0).Start)
	switch {
	case kind == html.EndTagToken && t.Data == "br", t.Data == "br":
		return append(out, &content.LineBreak{})
	case kind == html.EndTagToken:
		return f.endTag(tags, out, t.Data, at)
	case t.Data == "img" || t.Data == "image":
		return append(out, f.imageOfHTML(&t, at))
	case blockTags[t.Data] || t.Data == "hr" || t.Data == "table" || t.Data == "pre":
		out = brokenLine(out)
	case headTags[t.Data]:
		return out
	}
	put := f.putter(&t, at)
	switch {
	case kind == html.SelfClosingTagToken || voidTags[t.Data]:
		if put != nil {
			out = append(out, put(nil)...)
		}
	case len(tags.open) >= syntax.MaxDepth:
		if tags.beyond == nil {
			tags.beyond = map[string]int{}
		}
		tags.beyond[t.Data]++
	default:
		tags.open = append(tags.open, rawTag{t.Data, at, len(out), put})
	}
	return out
}

// brokenLine begins a new line where there is text before it.
func brokenLine(out []content.Inline) []content.Inline {
	if len(out) == 0 {
		return out
	}
	if _, broken := out[len(out)-1].(*content.LineBreak); broken {
		return out
	}
	return append(out, &content.LineBreak{})
}

// endTag closes the tag of a name, and those that are open within it.
func (f *file) endTag(tags *rawTags, out []content.Inline, tag string, at content.Pos) []content.Inline {
	if tags.beyond[tag] > 0 {
		tags.beyond[tag]--
		return out
	}
	for i := len(tags.open) - 1; i >= 0; i-- {
		if tags.open[i].tag == tag {
			return f.closeTags(tags, out, i, true)
		}
	}
	if !voidTags[tag] && !headTags[tag] {
		f.unopenedTag(tag, at)
	}
	return out
}

// closeTags closes the tags that are open from one on; ended tells whether that one has
// its end. Text that no reader sees is kept where nothing ends it.
func (f *file) closeTags(tags *rawTags, out []content.Inline, from int, ended bool) []content.Inline {
	for last := len(tags.open) - 1; last >= from; last-- {
		t := tags.open[last]
		tags.open = tags.open[:last]
		closed := ended && last == from
		if !closed && t.put != nil && !optional[t.tag] {
			f.unclosedTag(t.tag, t.at)
		}
		if t.put != nil && (closed || !silentTags[t.tag]) {
			inner := slices.Clone(out[t.from:])
			out = append(out[:t.from], t.put(inner)...)
		}
		f.last = lastText{}
	}
	return out
}
