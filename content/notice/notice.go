// Package notice is the catalogue of all that the program tells an author of a
// manuscript: each message by its code, in each of the program's languages. The
// stages that find something say it in English, as a [content.Problem]; this
// package knows which message that is.
//
// A code is of an error, E101, or of what is told beside a book that is made, W401.
// It never changes its meaning, and that of a message which is told no more is not
// given again. Programs read the code; people read the name.
package notice

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content"
)

// Entry is one message.
type Entry struct {
	Code string // "W437"
	Name string // "heading-without-blank"

	says     text
	hints    []text
	said     []string // the hints in English, as they are read
	Chapter  string   // a chapter that is told so, in Markdown; may be empty
	Settings string   // and lines of book.yaml
}

// Languages are those in which the program speaks, by their tags; the first is that
// of a [content.Problem].
var Languages = []string{"en", "fr", "ar"}

// IsError tells messages that keep a book from being made.
func (e *Entry) IsError() bool { return e.Code[0] == 'E' }

// Unknown are the codes of what has no entry.
const (
	UnknownError  = "E000"
	UnknownNotice = "W000"
)

// All are all messages, by their codes.
func All() []*Entry { return catalogue().entries }

// Named gives the message of a code or a name; nil for none.
func Named(s string) *Entry { return catalogue().named[strings.ToLower(s)] }

// Nearest is the code or the name that a misspelt one may have meant; empty for none.
func Nearest(s string) string {
	var names, codes []string
	for _, e := range All() {
		names, codes = append(names, e.Name), append(codes, e.Code)
	}
	return cmp.Or(content.Nearest(s, names), content.Nearest(s, codes))
}

// Of gives the message that a problem is, and what fills its holes; nil for what the
// catalogue does not know.
func Of(p *content.Problem) (e *Entry, fills []string) {
	c := catalogue()
	if at, m := c.find(p.What, p.Hint); at != nil {
		return at, m.fills
	}
	if at, m := c.find(p.Kind, p.Hint); at != nil {
		return at, m.fills
	}
	return nil, nil
}

// find is the entry that says a text most literally; of those that say it alike, the
// one whose hint it is.
func (c *table) find(what, hint string) (best *Entry, by match) {
	if what == "" {
		return nil, by
	}
	for _, e := range c.entries {
		m, ok := e.says.match(what)
		if !ok || best != nil && m.literal < by.literal {
			continue
		}
		if best == nil || m.literal > by.literal || e.advises(hint) && !best.advises(hint) {
			best, by = e, m
		}
	}
	return best, by
}

// Advised tells whether some message has a hint.
func Advised(hint string) bool {
	t, _ := mostLiteral(catalogue().hints, hint)
	return t != nil && t.literal > 0
}

// Without is what is told where some messages are switched off, by their codes.
func Without(ps []content.Problem, off []string) []content.Problem {
	if len(off) == 0 {
		return ps
	}
	return slices.DeleteFunc(slices.Clone(ps), func(p content.Problem) bool {
		e, _ := Of(&p)
		return e != nil && slices.Contains(off, e.Code)
	})
}

// advises tells whether a hint is one of the message.
func (e *Entry) advises(hint string) bool {
	return slices.ContainsFunc(e.hints, func(t text) bool { _, ok := t.match(hint); return ok })
}

// Say is what a problem says in a language, and what to do about it. What the
// catalogue does not know stays in English. Where the language is written from the
// right, what stands in the message from elsewhere is isolated by U+2066 … U+2069
// (UAX #9), so that it reads right wherever it is shown.
func Say(p *content.Problem, lang string) (what, hint string) {
	at := slices.Index(Languages, lang)
	if at <= 0 {
		return p.What, p.Hint
	}
	c := catalogue()
	what, hint = p.What, p.Hint
	e, m := c.find(p.What, p.Hint)
	if e == nil {
		return isolated(what, at), c.hint(nil, hint, at)
	}
	return c.fill(&e.says, m, at), c.hint(e, hint, at)
}

// hint says what to do: as the message has it, or else as any message has it.
func (c *table) hint(e *Entry, hint string, lang int) string {
	if hint == "" {
		return ""
	}
	of := c.hints
	if e != nil {
		of = append(slices.Clip(e.hints), c.hints...)
	}
	t, m := mostLiteral(of, hint)
	if t == nil {
		return isolated(hint, lang)
	}
	return c.fill(t, m, lang)
}

// mostLiteral is the text that says a line most literally; nil for none.
func mostLiteral(of []text, line string) (best *text, by match) {
	for i := range of {
		if m, ok := of[i].match(line); ok && (best == nil || m.literal > by.literal) {
			best, by = &of[i], m
		}
	}
	return best, by
}

// Means is the message with its holes left open, and what can be done about it, in a
// language.
func (e *Entry) Means(lang string) (says string, hints []string) {
	at := max(slices.Index(Languages, lang), 0)
	for _, h := range e.hints {
		if text := h.open(at); text != "…" {
			hints = append(hints, text)
		}
	}
	return e.says.open(at), hints
}

// IsPiece tells what fills holes of messages, and is told with them alone.
func IsPiece(s string) bool {
	t, _ := mostLiteral(catalogue().phrases, s)
	return t != nil && t.literal > 0
}
