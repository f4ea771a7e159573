package markdown

import (
	"cmp"
	"slices"

	"warraq/content"
)

// slip is what an author wrote that comes out otherwise than it was meant, and
// what to write instead.
type slip struct {
	kind string // the same for all of its kind
	what string // what is special about this one; empty: kind
	hint string
	mild bool // the book is not the worse for it
}

// advise keeps advice on what stands at an offset.
func (f *file) advise(offset int, s slip) { f.adviseAt(f.pos(offset), s) }

func (f *file) adviseAt(at content.Pos, s slip) {
	f.advice = append(f.advice, content.Problem{Pos: at, What: cmp.Or(s.what, s.kind), Hint: s.hint, Kind: s.kind, Warns: !s.mild})
}

// given is the advice in the order of the text, each once: a note that two
// chapters call is read twice.
func (f *file) given() []content.Problem {
	slices.SortStableFunc(f.advice, func(a, b content.Problem) int { return a.Pos.Line - b.Pos.Line })
	return slices.Compact(f.advice)
}

// quotedPart is a piece of the text in quotation marks, not too much of it.
func quotedPart(s string) string {
	const most = 40 // characters
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return "“" + s + "”"
}
