package locale

import (
	"strings"

	"golang.org/x/text/language"
)

// Direction is a base direction of text. The zero value leaves it to the
// language (for a book) or to the surroundings (for a block or span).
type Direction uint8

const (
	Auto Direction = iota // from the language or the surroundings
	RTL                   // from right to left
	LTR                   // from left to right
)

// String gives the value of HTML's dir attribute.
func (d Direction) String() string {
	return [...]string{"auto", "rtl", "ltr"}[d]
}

// rtlScripts are the scripts written from right to left (Unicode
// DerivedBidiClass R or AL) that have living users or printed books.
var rtlScripts = map[string]bool{
	"Arab": true, "Hebr": true, "Syrc": true, "Thaa": true, "Nkoo": true,
	"Adlm": true, "Rohg": true, "Mand": true, "Samr": true, "Yezi": true,
	"Aran": true,
}

// DirectionOf gives the direction in which a language is written, by its
// script: the one its tag names ("ku-Arab") or the likeliest one (CLDR likely
// subtags: "ar", "fa", "he" are RTL). A tag that cannot be read is LTR.
func DirectionOf(lang string) Direction {
	tag, err := language.Raw.Parse(lang)
	if err != nil {
		return LTR
	}
	script, _ := tag.Script()
	if rtlScripts[script.String()] || script.String() == "Zzzz" && rtlLanguages[PrimaryLanguage(lang)] {
		return RTL
	}
	return LTR
}

// InHebrew tells whether a language is written in Hebrew letters, by the script
// that its tag names or the likeliest.
func InHebrew(lang string) bool {
	tag, err := language.Raw.Parse(lang)
	return err == nil && scriptOf(tag) == "Hebr"
}

// PrimaryLanguage is the first subtag of a language tag (BCP 47, RFC 5646 §2.2.1)
// in small letters: "ar" of "ar-MA" and of "AR_ma".
func PrimaryLanguage(lang string) string {
	if end := strings.IndexAny(lang, "-_"); end >= 0 {
		lang = lang[:end]
	}
	return strings.ToLower(lang)
}

// Same tells whether two tags are of one language.
func Same(a, b string) bool { return PrimaryLanguage(a) == PrimaryLanguage(b) }
