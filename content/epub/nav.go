package epub

import (
	"cmp"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/setup"
)

// navigate writes both tables of contents whole: nav.xhtml (EPUB 3.3 §7) and
// toc.ncx, for readers of EPUB 2.
func navigate(p ocf.Parts, e *edition) error {
	if err := p.Replace(root+"nav.xhtml", `epub:type="toc"`, ocf.Part{Data: e.nav()}); err != nil {
		return err
	}
	return p.Replace(root+"toc.ncx", "<navMap>", ocf.Part{Data: e.ncx()})
}

// entry is a line of the contents.
type entry struct {
	href, text string
	part       bool
	title      title
	under      []*entry
}

// contents is the outline of the book without what is not shown.
func (e *edition) contents() []*entry {
	n := navigation{edition: e, chapters: make(map[*content.Chapter]*page), headings: make(map[*content.Heading]headingAt)}
	for _, pg := range e.pages {
		if pg.opens() {
			n.chapters[pg.chapter] = pg
		}
		for _, h := range pg.headings {
			n.headings[h.of] = headingAt{h, pg}
		}
	}
	return n.entries(content.OutlineOf(e.doc))
}

// navigation finds what the entries of the contents lead to.
type navigation struct {
	*edition
	chapters map[*content.Chapter]*page
	headings map[*content.Heading]headingAt
}

// headingAt is a heading on a page.
type headingAt struct {
	heading
	page *page
}

// entries are those of divisions. What stands under one that has no title stands in
// its place.
func (n navigation) entries(outline []*content.Outline) (list []*entry) {
	for _, o := range outline {
		if !o.Chapter.Role.Shown() {
			continue
		}
		under := n.entries(o.Under)
		h, titled := n.headings[o.Heading]
		switch {
		case o.Heading == nil:
			pg := n.chapters[o.Chapter]
			list = append(list, &entry{href: pg.href(), text: pg.title, part: o.IsPart(), title: n.titleOf(pg), under: under})
		case titled:
			list = append(list, &entry{href: h.page.href() + "#" + h.id, text: h.text, title: title{"", h.text, h.tongue}, under: under})
		default:
			list = append(list, under...)
		}
	}
	return list
}

// nav is the navigation document.
func (e *edition) nav() []byte {
	w := &writer{e: e, lang: e.lang, dir: e.dir}
	w.document(e.language.Words.Contents, "frontmatter", "", func() {
		w.beforeContents()
		w.Raw(`<nav class="toc" epub:type="toc" role="doc-toc" id="toc" aria-label="`, markup.Escape(e.language.Words.Contents), "\">\n<h1>")
		w.Text(e.language.Words.Contents)
		w.Raw("</h1>\n")
		w.entries(e.contents())
		w.Raw("</nav>\n")
		w.pageList(e.pageLinks())
		w.landmarks()
	})
	return w.broken()
}

// entries writes one level of the contents.
func (w *writer) entries(list []*entry) {
	w.Raw("<ol>\n")
	for _, n := range list {
		w.Raw("<li", pick(n.part, ` class="part"`, ""), ">")
		w.leading(` href="`+n.href+`"`, n.title)
		if len(n.under) > 0 {
			w.Raw("\n")
			w.entries(n.under)
		}
		w.Raw("</li>\n")
	}
	w.Raw("</ol>\n")
}

