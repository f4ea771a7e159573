package plain

import "strings"

// kind says what a line is to the book.
type kind uint8

const (
	blank kind = iota
	prose
	title // opens with a mark
	pause // only marks, stars or dashes
)

// line is one line of the file without white space at its ends; for a title,
// without the mark too.
type line struct {
	number int
	kind   kind
	text   string
}

// splitLines gives the lines of a text, of which the first has a number.
func splitLines(text string, first int, marks []string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	for s := range strings.Lines(text) {
		lines = append(lines, classify(first+len(lines), s, marks))
	}
	return lines
}

func classify(number int, s string, marks []string) line {
	s = trim(s)
	switch rest, marked := cutMark(s, marks); {
	case s == "":
		return line{number, blank, ""}
	case marked && rest == "", isRule(s):
		return line{number, pause, ""}
	case marked:
		return line{number, title, rest}
	}
	return line{number, prose, s}
}

// trim takes away white space and the invisible marks that editors leave at the
// ends of a line: zero width space, LRM, RLM and ALM.
func trim(s string) string {
	return strings.Trim(s, " \t\n\u00a0\u200b\u200e\u200f\u061c\ufeff")
}

// cutMark takes away one or more marks at the start of a line, and at its end.
func cutMark(s string, marks []string) (rest string, marked bool) {
	for again := true; again; {
		again = false
		for _, m := range marks {
			if r, ok := strings.CutPrefix(s, m); ok && m != "" {
				s, marked, again = trim(strings.TrimPrefix(r, variation)), true, true
			}
		}
	}
	if !marked {
		return s, false
	}
	for _, m := range marks {
		s = trim(strings.TrimSuffix(strings.TrimSuffix(s, variation), m))
	}
	return s, true
}

// variation asks for the coloured form of a character such as ✨ and may follow
// it unseen.
const variation = "\ufe0f"

// isRule tells a line of at least three stars, dashes or underscores.
func isRule(s string) bool {
	if len(s) < 3 || strings.IndexByte("*-_", s[0]) < 0 {
		return false
	}
	n := 0
	for i := range len(s) {
		switch s[i] {
		case s[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}
