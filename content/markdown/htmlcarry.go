package markdown

import (
	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/markdown/syntax"
	"warraq/content/markdown/tags"
)

// What a tag opens may reach over the headings at which a file is divided into
// chapters: each of them is read with the same elements open.

// reopened begins the reading of blocks up to another, with what is open there.
func (f *file) reopened(from, to ast.Node) *tags.Hypertext {
	h := f.NewHypertext()
	if from != nil && from.Parent() != nil && from.Parent().Kind() == ast.KindDocument {
		for _, box := range f.carried {
			box.Back = f.In(box.Attr.Lang)
			h.Open = append(h.Open, box)
		}
		f.carried = nil
	}
	return h
}

// below reads a block of HTML below a line of attributes or, for nil, without one. It
// gives the line back where there is no block for it yet.
func (f *file) below(h *tags.Hypertext, above *syntax.AttrLine, n *ast.HTMLBlock) *syntax.AttrLine {
	into := h.Into()
	before := len(*into)
	h.Take(n)
	if above == nil {
		return nil
	}
	if after := *h.Into(); h.Into() == into && len(after) > before {
		f.applyAttr(after[before], above)
		return nil
	}
	return above
}

// names tells a paragraph that is nothing but a place to link to, `<a id="x"></a>`,
// which is that of the block below it.
func (f *file) names(h *tags.Hypertext, n ast.Node, read []content.Block) bool {
	p, ok := read[0].(*content.Paragraph)
	if !ok || len(read) != 1 || len(p.Inlines) != 1 || n.FirstChild() == nil || n.FirstChild().Kind() != ast.KindRawHTML {
		return false
	}
	place, ok := p.Inlines[0].(*content.Span)
	if !ok || len(place.Inlines) > 0 || place.Anchor == "" {
		return false
	}
	h.Flush()
	h.Anchor = place.Anchor
	return true
}

// openHTML opens a chapter whose title is written in HTML.
func (f *file) openHTML(c *content.Chapter, n ast.Node) {
	c.Pos = f.Pos(n.Pos())
	c.Title, c.Attr = f.TitleOf(n)
	if c.Anchor == "" {
		c.Anchor = f.NextAnchor
	}
	f.NextAnchor = ""
	f.In(c.Lang)
	if len(c.Title) == 0 { // a picture that says nothing, say
		c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: "?"}}
		f.Problem(n.Pos(), "the chapter has no title", "write it between <h1> and </h1>")
	}
}
