package epub

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/locale"
)

// packageDocument writes package.opf whole (EPUB 3.3 §5), after making sure
// that the draft has every part that will be listed and no other.
func packageDocument(p ocf.Parts, e *edition) error {
	items := e.items()
	for _, it := range items {
		if _, ok := p[root+it.href]; !ok {
			return fmt.Errorf("the draft has no part %s", root+it.href)
		}
	}
	const opf, container = root + "package.opf", "META-INF/container.xml"
	if want := len(items) + len([]string{opf, container, ocf.Mimetype}); len(p) != want {
		return fmt.Errorf("the draft has %d parts, the book %d", len(p), want)
	}
	if !bytes.Contains(p[container].Data, []byte(`full-path="`+opf+`"`)) {
		return errors.New("the draft's container does not name " + opf)
	}
	return p.Replace(opf, "</package>", ocf.Part{Data: e.opf(items)})
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
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="`, e.lang, `" dir="`, dir, `"`)
	if e.typeset() {
		w.Raw(` prefix="ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"`)
	}
	w.Raw(`>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
`)
	w.identity()
	w.people()
	w.access()
	w.hints()
	w.Raw("</metadata>\n<manifest>\n")
	for _, it := range items {
		w.Raw(`<item id="`, it.id, `" href="`, it.href, `" media-type="`, it.media, `"`)
		if it.properties != "" {
			w.Raw(` properties="`, it.properties, `"`)
		}
		w.Raw("/>\n")
	}
	w.Raw("</manifest>\n<spine toc=\"ncx\" page-progression-direction=\"", dir, "\">\n")
	w.spine()
	w.Raw("</spine>\n")
	w.guide()
	w.Raw("</package>\n")
	return w.Buffer
}

// spine writes the reading order: the contents stand after the title page and
// the dedication that follows it.
func (w *writer) spine() {
	listed := !w.e.contentsInSpine()
	for _, pg := range w.e.pages {
		if !listed && w.e.contentsBefore(pg) {
			w.Raw(`<itemref idref="nav"/>`, "\n")
			listed = true
		}
		w.Raw(`<itemref idref="`, pg.id, `"/>`, "\n")
	}
	if !listed {
		w.Raw(`<itemref idref="nav"/>`, "\n")
	}
}

// contentsBefore tells the page before which the contents stand, if they do not
// stand earlier.
func (e *edition) contentsBefore(pg *page) bool {
	n := e.doc.Dedications()
	return n < len(e.doc.Chapters) && pg.chapter == e.doc.Chapters[n]
}

// guided are the parts of a book that its guide names besides the contents, by
// the types of OPF 2.0.1 §2.6.
var guided = map[content.Role]string{
	content.Dedication: "dedication", content.Preface: "preface", content.Sources: "bibliography", content.Colophon: "colophon",
	content.Glossary: "glossary", content.Index: "index", content.Notes: "notes", content.Figures: "loi", content.Tables: "lot",
}

// guide names the cover, the contents, the start and the parts around the text,
// for readers that know no landmarks (OPF 2.0.1 §2.6, kept as a legacy feature
// by EPUB 3.3).
func (w *writer) guide() {
	e := w.e
	w.Raw("<guide>\n")
	w.reference("cover", e.language.Words.Cover, e.pageOf(coverPage).href())
	w.reference("toc", e.language.Words.Contents, "nav.xhtml")
	w.reference("text", e.language.Screen.Start, e.start().href())
	for _, pg := range e.pages {
		if !pg.opens() {
			continue
		}
		if kind := guided[pg.chapter.Role]; kind != "" {
			w.reference(kind, pg.title, pg.href())
		}
	}
	w.Raw("</guide>\n")
}

func (w *writer) reference(kind, title, href string) {
	w.Raw(`<reference type="`, kind, `" title="`, markup.Escape(title), `" href="`, href, `"/>`, "\n")
}

// hints are for readers that know no better: the cover of EPUB 2, the writing
// mode that Kindle asks for, that the fonts are meant, which Apple Books asks
// for, and who wrote the file.
func (w *writer) hints() {
	if w.e.typeset() {
		w.meta("ibooks:specified-fonts", "true")
	}
	w.Raw(`<meta name="cover" content="cover-image"/>`, "\n")
	if w.e.dir == locale.RTL {
		w.Raw(`<meta name="primary-writing-mode" content="horizontal-rl"/>`, "\n")
	}
	if p := markup.Clean(w.e.opt.Producer); p != "" {
		w.Raw(`<meta name="generator" content="`, markup.Escape(p), `"/>`, "\n")
	}
}

// typeset tells whether the book brings fonts.
func (e *edition) typeset() bool {
	return slices.ContainsFunc(e.files, func(f *file) bool { return strings.HasPrefix(f.media, "font/") })
}
