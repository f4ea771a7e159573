package mend

import (
	"strings"
	"unicode/utf8"

	"warraq/content"
)

// Source makes the bytes of a manuscript file into text with lines that end in
// "\n": a byte order mark and carriage returns are taken away, and so are the
// characters no XML file may hold (XML 1.0 §2.2), and each kind found is
// advice. A byte that is not UTF-8 is a problem, one for each line that has
// some, and becomes U+FFFD. Line numbers stay as they were.
func Source(file string, src []byte) (text string, advice, problems []content.Problem) {
	s := string(src)
	if rest, ok := strings.CutPrefix(s, "\ufeff"); ok {
		s = rest
		advice = append(advice, content.Problem{Pos: content.Pos{File: file, Line: 1}, What: "a byte order mark opens the file", Hint: "save it as UTF-8 without one"})
	}
	if i := strings.IndexByte(s, '\r'); i >= 0 {
		advice = append(advice, content.Problem{Pos: content.Pos{File: file, Line: lineAt(s, i)}, What: "the lines end in CR", Hint: "save the file with Unix line ends"})
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if !utf8.ValidString(s) {
		problems = invalidLines(file, s)
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if i := firstUnprintable(s); i >= 0 {
		advice = append(advice, content.Problem{Pos: content.Pos{File: file, Line: lineAt(s, i)}, What: "a control character stands in the text", Hint: "delete it", Warns: true})
		s = strings.Map(withoutControl, s)
	}
	return s, advice, problems
}

// invalidLines reports each line with bytes that are not UTF-8, twenty at most:
// a file in another encoding has them everywhere.
func invalidLines(file, s string) []content.Problem {
	var problems []content.Problem
	line := 0
	for l := range strings.Lines(s) {
		line++
		if utf8.ValidString(l) {
			continue
		}
		problems = append(problems, content.Problem{Pos: content.Pos{File: file, Line: line}, What: "the line is not UTF-8", Hint: "save the file as UTF-8"})
		if len(problems) == 20 {
			break
		}
	}
	return problems
}

func lineAt(s string, i int) int { return 1 + strings.Count(s[:i], "\n") }

// firstUnprintable is where the first character stands that XML forbids, -1 when
// there is none. It looks at bytes, since it looks at every one of the book.
func firstUnprintable(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x20 && c != '\n' && c != '\t' || c == 0x7f {
			return i
		}
		if c == 0xef && i+2 < len(s) && s[i+1] == 0xbf && s[i+2] >= 0xbe {
			return i
		}
	}
	return -1
}

// unprintable tells the characters that XML 1.0 forbids: the C0 controls,
// U+FFFE and U+FFFF.
func unprintable(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

func withoutControl(r rune) rune {
	switch {
	case r == '\f' || r == '\v':
		return ' '
	case unprintable(r):
		return -1
	}
	return r
}
