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

	aliases map[string]string // anchors of places that have another's
}

func (r *Report) alias(anchor, to string) {
	if r.aliases == nil {
		r.aliases = make(map[string]string)
	}
	r.aliases[anchor] = to
}

// Took says what something was taken for. Words, which may be empty, are those of the
// place.
func (r *Report) Took(kind, words, hint string) { r.Add(Found{Kind: kind, About: words, Hint: hint}) }

// Lost says what stayed away.
func (r *Report) Lost(kind, words, hint string) {
	r.Add(Found{Kind: kind, About: words, Hint: hint, Lost: true})
}

// Found is one thing to say.
type Found struct {
	Kind  string // what was found, and what became of it
	About string // the words that it is about
	Where string // the first words of its paragraph, where these are others
	Hint  string // what to do
	Lost  bool   // the book lacks it
}

// Add says what was found.
func (r *Report) Add(f Found) {
	p := content.Problem{Pos: content.Pos{File: r.File}, Kind: f.Kind, What: f.Kind, Hint: f.Hint, Warns: f.Lost}
	if f.About != "" {
		p.What += ": “" + f.About + "”"
	}
	if f.Where != "" {
		p.What += " in “" + f.Where + "”"
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
