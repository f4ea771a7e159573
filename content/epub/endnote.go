package epub

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/setup"
)

// endnote is where a note stands that is gathered at the end of the book.
type endnote struct {
	page    *page
	chapter *content.Chapter // whose note it is
	number  int              // in that chapter
	id      string           // in its page: "note-2-7"
	calls   []calledAt
}

// calledAt is where a note is called.
type calledAt struct {
	page *page
	id   string
}

// from is the link from a page to an id on another or the same.
func (p *page) from(at *page, id string) string {
	if p == at {
		return "#" + id
	}
	return p.name + "#" + id
}

// planEndnotes finds the page of each note that is gathered, before the calls
// are: those stand before it, and name it.
func (e *edition) planEndnotes() {
	if e.doc.Setup.Notes != setup.NotesAtEnd {
		return
	}
	e.endnotes, e.calls = map[*content.Note]*endnote{}, map[*content.NoteRef]calledAt{}
	e.chapters = map[*content.Chapter]*page{}
	list := 0
	for _, pg := range e.pages {
		if pg.kind != chapterPage {
			continue
		}
		if pg.nth == 0 {
			e.chapters[pg.chapter] = pg
		}
		for _, b := range pg.text.Blocks {
			gathered, ok := b.(*content.Endnotes)
			if !ok {
				continue
			}
			list++
			for i, n := range gathered.Chapter.Notes {
				e.facts.notes = true
				e.endnotes[n] = &endnote{page: pg, chapter: gathered.Chapter, number: i + 1, id: "note-" + itoa(list) + "-" + itoa(i+1)}
			}
		}
	}
}

// call gives the call of a gathered note its id, which is the note's and so
// differs from that of any other on the page. Of notes that stand with their
// chapter, it tells those on another page of it.
func (s *surveyor) call(ref *content.NoteRef) {
	if s.e.endnotes == nil {
		s.callFrom(ref)
		return
	}
	n := s.e.endnotes[ref.Note]
	if n == nil {
		return
	}
	id := "ref" + n.id[len("note"):]
	if k := len(n.calls); k > 0 {
		id += "-" + itoa(k+1)
	}
	at := calledAt{s.pg, id}
	n.calls = append(n.calls, at)
	s.e.calls[ref] = at
}

// endnoteref writes the call of a note that stands at the end of the book.
func (w *writer) endnoteref(ref *content.NoteRef) {
	n := w.e.endnotes[ref.Note]
	if n == nil {
		w.problem(ref.Pos, "a note is called that its chapter does not list", "number the document before it is written")
		return
	}
	number := w.noteNumeral(n.chapter, n.number)
	w.Raw(`<a class="noteref" epub:type="noteref" role="doc-noteref" id="`, w.e.calls[ref].id,
		`" href="`, n.page.from(w.pg, n.id), `" aria-label="`, markup.Escape(w.labels().Note), " ", number, `" dir="ltr">`, number, `</a>`)
}

// chapterNotes writes the notes of a chapter under its title.
func (w *writer) chapterNotes(b *content.Endnotes) {
	w.Raw("<section>\n")
	w.level = 2
	pg := w.e.chapters[b.Chapter]
	if len(b.Chapter.Notes) > 0 { // the title is never parted from the first of them
		w.before(b.Chapter.Notes[0].ID, content.OwnRun)
	}
	w.Raw("<h2>")
	w.leading(` href="`+pg.name+`"`, w.e.titleOf(pg))
	w.Raw("</h2>\n")
	said := w.e.doc.Meta.Tongue().Of(&b.Chapter.Attr).Beside(w.around())
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
func (w *writer) endnote(n *content.Note) {
	at := w.e.endnotes[n]
	a := n.Attr
	w.openID("li", &a, at.id, "", ` epub:type="endnote"`)
	w.Raw("\n")
	w.noteBody(n, func() { w.endnoteWay(at, 0) }, func() {
		for k := 1; k < len(at.calls); k++ {
			w.endnoteWay(at, k)
		}
	})
	w.Raw("</li>\n")
}

// endnoteWay writes the link back to the kth call of a note: the first is the
// note's number, the others follow its text.
func (w *writer) endnoteWay(n *endnote, k int) {
	number := w.noteNumeral(n.chapter, n.number)
	if len(n.calls) == 0 { // listed, but never called: nowhere to go back to
		w.Raw(`<span class="backlink" dir="`, w.dir.String(), `">`, number, `</span> `)
		return
	}
	class, label, name := "backlink", number, number
	if k > 0 {
		class, label = "again", "("+w.noteNumeral(n.chapter, k+1)+")"
		name = label + " " + number
		w.Raw(" ")
	}
	at := n.calls[k]
	w.Raw(`<a class="`, class, `" role="doc-backlink" href="`, at.page.from(w.pg, at.id), `" aria-label="`, name, `: `, markup.Escape(w.labels().Return), `" dir="`, w.dir.String(), `">`, label, `</a>`)
	if k == 0 {
		w.Raw(" ")
	}
}
