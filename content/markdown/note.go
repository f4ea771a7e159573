package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// noteParser reads `[^label]: text` as goldmark does, but leaves each note
// where it stands: gathered in a list, a note inside another would be lost.
type noteParser struct{ parser.BlockParser }

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// noteRef is `[^label]` in running text, whether or not such a note is there.
type noteRef struct {
	ast.BaseInline
	label string
}

var kindNoteRef = ast.NewNodeKind("NoteRef")

func (*noteRef) Kind() ast.NodeKind { return kindNoteRef }
func (*noteRef) Dump([]byte, int)   {}

// maxLabel bounds the length of a reference, so that a line full of brackets is
// not searched to its end for each.
const maxLabel = 200

// noteRefParser reads references to notes. The exclamation mark is a trigger so
// that `word![^1]` is not taken for an image.
type noteRefParser struct{}

func (noteRefParser) Trigger() []byte { return []byte{'!', '['} }

func (noteRefParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	s := string(line[:min(len(line), maxLabel)])
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
	return &noteRef{label: rest[:end]}
}

// collectNotes finds the definitions of notes, wherever they stand.
func (f *file) collectNotes(root ast.Node) {
	f.defined = map[string]*east.Footnote{}
	f.called = map[string]bool{}
	if !strings.Contains(f.flat, "[^") {
		return
	}
	f.collectNotesIn(root)
}

func (f *file) collectNotesIn(n ast.Node) {
	if note, ok := n.(*east.Footnote); ok {
		label := string(note.Ref)
		if f.defined[label] != nil {
			f.problem(note.Pos(), "note [^"+label+"] is there twice", "give one of them another name")
		} else {
			f.defined[label] = note
			f.order = append(f.order, note)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			f.collectNotesIn(c)
		}
	}
}

// noteRef resolves a reference. A note that two chapters call is read for each
// of them, since its number is the chapter's.
func (f *file) noteRef(n *noteRef) content.Inline {
	def := f.defined[n.label]
	if def == nil {
		f.problem(n.Pos(), "note [^"+n.label+"] is not there", "write `[^"+n.label+"]: …` after the paragraph")
		return &content.Text{Pos: f.pos(n.Pos()), Value: "[^" + n.label + "]"}
	}
	f.called[n.label] = true
	note := f.notes[n.label]
	if note == nil {
		note = &content.Note{Place: content.Place{Pos: f.pos(def.Pos())}, Label: n.label}
		f.notes[n.label] = note
		f.open.Notes = append(f.open.Notes, note)
		note.Blocks = f.blocks(def)
	}
	return &content.NoteRef{Pos: f.pos(n.Pos()), Note: note}
}

func (f *file) reportUnusedNotes() {
	for _, note := range f.order {
		if label := string(note.Ref); !f.called[label] {
			f.problem(note.Pos(), "no text calls note [^"+label+"]", "put [^"+label+"] where it belongs or delete the note")
		}
	}
}
