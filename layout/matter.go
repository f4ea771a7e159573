package layout

import (
	"slices"

	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/opening"
	"warraq/layout/vlist"
)

// sectionPages makes the pages of the ith chapter. The contents stands after
// the dedication, which nothing parts from the title page, and before the
// preface, which it lists.
func (l *layout) sectionPages(i int) {
	if i == l.Doc.Dedications() {
		l.contentsPages()
	}
	sec := &l.sections[i]
	role := sec.chapter.Role
	begins := l.mainFrom < 0 && sec.chapter.Matter != roles.Front
	if l.opensOdd(i, begins, role) {
		l.toOdd()
	}
	if begins {
		l.mainFrom = len(l.book.Pages)
	}
	from := len(l.book.Pages)
	l.openers[from] = true
	rows, head := l.rows(sec), pageHead{text: short(&sec.chapter.Attr, sec.chapter.Title), tongue: l.Doc.Meta.Tongue().Of(&sec.chapter.Attr), chapter: sec.chapter}
	switch role {
	case roles.Dedication:
		l.lower(rows)
		head.text = ""
	case roles.Part:
		l.alone[from] = true
	}
	l.chapterPages(rows, head)
	if m := opening.Picture(l.setters[0], sec.chapter); m != nil && from < len(l.book.Pages) {
		page := l.book.Pages[from]
		page.Items = slices.Insert(page.Items, 0, display.Item(m))
	}
	for at := from; at < len(l.book.Pages) && role == roles.Dedication; at++ {
		l.alone[at] = true
	}
}

// opensOdd tells whether the ith chapter begins on an odd page.
func (l *layout) opensOdd(i int, begins bool, role roles.Role) bool {
	switch l.opening {
	case openShort: // but folios that begin again at 1 do so on an odd page
		return begins && l.Doc.Setup.Folios.Front != setup.FoliosContinuous
	case setup.OpenAny:
		return i == 0 || begins || role == roles.Dedication
	}
	return true
}

// openShort is the opening of a text that is too short for blank pages: there is
// none behind the title page either.
const openShort = setup.Opening(0xff)

// fewPages is the number of pages, without blank ones, from which on a text is a
// book whose chapters open on odd pages unless its author asks for something else.
const fewPages = 8

// open decides where the chapters of a text open whose author leaves it open, by
// the pages of the first round: once, so that no later round goes back on it.
func (l *layout) open() {
	l.opening = setup.OpenOdd
	if len(l.book.Pages)-l.blanks < fewPages && l.blanks > 0 {
		l.opening, l.chosen = openShort, nil
		l.paginate()
	}
}

// contentsPages puts in the contents.
func (l *layout) contentsPages() {
	if l.front.contents == nil {
		return
	}
	if l.opening != openShort {
		l.toOdd()
	}
	l.openers[len(l.book.Pages)] = true
	l.chapterPages(l.contents(), pageHead{text: l.Labels.Contents, tongue: l.Doc.Meta.Tongue()})
}

// folioAt is the folio of page n. Where the front matter has a sequence of its
// own, the main matter begins at 1, or where it is said to, on an odd page, so that odd folios stand on
// odd pages.
func (l *layout) folioAt(n int) string {
	front := l.Doc.Setup.Folios.Front
	switch {
	case front == setup.FoliosContinuous:
		return locale.FormatInt(l.Doc.Setup.Folios.Counted(n), l.Digits)
	case l.mainFrom < 0:
		return front.Format(n, l.Digits)
	}
	return locale.FormatInt(l.Doc.Setup.Folios.Counted(n-l.mainFrom), l.Digits)
}

// lower sinks the text of a dedication to the optical middle of its page.
func (l *layout) lower(rows []vlist.Row) {
	room := (l.Style.Height() - vlist.Height(rows)) * opening.DedicationSink
	rows[0].Height += max(0, vlist.FloorTo(room, l.Style.Leading))
}
