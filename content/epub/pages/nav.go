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
	w := newLister(book, 96)
	w.document(book.Language.Words.Contents, "frontmatter", "", func() {
		w.contents("h1")
		w.pageList(book.PageLinks())
		w.landmarks()
	})
	return w.broken()
}

// newLister is a writer with room for a list of the documents of a publication and of
// the pages of print, so many bytes an entry.
func newLister(book *plan.Publication, entry int) *Writer {
	w, n := NewWriter(book), len(book.Pages)
	for _, pg := range book.Pages {
		n += len(pg.Breaks)
	}
	w.Buffer = make(markup.Buffer, 0, entry*n)
	return w
}

// Contents is the list of the contents alone, its heading one of rank 2.
func Contents(book *plan.Publication) []byte {
	w := NewWriter(book)
	w.contents("h2")
	return w.broken()
}

// contents writes the list of the contents with its heading.
func (w *Writer) contents(heading string) {
	w.beforeContents()
	words := &w.book.Language.Words
	w.Raw(`<nav class="toc" epub:type="toc" role="doc-toc" id="toc" aria-label="`, markup.Escape(words.Contents), "\">\n<", heading, ">")
	w.Text(words.Contents)
	w.Raw("</", heading, ">\n")
	w.entries(contents(w.book))
	w.Raw("</nav>\n")
}

// Sections is a list of the sections on a page, of the highest rank there is; nothing
// for fewer than two.
func Sections(book *plan.Publication, pg *plan.Page) []byte {
	highest := 6
	for _, h := range pg.Headings {
		highest = min(highest, h.Of.Level)
	}
	var list []*entry
	for _, h := range pg.Headings {
		if h.Of.Level == highest {
			list = append(list, &entry{href: "#" + h.ID, title: title{"", h.Text, h.Tongue}})
		}
	}
	if len(list) < 2 {
		return nil
	}
	w := NewWriter(book)
	w.entries(list)
	return w.Buffer
}

// LinkTo is an a of the title of a page; attrs says where it leads.
func LinkTo(book *plan.Publication, pg *plan.Page, attrs string) []byte {
	t := title{"", pg.Title, content.Tongue{Lang: book.Lang, Dir: book.Dir}}
	if pg.Opens() {
		t = titleOf(book, pg)
	}
	w := NewWriter(book)
	w.leading(attrs, t)
	return w.Buffer
}

// PageList is the list of the pages of print, a link each; nothing for a book without.
func PageList(book *plan.Publication) []byte {
	links := book.PageLinks()
	if len(links) == 0 {
		return nil
	}
	w := NewWriter(book)
	w.pageLinks(links)
	return w.Buffer
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
