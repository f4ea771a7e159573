package plan

import (
	"slices"
	"strconv"

	"warraq/content"
	"warraq/content/epub/markup"
)

// place is a run of text of a part of the document.
type place struct {
	id  content.ID
	run content.Run
}

// PageBreak is a page break that was written into a document.
type PageBreak struct {
	*content.PageStart
	At    int  // the byte of the document, before there were any
	Block bool // it stands between blocks
}

// planBreaks sorts the beginnings of pages by the runs they lie in.
func (book *Publication) planBreaks() {
	book.starts = make(map[place][]*content.PageStart, len(book.opt.Pages))
	for i := range book.opt.Pages {
		p := &book.opt.Pages[i]
		if markup.Clean(p.Folio) != "" { // a page without a name cannot be asked for
			at := place{p.ID, p.Run}
			book.starts[at] = append(book.starts[at], p)
		}
	}
}

// StartsIn are the pages that begin in a run of text, in order.
func (book *Publication) StartsIn(id content.ID, run content.Run) []*content.PageStart {
	if len(book.starts) == 0 {
		return nil
	}
	return book.starts[place{id, run}]
}

// Anchor is the id of a page break: folios may come twice.
func (b PageBreak) Anchor() string { return "page-" + strconv.Itoa(b.Number) }

// PageLink is an entry of the page list.
type PageLink struct {
	*content.PageStart
	Href string
}

// PageLinks are the page breaks of the book in reading order. They are known
// once its documents are written.
func (book *Publication) PageLinks() []PageLink {
	links := make([]PageLink, 0, len(book.opt.Pages))
	add := func(href string, breaks []PageBreak) {
		for _, b := range breaks {
			links = append(links, PageLink{b.PageStart, href + "#" + b.Anchor()})
		}
	}
	listed := !book.ContentsInSpine()
	for _, pg := range book.Pages {
		if !listed && book.ContentsBefore(pg) {
			add(book.ContentsHref(), book.navBreaks())
			listed = true
		}
		add(pg.Href(), pg.Breaks)
	}
	if !listed {
		add(book.ContentsHref(), book.navBreaks())
	}
	return links
}

// HasPageLinks tells whether there are any, without making them.
func (book *Publication) HasPageLinks() bool {
	return len(book.navBreaks()) > 0 || slices.ContainsFunc(book.Pages, func(pg *Page) bool { return len(pg.Breaks) > 0 })
}

// navBreaks are the page breaks of the contents: those of pages that begin with it.
func (book *Publication) navBreaks() (breaks []PageBreak) {
	front := book.Doc.Front.Contents
	if front == nil {
		return nil
	}
	for _, p := range book.StartsIn(front.ID, content.OwnRun) {
		if p.Letters == 0 {
			breaks = append(breaks, PageBreak{p, 0, true})
		}
	}
	return breaks
}
