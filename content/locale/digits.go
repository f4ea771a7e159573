package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// Digits chooses the digits that the book itself sets (folios, note and list
// numbers). The manuscript's own digits are never changed.
type Digits uint8

const (
	DigitsAuto    Digits = iota // by CLDR's default for the book's locale
	DigitsLatn                  // 0123456789
	DigitsArab                  // ٠١٢٣٤٥٦٧٨٩
	DigitsArabext               // ۰۱۲۳۴۵۶۷۸۹, Persian
)

// String is the name of the digits in book.yaml.
func (d Digits) String() string {
	return [...]string{"auto", "latn", "arab", "arabext"}[d]
}

// ResolveDigits gives the digits in which the book's own numbers are set: d
// itself, or for DigitsAuto the default numbering system of CLDR 48 for the
// language tag lang ("ar-MA" latn, "ar-EG" arab, "fa" arabext). It never gives
// DigitsAuto.
func ResolveDigits(lang string, d Digits) Digits {
	if d != DigitsAuto {
		return d
	}
	tag, err := language.Raw.Parse(lang)
	if err != nil {
		return DigitsLatn
	}
	base, _, region := tag.Raw()
	l := byTag[base.String()]
	if l == nil {
		return max(digitsElsewhere[base.String()], DigitsLatn)
	}
	if d, ok := l.Regions[region.String()]; ok {
		return d
	}
	return l.Digits
}

// digitsElsewhere are the digits of languages that have no file; DigitsLatn of all
// others.
var digitsElsewhere = map[string]Digits{
	"sdh": DigitsArab, "mzn": DigitsArabext, "lrc": DigitsArabext, "ks": DigitsArabext,
}

// FormatInt writes n in the digits d; DigitsAuto counts as DigitsLatn.
func FormatInt(n int, d Digits) string {
	s := strconv.Itoa(n)
	if d.Zero() == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return d.Digit(byte(r))
		}
		return r
	}, s)
}

// Zero is the digit 0.
func (d Digits) Zero() rune {
	switch d {
	case DigitsArab:
		return '٠'
	case DigitsArabext:
		return '۰'
	}
	return '0'
}

// Digit is an ASCII digit in the digits d.
func (d Digits) Digit(c byte) rune { return d.Zero() + rune(c-'0') }

// ASCIIDigits puts ASCII digits, decimal point and minus in the place of Arabic
// and Persian ones.
func ASCIIDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r == '٫':
			return '.'
		case r == '−':
			return '-'
		case r == '\u200e' || r == '\u200f' || r == '\u061c':
			return -1
		}
		return r
	}, s)
}
