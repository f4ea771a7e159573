package intake

import (
	"strings"

	"warraq/content"
)

// Report is what there is to say of a file: what was taken for what, and what stayed
// away. What is of one kind is told together.
type Report struct {
	File     string // its name, for messages
	Problems []content.Problem
}

// Took says what something was taken for. Words, which may be empty, are those of the
// place.
func (r *Report) Took(kind, words, hint string) { r.add(kind, words, hint, false) }

// Lost says what stayed away.
func (r *Report) Lost(kind, words, hint string) { r.add(kind, words, hint, true) }

func (r *Report) add(kind, words, hint string, lost bool) {
	p := content.Problem{Pos: content.Pos{File: r.File}, Kind: kind, What: kind, Hint: hint, Warns: lost}
	if words != "" {
		p.What += ": “" + words + "”"
	}
	r.Problems = append(r.Problems, p)
}

// FirstWords are the first words of a text, to find its place by.
func FirstWords(s string) string {
	const most = 8
	words := strings.Fields(s)
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return strings.Join(words, " ")
}
