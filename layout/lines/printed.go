package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/manuscript"
)

// Folio is where something stands: the index of its page and the folio of that,
// and how many digits' room it is to have.
type Folio struct {
	Page int
	Text string
	Room int
}

// guess is what is printed in the first round, as wide as most folios are. Where
// the true one is narrower, the text after it moves to earlier pages in the
// second round, where wider, to later ones: away from the folios of another
// width, so that it rarely takes a third.
const guess = 88

// Folio is the folio of a part of the book as it is printed in this round.
func (s *Speller) Folio(id content.ID) string {
	f := s.FolioOf(id)
	if pad := f.Room - utf8.RuneCountInString(f.Text); pad > 0 && s.book.Padded() {
		return f.Text + strings.Repeat(string(manuscript.FigureSpace), pad)
	}
	return f.Text
}

// FolioOf is where a part of the book stood in the round before; the block in
// hand is set again when that changes.
func (s *Speller) FolioOf(id content.ID) Folio {
	s.printed = append(s.printed, id)
	if f, known := s.FolioBefore(id); known {
		return f
	}
	return Folio{Page: -1, Text: locale.FormatInt(guess, s.book.Digits)}
}

// AsPrinted is what the setting of a block may ask of it.
type AsPrinted interface {
	NoteNumber(n *content.Note) string
	BesideNumber(n *content.Note) string
	FolioBefore(id content.ID) (f Folio, known bool)
	KeepsBreaks() bool
}

// Follows tells whether one folio is the next after another: of the same kind,
// on the next page.
func (f Folio) Follows(before Folio) bool {
	return f.Page == before.Page+1 && before.Page >= 0 && isNumber(f.Text) == isNumber(before.Text)
}

func isNumber(folio string) bool {
	r, _ := utf8.DecodeRuneInString(folio)
	return unicode.IsDigit(r)
}
