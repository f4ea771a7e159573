package markdown

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

// What a tag opens may reach over the headings at which a file is divided into
// chapters: each of them is read with the same elements open.

// reopened begins the reading of blocks up to another, with what is open there.
func (f *file) reopened(from, to ast.Node) *hypertext {
	h := f.newHypertext()
	if from != nil && from.Parent() != nil && from.Parent().Kind() == ast.KindDocument {
		for _, box := range f.carried {
			box.back = f.in(box.attr.Lang)
			h.open = append(h.open, box)
		}
		f.carried = nil
	}
	return h
}

// below reads a block of HTML below a line of attributes or, for nil, without one. It
// gives the line back where there is no block for it yet.
func (h *hypertext) below(above *syntax.AttrLine, n *ast.HTMLBlock) *syntax.AttrLine {
	into := h.into()
	before := len(*into)
	h.take(n)
	if above == nil {
		return nil
	}
	if after := *h.into(); h.into() == into && len(after) > before {
		h.applyAttr(after[before], above)
		return nil
	}
	return above
}

// names tells a paragraph that is nothing but a place to link to, `<a id="x"></a>`,
// which is that of the block below it.
func (h *hypertext) names(n ast.Node, read []content.Block) bool {
	p, ok := read[0].(*content.Paragraph)
	if !ok || len(read) != 1 || len(p.Inlines) != 1 || n.FirstChild() == nil || n.FirstChild().Kind() != ast.KindRawHTML {
		return false
	}
	place, ok := p.Inlines[0].(*content.Span)
	if !ok || len(place.Inlines) > 0 || place.Anchor == "" {
		return false
	}
	h.flush()
	h.anchor = place.Anchor
	return true
}

// hasTitle tells a block of HTML with a heading of the first level that says something.
func (f *file) hasTitle(n ast.Node) bool {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return false
	}
	for i := range block.Lines().Len() {
		seg := block.Lines().At(i)
		if m := titleTag.FindIndex(seg.Value(f.Bytes)); m != nil {
			return true
		}
	}
	return false
}

// titleTag is a heading of the first level, all of it in a line, or only its beginning.
var titleTag = regexp.MustCompile(`(?i)<h1(?:\s[^<>]*)?>\s*(?:[^\s<]|<[^/h]|$)`)

// lone is what stands alone in a run, nil for nothing or more.
func lone(text []content.Inline) content.Inline {
	if len(text) != 1 {
		return nil
	}
	return text[0]
}

// openHTML opens a chapter whose title is written in HTML.
func (f *file) openHTML(c *content.Chapter, n ast.Node) {
	c.Pos = f.Pos(n.Pos())
	c.Title, c.Attr = f.titleOfHTML(n)
	if c.Anchor == "" {
		c.Anchor = f.nextAnchor
	}
	f.nextAnchor = ""
	f.in(c.Lang)
	if len(c.Title) == 0 { // a picture that says nothing, say
		c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: "?"}}
		f.Problem(n.Pos(), "the chapter has no title", "write it between <h1> and </h1>")
	}
}

// titleOfHTML is the title that a block of HTML has, `<h1>…</h1>`; nil for none. The
// block is read again for the rest of it, without the title.
func (f *file) titleOfHTML(n ast.Node) (title []content.Inline, attr content.Attr) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return nil, attr
	}
	source := f.htmlSource(block.Lines(), block.ClosureLine)
	if !strings.Contains(strings.ToLower(source.text), "<h1") {
		return nil, attr
	}
	z := html.NewTokenizer(strings.NewReader(source.text))
	var run *htmlRun
	for from := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			if run != nil { // nothing closes it
				f.titled1, title = block, run.take()
			}
			return title, attr
		}
		at := f.Pos(source.offset(from))
		from += len(z.Raw())
		t := z.Token()
		switch {
		case run == nil:
			if kind == html.StartTagToken && t.Data == "h1" {
				run, attr = newHTMLRun(f, "h1"), f.htmlAttrs(&t, at)
			}
		case kind == html.TextToken:
			run.words(t.Data, at)
		case kind == html.EndTagToken && t.Data == "h1":
			title = run.take()
			if img, ok := lone(title).(*content.Image); ok { // it stays, in the text
				return []content.Inline{&content.Text{Pos: img.Pos, Value: cmp.Or(img.Alt, "?")}}, attr
			}
			f.titled1 = block
			return title, attr
		case kind == html.EndTagToken:
			run.end(t.Data)
		case kind == html.StartTagToken || kind == html.SelfClosingTagToken:
			run.begin(&t, at)
		}
	}
}
