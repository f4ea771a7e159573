package tags

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/pattern"
)

// HasTitle tells a block of HTML with a heading of the first level that says something.
func (c *Context) HasTitle(n ast.Node) bool {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return false
	}
	for i := range block.Lines().Len() {
		seg := block.Lines().At(i)
		if m := titleTag.FindIndex(seg.Value(c.Bytes)); m != nil {
			return true
		}
	}
	return false
}

// titleTag is a heading of the first level, all of it in a line, or only its beginning.
var titleTag = pattern.Of(`(?i)<h1(?:\s[^<>]*)?>\s*(?:[^\s<]|<[^/h]|$)`)

// TitleOf is the title that a block of HTML has, `<h1>…</h1>`; nil for none. The
// block is read again for the rest of it, without the title.
func (c *Context) TitleOf(n ast.Node) (title []content.Inline, attr content.Attr) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return nil, attr
	}
	source := c.stretchOf(block.Lines(), block.ClosureLine)
	if !strings.Contains(strings.ToLower(source.text), "<h1") {
		return nil, attr
	}
	z := html.NewTokenizer(strings.NewReader(source.text))
	var run *textRun
	for from := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			if run != nil { // nothing closes it
				c.TitleBlock, title = block, run.take()
			}
			return title, attr
		}
		at := c.Pos(source.offset(from))
		from += len(z.Raw())
		t := z.Token()
		switch {
		case run == nil:
			if kind == html.StartTagToken && t.Data == "h1" {
				run, attr = newTextRun(c, "h1"), c.attrsOf(&t, at)
			}
		case kind == html.TextToken:
			run.words(t.Data, at)
		case kind == html.EndTagToken && t.Data == "h1":
			title = run.take()
			if img, ok := forms.Only(title).(*content.Image); ok { // it stays, in the text
				return []content.Inline{&content.Text{Pos: img.Pos, Value: cmp.Or(img.Alt, "?")}}, attr
			}
			c.TitleBlock = block
			return title, attr
		case kind == html.EndTagToken:
			run.end(t.Data)
		case kind == html.StartTagToken || kind == html.SelfClosingTagToken:
			run.begin(&t, at)
		}
	}
}
