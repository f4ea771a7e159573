package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

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

// FormatLetter is the nth letter that numbers something standing alone, such as
// an appendix or a page, in the script of the language: abjad, the Hebrew
// letters, or A, B, C. The first of the abjad has its hamza, as is the custom
// where it stands alone: a bare alef would look like the digit ١.
func FormatLetter(n int, lang string) string {
	switch {
	case scriptOf(language.Raw.Make(lang)) == "Hebr":
		return inLetters(n, hebrewLetters)
	case DirectionOf(lang) == LTR:
		return inLetters(n, latinLetters)
	case n == 1:
		return "أ"
	}
	return FormatAbjad(n)
}

var (
	hebrewLetters = strings.Split("אבגדהוזחטיכלמנסעפצקרשת", "")
	latinLetters  = strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")
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

// inLetters names n as the columns of a spreadsheet are named; below 1 it is the
// plain number.
func inLetters(n int, order []string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	s := ""
	for n > 0 {
		n--
		s = order[n%len(order)] + s
		n /= len(order)
	}
	return s
}
