package layout

import (
	"slices"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/lines"
	"warraq/layout/manuscript"
	"warraq/layout/vlist"
)

// maxRounds bounds the settling of numbers that depend on pages: folios in the
// contents, in references, lists and index, and notes numbered by page. The
// first round has to guess them, the second has those of the first, and the
// third those of an index that had to grow. Where they still chase each other
// (9 makes a line shorter, so that 10 is right, which makes it longer),
// lateRounds follow, and a folio or the number of a note then keeps the room of
// the widest it was.
const (
	maxRounds  = 3
	lateRounds = 9
)

// settling is what the book prints of its pages. It changes from round to round, and
// settle alone writes it.
type settling struct {
	*manuscript.Manuscript
	numbers    map[content.ID]int         // of notes, as printed
	numberRoom map[content.ID]int         // digits that the call of a note has room for, if more than its number has
	folios     map[content.ID]lines.Folio // of what others refer to, as printed
	late       bool                       // texts that are set again break as before
}

func newSettling(m *manuscript.Manuscript) *settling {
	return &settling{Manuscript: m, numbers: firstNumbers(m), numberRoom: make(map[content.ID]int)}
}

// FolioBefore is where a part of the book stood in the round before.
func (t *settling) FolioBefore(id content.ID) (f lines.Folio, known bool) {
	f, known = t.folios[id]
	return f, known
}

// KeepsBreaks tells that texts that are set again break as before.
func (t *settling) KeepsBreaks() bool { return t.late }

// settle makes the pages, until the numbers on them stand still.
func (l *layout) settle() {
	l.rise()
	for round := 1; ; round++ {
		if l.paginate(); l.tooMany() {
			return
		}
		if l.opening == setup.OpenAuto {
			l.open()
		}
		if l.settled(round) || round == maxRounds+lateRounds {
			l.book.Rounds, l.book.MainFrom = round, l.mainFrom
			return
		}
	}
}

// settled checks the numbers that were printed against the pages as they are
// now, and sets anew the blocks that print what has changed. It tells whether
// nothing has.
func (l *layout) settled(round int) bool {
	l.late = round > 1 // from now on lines and pages end where they do, and only the numbers change
	changed := l.newFolios(round)
	if l.Doc.Setup.Notes == setup.NotesByPage {
		l.renumberNotes(l.called, changed)
	}
	if len(changed) == 0 {
		return true
	}
	var again []*blockRows
	for _, b := range l.jobs {
		if changed[b.note] || b.calls(changed) || slices.ContainsFunc(b.prints, func(id content.ID) bool { return changed[id] }) {
			again = append(again, b)
		}
	}
	l.set(again)
	return false
}

// newFolios finds the folio of everything that the book refers to, and tells
// for what it is another than was printed.
func (l *layout) newFolios(round int) (changed map[content.ID]bool) {
	changed = make(map[content.ID]bool)
	before := l.folios
	l.folios = make(map[content.ID]lines.Folio, len(before))
	find := func(id content.ID) {
		if _, known := l.folios[id]; known {
			return
		}
		page := l.pageOf(id)
		f := lines.Folio{Page: page, Text: l.book.Pages[page].Folio}
		if round > 1 { // no longer a guess
			f.Room = max(before[id].Room, utf8.RuneCountInString(before[id].Text))
		}
		l.folios[id] = f
		if f.Text != before[id].Text || f.Page != before[id].Page {
			changed[id] = true
		}
	}
	for _, b := range l.jobs {
		for _, id := range b.prints {
			find(id)
		}
	}
	return changed
}

// pageOf is the index of the page on which a part begins: for one that leaves
// nothing on the pages, that of the part before it.
func (l *layout) pageOf(id content.ID) int {
	for ; id > 0; id-- {
		if spot, ok := l.book.Spots[id]; ok {
			return spot.Page
		}
	}
	return 0
}

func (b *blockRows) calls(changed map[content.ID]bool) bool {
	return b.any(func(r *vlist.Row) bool { return r.CallsAny(changed) })
}
