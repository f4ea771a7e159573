package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
)

// numberNotes gives every note its number in its chapter; where notes are
// numbered by page, their numbers follow from the pages (see settled), and the
// first are guesses as wide as they will be, so that lines rarely break anew.
func (l *layout) numberNotes() {
	l.numbers = make(map[content.ID]int)
	l.numberRoom = make(map[content.ID]int)
	l.callers = make(map[content.ID]content.ID)
	l.noteDigits = make(map[content.ID]locale.Digits)
	for _, c := range l.doc.Chapters {
		on := 1
		if l.doc.Setup.Notes == content.NotesByPage {
			on = l.notesOn(c)
		}
		digits := l.doc.DigitsOf(c)
		for i, n := range c.Notes {
			l.numbers[n.ID], l.noteDigits[n.ID] = n.Number, digits
			if l.doc.Setup.Notes == content.NotesByPage {
				l.numbers[n.ID] = 1 + i%on
			}
		}
	}
}

// Guesses of how much a page holds.
const (
	oneDigit   = 9   // notes on a page have numbers as wide as 1
	unsure     = 2   // calls at the head of a page may yet go back to the page before
	letterPart = 0.4 // of the type size: how wide a letter is, with its part of the spaces
)

// notesOn guesses how many notes a page of a chapter calls, 1 for as many as
// have numbers of one digit.
func (l *layout) notesOn(c *content.Chapter) int {
	if len(c.Notes) <= oneDigit {
		return 1
	}
	letters := 0
	content.Texts(&content.Document{Chapters: []*content.Chapter{c}}, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if t, ok := in.(*content.Text); ok {
				letters += utf8.RuneCountInString(t.Value)
			}
		})
	})
	page := l.style.Measure() * l.style.Height() / (letterPart * l.style.Body * l.style.Leading)
	if on := int(float64(len(c.Notes)) * page / float64(max(1, letters))); on > oneDigit {
		return on
	}
	return 1
}

// noteNumber is the number of a note as it is printed.
func (l *layout) noteNumber(n *content.Note) string {
	return locale.FormatInt(l.numbers[n.ID], l.noteDigits[n.ID])
}

// besideNumber is the room that the number in a call leaves of the widest that it
// was: else a call might stand last on a page as (1) and first on the next as
// (10), each of which asks for the other.
func (l *layout) besideNumber(n *content.Note) string {
	room := l.numberRoom[n.ID]
	if room == 0 || !l.padded() {
		return ""
	}
	return strings.Repeat(string(figureSpace), max(0, room-digitsOf(l.numbers[n.ID])))
}

// digitsOf is how many digits a number has.
func digitsOf(n int) int { return len(strconv.Itoa(n)) }

// renumberNotes numbers the notes from 1 on each page in the order in which
// they stand, and adds those whose numbers changed.
func (l *layout) renumberNotes(changed map[content.ID]bool) {
	page, number, last := -1, 0, 0
	for _, call := range l.called {
		before := l.numbers[call.note]
		if call.page != page {
			page, number, last = call.page, 0, number
		}
		number++
		if !l.late && last >= oneDigit && number <= unsure {
			l.numberRoom[call.note] = digitsOf(last + number)
			changed[call.note] = true
		}
		if before == number {
			continue
		}
		l.numbers[call.note] = number
		changed[call.note] = true
		if l.late && digitsOf(number) < digitsOf(before) {
			l.numberRoom[call.note] = max(digitsOf(before), l.numberRoom[call.note]+1) // a face's figure space may be narrower than its digits
		}
	}
}
