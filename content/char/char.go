// Package char says what kind a character is: its General_Category (UAX #44,
// 5.7.1) in [UnicodeVersion], so that a mark or a letter that is newer than the
// tables of the standard library is taken for what it is.
package char

//go:generate go run gen.go

// Tatweel is the bar by which words are lengthened; it is none of their letters.
const Tatweel = '\u0640'

// Set is a set of categories, a bit each.
type Set uint32

const (
	Cn Set = 1 << iota // no character
	Lu
	Ll
	Lt
	Lm
	Lo
	Mn // nonspacing mark
	Mc
	Me
	Nd // decimal digit
	Nl
	No
	Pc
	Pd
	Ps // opening bracket
	Pe // closing bracket
	Pi // initial quotation mark
	Pf // final quotation mark
	Po
	Sm
	Sc
	Sk
	So
	Zs // space
	Zl
	Zp
	Cc
	Cf // format control
	Cs
	Co // private use

	L = Lu | Ll | Lt | Lm | Lo           // letters
	M = Mn | Mc | Me                     // combining marks
	N = Nd | Nl | No                     // numbers
	P = Pc | Pd | Ps | Pe | Pi | Pf | Po // punctuation
	S = Sm | Sc | Sk | So                // symbols
)

// In tells whether r is of one of the categories; what is no code point is Cn.
func In(r rune, s Set) bool {
	if uint32(r) > 0x10ffff {
		return s&Cn != 0
	}
	return s>>categories[int(pages[r>>pageBits])<<pageBits|int(r&(1<<pageBits-1))]&1 != 0
}

// IsLetter tells a letter.
func IsLetter(r rune) bool { return In(r, L) }

// IsMark tells a combining mark.
func IsMark(r rune) bool { return In(r, M) }

// IsDigit tells a decimal digit.
func IsDigit(r rune) bool { return In(r, Nd) }

// IsGraphic tells what is seen: letters, marks, numbers, punctuation, symbols,
// and spaces.
func IsGraphic(r rune) bool { return In(r, L|M|N|P|S|Zs) }
