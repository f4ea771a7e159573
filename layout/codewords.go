package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"warraq/content"
	"warraq/content/isolate"
)

// monoSize is that of inline code, in parts of the type size around it: the faces of
// code are large for their size.
const monoSize = 0.8

func inParentheses(number string) string { return "(" + number + ")" }

// isolated puts the marks into a line.
func isolated(line string, marks []isolate.Mark) string {
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

// literal adds text in the face of code. Arabic in it is set in the face and
// size of the text around, spaces between its words too, and is not lengthened.
func (s *speller) literal(text string, k look, at content.Pos) {
	k.still = true
	mono := k
	mono.font.Mono, mono.size = true, k.size*monoSize
	for {
		from := strings.IndexFunc(text, isArabic)
		if from < 0 {
			break
		}
		to := from + arabicWords(text[from:])
		s.add(text[:from], mono, at)
		s.add(text[from:to], k, at)
		text = text[to:]
	}
	s.add(text, mono, at)
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
func (s *speller) code(in *content.Code, k look) {
	s.literal(lri+isolated(in.Value, isolate.Inline(in.Value))+pdi, k, in.Pos)
}

// isArabic tells the letters, marks, digits and punctuation of the Arabic
// script.
func isArabic(r rune) bool {
	return r >= 0x0600 && (r < 0x0780 || r >= 0x0870 && r < 0x0900 || r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF) ||
		r > 0x7F && unicode.Is(unicode.Arabic, r)
}
