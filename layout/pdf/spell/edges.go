package spell

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"warraq/content/char"
	"warraq/fonts"
)

// The marks of direction that readers need where they guess it wrongly.
const (
	lrm = "\u200e"
	rlm = "\u200f"
)

// edge is what readers see first or last of a word's codes: how it bears on
// the direction of its neighbours.
type edge uint8

const (
	neutral edge = iota // punctuation, by whatever is beside it
	strong              // a letter, or in left-to-right text a digit
	vowel               // a mark, drawn at the edge of its letter
	blank               // a space
)

// leftEdge and rightEdge are the edges of a word.
func leftEdge(sorts []fonts.Sort) edge {
	if len(sorts) == 0 {
		return neutral
	}
	s := &sorts[0]
	if s.Text == rlm && len(sorts) > 1 && takenForDigit(&sorts[1]) {
		s = &sorts[1]
	}
	r, _ := utf8.DecodeRuneInString(s.Text)
	return edgeOf(r)
}

func rightEdge(sorts []fonts.Sort) edge {
	if len(sorts) == 0 {
		return neutral
	}
	r, _ := utf8.DecodeLastRuneInString(sorts[len(sorts)-1].Text)
	return edgeOf(r)
}

func edgeOf(r rune) edge {
	switch {
	case char.In(r, char.Mn):
		return vowel
	case char.In(r, char.L|char.Nd), r == '\u200e', r == '\u200f':
		return strong
	}
	return neutral
}

// class is the bidirectional class of the first character that a sort stands for.
func class(s *fonts.Sort) bidi.Class {
	r, _ := utf8.DecodeRuneInString(s.Text)
	if 'ا' <= r && r <= 'ي' { // most of them
		return bidi.AL
	}
	if char.In(r, char.Mn) { // among them such as are newer than the tables of the library
		return bidi.NSM
	}
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// guard puts marks of direction where readers would take the text of a word
// in a wrong order.
func guard(sorts []fonts.Sort, rtl bool) []fonts.Sort {
	if rtl {
		return guardRTL(sorts)
	}
	return joinDigits(sorts)
}

// guardRTL guards the separators and signs of right-to-left words.
//
// MuPDF takes signs and terminators for left-to-right text by the first
// character of their code, so they carry the mark in it. poppler takes
// separators for digits, and gives the space at their left before them;
// PDFium gives a separator and the mark of the letter at its right in the
// order in which they are drawn. A mark of direction between them, a code of
// its own that pdf.js does not see, helps both. So it does where poppler takes a
// mark for a digit, and would give what is at its left before it.
func guardRTL(sorts []fonts.Sort) []fonts.Sort {
	for i := 0; i < len(sorts); i++ {
		switch class(&sorts[i]) {
		case bidi.ES, bidi.ET:
			sorts[i].Text = rlm + sorts[i].Text
		case bidi.CS:
			if i+1 < len(sorts) && class(&sorts[i+1]) == bidi.NSM {
				sorts = insert(sorts, i+1)
			}
			if i == 0 {
				sorts = insert(sorts, 0)
				i++
			}
		case bidi.NSM:
			if takenForDigit(&sorts[i]) && (i == 0 || class(&sorts[i-1]) == bidi.NSM) {
				sorts = insert(sorts, i)
				i++
			}
		}
	}
	return sorts
}

// takenForDigit tells of the marks between the vowels and the Arabic digits,
// among them the open tanween of the Qur'an as Tanzil writes it: to poppler they
// are digits.
func takenForDigit(s *fonts.Sort) bool {
	r, _ := utf8.DecodeRuneInString(s.Text)
	return 0x0659 <= r && r <= 0x065F
}

func insert(sorts []fonts.Sort, at int) []fonts.Sort {
	sorts = append(sorts, fonts.Sort{})
	copy(sorts[at+1:], sorts[at:])
	sorts[at] = fonts.Sort{Text: rlm}
	return sorts
}

// joinDigits has the first code of a number in Arabic digits stand for all of
// it, behind a mark, and the others for a mark alone; a long number is parted
// where one code can stand for no more. MuPDF takes each code by its first
// character for right-to-left or left-to-right text, and would turn such a
// number around; a mark between the digits would hide them from a search.
func joinDigits(sorts []fonts.Sort) []fonts.Sort {
	first := slices.IndexFunc(sorts, func(s fonts.Sort) bool { return class(&s) == bidi.AN })
	if first < 0 {
		return sorts
	}
	head := -1
	for i := first; i < len(sorts); i++ {
		letters := utf8.RuneCountInString(sorts[i].Text)
		if head < 0 || utf8.RuneCountInString(sorts[head].Text)+letters > mostLetters {
			head = i
			sorts[i].Text = lrm + sorts[i].Text
			continue
		}
		sorts[head].Text += sorts[i].Text
		sorts[i].Text = lrm
	}
	return sorts
}
