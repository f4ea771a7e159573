package mend

import (
	"strings"
	"unicode/utf8"

	"warraq/content/char"
)

// Slips that only their author can mend. They are found in the same runs as those
// that [Normalize] mends.

// doubtsAt are the ways in which a byte of a text may be the first, or the last of the
// first character, of such a slip. Each gives the slip's kind and end, which is 0 for
// none.
var doubtsAt = [256]func(s string, i int) (kind slipKind, end int){
	'.': dots, '?': askedTwice, ',': askedTwice, '-': hyphens, '<': angled, '(': spacedIn, ')': spacedOut, 0xc2: latinSign,
	'0': otherDigits, '1': otherDigits, '2': otherDigits, '3': otherDigits, '4': otherDigits,
	'5': otherDigits, '6': otherDigits, '7': otherDigits, '8': otherDigits, '9': otherDigits,
	0x8c: markedTwice, 0x9b: markedTwice, 0x9f: markedTwice, // ، ؛ ؟
	0x8b: vowel, 0x8d: vowel, 0x8e: vowel, 0x8f: vowel, 0x90: vowel, 0x91: vowel, 0x92: vowel,
	0xc3: misread, 0xe2: unseen, 0xef: lost, 0xad: starred, 0x9c: markOfArabic, 0x94: stoppedTwice, 0xcd: unseenAlways, 0xe1: unseenAlways, 0xe3: unseenAlways,
}

// worthADoubt is the quick look at one byte of a text: false means that none of
// these slips is here.
func worthADoubt(s string, i int) bool {
	if s[i] == '"' {
		return true
	}
	look := doubtsAt[s[i]]
	if look == nil {
		return false
	}
	_, end := look(s, i)
	return end > 0
}

// doubts finds these slips in a run.
func doubts(s string) (found []slip) {
	quote := -1 // where the last straight quotation mark without a partner is
	for i := 0; i < len(s); i++ {
		look := doubtsAt[s[i]]
		switch {
		case s[i] == '"' && quote < 0:
			quote = i
		case s[i] == '"':
			if first, _ := utf8.DecodeRuneInString(s[quote+1:]); isArabic(first) {
				found = append(found, slip{straightQuote, quote, i + 1})
			}
			quote = -1
		case look != nil:
			kind, end := look(s, i)
			if n := len(found); end > 0 && !(kind == mixedDigits && n > 0 && found[n-1].kind == kind && !strings.ContainsAny(s[found[n-1].end:i], " \x00")) {
				found = append(found, slip{kind, i, end})
			}
		}
	}
	return found
}

// farthest bounds, in bytes, how far from a sign its partner is looked for, so that the
// time of looking is in proportion to the text.
const farthest = 4000

func runeBefore(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// arabicBefore tells whether an Arabic letter, which may have marks, ends at byte i.
func arabicBefore(s string, i int) bool {
	s = strings.TrimRightFunc(s[:i], isMark)
	return isArabic(runeBefore(s, len(s)))
}

// otherDigits finds a digit beside one of the other kind.
func otherDigits(s string, i int) (slipKind, int) {
	if i > 1 && s[i-2] >= 0xd9 && arabicDigitAt(s, i-2) || arabicDigitAt(s, i+1) {
		return mixedDigits, i + 1
	}
	return 0, 0
}

// arabicDigitAt tells whether an Arabic digit, of either row, begins at byte i.
func arabicDigitAt(s string, i int) bool {
	if i < 0 || i+1 >= len(s) {
		return false
	}
	return s[i] == 0xd9 && s[i+1] >= 0xa0 && s[i+1] <= 0xa9 || s[i] == 0xdb && s[i+1] >= 0xb0 && s[i+1] <= 0xb9
}

// dots finds two full stops, or four or five; one behind another mark; and one that
// two words touch, which no abbreviation is.
func dots(s string, i int) (slipKind, int) {
	if i == 0 || s[i-1] == '.' {
		return 0, 0
	}
	end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "."))
	arabic := arabicBefore(s, i)
	switch n := end - i; {
	case n == 1 && arabic && end < len(s) && isArabic(runeAt(s, end)):
		from, to := strings.LastIndexAny(s[:i], " \x00")+1, len(s)
		if at := strings.IndexAny(s[end:], " \x00"); at >= 0 {
			to = end + at
		}
		word := s[from:to]
		if strings.Count(word, ".") == 1 && !strings.ContainsAny(word, "/:@_-") && arabicLetters(s[from:i]) > 2 && arabicLetters(s[end:to]) > 1 {
			return touchingStop, end
		}
	case n == 1 && strings.ContainsRune("؟!،؛", runeBefore(s, i)) && (end == len(s) || s[end] == ' '), (n == 2 || n == 4 || n == 5) && arabic && !strings.HasPrefix(s[end:], "/"):
		return doubledMark, end
	}
	return 0, 0
}

