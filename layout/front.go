package layout

import (
	"warraq/content"
)

// frontRows are what stands before the chapters on its way to pages; nil where the
// book has none.
type frontRows struct {
	titlePage, imprint *blockRows
	contents           *blockRows   // its title
	entries            []*blockRows // one each
}

// flowFront makes the jobs of what stands before the chapters.
func (l *layout) flowFront(add func(set func(*blockSetter) []row) *blockRows) {
	block := func(b content.Block) *blockRows {
		return add(func(s *blockSetter) []row { return frontBlock(s, b) })
	}
	f := &l.doc.Front
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
		l.front.entries = append(l.front.entries, add(func(s *blockSetter) []row { return entry(s, e) }))
	}
}

// frontMatter makes the title page and the imprint on its back.
func (l *layout) frontMatter() {
	for _, b := range [...]*blockRows{l.front.titlePage, l.front.imprint} {
		if b != nil {
			l.chapterPages(b.rows, pageHead{})
		}
	}
	l.bare = len(l.book.Pages)
}

// contents strings the title of the contents and its entries together.
func (l *layout) contents() []row {
	rows := append([]row(nil), l.front.contents.rows...)
	entries := l.doc.Front.Contents.Entries
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
			first.space = l.style.Leading / 2
		default:
			first.space = l.style.Leading / 4
		}
		if leadsTo(entries[i-1], e) {
			first.penalty = infinite
		}
	}
	return rows
}

// leadsTo tells an entry that is not parted from the next: a part from its first
// chapter, and a chapter from its first section.
func leadsTo(e, next *content.Entry) bool { return e.Level == 0 || e.Level < next.Level }
