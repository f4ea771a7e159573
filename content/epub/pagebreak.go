package epub

import (
	"crypto/sha1"

	"warraq/content"
	"warraq/content/epub/markup"
)

// place is a run of text of a part of the document.
type place struct {
	id  content.ID
	run content.Run
}

// cursor follows a run of text in which pages begin.
type cursor struct {
	starts  []*content.PageStart // that are not yet marked, in order
	letters int                  // of the run, so far
}

// pageBreak is a page break that was written into a document.
type pageBreak struct {
	*content.PageStart
	at    int  // the byte of the document, before there were any
	block bool // it stands between blocks
}

// planBreaks sorts the beginnings of pages by the runs they lie in.
func (e *edition) planBreaks() {
	e.starts = make(map[place][]*content.PageStart, len(e.opt.Pages))
	for i := range e.opt.Pages {
		p := &e.opt.Pages[i]
		if markup.Clean(p.Folio) != "" { // a page without a name cannot be asked for
			at := place{p.ID, p.Run}
			e.starts[at] = append(e.starts[at], p)
		}
	}
}

// reading runs write for a run of text, and marks the pages that begin in it
// where the letters of flow come to.
func (w *writer) reading(id content.ID, run content.Run, write func()) {
	around := w.cursor
	w.cursor = cursor{starts: w.starts(id, run)}
	write()
	for len(w.starts(id, run)) > 0 { // behind its last letter: none is lost
		w.pageBreak(w.starts(id, run)[0], false)
	}
	w.cursor = around
}

// starts are the pages that begin in a run and are not yet marked.
func (w *writer) starts(id content.ID, run content.Run) []*content.PageStart {
	if len(w.e.starts) == 0 {
		return nil
	}
	starts := w.e.starts[place{id, run}]
	for _, b := range w.breaks {
		if len(starts) > 0 && b.PageStart == starts[0] {
			starts = starts[1:]
		}
	}
	return starts
}

// before marks, between blocks, the page that begins with a part: outside a
// heading or a caption, whose words name something.
func (w *writer) before(id content.ID, run content.Run) {
	w.opening(id, run, true)
}

// begin marks the page that begins with a part whose element is open.
func (w *writer) begin(id content.ID) {
	w.opening(id, content.OwnRun, false)
}

func (w *writer) opening(id content.ID, run content.Run, block bool) {
	for _, p := range w.starts(id, run) {
		if p.Letters == 0 {
			w.pageBreak(p, block)
		}
	}
}

// flow writes text of the run that is read.
func (w *writer) flow(s string) {
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
func (w *writer) isDue() bool {
	return len(w.cursor.starts) > 0 && w.cursor.starts[0].Letters <= w.cursor.letters
}

// due marks the pages that begin with the next letter: before a link, and not in
// it, where that begins with it.
func (w *writer) due() {
	for w.isDue() {
		w.pageBreak(w.cursor.starts[0], false)
		w.cursor.starts = w.cursor.starts[1:]
	}
}

// pageBreak notes that a page begins here. The markup is put in when the document
// is whole: without it the book is the same, whatever its pages.
func (w *writer) pageBreak(p *content.PageStart, block bool) {
	w.breaks = append(w.breaks, pageBreak{p, len(w.Buffer), block})
}

// broken is the document with its page breaks (EPUB 3.3 §D.3, DPUB-ARIA 1.1
// doc-pagebreak), in memory that the next call uses again.
func (w *writer) broken() []byte {
	if len(w.breaks) == 0 {
		return w.Buffer
	}
	text := w.Buffer
	w.Buffer = w.spare[:0]
	from := 0
	for _, b := range w.breaks {
		w.Buffer = append(w.Buffer, text[from:b.at]...)
		from = b.at
		tag := pick(b.block, "div", "span")
		w.Raw("<", tag, ` epub:type="pagebreak" role="doc-pagebreak" id="`, b.anchor(), `" aria-label="`, markup.Escape(markup.Clean(b.Folio)), `"></`, tag, ">", pick(b.block, "\n", ""))
	}
	w.Buffer = append(w.Buffer, text[from:]...)
	w.spare = text
	return w.Buffer
}

// anchor is the id of a page break: folios may come twice.
func (b pageBreak) anchor() string { return "page-" + itoa(b.Number) }

// digest is what the identifier of the book takes of a document.
func digest(text []byte) [sha1.Size]byte { return sha1.Sum(text) }

// pageLink is an entry of the page list.
type pageLink struct {
	*content.PageStart
	href string
}

// pageLinks are the page breaks of the book in reading order. They are known
// once its documents are written.
func (e *edition) pageLinks() []pageLink {
	var links []pageLink
	add := func(href string, breaks []pageBreak) {
		for _, b := range breaks {
			links = append(links, pageLink{b.PageStart, href + "#" + b.anchor()})
		}
	}
	listed := !e.contentsInSpine()
	for _, pg := range e.pages {
		if !listed && e.contentsBefore(pg) {
			add("nav.xhtml", e.navBreaks())
			listed = true
		}
		add(pg.href(), pg.breaks)
	}
	if !listed {
		add("nav.xhtml", e.navBreaks())
	}
	return links
}

// beforeContents marks the page that begins with the contents.
func (w *writer) beforeContents() {
	if front := w.e.doc.Front.Contents; front != nil {
		w.before(front.ID, content.OwnRun)
	}
}

// navBreaks are the page breaks of the contents.
func (e *edition) navBreaks() []pageBreak {
	w := &writer{e: e}
	w.beforeContents()
	return w.breaks
}

// pageList writes the page list (EPUB 3.3 §7.4.2.2): hidden on the page, there
// for reading systems.
func (w *writer) pageList(links []pageLink) {
	if len(links) == 0 {
		return
	}
	w.Raw(`<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="`, markup.Escape(w.e.language.Screen.Pages), "\">\n<h2>")
	w.Text(w.e.language.Screen.Pages)
	w.Raw("</h2>\n<ol>\n")
	for _, l := range links {
		w.Raw(`<li><a href="`, l.href, `">`)
		w.Text(markup.Clean(l.Folio))
		w.Raw("</a></li>\n")
	}
	w.Raw("</ol>\n</nav>\n")
}

// pageTargets writes the page list of EPUB 2; order goes on from the contents.
func (w *writer) pageTargets(links []pageLink, order int) {
	if len(links) == 0 {
		return
	}
	w.Raw("<pageList>\n")
	w.labelled("navLabel", w.e.language.Screen.Pages)
	for _, l := range links {
		order++
		w.Raw(`<pageTarget id="pt-`, itoa(l.Number), `" type="`, pick(l.Front, "front", "normal"), `" value="`, itoa(l.Value), `" playOrder="`, itoa(order), "\">\n")
		w.labelled("navLabel", markup.Clean(l.Folio))
		w.Raw(`<content src="`, l.href, "\"/>\n</pageTarget>\n")
	}
	w.Raw("</pageList>\n")
}

// lastPage is the greatest number among the pages.
func lastPage(links []pageLink) int {
	n := 0
	for _, l := range links {
		n = max(n, l.Value)
	}
	return n
}
