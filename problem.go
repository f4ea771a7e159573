package warraq

import (
	"warraq/content"
	"warraq/content/notice"
)

type (
	// Problem is something in the manuscript that its author should know of.
	Problem = content.Problem
	// Problems is an error that lists all that an author can mend in one go.
	Problems = content.Problems
	// Pos is a place in the manuscript.
	Pos = content.Pos
)

// Join makes one error of several, each told once, with all that the author can
// mend as one list of [Problems].
func Join(errs ...error) error { return content.Join(errs...) }

// Message is one of the messages that authors are told: its code, whose meaning never
// changes, its name, and what it means in each of [SpokenLanguages].
type Message = notice.Entry

// SpokenLanguages are those in which [Say] and [Message] speak, by their tags; what a
// [Problem] holds is in the first, English.
var SpokenLanguages = notice.Languages

// Messages are all messages, by their codes.
func Messages() []*Message { return notice.All() }

// MessageNamed is the message of a code or a name, nil for none; near is then the one
// that was most likely meant.
func MessageNamed(s string) (m *Message, near string) {
	if m = notice.Named(s); m != nil {
		return m, ""
	}
	return nil, notice.Nearest(s)
}

// MessageOf is the message that a problem is; nil for one without a code.
func MessageOf(p *Problem) *Message {
	m, _ := notice.Of(p)
	return m
}

// The codes of problems that are no [Message].
const (
	UnknownError  = notice.UnknownError
	UnknownNotice = notice.UnknownNotice
)

// Say is what a problem says, and what to do about it, in a language.
func Say(p *Problem, lang string) (what, hint string) { return notice.Say(p, lang) }

// SpanOf is what a problem is of in its line, from and to in bytes; ok is false where
// that is not known.
func SpanOf(p *Problem, line string) (from, to int, ok bool) { return notice.Span(p, line) }
