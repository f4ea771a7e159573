package pages

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// crossReference writes the name or the title of another part of the book as a link
// to it. The text flows: a folio gives way to the name.
func (w *Writer) crossReference(r *content.Reference) {
	w.due()
	w.cursor.letters++
	label := r.Label
	if r.Note != nil {
		label += w.book.Numeral(w.noteNumber(r.Note))
	}
	said := content.Attr{Dir: r.Dir}
	var href string
	switch {
	case r.Target == 0 || w.linked: // a link in a link is no XHTML
		if r.Dir == locale.Auto {
			w.alone(label)
			return
		}
		w.open("span", &said, "", "")
		w.within(&said, func() { w.alone(label) })
		w.Raw("</span>")
		return
	case r.Note != nil && r.Anchor != "" && r.Anchor[0] == '^':
		href = w.noteHref(r.Note)
	default:
		href = w.href(r.Anchor, r.Pos)
	}
	w.open("a", &said, "ref", ` href="`+markup.Escape(href)+`"`)
	w.within(&said, func() { w.alone(label) })
	w.Raw("</a>")
}

// noteNumber is the number of a note as its call has it.
func (w *Writer) noteNumber(n *content.Note) int {
	if at := w.book.Endnotes[n]; at != nil {
		return at.Number
	}
	return n.Number
}

// noteHref leads to a note of the same chapter.
func (w *Writer) noteHref(n *content.Note) string {
	if at := w.book.Endnotes[n]; at != nil {
		return at.Page.From(w.pg, at.ID)
	}
	return w.pg.Home(n).From(w.pg, plan.NoteID(w.pg.Number[n]))
}

// inside writes what stands in an a; calls of notes follow it.
func (w *Writer) inside(write func()) {
	w.linked = true
	write()
	w.linked = false
	w.calling()
}
