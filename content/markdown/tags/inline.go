package tags

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

// Raw are the tags that are open in a stretch of Markdown, the outermost first.
type Raw struct {
	open   []openTag
	beyond map[string]int // those that are open beyond maxDepth
}

// openTag is such a tag: what stands between it and its end is from a place of the
// inlines on.
type openTag struct {
	tag  string
	at   content.Pos
	from int
	put  func([]content.Inline) []content.Inline
}

// AppendTag reads a tag in running text behind what goes before. A comment is left out.
func (c *Context) AppendTag(tags *Raw, out []content.Inline, n *ast.RawHTML) []content.Inline {
	var b strings.Builder
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		b.Write(seg.Value(c.Bytes))
	}
	z := html.NewTokenizer(strings.NewReader(b.String()))
	kind := z.Next()
	if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
		return out
	}
	t := z.Token()
	at := c.Pos(n.Segments.At(0).Start)
	switch {
	case kind == html.EndTagToken && t.Data == "br", t.Data == "br":
		return append(out, &content.LineBreak{})
	case kind == html.EndTagToken:
		return c.endTag(tags, out, t.Data, at)
	case t.Data == "img" || t.Data == "image":
		return append(out, c.imageOfHTML(&t, at))
	case blockTags[t.Data] || t.Data == "hr" || t.Data == "table" || t.Data == "pre":
		out = brokenLine(out)
	case headTags[t.Data]:
		return out
	}
	put := c.putter(&t, at)
	if kind != html.SelfClosingTagToken && !voidTags[t.Data] {
		tags.begin(openTag{t.Data, at, len(out), put})
	} else if put != nil {
		out = append(out, put(nil)...)
	}
	return out
}

// begin keeps a tag that its end is to close; one that lies too deep is only counted.
func (r *Raw) begin(t openTag) {
	if len(r.open) < syntax.MaxDepth {
		r.open = append(r.open, t)
		return
	}
	if r.beyond == nil {
		r.beyond = map[string]int{}
	}
	r.beyond[t.tag]++
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
func (c *Context) endTag(tags *Raw, out []content.Inline, tag string, at content.Pos) []content.Inline {
	if tags.beyond[tag] > 0 {
		tags.beyond[tag]--
		return out
	}
	for i := len(tags.open) - 1; i >= 0; i-- {
		if tags.open[i].tag == tag {
			return c.CloseTags(tags, out, i, true)
		}
	}
	if !voidTags[tag] && !headTags[tag] {
		c.unopenedTag(tag, at)
	}
	return out
}

// CloseTags closes the tags that are open from one on; ended tells whether that one has
// its end. Text that no reader sees is kept where nothing ends it.
func (c *Context) CloseTags(tags *Raw, out []content.Inline, from int, ended bool) []content.Inline {
	for last := len(tags.open) - 1; last >= from; last-- {
		t := tags.open[last]
		tags.open = tags.open[:last]
		closed := ended && last == from
		if !closed && t.put != nil && !optional[t.tag] {
			c.unclosedTag(t.tag, t.at)
		}
		if t.put != nil && (closed || !silentTags[t.tag]) {
			inner := slices.Clone(out[t.from:])
			out = append(out[:t.from], t.put(inner)...)
		}
	}
	return out
}
