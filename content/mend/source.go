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

// IsClean tells a text of which [Source] has nothing to say, as nearly all are. It looks
// at bytes, since it looks at every one of the book: those of Arabic letters two by two.
func IsClean(s string) bool {
	if strings.HasPrefix(s, "\ufeff") {
		return false
	}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= 0xc2 && c < 0xe0:
			if i+1 == len(s) || s[i+1]&0xc0 != 0x80 {
				return false
			}
			i += 2
		case c >= 0x20 && c < 0x7f || c == '\n' || c == '\t':
			i++
		case c < utf8.RuneSelf:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 || unprintable(r) {
				return false
			}
			i += size
		}
	}
	return true
}

// firstUnprintable is where the first character stands that XML forbids, -1 when
// there is none.
func firstUnprintable(s string) int { return strings.IndexFunc(s, unprintable) }

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