func arabicLetters(s string) (n int) {
	for _, r := range s {
		if isArabic(r) {
			n++
		}
	}
	return n
}

// markedTwice finds ، or ؛ before another such mark, and ؟ before its Latin form.
func markedTwice(s string, i int) (slipKind, int) {
	if i > 0 && s[i-1] == 0xd9 { // ٌ
		return vowel(s, i)
	}
	if i == 0 || s[i-1] != 0xd8 || i+1 >= len(s) || strings.ContainsRune("،؛", runeBefore(s, i-1)) {
		return 0, 0
	}
	next := runeAt(s, i+1)
	if s[i] == 0x9f && next == '?' || s[i] != 0x9f && strings.ContainsRune("،؛,;", next) {
		return doubledMark, i + 1 + utf8.RuneLen(next)
	}
	return 0, 0
}

// stoppedTwice finds ۔, by its last byte, before another such mark; three are an
// ellipsis.
func stoppedTwice(s string, i int) (slipKind, int) {
	const stop = "۔"
	if i == 0 || s[i-1] != 0xdb || strings.HasSuffix(s[:i-1], stop) {
		return 0, 0
	}
	rest := strings.TrimLeft(s[i+1:], stop)
	if n := (len(s[i+1:]) - len(rest)) / len(stop); n == 1 || n == 0 && strings.ContainsRune("،؛.", runeAt(rest, 0)) && rest != "" {
		return doubledMark, i + 1 + len(stop)*max(n, 1)
	}
	return 0, 0
}

// askedTwice finds a Latin mark before its Arabic form.
func askedTwice(s string, i int) (slipKind, int) {
	if strings.HasPrefix(s[i:], ",,") && (i == 0 || s[i-1] == ' ' || s[i-1] == '(') && char.IsLetter(runeAt(s, i+2)) {
		return lowQuote, i + 2
	}
	if next := runeAt(s, i+1); next == arabicMark(rune(s[i])) && arabicBefore(s, i) {
		return doubledMark, i + 3
	}
	return 0, 0
}

// hyphens finds two or three hyphens between Arabic words.
func hyphens(s string, i int) (slipKind, int) {
	end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "-"))
	if end-i < 2 || end-i > 3 || i == 0 || s[i-1] == '-' {
		return 0, 0
	}
	before, after := strings.TrimRight(s[:i], " "), strings.TrimLeft(s[end:], " ")
	if arabicBefore(before, len(before)) && isArabic(runeAt(after, 0)) {
		return hyphenDash, end
	}
	if alike := (len(before) < i) == (len(after) < len(s)-end); alike && char.IsLetter(runeBefore(before, len(before))) && char.IsLetter(runeAt(after, 0)) {
		return hyphenDash, end
	}
	return 0, 0
}

// angled finds << before Arabic that >> ends.
func angled(s string, i int) (slipKind, int) {
	if strings.HasPrefix(s[i:], "<<") && isArabic(runeAt(s, i+2)) {
		if n := strings.Index(s[i:min(len(s), i+farthest)], ">>"); n > 0 {
			return angleQuote, i + n + 2
		}
	}
	return 0, 0
}

// latinSign looks at « and », and at a soft hyphen, which does nothing in an Arabic
// word.
func latinSign(s string, i int) (slipKind, int) {
	switch {
	case i+1 == len(s):
	case s[i+1] < 0xa0:
		return controlSign, i + 2
	case s[i+1] == 0xa0:
		return fixedTwice(s, i)
	case s[i+1] == 0xab:
		return spacedIn(s, i)
	case s[i+1] == 0xbb:
		return spacedOut(s, i)
	case s[i+1] == 0xad && softNowhere(runeBefore(s, i), runeAt(s, i+2)):
		return unseenSign, i + 2
	case s[i+1] == 0xb4 && (char.IsLetter(runeBefore(s, i)) || char.IsLetter(runeAt(s, i+2))):
		return accentMark, i + 2
	}
	return 0, 0
}

