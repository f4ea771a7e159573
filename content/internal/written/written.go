// Package written prints what an import writes and says, for goldens, and counts its
// words, for tests that nothing was lost.
package written

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"warraq/content/intake"
	"warraq/content/pattern"
	"warraq/content/scribe"
)

// Text is the manuscript and the report of a text.
func Text(t *intake.Text, opt intake.Options) string {
	return Book(intake.Bind([]*intake.Text{t}, []string{"f"}, "", opt))
}

// Book is the manuscript and the report of a book.
func Book(b *intake.Book) string {
	var w strings.Builder
	fmt.Fprintf(&w, "title: %s\nsubtitle: %s\nauthors: %s\nlanguage: %s\ncover: %s\n", b.Title, b.Subtitle, strings.Join(b.Authors, ", "), b.Lang, b.Cover)
	var notes scribe.Notes
	for _, c := range b.Chapters {
		w.WriteString("-----\n" + scribe.Chapter(c, &notes))
	}
	w.WriteString("-----\n")
	for _, p := range b.Pictures {
		fmt.Fprintf(&w, "picture %s, %d bytes\n", p.Name, len(p.Data))
	}
	for _, p := range b.Problems {
		if p.Warns {
			w.WriteString("lost: ")
		}
		w.WriteString(p.String() + "\n")
	}
	return w.String()
}

// named is a number of words that a report tells of.
var named = pattern.Of(`(\d+) words`)

// Whole fails unless the words of a source stand in what was written, but for as many
// as the report counts.
func Whole(t *testing.T, source, written string) {
	t.Helper()
	there := make(map[string]int)
	for _, w := range words(written) {
		there[w]++
	}
	missing := 0
	var first []string
	for _, w := range words(source) {
		if there[w]--; there[w] < 0 {
			missing++
			first = append(first, w)
		}
	}
	said := 0
	for _, m := range named.FindAllStringSubmatch(written, -1) {
		n, _ := strconv.Atoi(m[1])
		said += n
	}
	if missing > said {
		t.Errorf("%d words of the source are missing, %d are named: %q", missing, said, first)
	}
}

// marks are what Markdown writes around words.
var marks = pattern.Of(`\]\((?:<[^>]*>|[^)\s]*)|\{[.#=\w][^}]*\}|[\[\]]`)

// words are the runs of letters of a text; marks of Markdown within them part none.
func words(s string) []string {
	s = strings.NewReplacer("*", "", "`", "", "\\", "", "~~", "", "==", "", "\u200c", "", "\u200d", "").Replace(s)
	s = marks.ReplaceAllString(s, "")
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
