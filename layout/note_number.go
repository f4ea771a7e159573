package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// findDigits finds the digits of the numbers of notes.
func (m *manuscript) findDigits() {
	m.noteDigits = make(map[content.ID]locale.Digits)
	for _, c := range m.doc.Chapters {
		digits := m.doc.DigitsOf(c)
		for _, n := range c.Notes {
			m.noteDigits[n.ID] = digits
		}
	}
}

// firstNumbers gives every note its number in its chapter; where notes are
// numbered by page, their numbers follow from the pages (see settled), and the
// first are guesses as wide as they will be, so that lines rarely break anew.
func (m *manuscript) firstNumbers() map[content.ID]int {
	numbers := make(map[content.ID]int)
	for _, c := range m.doc.Chapters {
		on := 1
		if m.doc.Setup.Notes == setup.NotesByPage {
			on = m.notesOn(c)
		}
		for i, n := range c.Notes {
			numbers[n.ID] = n.Number
			if m.doc.Setup.Notes == setup.NotesByPage {
				numbers[n.ID] = 1 + i%on
			}
		}
	}
	return numbers
}

// Guesses of how much a page holds.
const (
	oneDigit   = 9   // notes on a page have numbers as wide as 1
	unsure     = 2   // calls at the head of a page may yet go back to the page before
	letterPart = 0.4 // of the type size: how wide a letter is, with its part of the spaces
)

// notesOn guesses how many notes a page of a chapter calls, 1 for as many as
// have numbers of one digit.
func (m *manuscript) notesOn(c *content.Chapter) int {
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
	page := m.style.Measure() * m.style.Height() / (letterPart * m.style.Body * m.style.Leading)
	if on := int(float64(len(c.Notes)) * page / float64(max(1, letters))); on > oneDigit {
		return on
	}
	return 1
}

// noteNumber is the number of a note as it is printed.
func (t *settling) noteNumber(n *content.Note) string {
	return locale.FormatInt(t.numbers[n.ID], t.noteDigits[n.ID])
}

// besideNumber is the room that the number in a call leaves of the widest that it
// was: else a call might stand last on a page as (1) and first on the next as
// (10), each of which asks for the other.
func (t *settling) besideNumber(n *content.Note) string {
	room := t.numberRoom[n.ID]
	if room == 0 || !t.padded() {
		return ""
	}
	return strings.Repeat(string(figureSpace), max(0, room-digitsOf(t.numbers[n.ID])))
}

// digitsOf is how many digits a number has.
func digitsOf(n int) int { return len(strconv.Itoa(n)) }

// renumberNotes numbers the notes from 1 on each page in the order in which
// they stand, and adds those whose numbers changed.
func (t *settling) renumberNotes(calls []noteCall, changed map[content.ID]bool) {
	page, number, last := -1, 0, 0
	for _, call := range calls {
		before := t.numbers[call.note]
		if call.page != page {
			page, number, last = call.page, 0, number
		}
		number++
		if !t.late && last >= oneDigit && number <= unsure {
			t.numberRoom[call.note] = digitsOf(last + number)
			changed[call.note] = true
		}
		if before == number {
			continue
		}
		t.numbers[call.note] = number
		changed[call.note] = true
		if t.late && digitsOf(number) < digitsOf(before) {
			t.numberRoom[call.note] = max(digitsOf(before), t.numberRoom[call.note]+1) // a face's figure space may be narrower than its digits
		}
	}
}
