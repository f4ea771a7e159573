package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/stand"
)

// showClass is the class of a code block that stands with what it makes.
const showClass = "show"

// shown gives a code block and, where it is of class show, below it what its
// text makes as Markdown: a manual shows both of one text, so that they cannot
// differ. What is shown is not itself searched for blocks to show.
func (f *file) shown(n *ast.FencedCodeBlock, place content.Place) []content.Block {
	code := f.fencedCode(n, place)
	if !code.Has(showClass) || f.showing || n.Lines().Len() == 0 {
		return one(code)
	}
	first := n.Lines().At(0)
	inner := newFile(code.Text, Options{File: f.opt.File, Line: f.Pos(first.Start).Line, Fields: f.opt.Fields, Data: f.opt.Data})
	inner.parser, inner.line, inner.showing, inner.Lang = f.parser, f.line, true, f.Lang
	inner.pc = parser.NewContext()
	inner.open, inner.notes = f.open, map[string]*content.Note{}
	result := &content.Div{Place: content.Place{Pos: place.Pos, Attr: content.Attr{Classes: []string{stand.ShownClass}}}}
	if !inner.tooDeep() {
		root := inner.parser.Parse(text.NewReader(inner.Bytes), parser.WithContext(inner.pc))
		inner.collectNotes(root)
		result.Blocks = inner.blocks(root)
		inner.reportUnusedNotes()
		inner.UnusedLinks(root)
	}
	f.Advice = append(f.Advice, inner.Advice...)
	f.Problems = append(f.Problems, inner.Problems...)
	f.short = append(f.short, inner.short...)
	return []content.Block{code, result}
}
