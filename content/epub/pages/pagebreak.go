package pages

import (
	"crypto/sha1"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
)

// cursor follows a run of text in which pages begin.
type cursor struct {
	starts  []*content.PageStart // that are not yet marked, in order
	letters int                  // of the run, so far
}

// reading runs write for a run of text, and marks the pages that begin in it
// where the letters of flow come to.
func (w *Writer) reading(id content.ID, run content.Run, write func()) {
	around := w.cursor
	w.cursor = cursor{starts: w.starts(id, run)}
	write()
	for len(w.starts(id, run)) > 0 { // behind its last letter: none is lost
		w.pageBreak(w.starts(id, run)[0], false)
	}
	w.cursor = around
}

// starts are the pages that begin in a run and are not yet marked.
func (w *Writer) starts(id content.ID, run content.Run) []*content.PageStart {
	starts := w.book.StartsIn(id, run)
	for _, b := range w.breaks {
		if len(starts) > 0 && b.PageStart == starts[0] {
			starts = starts[1:]
		}
	}
	return starts
}

// before marks, between blocks, the page that begins with a part: outside a
// heading or a caption, whose words name something.
func (w *Writer) before(id content.ID, run content.Run) {
	w.opening(id, run, true)
}

// begin marks the page that begins with a part whose element is open.
func (w *Writer) begin(id content.ID) {
	w.opening(id, content.OwnRun, false)
}

func (w *Writer) opening(id content.ID, run content.Run, block bool) {
	for _, p := range w.starts(id, run) {
		if p.Letters == 0 {
			w.pageBreak(p, block)
		}
	}
}

// flow writes text of the run that is read.
func (w *Writer) flow(s string) {
	from := 0
	if len(w.cursor.starts) > 0 {
		for i, r := range s {
			if !content.IsLetter(r) {
				continue
			}
			if w.isDue() {
				w.Text(s[from:i])
				from = i
				w.due()
			}
			w.cursor.letters++
		}
	}
	w.Text(s[from:])
}

// isDue tells whether the next page begins with the next letter.
func (w *Writer) isDue() bool {
	return len(w.cursor.starts) > 0 && w.cursor.starts[0].Letters <= w.cursor.letters
}

// due marks the pages that begin with the next letter: before a link, and not in
// it, where that begins with it.
func (w *Writer) due() {
	for w.isDue() {
		w.pageBreak(w.cursor.starts[0], false)
		w.cursor.starts = w.cursor.starts[1:]
	}
}

// pageBreak notes that a page begins here. The markup is put in when the document
// is whole: without it the book is the same, whatever its pages.
func (w *Writer) pageBreak(p *content.PageStart, block bool) {
	w.breaks = append(w.breaks, plan.PageBreak{PageStart: p, At: len(w.Buffer), Block: block})
}

// broken is the document with its page breaks (EPUB 3.3 §D.3, DPUB-ARIA 1.1
// doc-pagebreak, whose label ARIA 1.3 has given up), in memory that the next call uses again.
func (w *Writer) broken() []byte {
	if len(w.breaks) == 0 {
		return w.Buffer
	}
	text := w.Buffer
	w.Buffer = w.spare[:0]
	from := 0
	for _, b := range w.breaks {
		w.Buffer = append(w.Buffer, text[from:b.At]...)
		from = b.At
		tag, folio := pick(b.Block, "div", "span"), markup.Escape(markup.Clean(b.Folio))
		w.Raw("<", tag)
		if w.book.Bare() { // who listens to a page of the web is not interrupted by where those of print begin
			w.Raw(` class="pagebreak" id="`, b.Anchor(), `" data-folio="`, folio, `"`)
		} else {
			w.Raw(` epub:type="pagebreak" role="doc-pagebreak" id="`, b.Anchor(), `" aria-label="`, folio, `"`)
		}
		w.Raw("></", tag, ">", pick(b.Block, "\n", ""))
	}
	w.Buffer = append(w.Buffer, text[from:]...)
	w.spare = text
	return w.Buffer
}

// digest is what the identifier of the book takes of a document.
func digest(text []byte) [sha1.Size]byte { return sha1.Sum(text) }

// beforeContents marks the page that begins with the contents.
func (w *Writer) beforeContents() {
	if front := w.book.Doc.Front.Contents; front != nil {
		w.before(front.ID, content.OwnRun)
	}
}

// pageList writes the page list (EPUB 3.3 §7.4.2.2): hidden on the page, there
// for reading systems.
func (w *Writer) pageList(links []plan.PageLink) {
	if len(links) == 0 {
		return
	}
	w.Raw(`<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="`, markup.Escape(w.book.Language.Screen.Pages), "\">\n<h2>")
	w.Text(w.book.Language.Screen.Pages)
	w.Raw("</h2>\n")
	w.pageLinks(links)
	w.Raw("</nav>\n")
}

// pageLinks writes the links of the page list.
func (w *Writer) pageLinks(links []plan.PageLink) {
	w.Raw("<ol>\n")
	for _, l := range links {
		w.Raw(`<li><a href="`, l.Href, `">`)
		w.Text(markup.Clean(l.Folio))
		w.Raw("</a></li>\n")
	}
	w.Raw("</ol>\n")
}
