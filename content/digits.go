package content

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
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

// abjad is the order of the letters as they count, the Mashriqi one. The fifth
// has a zero width joiner so that it does not look like the digit ٥.
var abjad = strings.Fields("ا ب ج د ه\u200d و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ")

// FormatAbjad is the mark of the nth member of a list counted in letters: ا ب ج د.
// The 28 letters are a fixed row (CSS Counter Styles, arabic-abjad); the 29th
// is اا, the 30th اب, as columns of a spreadsheet are named. Below 1 it is the
// plain number.
func FormatAbjad(n int) string {
	return inLetters(n, abjad)
}
