package layout

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// sectionPages makes the pages of the ith chapter. The contents stands after
// the dedication, which nothing parts from the title page, and before the
// preface, which it lists.
func (l *layout) sectionPages(i int) {
	if i == l.doc.Dedications() {
		l.contentsPages()
	}
	sec := &l.sections[i]
	role := sec.chapter.Role
	begins := l.mainFrom < 0 && sec.chapter.Matter != content.Front
	if l.opensOdd(i, begins, role) {
		l.toOdd()
	}
	if begins {
		l.mainFrom = len(l.book.Pages)
	}
	from := len(l.book.Pages)
	l.openers[from] = true
	rows, head := l.rows(sec), pageHead{content.PlainText(sec.chapter.Title), l.doc.Meta.Tongue().Of(&sec.chapter.Attr)}
	switch role {
	case content.Dedication:
		l.lower(rows)
		head.text = ""
	case content.Part:
		l.alone[from] = true
	}
	l.chapterPages(rows, head)
	for at := from; at < len(l.book.Pages) && role == content.Dedication; at++ {
		l.alone[at] = true
	}
}

// opensOdd tells whether the ith chapter begins on an odd page.
func (l *layout) opensOdd(i int, begins bool, role content.Role) bool {
	switch l.opening {
	case openShort: // but folios that begin again at 1 do so on an odd page
		return begins && l.doc.Setup.Folios.Front != setup.FoliosContinuous
	case setup.OpenAny:
		return i == 0 || begins || role == content.Dedication
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
	l.chapterPages(l.contents(), pageHead{l.labels.Contents, l.doc.Meta.Tongue()})
}

// folioAt is the folio of page n. Where the front matter has a sequence of its
// own, the main matter begins at 1, on an odd page, so that odd folios stand on
// odd pages.
func (l *layout) folioAt(n int) string {
	front := l.doc.Setup.Folios.Front
	switch {
	case front == setup.FoliosContinuous:
		return locale.FormatInt(n, l.digits)
	case l.mainFrom < 0:
		return front.Format(n, l.digits)
	}
	return locale.FormatInt(n-l.mainFrom, l.digits)
}

// Where what stands alone on its page stands.
const (
	dedicationSink = 0.36 // of the room that a dedication leaves, above it
	dedicationSide = 0.14 // of the measure, free on either side
	partSink       = 0.27 // of the page, above a part's title
)

// lower sinks the text of a dedication to the optical middle of its page.
func (l *layout) lower(rows []row) {
	room := (l.style.Height() - heightOf(rows)) * dedicationSink
	rows[0].height += max(0, floorTo(room, l.style.Leading))
}

// column is where the blocks of a chapter are set: those of a dedication in
// the middle, the others in the column of the text.
func (s *setter) column(c *content.Chapter) column {
	col := s.body().attributed(&c.Attr)
	if c.Role == content.Dedication {
		side := col.width * dedicationSide
		col = col.inset(side).insetEnd(side)
		col.align, col.indent, col.flush = paragraph.Center, 0, true
	}
	return col
}

// openChapter sets what a chapter opens with: its title, and above it its
// label where titles are numbered. A dedication only says what it is to the
// outline.
func (s *setter) openChapter(c *content.Chapter) []row {
	var rows []row
	switch c.Role {
	case content.Dedication:
		return []row{{starts: []content.ID{c.ID}, notes: notesIn(c.Title)}}
	case content.Part:
		rows = s.openPart(c)
	default:
		rows = s.opener(c.Title, &c.Place)
	}
	if label := content.Label(s.doc, c); label != "" {
		s.label(&rows[0], label, c)
	}
	return rows
}

// notesIn are the notes that a title calls: where the title is not shown they
// stand on its page nonetheless.
func notesIn(title []content.Inline) []*content.Note {
	var notes []*content.Note
	content.Inlines(title, func(in content.Inline) {
		if ref, ok := in.(*content.NoteRef); ok && ref.Note != nil {
			notes = append(notes, ref.Note)
		}
	})
	return notes
}

// openPart sets the title of a part, larger than a chapter's and deeper.
func (s *setter) openPart(c *content.Chapter) []row {
	depth := max(s.style.Height()*partSink, s.style.Sink+2*s.style.Leading)
	return s.sunk(c.Title, &c.Place, s.style.Title, min(depth, s.style.Height()/3))
}

// drop lowers what stands in a row and makes the row as much higher.
func drop(r *row, by float64) {
	for i, it := range r.items {
		r.items[i] = display.Moved(it, 0, by)
	}
	r.height += by
}

// The label above a title.
const (
	labelLead = 1.5 // its leading, in its type sizes
	labelGap  = 0.3 // leadings between it and the title's own
)

// label sets the label of a chapter above its title, in the room that the
// title is sunk by.
func (s *setter) label(first *row, label string, c *content.Chapter) {
	col := s.body().attributed(&c.Attr)
	col.size, col.leading, col.align, col.indent = s.style.Sections[0].Size, s.style.Sections[0].Size*labelLead, s.style.Opener.Align, 0
	col.color, col.grid = s.style.Opener.Color, false
	rows := s.plain(label, col, c.ID)
	if len(rows) == 0 {
		return
	}
	sunk := 0.0 // of the title's own row
	if title := firstText(first.items); title != nil {
		sunk = title.Y - format.Baseline(titleLead*title.Line.Pieces[0].Style.Size)
	}
	room := heightOf(rows) + labelGap*s.style.Leading
	if lack := room - sunk; lack > 0 {
		lack = ceilTo(lack, s.style.Leading)
		drop(first, lack)
		sunk += lack
	}
	top := sunk - room
	var items []display.Item
	for i := range rows {
		for _, it := range rows[i].items {
			items = append(items, display.Moved(it, 0, top))
		}
		top += rows[i].height
	}
	first.items = append(items, first.items...)
}
