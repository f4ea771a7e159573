package markdown

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// inlineNote reads a note in its place. Its name is one that no author writes.
func (f *file) inlineNote(n *syntax.InlineNote) content.Inline {
	at := f.Pos(n.Pos())
	label := "^" + at.String() + "." + strconv.Itoa(f.depth) + "." + strconv.Itoa(f.base+n.Start)
	note := f.notes[label]
	if note == nil {
		note = &content.Note{Place: content.Place{Pos: at}, Label: label}
		f.notes[label] = note
		f.open.Notes = append(f.open.Notes, note)
		if text := f.Text[n.Start:n.Stop]; strings.Trim(text, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ ") == "" {
			f.Advise(n.Pos(), source.Slip{Kind: "a note that is only a number", What: "a note that is only a number: " + source.Quoted("^["+text+"]"),
				Hint: "write [^" + text + "], and its text below the paragraph: `[^" + text + "]: …`"})
		}
		note.Blocks = one(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: f.inlinesOf(n.Start, n.Stop)})
	}
	return &content.NoteRef{Pos: at, Note: note}
}
