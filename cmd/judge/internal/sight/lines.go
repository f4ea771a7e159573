// Package sight looks at the order in which the characters of a line are seen.
package sight

import (
	_ "embed"
	"sort"
	"strings"
)

// Text is a text where it stands: points, the first from the left.
type Text struct {
	Page    int
	X, Base float64
	Text    string
}

// Depth is what of the height of a word's box is below the baseline, about.
const Depth = 0.36

// lift is how far the call of a note may stand from its line, in points.
const lift = 6

// LinesOf puts texts into lines, each from left to right.
func LinesOf(texts []Text) (lines []string) {
	sort.SliceStable(texts, func(i, j int) bool {
		a, b := texts[i], texts[j]
		if a.Page != b.Page {
			return a.Page < b.Page
		}
		return a.Base < b.Base
	})
	for len(texts) > 0 {
		n := 1
		for n < len(texts) && texts[n].Page == texts[0].Page && texts[n].Base-texts[n-1].Base < lift {
			n++
		}
		row := texts[:n]
		texts = texts[n:]
		sort.SliceStable(row, func(i, j int) bool { return row[i].X < row[j].X })
		var b strings.Builder
		for _, t := range row {
			b.WriteString(t.Text)
		}
		lines = append(lines, b.String())
	}
	return lines
}
