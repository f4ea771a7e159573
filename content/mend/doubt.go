package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
)

// Slips that only their author can mend. They are found in the same runs as those
// that [content.Normalize] mends.

// worthADoubt is the quick look at one byte of a text: false means that none of
// these slips is here.
func worthADoubt(s string, i int) bool {
	switch c := s[i]; {
	case c == '"':
		return true
	case c <= '9': // a digit
		return i > 1 && s[i-2] >= 0xd9 && arabicDigitAt(s, i-2) || arabicDigitAt(s, i+1)
	case c == 0xe2:
		return i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x8b && s[i+2] <= 0x8d
	case c == 0xef:
		return i+2 < len(s) && s[i+1] == 0xbf && s[i+2] >= 0xbc
	}
	return false
}

// arabicDigitAt tells whether an Arabic digit, of either row, begins at byte i.
func arabicDigitAt(s string, i int) bool {
	if i < 0 || i+1 >= len(s) {
		return false
	}
	return s[i] == 0xd9 && s[i+1] >= 0xa0 && s[i+1] <= 0xa9 || s[i] == 0xdb && s[i+1] >= 0xb0 && s[i+1] <= 0xb9
}

// doubts finds these slips in a run.
func doubts(s string) (found []slip) {
	quote := -1 // where the last straight quotation mark without a partner is
	for i := 0; i < len(s); i++ {
		if s[i] != '"' && (s[i] < '0' || s[i] > '9') && s[i] != 0xe2 && s[i] != 0xef {
			continue
		}
		switch c := s[i]; {
		case c == '"' && quote < 0:
			quote = i
		case c == '"':
			if first, _ := utf8.DecodeRuneInString(s[quote+1:]); isArabic(first) {
				found = append(found, slip{straightQuote, quote, i + 1})
			}
			quote = -1
		case c <= '9' && worthADoubt(s, i):
			if n := len(found); n == 0 || found[n-1].kind != mixedDigits || strings.ContainsAny(s[found[n-1].end:i], " \x00") {
				found = append(found, slip{mixedDigits, i, i + 1})
			}
		case c == 0xe2 && worthADoubt(s, i):
			if unseen(s, i) {
				found = append(found, slip{unseenSign, i, i + 3})
			}
		case c == 0xef && worthADoubt(s, i):
			found = append(found, slip{lostSign, i, i + 3})
		}
	}
	return found
}

// unseen tells a sign without width that does nothing: a space of no width beside
// an Arabic letter, where a line must not end, and a joiner or a non-joiner that
// stands beside no letter or is there twice.
func unseen(s string, i int) bool {
	sign := s[i : i+3]
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+3:])
	switch {
	case sign == "\u200b":
		return isArabic(before) || isArabic(after)
	case strings.HasPrefix(s[i+3:], sign):
		return true
	}
	beside := func(r rune) bool { return char.IsLetter(r) || char.IsMark(r) || r == tatweel }
	return !beside(before) && !beside(after) && (unicode.Is(unicode.Arabic, before) || before == ' ' || after == ' ')
}

// openings are brackets and quotation marks that want a partner.
type openings struct {
	kind       slipKind
	open, shut string
	waiting    []content.Problem // those that nothing has closed yet
}

// look finds in a run a bracket without a partner. One that a later paragraph
// closes is none.
func (o *openings) look(joined string, tell func(slip) content.Problem) {
	var open []int
	for i := 0; i < len(joined); i++ {
		switch rest := joined[i:]; {
		case strings.HasPrefix(rest, o.open) && !(i > 0 && (joined[i-1] == ':' || joined[i-1] == ';')):
			open = append(open, i)
		case !strings.HasPrefix(rest, o.shut):
		case len(open) > 0:
			open = open[:len(open)-1]
		case len(o.waiting) > 0:
			o.waiting = o.waiting[:len(o.waiting)-1]
		}
	}
	for _, i := range open {
		o.waiting = append(o.waiting, tell(slip{o.kind, i, i + len(o.open)}))
	}
}
