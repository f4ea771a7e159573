// Package isolate finds what reads from left to right whatever stands around
// it: the PDF and the EPUB direct it by the same rules.
//
// Numbers and addresses do, but UAX #9 knows no phone number: in Arabic it turns
// the groups of one about. What is plainly such a thing is to be resolved as if
// it stood between the isolates of UAX #9 2.4, as an author would have to write
// it by hand. What UAX #9 itself reads as it should be is not found.
//
// A range is the other way about. Its two numbers stand in the order of the
// text around them, the first at the right in Arabic (W3C alreq), whichever
// dash and digits it has.
package isolate

import (
	"slices"

	"warraq/content/char"
)

// Stretch is a part of a paragraph that reads from left to right, or the dash
// of a range.
type Stretch struct {
	From, To int  // runes
	Number   bool // else an address or a dash
	Latin    bool // the text around it runs from left to right, and goes on with it
	Dash     bool // of a range: it binds no digits
	Mixed    bool // some of it is Arabic: each such part reads in its own direction
}

// Finder finds the stretches of one paragraph after another.
type Finder struct {
	Found []Stretch // in order, none within another
	Ties  []Stretch // what no line ends within: numbers and ranges
}

// Numbered tells, at little cost, whether there can be anything to direct.
func Numbered(text []rune) bool {
	return slices.ContainsFunc(text, func(r rune) bool { return isLatin(r) || IsDigit(r) })
}

// Find finds the stretches of text; ltr is the direction of the paragraph.
func (f *Finder) Find(text []rune, ltr bool) {
	f.Found, f.Ties = f.Found[:0], f.Ties[:0]
	around := ltr
	for i := 0; i < len(text); {
		r := text[i]
		if !opens(r) {
			around = turn(around, r, ltr)
			i++
			continue
		}
		if to := address(text, i); to > i {
			f.addAddress(text, i, to, around)
			i = to
			continue
		}
		if to := f.number(text, i, around); to > i {
			i = to
			continue
		}
		around = turn(around, r, ltr)
		i = max(i+1, nameEnd(text, i))
	}
}

// opens tells the characters that a number, an address or a Latin word may
// begin with.
func opens(r rune) bool {
	switch r {
	case '+', '-', '\u2212', '±', '(', '/', '\\', '~', '.', '@', '#':
		return true
	}
	return IsDigit(r) || isLatin(r)
}

// turn is the direction of the text behind r, which the last letter gives it
// (UAX #9 W2, W7); behind what an author has isolated it is the paragraph's.
func turn(around bool, r rune, ltr bool) bool {
	switch {
	case r >= 0x0620 && r <= 0x064A: // most of any text
		return false
	case r == ' ':
		return around
	case isLatin(r):
		return true
	}
	switch r {
	case '\n', 0x2069, 0x202C: // PDI, PDF
		return ltr
	case 0x200E, 0x202A, 0x202D, 0x2066: // LRM, LRE, LRO, LRI
		return true
	case 0x061C, 0x200F, 0x202B, 0x202E, 0x2067: // ALM, RLM, RLE, RLO, RLI
		return false
	}
	if !char.IsLetter(r) {
		return around
	}
	return !isRightToLeft(r)
}

// isRightToLeft tells the letters of classes R and AL by their blocks.
func isRightToLeft(r rune) bool {
	return r >= 0x0590 && r < 0x0900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00 ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000
}

// addAddress notes an address. It goes on with a Latin phrase that it stands
// in, or that it begins.
func (f *Finder) addAddress(text []rune, from, to int, around bool) {
	if to+1 < len(text) && IsGap(text[to]) && isLatin(text[to+1]) {
		around = true
	}
	f.Found = append(f.Found, Stretch{From: from, To: to, Latin: around, Mixed: slices.ContainsFunc(text[from:to], isRightToLeft)})
}

// number notes the number or range that begins at i and returns where it
// ends; i if there is none.
func (f *Finder) number(text []rune, i int, around bool) int {
	to := f.addNumber(text, i, around)
	if to == i || to+1 >= len(text) || !isDash(text[to]) || !IsDigit(text[to+1]) {
		return to
	}
	// between Arabic digits UAX #9 N1 would make the dash Arabic in Latin text too
	f.Found = append(f.Found, Stretch{From: to, To: to + 1, Dash: true, Latin: around && !isEuropean(text[to+1])})
	to = f.addNumber(text, to+1, around)
	f.Ties = append(f.Ties, Stretch{From: i, To: to})
	return to
}

// addNumber notes one number. UAX #9 reads a plain one as it should be.
func (f *Finder) addNumber(text []rune, i int, around bool) int {
	for _, rule := range numberRules {
		if to := rule.end(text, i); to > i {
			n := Stretch{From: i, To: to, Number: true, Latin: around}
			f.Found, f.Ties = append(f.Found, n), append(f.Ties, n)
			return to
		}
	}
	return plainNumber(text, i)
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isEuropean tells the digits of class EN, the Persian ones among them.
func isEuropean(r rune) bool { return r >= '0' && r <= '9' || r >= 0x06F0 && r <= 0x06F9 }

// IsDigit tells European, Persian and Arabic digits.
func IsDigit(r rune) bool { return isEuropean(r) || r >= 0x0660 && r <= 0x0669 }

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2014 }

// IsGap tells the spaces within a number.
func IsGap(r rune) bool { return r == ' ' || r == 0x00A0 || r == 0x202F || r == 0x2009 }

// isFree tells whether nothing but a space, an opening mark or the start
// stands before i.
func isFree(text []rune, i int) bool {
	if i == 0 {
		return true
	}
	switch r := text[i-1]; r {
	case '(', '[', '{', '«', '"', '“', '‘', '\'', '\n':
		return true
	default:
		return IsGap(r) || IsDirective(r)
	}
}

// IsDirective tells the characters that direct text and are not set: the
// isolates, embeddings, overrides and marks of UAX #9 2.1–2.6.
func IsDirective(r rune) bool {
	return r >= 0x2066 && r <= 0x2069 || r >= 0x202A && r <= 0x202E ||
		r == 0x200E || r == 0x200F || r == 0x061C
}
