package mend

import (
	"slices"
	"strings"
	"unicode"

	"warraq/content/char"
)

// Signs without width. A search compares what is stored, so a word that has one is
// not found; most come from other programs, unseen.

// never are those that do nothing in a book wherever they stand.
var never = []rune{
	'\u034f',                     // joins no letters
	'\u115f', '\u1160', '\u3164', // Korean fillers
	'\u180e',                               // parts Mongolian
	'\u2061', '\u2062', '\u2063', '\u2064', // unseen operators
	'\u206a', '\u206b', '\u206c', '\u206d', '\u206e', '\u206f', // deprecated
	'\u2800',                     // no dot of Braille
	'\ufff9', '\ufffa', '\ufffb', // annotation
}

// unseenAlways finds a sign that never does anything, and a selector of an emoji's
// form behind a letter.
func unseenAlways(s string, i int) (slipKind, int) {
	r := runeAt(s, i)
	switch {
	case slices.Contains(never, r):
	case (r == '\ufe0e' || r == '\ufe0f') && char.IsLetter(runeBefore(s, i)) && isArabic(runeBefore(s, i)):
	default:
		return 0, 0
	}
	return unseenSign, i + len(string(r))
}

// softNowhere tells where a soft hyphen divides nothing: within an Arabic word, beside
// a blank, and behind another.
func softNowhere(before, after rune) bool {
	const soft = '\u00ad'
	return isArabic(before) && isArabic(after) || before == soft || before == ' ' || after == ' '
}

// unseen finds, among the signs from U+2000 on, one without width that does nothing,
// one that turns the direction and that nothing ends, one that parts lines or
// paragraphs, and a quotation mark of no language.
func unseen(s string, i int) (slipKind, int) {
	if i+2 >= len(s) {
		return 0, 0
	}
	before, after := runeBefore(s, i), runeAt(s, i+3)
	switch r := runeAt(s, i); {
	case turnsOn(s, i):
		return openTurn, i + 3
	case endsTurn(s, i, r):
		return shutTurn, i + 3
	case r == '\u2028' || r == '\u2029':
		return lineSign, i + 3
	case r == '‟' || r == '‛' && before != ' ':
		return oddQuote, i + 3
	case idle(s, i, r, before, after):
		return unseenSign, i + 3
	}
	return unseenAlways(s, i)
}

// idle tells a sign of three bytes at byte i that does nothing between its neighbours.
func idle(s string, i int, r, before, after rune) bool {
	part := func(r rune) bool { return char.IsLetter(r) || char.IsMark(r) || r == char.Tatweel }
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\u200e', '\u200f':
		if before == r { // told at the first
			return false
		}
		if after == r {
			return true
		}
	}
	switch r {
	case '\u200b': // where a line must not end
		return isArabic(before) || isArabic(after) || char.IsLetter(before) && char.IsLetter(after) && unicode.Is(unicode.Latin, before)
	case '\u200c': // it keeps letters apart
		return !part(before) && !part(after) && (unicode.Is(unicode.Arabic, before) || before == ' ' || after == ' ') ||
			part(before) && after == ' ' || before == ' ' && part(after) && after != char.Tatweel ||
			unicode.Is(unicode.Latin, before) && unicode.Is(unicode.Latin, after) && char.IsLetter(before) && char.IsLetter(after)
	case '\u200d':
		return !part(before) && !part(after) && (unicode.Is(unicode.Arabic, before) || before == ' ' || after == ' ')
	case '\u2060':
		return part(before) && part(after)
	case '\u200e':
		return isLeft(besideOf(s, i, 3))
	case '\u200f':
		return isRight(besideOf(s, i, 3))
	}
	return false
}

// markOfArabic finds U+061C, by its last byte, between letters that run from the right.
func markOfArabic(s string, i int) (slipKind, int) {
	if i > 0 && s[i-1] == 0xd8 && isRight(besideOf(s, i-1, 2)) {
		return unseenSign, i + 1
	}
	return 0, 0
}

// besideOf gives the characters on either side of a sign of so many bytes, blanks and
// vowel marks passed over; 0 at an edge.
func besideOf(s string, i, size int) (before, after rune) {
	skipped := func(r rune) bool { return r == ' ' || isMark(r) }
	left := strings.TrimRightFunc(s[:i], skipped)
	right := strings.TrimLeftFunc(s[i+size:], skipped)
	if left != "" {
		before = runeBefore(left, len(left))
	}
	if right != "" {
		after = runeAt(right, 0)
	}
	return before, after
}

// isRight tells letters between which a mark that runs from the right says nothing.
func isRight(before, after rune) bool {
	right := func(r rune) bool {
		return r == 0 || isArabic(r) || unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r)
	}
	return right(before) && right(after) && before+after != 0
}

// isLeft tells letters between which a mark that runs from the left says nothing.
func isLeft(before, after rune) bool {
	left := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
	return left(before) && left(after)
}

// endsTurn tells a sign that ends a turn of the direction where none is open.
func endsTurn(s string, i int, r rune) bool {
	opens := "\u202a\u202b\u202d\u202e"
	switch r {
	case '\u202c':
	case '\u2069':
		opens = "\u2066\u2067\u2068"
	default:
		return false
	}
	depth := 0
	for _, c := range s[max(0, i-farthest):i] {
		switch {
		case strings.ContainsRune(opens, c):
			depth++
		case c == r:
			depth = max(depth-1, 0)
		}
	}
	return depth == 0
}

// deepest is how many embeddings may lie within each other (UAX #9 BD2).
const deepest = 125

// turnsOn tells whether an embedding, an override or an isolate (UAX #9) begins at
// byte i that nothing ends.
func turnsOn(s string, i int) bool {
	opens, shut := "\u202a\u202b\u202d\u202e", '\u202c'
	if s[i+1] == 0x81 {
		opens, shut = "\u2066\u2067\u2068", '\u2069'
	}
	if s[i+1] != 0x80 && s[i+1] != 0x81 || !strings.Contains(opens, s[i:i+3]) {
		return false
	}
	depth := 0
	for _, r := range s[i:min(len(s), i+farthest)] {
		switch {
		case strings.ContainsRune(opens, r):
			if depth++; depth > deepest {
				return true
			}
		case r == shut:
			if depth--; depth == 0 {
				return false
			}
		}
	}
	return len(s) <= i+farthest
}
