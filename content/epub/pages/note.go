package pages

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
)

// noteref writes the call of a note. It is isolated by its dir, so that a
// number beside the digits of the text does not join them (UAX #9 §2.7).
func (w *Writer) noteref(ref *content.NoteRef) {
	if w.book.Endnotes != nil {
		w.endnoteref(ref)
		return
	}
	n := w.pg.Number[ref.Note]
	if n == 0 {
		w.problem(ref.Pos, "a note is called that its chapter does not list", "number the document before it is written")
		return
	}
	w.calls[ref.Note]++
	number := w.noteNumeral(w.pg.Chapter, n)
	w.Raw(`<a class="noteref" epub:type="noteref" role="doc-noteref" id="`, plan.CallID(n, w.calls[ref.Note]),
		`" href="`, w.pg.Home(ref.Note).From(w.pg, plan.NoteID(n)), `" aria-label="`, markup.Escape(w.labels().Note), " ", number, `" dir="ltr">`, number, `</a>`)
}

// notes writes the notes of a chapter at its end, or at that of each of its
// pages: readers that know notes show them where they are called, some of them
// only those of the same document.
func (w *Writer) notes(notes []*content.Note) {
	if len(notes) == 0 {
		return
	}
	w.Raw(`<section class="notes" epub:type="footnotes" aria-label="`, markup.Escape(w.labels().Notes), "\">\n")
	for _, n := range notes {
		w.pg.Ruler.Notes = append(w.pg.Ruler.Notes, plan.Tick{At: len(w.Buffer)})
		w.within(&n.Attr, func() { w.note(n, w.pg.Number[n]) })
	}
	w.pg.Ruler.Notes = append(w.pg.Ruler.Notes, plan.Tick{At: len(w.Buffer)})
	w.Raw("</section>\n")
}

// note writes one note, its number leading back to where it was called. Its
// first paragraph goes on beside the number.
func (w *Writer) note(n *content.Note, number int) {
	a := n.Attr
	w.openID("aside", &a, plan.NoteID(number), "", ` epub:type="footnote" role="doc-footnote"`)
	w.Raw("\n")
	w.noteBody(n, func() { w.wayBack(n, number) }, func() { w.furtherWays(n, number) })
	w.Raw("</aside>\n")
}

// noteBody writes what a note says, the first way back before its first
// paragraph and the others after it.
func (w *Writer) noteBody(n *content.Note, back, further func()) {
	bs := n.Blocks
	first := new(content.Paragraph)
	if len(bs) > 0 {
		if p, ok := bs[0].(*content.Paragraph); ok {
			first, bs = p, bs[1:]
		}
	}
	w.open("p", &first.Attr, "", "")
	// The anchor of the note itself, when it has one beside our id.
	if id := w.idOf(&n.Attr); id != "" {
		w.Raw(`<span id="`, id, `"></span>`)
	}
	w.within(&first.Attr, func() {
		w.begin(n.ID)
		back()
		w.words(first.ID, first.Inlines)
		further()
	})
	w.Raw("</p>\n")
	w.blocks(bs)
}

// wayBack writes the number of a note as the link back to its call. Its
// direction is that of the note, at whose start edge it stands.
func (w *Writer) wayBack(n *content.Note, number int) {
	label := w.noteNumeral(w.pg.Chapter, number)
	if w.calls[n] == 0 { // listed, but never called: nowhere to go back to
		w.Raw(`<span class="backlink" dir="`, w.dir.String(), `">`, label, `</span> `)
		return
	}
	w.Raw(`<a class="backlink" role="doc-backlink" href="#`, plan.CallID(number, 1), `" aria-label="`, label, `: `, markup.Escape(w.labels().Return), `" dir="`, w.dir.String(), `">`, label, `</a> `)
}

// furtherWays writes a link back to each further call of a note.
func (w *Writer) furtherWays(n *content.Note, number int) {
	k := 1
	way := func(href string) {
		k++
		label := "(" + w.noteNumeral(w.pg.Chapter, k) + ")"
		w.Raw(` <a class="again" role="doc-backlink" href="`, href, `" aria-label="`, label, ` `, w.noteNumeral(w.pg.Chapter, number), `: `, markup.Escape(w.labels().Return), `" dir="`, w.dir.String(), `">`, label, `</a>`)
	}
	for k < w.calls[n] {
		way("#" + plan.CallID(number, k+1))
	}
	for _, at := range w.pg.Elsewhere[n] {
		way(at.Page.From(w.pg, at.ID))
	}
}
