package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/isolate"
)

// MonoSize is that of inline code, in parts of the type size around it: the faces of
// code are large for their size.
const MonoSize = 0.8

// InParentheses is a number as notes are called by.
func InParentheses(number string) string { return "(" + number + ")" }

// Marked puts the marks into a line.
func Marked(line string, marks []isolate.Mark) string {
	if len(marks) == 0 {
		return line
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(line[at:m.At])
		b.WriteRune(m.Control)
		at = m.At
	}
	return b.String() + line[at:]
}

// Literal adds text in the face of code. Arabic in it is set in the face and
// size of the text around, spaces between its words too, and is not lengthened.
func (s *Speller) Literal(text string, k Look, at content.Pos) {
	k.still = true
	mono := k
	mono.Font.Mono, mono.Size = true, k.Size*MonoSize
	for {
		from := strings.IndexFunc(text, isArabic)
		if from < 0 {
			break
		}
		to := from + arabicWords(text[from:])
		s.Add(text[:from], mono, at)
		s.Add(text[from:to], k, at)
		text = text[to:]
	}
	s.Add(text, mono, at)
}

// arabicWords is the length of the Arabic words at the start of s, with one
// space between each two.
func arabicWords(s string) int {
	end, space := 0, false
	for i, r := range s {
		switch {
		case isArabic(r):
			end, space = i+utf8.RuneLen(r), false
		case r != ' ' || space:
			return end
		default:
			space = true
		}
	}
	return end
}

// code adds a stretch of code within a text, from left to right.
func (s *Speller) code(in *content.Code, k Look) {
	s.Literal(LeftToRight(Marked(in.Value, isolate.Inline(in.Value))), k, in.Pos)
}

// isArabic tells the letters, marks, digits and punctuation of the Arabic
// script.
func isArabic(r rune) bool {
	return r >= 0x0600 && (r < 0x0780 || r >= 0x0870 && r < 0x0900 || r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF) ||
		r > 0x7F && unicode.Is(unicode.Arabic, r)
}
