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

// arabRegions are the regions where Arabic is written with Arabic-Indic digits
// by default: CLDR 48, defaultNumberingSystem of ar-XX.
var arabRegions = map[string]bool{
	"BH": true, "DJ": true, "EG": true, "ER": true, "IL": true, "IQ": true,
	"JO": true, "KM": true, "KW": true, "LB": true, "MR": true, "OM": true,
	"PS": true, "QA": true, "SA": true, "SD": true, "SO": true, "SS": true,
	"SY": true, "TD": true, "YE": true,
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
	switch base.String() {
	case "ar":
		if arabRegions[region.String()] {
			return DigitsArab
		}
	case "ckb", "sd", "sdh":
		return DigitsArab
	case "fa", "ps", "mzn", "lrc", "ks":
		return DigitsArabext
	case "ur":
		if region.String() == "IN" {
			return DigitsArabext
		}
	}
	return DigitsLatn
}

// FormatInt writes n in the digits d; DigitsAuto counts as DigitsLatn.
func FormatInt(n int, d Digits) string {
	s := strconv.Itoa(n)
	if d.zero() == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return d.digit(byte(r))
		}
		return r
	}, s)
}

// zero is the digit 0.
func (d Digits) zero() rune {
	switch d {
	case DigitsArab:
		return '٠'
	case DigitsArabext:
		return '۰'
	}
	return '0'
}

// digit is an ASCII digit in the digits d.
func (d Digits) digit(c byte) rune { return d.zero() + rune(c-'0') }
