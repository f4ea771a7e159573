package pages

import (
	"strconv"

	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
)

// NCX is the table of contents of EPUB 2 (OPF 2.0.1 §2.4.1).
func NCX(book *plan.Publication) []byte {
	list, pages := contents(book), book.PageLinks()
	w := newLister(book, 192)
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="`, book.Lang, `" dir="`, book.Dir.String(), `">
<head>
<meta name="dtb:uid" content="`, markup.Escape(book.ID), `"/>
<meta name="dtb:depth" content="`, strconv.Itoa(depth(list)), `"/>
<meta name="dtb:totalPageCount" content="`, strconv.Itoa(len(pages)), `"/>
<meta name="dtb:maxPageNumber" content="`, strconv.Itoa(lastPage(pages)), `"/>
</head>
`)
	w.labelled("docTitle", book.Title())
	for _, a := range book.Doc.Meta.Authors {
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

// labelled writes a text of the NCX in the element called tag.
func (w *Writer) labelled(tag, text string) {
	w.Raw("<", tag, "><text>")
	w.Text(text)
	w.Raw("</text></", tag, ">\n")
}

// navPoints writes one level; order counts through the whole book.
func (w *Writer) navPoints(list []*entry, order *int) {
	for _, n := range list {
		*order++
		w.Raw(`<navPoint id="np-`, strconv.Itoa(*order), `" playOrder="`, strconv.Itoa(*order), "\">\n")
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

// pageTargets writes the page list of EPUB 2; order goes on from the contents.
func (w *Writer) pageTargets(links []plan.PageLink, order int) {
	if len(links) == 0 {
		return
	}
	w.Raw("<pageList>\n")
	w.labelled("navLabel", w.book.Language.Screen.Pages)
	for _, l := range links {
		order++
		w.Raw(`<pageTarget id="pt-`, strconv.Itoa(l.Number), `" type="`, pick(l.Front, "front", "normal"), `" value="`, strconv.Itoa(l.Value), `" playOrder="`, strconv.Itoa(order), "\">\n")
		w.labelled("navLabel", markup.Clean(l.Folio))
		w.Raw(`<content src="`, l.Href, "\"/>\n</pageTarget>\n")
	}
	w.Raw("</pageList>\n")
}

// lastPage is the greatest number among the pages.
func lastPage(links []plan.PageLink) int {
	n := 0
	for _, l := range links {
		n = max(n, l.Value)
	}
	return n
}
