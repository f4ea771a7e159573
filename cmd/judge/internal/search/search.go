// Package search takes texts apart into the words that a person looks for.
package search

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Body leaves out the lines of a page that the manuscript has not: folios, at
// its head or foot without letters, and running heads. A running head is a first line of a page that is short and
// repeats what an earlier page began with.
func Body(text string) string {
	heads := make(map[string]bool)
	var kept strings.Builder
	for _, page := range strings.Split(text, "\f") {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		for i, line := range lines {
			line = strings.TrimSpace(line)
			head := strings.TrimFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
			if head == "" && (i == 0 || i == len(lines)-1) || i == 0 && heads[head] {
				continue
			}
			if i == 0 {
				heads[head] = true
			}
			kept.WriteString(line + "\n")
		}
	}
	return kept.String()
}

// Words splits a text into the words that a person would search:
// letters, marks and digits, in base letters, without tatweel and controls.
func Words(text string) []string {
	text = strings.Map(func(r rune) rune {
		if r == 0x640 || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
}

// Found is the share of want that is in got, each word as often as it stands
// there, and the words that are not.
func Found(want, got []string) (share float64, lost []string) {
	left := make(map[string]int)
	for _, w := range got {
		left[w]++
	}
	for _, w := range want {
		if left[w]--; left[w] < 0 {
			lost = append(lost, w)
		}
	}
	return 1 - float64(len(lost))/float64(max(1, len(want))), lost
}
