package mend

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
)

// SpellSigns writes the words of each sign that has reports no face for in its
// place, and tells of each such sign once. Characters for private use (Unicode 23.5)
// without a face are left out, each told of on each of its lines: what they mean is
// known to some font alone.
func SpellSigns(doc *content.Document, has func(rune) bool) []content.Problem {
	s := signSpeller{has: has, told: make(map[rune]bool), left: make(map[leftOut]bool)}
	m := &doc.Meta
	for _, text := range []*string{&m.Title, &m.Subtitle, &m.Publisher, &m.Rights, &m.Description} {
		*text = s.spell(*text, content.Pos{})
	}
	for _, text := range []*string{&doc.Setup.Wrap.BackText, &doc.Setup.Wrap.SpineText} {
		*text = s.spell(*text, content.Pos{})
	}
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			switch in := in.(type) {
			case *content.Text:
				in.Value = s.spell(in.Value, in.Pos)
			case *content.Code:
				in.Value = s.without(in.Value, in.Pos)
			}
		})
	})
	content.Walk(doc, func(part any, _ *content.Place) {
		if code, ok := part.(*content.CodeBlock); ok {
			code.Text = s.without(code.Text, code.Pos)
		}
	})
	return s.advice
}

type signSpeller struct {
	has    func(rune) bool
	told   map[rune]bool
	left   map[leftOut]bool
	advice []content.Problem
}

// leftOut is a character for private use in a line.
type leftOut struct {
	r  rune
	at content.Pos
}

// spell writes the words in a text. A space parts them from letters beside them.
func (s *signSpeller) spell(text string, at content.Pos) string {
	if isOrdinary(text) {
		return text
	}
	text = s.without(text, at)
	if !strings.Contains(text, "\xef\xb5") && !strings.Contains(text, "\xef\xb7") { // U+FD40–FD7F, FDC0–FDFF
		return text
	}
	var b strings.Builder
	var before rune
	for _, r := range text {
		words := char.SignWords(r)
		if words == "" || s.has(r) {
			words = string(r)
		} else {
			s.tell(r, words, at)
		}
		if first, _ := utf8.DecodeRuneInString(words); (words != string(r) || before == spelled) && unicode.IsLetter(first) && (before == spelled || unicode.In(before, unicode.L, unicode.M)) {
			b.WriteByte(' ')
		}
		b.WriteString(words)
		if before = r; words != string(r) {
			before = spelled
		}
	}
	return b.String()
}

// isOrdinary tells a text without any byte that begins a sign or a character for private
// use: U+E000–FFFF, or from U+C0000 on.
func isOrdinary(text string) bool {
	for _, lead := range []byte{0xee, 0xef, 0xf3, 0xf4} {
		if strings.IndexByte(text, lead) >= 0 {
			return false
		}
	}
	return true
}

// without is a text without the characters for private use that no face has, which
// stand in code too.
func (s *signSpeller) without(text string, at content.Pos) string {
	if isOrdinary(text) || !strings.ContainsFunc(text, isPrivate) {
		return text
	}
	return strings.Map(func(r rune) rune { return s.keep(r, at) }, text)
}

// isPrivate tells the characters for private use.
func isPrivate(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }

// keep is a character, or -1 for one for private use that no face has.
func (s *signSpeller) keep(r rune, at content.Pos) rune {
	if !isPrivate(r) || s.has(r) {
		return r
	}
	if l := (leftOut{r, at}); !s.left[l] {
		s.left[l] = true
		s.advice = append(s.advice, content.Problem{Pos: at, Warns: true, Kind: "a character for private use that no font has, which is left out",
			What: fmt.Sprintf("a character for private use that no font has (U+%04X), which is left out", r),
			Hint: "write the character that it stood for, or add the font that it was made with to fonts: fallback: in book.yaml"})
	}
	return -1
}

// spelled stands for a sign whose words were written.
const spelled = -1

// tell notes a sign the first time that it is spelled.
func (s *signSpeller) tell(r rune, words string, at content.Pos) {
	if s.told[r] {
		return
	}
	s.told[r] = true
	s.advice = append(s.advice, content.Problem{Pos: at,
		What: fmt.Sprintf("no font has the sign %c (U+%04X); its words, %s, are printed in its place", r, r, words),
		Hint: "add a font that has it to fonts: fallback: in book.yaml if you want the sign"})
}
