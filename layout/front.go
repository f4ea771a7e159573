package layout

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/opening"
	"warraq/layout/vlist"
)

// frontRows are what stands before the chapters on its way to pages; nil where the
// book has none.
type frontRows struct {
	halfTitle          *blockRows
	titlePage, imprint *blockRows
	contents           *blockRows   // its title
	entries            []*blockRows // one each
}

// flowFront makes the jobs of what stands before the chapters.
func (l *layout) flowFront(add func(set func(*blocks.Setter) []vlist.Row) *blockRows) {
	block := func(b content.Block) *blockRows {
		return add(func(s *blocks.Setter) []vlist.Row { return opening.Front(s, b) })
	}
	f := &l.Doc.Front
	if f.HalfTitle != nil {
		l.front.halfTitle = add(func(s *blocks.Setter) []vlist.Row { return opening.HalfTitle(s, f.HalfTitle) })
	}
	if f.TitlePage != nil {
		l.front.titlePage = block(f.TitlePage)
	}
	if f.Imprint != nil {
		l.front.imprint = block(f.Imprint)
	}
	if f.Contents == nil {
		return
	}
	l.front.contents = block(f.Contents)
	for _, e := range f.Contents.Entries {
		l.front.entries = append(l.front.entries, add(func(s *blocks.Setter) []vlist.Row { return opening.Entry(s, e) }))
	}
}

// frontMatter makes the half-title, the title page, which faces nothing, and the imprint
// on its back.
func (l *layout) frontMatter() {
	if l.front.halfTitle != nil {
		l.chapterPages(l.front.halfTitle.rows, pageHead{})
		if l.opening != openShort {
			l.toOdd()
		}
	}
	for _, b := range [...]*blockRows{l.front.titlePage, l.front.imprint} {
		if b != nil {
			l.chapterPages(b.rows, pageHead{})
		}
	}
	l.bare = len(l.book.Pages)
}

// contents strings the title of the contents and its entries together.
func (l *layout) contents() []vlist.Row {
	entries := l.Doc.Front.Contents.Entries
	rows := make([]vlist.Row, 0, len(l.front.contents.rows)+len(entries)) // most are of one line
	rows = append(rows, l.front.contents.rows...)
	for i, e := range entries {
		at := len(rows)
		rows = append(rows, l.front.entries[i].rows...)
		if i == 0 || at == len(rows) {
			continue
		}
		first := &rows[at]
		switch {
		case e.Level > 1:
		case e.Apart:
			first.Space = l.Style.Leading / 2
		default:
			first.Space = l.Style.Leading / 4
		}
		switch left := len(entries) - i; {
		case leadsTo(entries[i-1], e):
			first.Penalty = vlist.Infinite
		case left < vlist.LeastRows: // on a page of their own
			first.Penalty += vlist.WidowPrice / left
		}
	}
	return rows
}

// leadsTo tells an entry that is not parted from the next: a part from its first
// chapter, and a chapter from its first section.
func leadsTo(e, next *content.Entry) bool { return e.Level == 0 || e.Level < next.Level }
