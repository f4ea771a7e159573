package epub

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"warraq/content"
)

// packageDocument writes package.opf whole (EPUB 3.3 §5), after making sure
// that the draft has every part that will be listed and no other.
func packageDocument(p parts, e *edition) error {
	items := e.items()
	for _, it := range items {
		if _, ok := p[root+it.href]; !ok {
			return fmt.Errorf("the draft has no part %s", root+it.href)
		}
	}
	const opf, container = root + "package.opf", "META-INF/container.xml"
	if want := len(items) + len([]string{opf, container, mimetypeName}); len(p) != want {
		return fmt.Errorf("the draft has %d parts, the book %d", len(p), want)
	}
	if !bytes.Contains(p[container].data, []byte(`full-path="`+opf+`"`)) {
		return errors.New("the draft's container does not name " + opf)
	}
	return p.replace(opf, "</package>", part{data: e.opf(items)})
}

// item is a line of the manifest.
type item struct{ id, href, media, properties string }

// items are all parts of the publication, by their path.
func (e *edition) items() []item {
	items := []item{
		{"nav", "nav.xhtml", "application/xhtml+xml", "nav"},
		{"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
	}
	for _, pg := range e.pages {
		items = append(items, item{pg.id, pg.href(), "application/xhtml+xml", ""})
	}
	for _, f := range e.files {
		if f == e.cover {
			items = append(items, item{"cover-image", f.href(), f.media, "cover-image"})
			continue
		}
		items = append(items, item{f.id, f.href(), f.media, ""})
	}
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(a.href, b.href) })
	return items
}

// opf is the package document.
func (e *edition) opf(items []item) []byte {
	w := &writer{e: e}
	dir := e.dir.String()
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="`, e.lang, `" dir="`, dir, `">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
`)
	w.identity()
	w.people()
	w.access()
	w.hints()
	w.raw("</metadata>\n<manifest>\n")
	for _, it := range items {
		w.raw(`<item id="`, it.id, `" href="`, it.href, `" media-type="`, it.media, `"`)
		if it.properties != "" {
			w.raw(` properties="`, it.properties, `"`)
		}
		w.raw("/>\n")
	}
	w.raw("</manifest>\n<spine toc=\"ncx\" page-progression-direction=\"", dir, "\">\n")
	w.spine()
	w.raw("</spine>\n")
	w.guide()
	w.raw("</package>\n")
	return w.b
}

// spine writes the reading order: the contents stand after the title page and
// the dedication that follows it.
func (w *writer) spine() {
	listed := !w.e.contentsInSpine()
	for _, pg := range w.e.pages {
		if !listed && w.e.contentsBefore(pg) {
			w.raw(`<itemref idref="nav"/>`, "\n")
			listed = true
		}
		w.raw(`<itemref idref="`, pg.id, `"/>`, "\n")
	}
	if !listed {
		w.raw(`<itemref idref="nav"/>`, "\n")
	}
}

// contentsBefore tells the page before which the contents stand, if they do not
// stand earlier.
func (e *edition) contentsBefore(pg *page) bool {
	return pg.kind == chapterPage && pg.chapter.Role != content.Dedication
}

// guide names the cover, the contents, the start and the indexes for readers
// that know no landmarks (OPF 2.0.1 §2.6, kept as a legacy feature by EPUB 3.3).
func (w *writer) guide() {
	e := w.e
	w.raw("<guide>\n")
	w.reference("cover", e.words.Cover, e.pageOf(coverPage).href())
	w.reference("toc", e.words.Contents, "nav.xhtml")
	w.reference("text", e.phrases.start, e.start().href())
	for _, pg := range e.pages {
		if pg.opens() && pg.chapter.Role == content.Index {
			w.reference("index", pg.title, pg.href())
		}
	}
	w.raw("</guide>\n")
}

func (w *writer) reference(kind, title, href string) {
	w.raw(`<reference type="`, kind, `" title="`, escape(title), `" href="`, href, `"/>`, "\n")
}

// dc writes an element of Dublin Core, or nothing where it would be empty.
func (w *writer) dc(name, id, text string) {
	if text = clean(text); text == "" {
		return
	}
	w.raw("<dc:", name)
	if id != "" {
		w.raw(` id="`, id, `"`)
	}
	w.raw(">")
	w.text(text)
	w.raw("</dc:", name, ">\n")
}

// meta writes a property of the book; refine one of what refines names.
func (w *writer) meta(property, text string) {
	w.raw(`<meta property="`, property, `">`)
	w.text(text)
	w.raw("</meta>\n")
}

func (w *writer) refine(refines, property, scheme, text string) {
	w.raw(`<meta refines="#`, refines, `" property="`, property, `"`)
	if scheme != "" {
		w.raw(` scheme="`, scheme, `"`)
	}
	w.raw(">")
	w.text(text)
	w.raw("</meta>\n")
}

// identity says which book this is.
func (w *writer) identity() {
	e, m := w.e, &w.e.doc.Meta
	w.dc("identifier", "pub-id", e.id)
	if n := isbn(m.ISBN); n != "" && e.id != "urn:isbn:"+n {
		w.dc("identifier", "isbn", "urn:isbn:"+n)
	}
	w.dc("title", "title", e.title())
	if clean(m.Subtitle) != "" {
		w.refine("title", "title-type", "", "main")
		w.dc("title", "subtitle", m.Subtitle)
		w.refine("subtitle", "title-type", "", "subtitle")
	}
	w.dc("language", "", e.lang)
	w.meta("dcterms:modified", e.modified)
}

// people says who made it, and when.
func (w *writer) people() {
	m := &w.e.doc.Meta
	n := 0
	for _, a := range m.Authors {
		if clean(a) == "" {
			continue
		}
		n++
		id := "creator" + itoa(n)
		w.dc("creator", id, a)
		w.refine(id, "role", "marc:relators", "aut")
		w.refine(id, "display-seq", "", itoa(n))
	}
	w.dc("publisher", "", m.Publisher)
	if _, ok := isoDate(m.Date); ok {
		w.dc("date", "", m.Date)
	}
	w.dc("rights", "", m.Rights)
	w.dc("description", "", m.Description)
}

// hints are for readers that know no better: the cover of EPUB 2, the writing
// mode that Kindle asks for, and who wrote the file.
func (w *writer) hints() {
	w.raw(`<meta name="cover" content="cover-image"/>`, "\n")
	if w.e.dir == content.RTL {
		w.raw(`<meta name="primary-writing-mode" content="horizontal-rl"/>`, "\n")
	}
	if p := clean(w.e.opt.Producer); p != "" {
		w.raw(`<meta name="generator" content="`, escape(p), `"/>`, "\n")
	}
}
