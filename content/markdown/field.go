package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// field is `{date}` and its like, as it stands in the text; the opening alone
// when it has no end.
type field struct {
	ast.BaseInline
	start, stop int
	unended     bool
}

var kindField = ast.NewNodeKind("Field")

func (*field) Kind() ast.NodeKind { return kindField }
func (*field) Dump([]byte, int)   {}

// refField is `{ref: anchor}` and its like.
type refField struct {
	ast.BaseInline
	ref content.Reference
}

var kindRefField = ast.NewNodeKind("RefField")

func (*refField) Kind() ast.NodeKind { return kindRefField }
func (*refField) Dump([]byte, int)   {}

// fieldParser reads fields. A brace after a backslash never comes here.
type fieldParser struct{}

func (fieldParser) Trigger() []byte { return []byte{'{'} }

func (fieldParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const most = 200
	line, segment := block.PeekLine()
	head := string(line[:min(len(line), most)])
	if ref, length := content.ReferenceAt(head); length > 0 {
		n := &refField{ref: ref}
		n.SetPos(segment.Start)
		block.Advance(length)
		return n
	}
	length := content.FieldAt(head)
	if length == 0 {
		return nil
	}
	n := &field{start: segment.Start, stop: segment.Start + length}
	if length < 0 {
		n.unended, n.stop = true, segment.Start+1
	}
	n.SetPos(n.start)
	block.Advance(n.stop - n.start)
	return n
}

func (f *file) refField(n *refField) *content.Reference {
	ref := n.ref
	ref.Pos = f.pos(n.Pos())
	return &ref
}

// field writes a field. One that cannot be read stays as it is and is a problem.
func (f *file) field(n *field) *content.Text {
	source := f.flat[n.start:n.stop]
	t := &content.Text{Pos: f.pos(n.start), Value: source}
	var wrong *content.Problem
	if n.unended {
		wrong = content.UnendedField(f.text[n.start:])
	} else {
		var value string
		if value, wrong = f.opt.Fields.Write(source, f.lang); wrong == nil {
			t.Value = value
		}
	}
	if wrong != nil {
		f.problem(n.start, wrong.What, wrong.Hint)
	}
	return t
}

// in says that the text from here on is in a language, if one is named, and
// gives the way back to the language before.
func (f *file) in(lang string) (back func()) {
	before := f.lang
	if lang != "" {
		f.lang = lang
	}
	return func() { f.lang = before }
}
