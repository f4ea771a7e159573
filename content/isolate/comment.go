package isolate

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A comment of a language of programs opens with a mark and goes on to another,
// or to the end of the line.
type comment struct {
	open, close string
	free        bool // only behind a space or at the start of a line: an address has // in it, a colour #
	first       bool // only at the start of a line
}

// common are the comments that are looked for in every language: what is none
// in a language seldom has words from right to left behind it.
var common = []comment{
	{open: "<!--", close: "-->"},
	{open: "/*", close: "*/"},
	{open: "//"},
	{open: "-- ", free: true},
	{open: "#", free: true},
	{open: ";", first: true},
	{open: "%", first: true},
	{open: "*", first: true},
}

// special are the comments that only some languages have.
var special = []struct {
	languages string
	comments  []comment
}{
	{"latex tex matlab octave prolog erlang postscript", []comment{{open: "%", free: true}}},
	{"asm nasm lisp elisp scheme clojure racket ini autohotkey", []comment{{open: ";", free: true}}},
	{"vb vba vbnet basic vbscript", []comment{{open: "'", free: true}, {open: "REM ", first: true}}},
	{"bat cmd batch dos", []comment{{open: "REM ", first: true}, {open: "rem ", first: true}, {open: "::", first: true}}},
	{"fortran f90", []comment{{open: "!", free: true}}},
	{"ruby rb", []comment{{open: "=begin", close: "=end"}}},
	{"powershell ps1 pwsh", []comment{{open: "<#", close: "#>"}}},
	{"lua", []comment{{open: "--[[", close: "]]"}, {open: "--"}}},
	{"haskell elm purescript", []comment{{open: "{-", close: "-}"}}},
	{"ocaml fsharp pascal delphi sml coq", []comment{{open: "(*", close: "*)"}}},
	{"jinja jinja2 twig django", []comment{{open: "{#", close: "#}"}}},
}

// commentsOf are the comments of a language, those that begin alike the longest
// first.
func commentsOf(language string) []comment {
	language = strings.ToLower(language)
	for _, s := range special {
		for name := range strings.FieldsSeq(s.languages) {
			if name == language {
				return append(s.comments[:len(s.comments):len(s.comments)], common...)
			}
		}
	}
	return common
}

// commentAt is the comment that opens at byte i of a line, whose first character
// stands at byte first; it has no mark where none does.
func (l *Listing) commentAt(line string, i, first int) comment {
	for _, c := range l.comments {
		switch {
		case !strings.HasPrefix(line[i:], c.open),
			c.first && i != first,
			c.free && i != first && !endsInSpace(line[:i]),
			c.open == "//" && strings.HasSuffix(line[:i], ":"):
		default:
			return c
		}
	}
	return comment{}
}

// opened is where what a comment says begins, whose mark ends at byte at of a line:
// behind the marks that follow it, as in ///, //!, ;;, /**.
func (c comment) opened(line string, at int) int {
	if c.open == "REM " || c.open == "rem " || strings.HasPrefix(line[at:], c.close) && c.close != "" {
		return at
	}
	mark := strings.TrimRight(c.open, " ")
	for at < len(line) && (line[at] == mark[len(mark)-1] || line[at] == '!' && c.close == "") &&
		(c.close == "" || !strings.HasPrefix(line[at:], c.close)) {
		at++
	}
	return at
}

// tagEnd is the length of the tag that a comment may begin with, in Latin: @return
// or a word and a colon. What is said behind it has a direction of its own.
func tagEnd(s string) int {
	at := 0
	for at < len(s) && (s[at] >= 'a' && s[at] <= 'z' || s[at] >= 'A' && s[at] <= 'Z' || at == 0 && (s[at] == '@' || s[at] == '\\')) {
		at++
	}
	switch {
	case at > 1 && (s[0] == '@' || s[0] == '\\'):
		return at
	case at > 1 && at < len(s) && s[at] == ':' && s[:at] == strings.ToUpper(s[:at]):
		return at + 1
	}
	return 0
}

// spaces are those within a line of code: a listing makes some of them no-break.
const spaces = " \t\u00A0"

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(spaces, r)
}

// triples are the quotation marks of a string that goes over lines.
var triples = []string{`"""`, `'''`, "```"}

// raw are the languages in which a string in backquotes goes over lines.
const raw = "go js javascript mjs jsx ts typescript tsx"

// hasRaw tells whether a language is one of them.
func hasRaw(language string) bool {
	for name := range strings.FieldsSeq(raw) {
		if strings.EqualFold(name, language) {
			return true
		}
	}
	return false
}

// opensBlock tells whether a comment that may go on below, or a string that may,
// opens in s.
func opensBlock(s string, comments []comment) bool {
	for _, c := range comments {
		if c.close != "" && strings.Contains(s, c.open) {
			return true
		}
	}
	return slices.ContainsFunc(triples, func(mark string) bool { return strings.Contains(s, mark) })
}
