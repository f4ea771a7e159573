package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
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

// asPrinted is what the setting of a block may ask of it.
type asPrinted interface {
	noteNumber(n *content.Note) string
	besideNumber(n *content.Note) string
	folioBefore(id content.ID) (f folio, known bool)
	keepsBreaks() bool
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
