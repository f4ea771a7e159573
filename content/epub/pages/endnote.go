package pages

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
)

// endnoteref writes the call of a note that stands at the end of the book.
func (w *Writer) endnoteref(ref *content.NoteRef) {
	n := w.book.Endnotes[ref.Note]
	if n == nil {
		w.problem(ref.Pos, "a note is called that its chapter does not list", "number the document before it is written")
		return
	}
	number := w.noteNumeral(n.Chapter, n.Number)
	w.Raw(`<a class="noteref" epub:type="noteref" role="doc-noteref" id="`, w.book.Calls[ref].ID,
		`" href="`, n.Page.From(w.pg, n.ID), `" aria-label="`, markup.Escape(w.labels().Note), " ", number, `" dir="ltr">`, number, `</a>`)
}

// chapterNotes writes the notes of a chapter under its title.
func (w *Writer) chapterNotes(b *content.Endnotes) {
	w.Raw("<section>\n")
	w.level = 2
	pg := w.book.Chapters[b.Chapter]
	if len(b.Chapter.Notes) > 0 { // the title is never parted from the first of them
		w.before(b.Chapter.Notes[0].ID, content.OwnRun)
	}
	w.Raw("<h2>")
	w.leading(` href="`+pg.Name+`"`, titleOf(w.book, pg))
	w.Raw("</h2>\n")
	said := w.book.Doc.Meta.Tongue().Of(&b.Chapter.Attr).Beside(w.around())
	w.open("ol", &said, "endnotes", "")
	w.Raw("\n")
	w.within(&said, func() {
		for _, n := range b.Chapter.Notes {
			w.within(&n.Attr, func() { w.endnote(n) })
		}
	})
	w.Raw("</ol>\n</section>\n")
}

// endnote writes a note as an item of its list, its number leading back to
// where it was called. It has no role of its own: doc-endnote is deprecated,
// items of a list under doc-endnotes are enough (DPUB-ARIA 1.1).
func (w *Writer) endnote(n *content.Note) {
	at := w.book.Endnotes[n]
	a := n.Attr
	w.openID("li", &a, at.ID, "", ` epub:type="endnote"`)
	w.Raw("\n")
	w.noteBody(n, func() { w.endnoteWay(at, 0) }, func() {
		for k := 1; k < len(at.Calls); k++ {
			w.endnoteWay(at, k)
		}
	})
	w.Raw("</li>\n")
}

// endnoteWay writes the link back to the kth call of a note: the first is the
// note's number, the others follow its text.
func (w *Writer) endnoteWay(n *plan.Endnote, k int) {
	number := w.noteNumeral(n.Chapter, n.Number)
	if len(n.Calls) == 0 { // listed, but never called: nowhere to go back to
		w.Raw(`<span class="backlink" dir="`, w.dir.String(), `">`, number, `</span> `)
		return
	}
	class, label, name := "backlink", number, number
	if k > 0 {
		class, label = "again", "("+w.noteNumeral(n.Chapter, k+1)+")"
		name = label + " " + number
		w.Raw(" ")
	}
	at := n.Calls[k]
	w.Raw(`<a class="`, class, `" role="doc-backlink" href="`, at.Page.From(w.pg, at.ID), `" aria-label="`, name, `: `, markup.Escape(w.labels().Return), `" dir="`, w.dir.String(), `">`, label, `</a>`)
	if k == 0 {
		w.Raw(" ")
	}
}
