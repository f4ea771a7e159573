package pages

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/roles"
)

// entry is a line of the contents.
type entry struct {
	href, text string
	part       bool
	title      title
	under      []*entry
}

// contents is the outline of the book without what is not shown.
func contents(book *plan.Publication) []*entry {
	n := navigation{Publication: book, chapters: make(map[*content.Chapter]*plan.Page), headings: make(map[*content.Heading]headingAt)}
	for _, pg := range book.Pages {
		if pg.Opens() {
			n.chapters[pg.Chapter] = pg
		}
		for _, h := range pg.Headings {
			n.headings[h.Of] = headingAt{h, pg}
		}
	}
	return n.entries(content.OutlineOf(book.Doc))
}

// navigation finds what the entries of the contents lead to.
type navigation struct {
	*plan.Publication
	chapters map[*content.Chapter]*plan.Page
	headings map[*content.Heading]headingAt
}

// headingAt is a heading on a page.
type headingAt struct {
	plan.Heading
	page *plan.Page
}

// entries are those of divisions. What stands under one that has no title stands in
// its place.
func (n navigation) entries(outline []*content.Outline) (list []*entry) {
	for _, o := range outline {
		if !o.Chapter.Role.Shown() || n.Doc.Setup.ContentsDepth > 0 && o.Level > n.Doc.Setup.ContentsDepth {
			continue
		}
		under := n.entries(o.Under)
		h, titled := n.headings[o.Heading]
		switch {
		case o.Heading == nil:
			pg := n.chapters[o.Chapter]
			list = append(list, &entry{href: pg.Href(), text: pg.Title, part: o.IsPart(), title: titleOf(n.Publication, pg), under: under})
		case titled:
			list = append(list, &entry{href: h.page.Href() + "#" + h.ID, text: h.Text, title: title{"", h.Text, h.Tongue}, under: under})
		default:
			list = append(list, under...)
		}
	}
	return list
}

// Nav is the navigation document.
func Nav(book *plan.Publication) []byte {
	w := NewWriter(book)
	w.document(book.Language.Words.Contents, "frontmatter", "", func() {
		w.beforeContents()
		w.Raw(`<nav class="toc" epub:type="toc" role="doc-toc" id="toc" aria-label="`, markup.Escape(book.Language.Words.Contents), "\">\n<h1>")
		w.Text(book.Language.Words.Contents)
		w.Raw("</h1>\n")
		w.entries(contents(book))
		w.Raw("</nav>\n")
		w.pageList(book.PageLinks())
		w.landmarks()
	})
	return w.broken()
}

// entries writes one level of the contents.
func (w *Writer) entries(list []*entry) {
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
func (w *Writer) landmarks() {
	book := w.book
	w.Raw(`<nav epub:type="landmarks" hidden="hidden" aria-label="`, markup.Escape(book.Language.Screen.Landmarks), "\">\n<h2>")
	w.Text(book.Language.Screen.Landmarks)
	w.Raw("</h2>\n<ol>\n")
	mark := func(epubType, href string, t title) {
		w.Raw("<li>")
		w.leading(` epub:type="`+epubType+`" href="`+href+`"`, t)
		w.Raw("</li>\n")
	}
	mark("cover", book.Pages[0].Href(), title{"", book.Language.Words.Cover, w.around()})
	if book.Pages[1].Kind == plan.TitlePage {
		mark("titlepage", book.Pages[1].Href(), title{"", book.Language.Words.TitlePage, w.around()})
	}
	for _, pg := range book.Pages {
		if pg.Opens() && marked[pg.Chapter.Role] && pg.Chapter.Matter == roles.Front {
			mark(semanticsOf[pg.Chapter.Role].epubType, pg.Href(), titleOf(book, pg))
		}
	}
	if pg := book.Start(); pg != nil {
		mark("bodymatter", pg.Href(), title{"", book.Language.Screen.Start, w.around()})
	}
	for _, pg := range book.Pages {
		if pg.Opens() && marked[pg.Chapter.Role] && pg.Chapter.Matter != roles.Front {
			mark(semanticsOf[pg.Chapter.Role].epubType, pg.Href(), titleOf(book, pg))
		}
	}
	w.Raw("</ol>\n</nav>\n")
}

// marked are the roles that readers look for besides the text.
var marked = map[roles.Role]bool{
	roles.Notes: true, roles.Figures: true, roles.Tables: true,
}