// landmarks writes the points a reader jumps to: hidden on the page, there for
// reading systems. Others the package names in its guide: a link cannot have the
// role of the contents, a preface or a glossary that goes with such a type (ARIA
// in HTML, a), nor the list of entries that epubcheck-ts expects in whatever is
// called index.
func (w *writer) landmarks() {
	e := w.e
	w.Raw(`<nav epub:type="landmarks" hidden="hidden" aria-label="`, markup.Escape(e.language.Screen.Landmarks), "\">\n<h2>")
	w.Text(e.language.Screen.Landmarks)
	w.Raw("</h2>\n<ol>\n")
	mark := func(epubType, href string, t title) {
		w.Raw("<li>")
		w.leading(` epub:type="`+epubType+`" href="`+href+`"`, t)
		w.Raw("</li>\n")
	}
	mark("cover", e.pages[0].href(), title{"", e.language.Words.Cover, w.around()})
	if e.pages[1].kind == titlePage {
		mark("titlepage", e.pages[1].href(), title{"", e.language.Words.TitlePage, w.around()})
	}
	for _, pg := range e.pages {
		if pg.opens() && marked[pg.chapter.Role] && pg.chapter.Matter == content.Front {
			mark(semanticsOf[pg.chapter.Role].epubType, pg.href(), e.titleOf(pg))
		}
	}
	if pg := e.start(); pg != nil {
		mark("bodymatter", pg.href(), title{"", e.language.Screen.Start, w.around()})
	}
	for _, pg := range e.pages {
		if pg.opens() && marked[pg.chapter.Role] && pg.chapter.Matter != content.Front {
			mark(semanticsOf[pg.chapter.Role].epubType, pg.href(), e.titleOf(pg))
		}
	}
	w.Raw("</ol>\n</nav>\n")
}

// marked are the roles that readers look for besides the text.
var marked = map[content.Role]bool{
	content.Notes: true, content.Figures: true, content.Tables: true,
}

// start is where the text begins: the first chapter of the body, else the
// first of any kind.
func (e *edition) start() *page {
	var first *page
	for _, pg := range e.pages {
		if pg.kind != chapterPage {
			continue
		}
		if pg.chapter.Matter == content.Main {
			return pg
		}
		if first == nil {
			first = pg
		}
	}
	return first
}

// ncx is the table of contents of EPUB 2 (OPF 2.0.1 §2.4.1).
func (e *edition) ncx() []byte {
	list, pages := e.contents(), e.pageLinks()
	w := &writer{e: e}
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="`, e.lang, `" dir="`, e.dir.String(), `">
<head>
<meta name="dtb:uid" content="`, markup.Escape(e.id), `"/>
<meta name="dtb:depth" content="`, itoa(depth(list)), `"/>
<meta name="dtb:totalPageCount" content="`, itoa(len(pages)), `"/>
<meta name="dtb:maxPageNumber" content="`, itoa(lastPage(pages)), `"/>
</head>
`)
	w.labelled("docTitle", e.title())
	for _, a := range e.doc.Meta.Authors {
		if a = markup.Clean(a); a != "" {
			w.labelled("docAuthor", a)
		}
	}
	w.Raw("<navMap>\n")
	order := 0
	w.navPoints(list, &order)
	w.Raw("</navMap>\n")
	w.pageTargets(pages, order)
	w.Raw("</ncx>\n")
	return w.Buffer
}

// title is the book's title, never empty.
func (e *edition) title() string {
	return cmp.Or(markup.Clean(e.doc.Meta.Title), cmp.Or(markup.Clean(e.doc.Meta.Name), e.pageOf(chapterPage).title))
}

// pageOf is the first page of a kind.
func (e *edition) pageOf(kind pageKind) *page {
	for _, pg := range e.pages {
		if pg.kind == kind {
			return pg
		}
	}
	return nil
}

// labelled writes a text of the NCX in the element called tag.
func (w *writer) labelled(tag, text string) {
	w.Raw("<", tag, "><text>")
	w.Text(text)
	w.Raw("</text></", tag, ">\n")
}

// navPoints writes one level; order counts through the whole book.
func (w *writer) navPoints(list []*entry, order *int) {
	for _, n := range list {
		*order++
		w.Raw(`<navPoint id="np-`, itoa(*order), `" playOrder="`, itoa(*order), "\">\n")
		w.labelled("navLabel", n.text)
		w.Raw(`<content src="`, n.href, "\"/>\n")
		w.navPoints(n.under, order)
		w.Raw("</navPoint>\n")
	}
}

// depth is the number of levels.
func depth(list []*entry) int {
	d := 0
	for _, n := range list {
		d = max(d, depth(n.under))
	}
	return d + min(len(list), 1)
}

// contentsInSpine tells whether the contents is a page of the book.
func (e *edition) contentsInSpine() bool { return e.doc.Setup.Contents == setup.On }
