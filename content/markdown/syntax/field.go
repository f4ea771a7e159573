package syntax

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// Field is `{date}` and its like, as it stands in the text; the opening alone
// when it has no end.
type Field struct {
	ast.BaseInline
	Start, Stop int
	Unended     bool
}

var kindField = ast.NewNodeKind("Field")

func (*Field) Kind() ast.NodeKind { return kindField }
func (*Field) Dump([]byte, int)   {}

// RefField is `{ref: anchor}` and its like.
type RefField struct {
	ast.BaseInline
	Ref content.Reference
}

var kindRefField = ast.NewNodeKind("RefField")

func (*RefField) Kind() ast.NodeKind { return kindRefField }
func (*RefField) Dump([]byte, int)   {}

// fieldParser reads fields. A brace after a backslash never comes here.
type fieldParser struct{}

func (fieldParser) Trigger() []byte { return []byte{'{'} }

func (fieldParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const most = 200
	line, segment := block.PeekLine()
	head := string(line[:min(len(line), most)])
	if ref, length := content.ReferenceAt(head); length > 0 {
		n := &RefField{Ref: ref}
		n.SetPos(segment.Start)
		block.Advance(length)
		return n
	}
	length := content.FieldAt(head)
	if length == 0 {
		return nil
	}
	n := &Field{Start: segment.Start, Stop: segment.Start + length}
	if length < 0 {
		n.Unended, n.Stop = true, segment.Start+1
	}
	n.SetPos(n.Start)
	block.Advance(n.Stop - n.Start)
	return n
}
