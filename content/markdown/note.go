package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"warraq/content"
	"warraq/content/markdown/syntax"
	"warraq/content/mend"
)

// collectNotes finds the definitions of notes, wherever they stand.
func (f *file) collectNotes(root ast.Node) {
	f.defined = map[string]*east.Footnote{}
	f.called = map[string]bool{}
	f.lacking = map[string]bool{}
	if !strings.Contains(f.Flat, "[^") {
		return
	}
	f.collectNotesIn(root)
}

func (f *file) collectNotesIn(n ast.Node) {
	if note, ok := n.(*east.Footnote); ok {
		label := string(note.Ref)
		if f.defined[label] != nil {
			f.Problem(note.Pos(), "note [^"+label+"] is there twice", "give one of them another name")
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
func (f *file) noteRef(n *syntax.NoteRef) content.Inline {
	def := f.defined[n.Label]
	if def == nil {
		f.missedNote(n)
		return &content.Text{Pos: f.Pos(n.Pos()), Value: "[^" + n.Label + "]"}
	}
	f.called[n.Label] = true
	note := f.notes[n.Label]
	if note == nil {
		note = &content.Note{Place: content.Place{Pos: f.posOf(def)}, Label: n.Label}
		f.notes[n.Label] = note
		f.open.Notes = append(f.open.Notes, note)
		reader := f // the definition stands in the text of the file
		for reader.outer != nil {
			reader = reader.outer
		}
		note.Blocks = reader.blocks(def)
	}
	return &content.NoteRef{Pos: f.Pos(n.Pos()), Note: note}
}

// posOf is where a node of the file stands, of which this may be a stretch.
func (f *file) posOf(n ast.Node) content.Pos {
	for f.outer != nil {
		f = f.outer
	}
	return f.Pos(n.Pos())
}

// misspelt finds them, once.
func (f *file) misspelt() *noteMarks {
	if f.marks != nil {
		return f.marks
	}
	f.marks = &noteMarks{map[string]bool{}, map[string]bool{}}
	for at, text := 0, f.Text; ; {
		i := strings.Index(text[at:], "[^")
		if i < 0 {
			return f.marks
		}
		at += i + 2
		line, _, _ := strings.Cut(text[at:min(at+syntax.MaxLabel, len(text))], "\n")
		label, rest, ended := strings.Cut(line, "]")
		switch {
		case !ended:
		case strings.HasPrefix(label, " ") || strings.HasSuffix(label, " "):
			f.marks.calls[strings.TrimSuffix(strings.TrimPrefix(label, " "), " ")] = true
			f.marks.calls[strings.TrimPrefix(label, " ")], f.marks.calls[strings.TrimSuffix(label, " ")] = true, true
		case strings.HasPrefix(rest, " ") && at > 2 && text[at-3] == '\n':
			f.marks.texts[label] = true
		}
	}
}

// missedNote reports a note that is not there: it has another name, no colon, or was
// never written. Its text is not reported as one that nobody calls.
func (f *file) missedNote(n *syntax.NoteRef) {
	what, hint := "note [^"+n.Label+"] is not there", "write `[^"+n.Label+"]: …` after the paragraph"
	opens := strings.HasPrefix(f.LineAt(n.Pos()), "[^"+n.Label+"]")
	switch {
	case f.lacking[n.Label]:
		return // told already
	case opens:
		what, hint = "the text of note [^"+n.Label+"] has no colon", "write `[^"+n.Label+"]: …`"
	case f.misspelt().texts[n.Label]:
		return // told where it stands
	case len(f.lacking) > mostMeant: // each is held to all names
	default:
		if meant := f.meantNote(n.Label); meant != "" {
			hint = "did you mean [^" + meant + "]?"
			f.called[meant] = true
		}
	}
	f.lacking[n.Label] = true
	f.Problem(n.Pos(), what, hint)
}

// meantNote is the name of a note that another was most likely meant to be: the same
// in digits of another kind, or one that is near.
func (f *file) meantNote(label string) string {
	var names []string
	for _, note := range f.order {
		name := string(note.Ref)
		if mend.WesternDigits(name) == mend.WesternDigits(label) {
			return name
		}
		if strings.Trim(name, "0123456789") != "" { // numbers are all near to each other
			names = append(names, name)
		}
	}
	if strings.Trim(label, "0123456789") == "" {
		return ""
	}
	return content.Nearest(label, names)
}

func (f *file) reportUnusedNotes() {
	for _, note := range f.order {
		label := string(note.Ref)
		if !f.called[label] && !f.misspelt().calls[label] { // told as such
			f.Problem(note.Pos(), "no text calls note [^"+label+"]", "put [^"+label+"] where it belongs or delete the note")
		}
	}
}

// mostMeant is for how many notes that are not there another name is looked for.
const mostMeant = 100

// noteMarks are the names of notes whose marks are not quite right: calls with a space
// in the brackets, and texts without a colon.
type noteMarks struct{ calls, texts map[string]bool }
