package epub

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/epub/plan"
	"warraq/content/locale"
	"warraq/content/roles"
)

// packageDocument writes package.opf whole (EPUB 3.3 §5), after making sure
// that the draft has every part that will be listed and no other.
func packageDocument(p ocf.Parts, c *composition) error {
	items := c.items()
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
	return p.Replace(opf, "</package>", ocf.Part{Data: c.opf(items)})
}

// item is a line of the manifest.
type item struct{ id, href, media, properties string }

// items are all parts of the publication, by their path.
func (c *composition) items() []item {
	items := []item{
		{"nav", "nav.xhtml", "application/xhtml+xml", "nav"},
		{"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
	}
	for _, pg := range c.Pages {
		items = append(items, item{pg.ID, pg.Href(), "application/xhtml+xml", ""})
	}
	for _, f := range c.Files {
		if f == c.Cover {
			items = append(items, item{"cover-image", f.Href(), f.Media, "cover-image"})
			continue
		}
		items = append(items, item{f.ID, f.Href(), f.Media, ""})
	}
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(a.href, b.href) })
	return items
}

// opf is the package document.
func (c *composition) opf(items []item) []byte {
	w := &packager{Buffer: make(markup.Buffer, 0, 128*len(items)), book: c} // as many bytes as an item takes, about
	dir := c.Dir.String()
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="`, c.Lang, `" dir="`, dir, `"`)
	if c.typeset() {
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

// packager writes the package document.
type packager struct {
	markup.Buffer
	book *composition
}

// spine writes the reading order: the contents stand after the title page and
// the dedication that follows it.
func (w *packager) spine() {
	listed := !w.book.ContentsInSpine()
	for _, pg := range w.book.Pages {
		if !listed && (w.book.ContentsBefore(pg) || pg.Kind == plan.BackCover) {
			w.Raw(`<itemref idref="nav"/>`, "\n")
			listed = true
		}
		w.Raw(`<itemref idref="`, pg.ID, `"/>`, "\n")
	}
	if !listed {
		w.Raw(`<itemref idref="nav"/>`, "\n")
	}
}

// guided are the parts of a book that its guide names besides the contents, by
// the types of OPF 2.0.1 §2.6.
var guided = map[roles.Role]string{
	roles.Dedication: "dedication", roles.Preface: "preface", roles.Sources: "bibliography", roles.Colophon: "colophon",
	roles.Glossary: "glossary", roles.Index: "index", roles.Notes: "notes", roles.Figures: "loi", roles.Tables: "lot",
}

// guide names the cover, the contents, the start and the parts around the text,
// for readers that know no landmarks (OPF 2.0.1 §2.6, kept as a legacy feature
// by EPUB 3.3).
func (w *packager) guide() {
	c := w.book
	w.Raw("<guide>\n")
	w.reference("cover", c.Language.Words.Cover, c.PageOf(plan.CoverPage).Href())
	w.reference("toc", c.Language.Words.Contents, "nav.xhtml")
	w.reference("text", c.Language.Screen.Start, c.Start().Href())
	for _, pg := range c.Pages {
		if !pg.Opens() {
			continue
		}
		if kind := guided[pg.Chapter.Role]; kind != "" {
			w.reference(kind, pg.Title, pg.Href())
		}
	}
	w.Raw("</guide>\n")
}

func (w *packager) reference(kind, title, href string) {
	w.Raw(`<reference type="`, kind, `" title="`, markup.Escape(title), `" href="`, href, `"/>`, "\n")
}

// hints are for readers that know no better: the cover of EPUB 2, the writing
// mode that Kindle asks for, that the fonts are meant, which Apple Books asks
// for, and who wrote the file.
func (w *packager) hints() {
	if w.book.typeset() {
		w.meta("ibooks:specified-fonts", "true")
	}
	w.Raw(`<meta name="cover" content="cover-image"/>`, "\n")
	if w.book.Dir == locale.RTL {
		w.Raw(`<meta name="primary-writing-mode" content="horizontal-rl"/>`, "\n")
	}
	if p := markup.Clean(w.book.producer); p != "" {
		w.Raw(`<meta name="generator" content="`, markup.Escape(p), `"/>`, "\n")
	}
}

// typeset tells whether the book brings fonts.
func (c *composition) typeset() bool {
	return slices.ContainsFunc(c.Files, func(f *plan.File) bool { return strings.HasPrefix(f.Media, "font/") })
}
