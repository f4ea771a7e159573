package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
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

// folio is where something stands: the index of its page and the folio of that,
// and how many digits' room it is to have.
type folio struct {
	page int
	text string
	room int
}

// guess is what is printed in the first round, as wide as most folios are. Where
// the true one is narrower, the text after it moves to earlier pages in the
// second round, where wider, to later ones: away from the folios of another
// width, so that it rarely takes a third.
const guess = 88

// figureSpace is as wide as a digit.
const figureSpace = '\u2007'

// folio is the folio of a part of the book as it is printed in this round.
func (s *speller) folio(id content.ID) string {
	f := s.folioOf(id)
	if pad := f.room - utf8.RuneCountInString(f.text); pad > 0 && s.book.padded() {
		return f.text + strings.Repeat(string(figureSpace), pad)
	}
	return f.text
}

// folioOf is where a part of the book stood in the round before; the block in
// hand is set again when that changes.
func (s *speller) folioOf(id content.ID) folio {
	s.printed = append(s.printed, id)
	if f, known := s.folioBefore(id); known {
		return f
	}
	return folio{page: -1, text: locale.FormatInt(guess, s.book.digits)}
}

// padded tells whether the face has a space to pad folios with.
func (m *manuscript) padded() bool {
	_, ok := m.faces.Cover(fonts.Style{}, figureSpace)
	return ok
}

// settling is what the book prints of its pages. It changes from round to round, and
// settle alone writes it.
type settling struct {
	*manuscript
	numbers    map[content.ID]int   // of notes, as printed
	numberRoom map[content.ID]int   // digits that the call of a note has room for, if more than its number has
	folios     map[content.ID]folio // of what others refer to, as printed
	late       bool                 // texts that are set again break as before
}

func newSettling(m *manuscript) *settling {
	return &settling{manuscript: m, numbers: m.firstNumbers(), numberRoom: make(map[content.ID]int)}
}

// asPrinted is what the setting of a block may ask of it.
type asPrinted interface {
	noteNumber(n *content.Note) string
	besideNumber(n *content.Note) string
	folioBefore(id content.ID) (f folio, known bool)
	keepsBreaks() bool
}

// folioBefore is where a part of the book stood in the round before.
func (t *settling) folioBefore(id content.ID) (f folio, known bool) {
	f, known = t.folios[id]
	return f, known
}

// keepsBreaks tells that texts that are set again break as before.
func (t *settling) keepsBreaks() bool { return t.late }

// settle makes the pages, until the numbers on them stand still.
func (l *layout) settle() {
	l.rise()
	for round := 1; ; round++ {
		l.paginate()
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
	if l.doc.Setup.Notes == setup.NotesByPage {
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
	l.folios = make(map[content.ID]folio, len(before))
	find := func(id content.ID) {
		if _, known := l.folios[id]; known {
			return
		}
		page := l.pageOf(id)
		f := folio{page: page, text: l.book.Pages[page].Folio}
		if round > 1 { // no longer a guess
			f.room = max(before[id].room, utf8.RuneCountInString(before[id].text))
		}
		l.folios[id] = f
		if f.text != before[id].text || f.page != before[id].page {
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
	for i := range b.rows {
		if b.rows[i].callsAny(changed) {
			return true
		}
	}
	return false
}

// follows tells whether one folio is the next after another: of the same kind,
// on the next page.
func (f folio) follows(before folio) bool {
	return f.page == before.page+1 && before.page >= 0 && isNumber(f.text) == isNumber(before.text)
}

func isNumber(folio string) bool {
	r, _ := utf8.DecodeRuneInString(folio)
	return unicode.IsDigit(r)
}
