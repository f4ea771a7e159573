package markdown

import (
	"github.com/yuin/goldmark/ast"

	"warraq/content"
)

// ledBlocks reads the blocks of a division whose lines have values at their ends.
func (f *file) ledBlocks(from ast.Node) []content.Block {
	for n := from; n != nil; n = n.NextSibling() {
		keepLines(n)
	}
	blocks := f.blocksBetween(from, nil)
	for _, b := range blocks {
		if p, ok := b.(*content.Paragraph); ok {
			p.Inlines = content.Led(p.Inlines)
		}
	}
	return blocks
}

// keepLines ends the lines of a paragraph where those of its source end.
func keepLines(n ast.Node) {
	if _, ok := n.(*ast.Paragraph); !ok {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && t.SoftLineBreak() {
			t.SetSoftLineBreak(false)
			t.SetHardLineBreak(true)
		}
	}
}
