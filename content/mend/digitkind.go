package mend

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
)

// Rows of digits: 123, ١٢٣ and ۱۲۳.
const digitRows = 3

// rowOf is the row of a digit, -1 for what is none.
func rowOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return 0
	case r >= '٠' && r <= '٩':
		return 1
	case r >= '۰' && r <= '۹':
		return 2
	}
	return -1
}

// typedNumber is a number as its author wrote it.
type typedNumber struct {
	pos  content.Pos
	text string
}

// otherNumbers tells of the numbers of a book in the Arabic script that are not
// written in the digits which most of its numbers have. Those beside Latin words are
// written as these are, and those of verses of the Qur'an are part of them.
func otherNumbers(doc *content.Document, memory *Memory) (advice []content.Problem) {
	lang := locale.PrimaryLanguage(doc.Meta.Lang)
	if lang != "ar" && lang != "fa" && lang != "ur" {
		return nil
	}
	var rows [digitRows][]typedNumber
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		if isNative(&place.Attr, lang) {
			var here [digitRows][]typedNumber
			eachNative(text, lang, func(t *content.Text) {
				if memory.shows(numbering, t.Value, hasDigits) {
					numbersIn(t, &here)
				}
			})
			if showsRows(here) {
				return
			}
			for i := range rows {
				rows[i] = append(rows[i], here[i]...)
			}
		}
	})
	most := 0
	for i := range rows {
		if len(rows[i]) > len(rows[most]) {
			most = i
		}
	}
	for i := range rows {
		for j, n := range rows[i] {
			if i == most || j > 0 && rows[i][j-1].pos == n.pos { // once on a line
				continue
			}
			advice = append(advice, content.Problem{Pos: n.pos, Kind: "numbers in the digits of another row",
				What: fmt.Sprintf("“%s” in a book that writes “%s”", n.text, rows[most][0].text), Hint: "write all numbers in the same digits"})
		}
	}
	return advice
}

// showsRows tells a text that has the same number in two rows: it is about them.
func showsRows(rows [digitRows][]typedNumber) bool {
	if len(rows[1]) == 0 && len(rows[2]) == 0 {
		return false
	}
	values := map[string]int{}
	for i := range rows {
		for _, n := range rows[i] {
			value := WesternDigits(n.text)
			if row, ok := values[value]; ok && row != i {
				return true
			}
			values[value] = i
		}
	}
	return false
}

// westernDigits writes the digits of the other rows as 0 to 9.
var westernDigits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9")

// WesternDigits is a text with the digits of the other rows as 0 to 9.
func WesternDigits(s string) string { return westernDigits.Replace(s) }

// hasDigits tells whether a text has digits of any row.
func hasDigits(s string) bool {
	for i := range len(s) {
		if digitAt(s, i) {
			return true
		}
	}
	return false
}

// digitAt tells whether a digit of any row begins at byte i of a text.
func digitAt(s string, i int) bool {
	c := s[i]
	return c >= '0' && c <= '9' || (c == 0xd9 || c == 0xdb) && arabicDigitAt(s, i)
}

// numbersIn adds the numbers of a text to those of their rows, but for one that it
// opens with and that may have been meant to open an item of a list.
func numbersIn(t *content.Text, rows *[digitRows][]typedNumber) {
	s := t.Value
	for i := 0; i < len(s); {
		if !digitAt(s, i) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		row := rowOf(r)
		end := i + size
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if rowOf(r) != row {
				break
			}
			end += size
		}
		if opens := i == 0 && end < len(s) && strings.IndexByte(".)-", s[end]) >= 0; !opens && !besideLatin(s, i, end) {
			rows[row] = append(rows[row], typedNumber{t.Pos, s[i:end]})
		}
		i = end
	}
}

// besideLatin tells whether what stands next to a number, but for blanks and marks, is
// a letter of another script, or a sign of the Qur'an; or the number touches one of
// the other row, which is told of as such.
func besideLatin(s string, i, end int) bool {
	if rowOf(runeBefore(s, i)) >= 0 || rowOf(runeAt(s, end)) >= 0 {
		return true
	}
	skip := func(r rune) bool { return !unicode.IsLetter(r) && r != '﴿' && r != '﴾' && r != '۝' }
	const near = 200 // bytes
	before := strings.TrimRightFunc(s[max(0, i-near):i], skip)
	after := strings.TrimLeftFunc(s[end:min(len(s), end+near)], skip)
	return before != "" && !isArabic(runeBefore(before, len(before))) || after != "" && !isArabic(runeAt(after, 0))
}
