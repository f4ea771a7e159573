package syntax

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// noteParser reads `[^label]: text` as goldmark does, but leaves each note
// where it stands: gathered in a list, a note inside another would be lost.
type noteParser struct{ parser.BlockParser }

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// NoteRef is `[^label]` in running text, whether or not such a note is there.
type NoteRef struct {
	ast.BaseInline
	Label string
}

var kindNoteRef = ast.NewNodeKind("NoteRef")

func (*NoteRef) Kind() ast.NodeKind { return kindNoteRef }
func (*NoteRef) Dump([]byte, int)   {}

// MaxLabel bounds the length of a reference, so that a line full of brackets is
// not searched to its end for each.
const MaxLabel = 200

// noteRefParser reads references to notes. The exclamation mark is a trigger so
// that `word![^1]` is not taken for an image.
type noteRefParser struct{}

func (noteRefParser) Trigger() []byte { return []byte{'!', '['} }

func (noteRefParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	s := string(line[:min(len(line), MaxLabel)])
	rest, bang := strings.CutPrefix(s, "!")
	rest, ok := strings.CutPrefix(rest, "[^")
	if !ok {
		return nil
	}
	end := strings.IndexAny(rest, "]\n")
	if end <= 0 || rest[end] != ']' || strings.ContainsAny(rest[:end], "[ \t") {
		return nil
	}
	if bang {
		ast.MergeOrAppendTextSegment(parent, text.NewSegment(segment.Start, segment.Start+1))
	}
	block.Advance(len(s) - len(rest) + end + 1)
	return &NoteRef{Label: rest[:end]}
}
