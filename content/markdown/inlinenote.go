package markdown

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

// inlineNote reads a note in its place. Its name is one that no author writes.
func (f *file) inlineNote(n *syntax.InlineNote) content.Inline {
	at := f.pos(n.Pos())
	label := "^" + at.String() + "." + strconv.Itoa(f.depth) + "." + strconv.Itoa(f.base+n.Start)
	note := f.notes[label]
	if note == nil {
		note = &content.Note{Place: content.Place{Pos: at}, Label: label}
		f.notes[label] = note
		f.open.Notes = append(f.open.Notes, note)
		if text := f.text[n.Start:n.Stop]; strings.Trim(text, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ ") == "" {
			f.advise(n.Pos(), slip{kind: "a note that is only a number", what: "a note that is only a number: " + quotedPart("^["+text+"]"),
				hint: "write [^" + text + "], and its text below the paragraph: `[^" + text + "]: …`"})
		}
		note.Blocks = one(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: f.inlinesOf(n.Start, n.Stop)})
	}
	return &content.NoteRef{Pos: at, Note: note}
}
