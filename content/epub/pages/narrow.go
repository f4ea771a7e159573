package pages

import (
	"strings"

	"warraq/content"
)

// What tells that a table is too wide for the screen of a telephone, in letters:
// a word that has to break, the air of a column, and all of a line; and all of
// one in letters twice as large.
const (
	longWord   = 20
	columnRoom = 2
	narrowLine = 44
	largeLine  = 22
	fullLine   = 54 // that a narrow screen holds in type that can be read; a wider one is scrolled
	broadLine  = 66 // that a narrow screen holds in the smallest of the stylesheet's sizes
)

// measured opens the element by whose width the stylesheet decides how what it
// holds stands (CSS Containment 3 §3).
const measured = "<div class=\"measure\">\n"

// widthClass is "wide" where the longest words of the columns do not stand side by
// side on a narrow screen: there the table is as small as its letters ask for and can
// be read, and everywhere where it is "broad" too, as not even the smallest type of the stylesheet
// would have room for it. It is "snug" where they do not in large letters.
func widthClass(t *content.Table) (class string, letters int) {
	columns := make([]int, len(t.Columns))
	for _, row := range t.Slots() {
		for _, s := range row {
			if s.Cols == 1 { // a wider one breaks its lines as they want
				columns[s.Col] = max(columns[s.Col], min(longestWord(s.Cell), longWord))
			}
		}
	}
	line := 0
	for _, longest := range columns {
		line += longest + columnRoom
	}
	switch {
	case line > broadLine:
		return "wide broad", line
	case line > narrowLine:
		return "wide", line
	case line > largeLine:
		return "snug", line
	}
	return "", line
}

// longestWord is the number of letters of the longest word of a cell.
func longestWord(c *content.Cell) int {
	if text := content.PlainText(c.Inlines); content.IsNumber(text) {
		return lettersIn(text) // its groups stand on one line
	}
	longest := 0
	for _, word := range strings.Fields(content.PlainText(c.Inlines)) {
		longest = max(longest, lettersIn(word))
	}
	return longest
}
