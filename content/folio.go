package content

import (
	"strconv"
	"strings"
)

// Folios says how the pages are numbered.
type Folios struct {
	Front FrontFolios
}

// FrontFolios are the folios of the front matter. All but the continuous ones
// are a sequence of their own, and the main matter begins at 1.
type FrontFolios uint8

const (
	FoliosContinuous FrontFolios = iota // one sequence through the book
	FoliosAbjad                         // أ ب ج د
	FoliosRoman                         // i ii iii
	FoliosNone                          // no folio at all
)

// String is the name of the folios in book.yaml.
func (f FrontFolios) String() string {
	return [...]string{"continuous", "abjad", "roman", "none"}[f]
}

// Format writes the nth folio of the front matter, d the digits of continuous
// ones.
func (f FrontFolios) Format(n int, d Digits) string {
	switch f {
	case FoliosAbjad:
		return FormatLetter(n, "ar")
	case FoliosRoman:
		return FormatRoman(n)
	case FoliosNone:
		return ""
	}
	return FormatInt(n, d)
}

// Numbering says which titles bear a number.
type Numbering uint8

const (
	NumberNone     Numbering = iota
	NumberChapters           // chapters and parts by number, appendices by letter
	NumberSections           // the sections in them too: 1.1, 1.2.1
)

// FormatLetter is the nth letter that numbers something standing alone, such as
// an appendix or a page, in the script of the language: abjad, the Hebrew
// letters, or A, B, C. The first of the abjad has its hamza, as is the custom
// where it stands alone: a bare alef would look like the digit ١.
func FormatLetter(n int, lang string) string {
	switch {
	case PrimaryLanguage(lang) == "he":
		return inLetters(n, hebrew)
	case DirectionOf(lang) == LTR:
		return inLetters(n, latin)
	case n == 1:
		return "أ"
	}
	return FormatAbjad(n)
}

var (
	hebrew = strings.Split("אבגדהוזחטיכלמנסעפצקרשת", "")
	latin  = strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")
)

// romans are the signs of Roman numbers, the subtractive pairs among them.
var romans = [...]struct {
	value int
	sign  string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
	{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

// FormatRoman writes n in small Roman numbers; outside 1…3999 it is the plain
// number.
func FormatRoman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