// fixedTwice finds a no-break space that another space follows, or an ordinary one
// before it; of several in a row the first.
func fixedTwice(s string, i int) (slipKind, int) {
	const fixed = "\u00a0"
	follows := strings.HasPrefix(s[i+2:], " ") || strings.HasPrefix(s[i+2:], fixed)
	if behind := strings.HasSuffix(s[:i], " "); strings.HasSuffix(s[:i], fixed) || behind == follows || behind && strings.HasSuffix(s[:i], fixed+" ") {
		return 0, 0
	}
	return fixedSpace, i + 2
}

// starred finds ٭ that touches the first of some words, and one that touches their
// last.
func starred(s string, i int) (slipKind, int) {
	const star, longest = "٭", 160 // bytes
	if i == 0 || s[i-1] != 0xd9 || !char.IsLetter(runeAt(s, i+1)) || arabicBefore(s, i-1) {
		return 0, 0
	}
	n := strings.Index(s[i+1:min(len(s), i+longest)], star)
	if n < 0 || strings.IndexByte(s[i:i+n], other) >= 0 || !arabicBefore(s, i+1+n) {
		return 0, 0
	}
	return arabicStar, i + 1 + n + len(star)
}

// spacedIn finds a space behind a bracket or a quotation mark that opens, before
// Arabic.
func spacedIn(s string, i int) (slipKind, int) {
	end := i + 1
	if s[i] == '(' {
		if i > 0 && strings.IndexByte(":;=", s[i-1]) >= 0 {
			return 0, 0
		}
		if turned(s, i) {
			return turnedBrackets, end
		}
	} else if end++; arabicBefore(s, i) { // it closes
		return 0, 0
	}
	if strings.HasPrefix(s[end:], " ") && isArabic(runeAt(s, end+1)) {
		return innerSpace, end + 1
	}
	return 0, 0
}

// turned tells a bracket at byte i, behind Arabic, that was to close words which the
// one before it was to open: )كلام(.
func turned(s string, i int) bool {
	at := strings.LastIndexAny(s[:i], "()\x00")
	return arabicBefore(s, i) && at >= 0 && s[at] == ')' && i-at < 200 && (at == 0 || s[at-1] == ' ') && isArabic(runeAt(s, at+1)) && !bracketOpen(s[:at])
}

// spacedOut finds a space before a bracket or a quotation mark that closes, behind
// Arabic; a bracket that none opens, such as in أ ), is none.
func spacedOut(s string, i int) (slipKind, int) {
	if i < 2 || s[i-1] != ' ' || s[i-2] < 0x80 || !arabicBefore(s, i-1) || s[i] == ')' && !bracketOpen(s[:i]) {
		return 0, 0
	}
	return innerSpace, i + utf8.RuneLen(runeAt(s, i))
}

// vowel finds a vowel mark that is there twice, and one behind a space or nothing.
func vowel(s string, i int) (slipKind, int) {
	switch {
	case i == 0 || s[i-1] != 0xd9:
	case i > 2 && s[i-3:i-1] == s[i-1:i+1]:
		return doubledVowel, i + 1
	case i == 1 || s[i-2] == ' ':
		return loneVowel, i + 1
	}
	return 0, 0
}

// misread finds Arabic whose bytes were taken for Latin-1 or Windows-1252: Ø or Ù, a
// sign that is not ASCII, and Ø or Ù again.
func misread(s string, i int) (slipKind, int) {
	lead := func(r rune) bool { return r == 'Ø' || r == 'Ù' }
	if i > 0 && s[i-1] != ' ' || !lead(runeAt(s, i)) {
		return 0, 0
	}
	sign, size := utf8.DecodeRuneInString(s[i+2:])
	if sign < 0x80 || isArabic(sign) || !lead(runeAt(s, i+2+size)) {
		return 0, 0
	}
	if n := strings.IndexAny(s[i:], " \x00"); n > 0 {
		return misreadText, i + n
	}
	return misreadText, len(s)
}

func lost(s string, i int) (slipKind, int) {
	if kind, end := unseenAlways(s, i); end > 0 {
		return kind, end
	}
	if i+2 < len(s) && s[i+1] == 0xac && s[i+2] <= 0x86 { // ﬁ and its like
		return typedLigature, i + 3
	}
	if i+2 < len(s) && s[i+1] == 0xbf && s[i+2] >= 0xbc {
		return lostSign, i + 3
	}
	return 0, 0
}
