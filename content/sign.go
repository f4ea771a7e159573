package content

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// signs are the characters that stand for several words and have no
// decomposition that says them (Unicode 14, U+FD40–FD4F, FDCF, FDFD–FDFF; the
// words are those of their names).
var signs = map[rune]string{
	0xFD40: "رحمه الله",
	0xFD41: "رضي الله عنه",
	0xFD42: "رضي الله عنها",
	0xFD43: "رضي الله عنهم",
	0xFD44: "رضي الله عنهما",
	0xFD45: "رضي الله عنهن",
	0xFD46: "صلى الله عليه وآله",
	0xFD47: "عليه السلام",
	0xFD48: "عليهم السلام",
	0xFD49: "عليهما السلام",
	0xFD4A: "عليه الصلاة والسلام",
	0xFD4B: "قدس سره",
	0xFD4C: "صلى الله عليه وآله وسلم",
	0xFD4D: "عليها السلام",
	0xFD4E: "تبارك وتعالى",
	0xFD4F: "رحمهم الله",
	0xFDCF: "سلامه علينا",
	0xFDFD: "بسم الله الرحمن الرحيم",
	0xFDFE: "سبحانه وتعالى",
	0xFDFF: "عز وجل",
}

// SignWords is the words that a character such as ﷺ stands for, "" for one that
// stands for itself.
func SignWords(r rune) string {
	if words, ok := signs[r]; ok {
		return words
	}
	if r >= 0xFDF0 && r <= 0xFDFC {
		return norm.NFKC.String(string(r))
	}
	return ""
}

// SpellSigns writes the words of each sign that has reports no face for in its
// place, and tells of each such sign once. Characters for private use (Unicode 23.5)
// without a face are left out, each told of on each of its lines: what they mean is
// known to some font alone.
func SpellSigns(doc *Document, has func(rune) bool) []Problem {
	s := signSpeller{has: has, told: make(map[rune]bool), left: make(map[leftOut]bool)}
	m := &doc.Meta
	for _, text := range []*string{&m.Title, &m.Subtitle, &m.Publisher, &m.Rights, &m.Description} {
		*text = s.spell(*text, Pos{})
	}
	for _, text := range []*string{&doc.Setup.Wrap.BackText, &doc.Setup.Wrap.SpineText} {
		*text = s.spell(*text, Pos{})
	}
	Texts(doc, func(_ *Place, text []Inline) {
		Inlines(text, func(in Inline) {
			switch in := in.(type) {
			case *Text:
				in.Value = s.spell(in.Value, in.Pos)
			case *Code:
				in.Value = s.without(in.Value, in.Pos)
			}
		})
	})
	Walk(doc, func(part any, _ *Place) {
		if code, ok := part.(*CodeBlock); ok {
			code.Text = s.without(code.Text, code.Pos)
		}
	})
	return s.advice
}

type signSpeller struct {
	has    func(rune) bool
	told   map[rune]bool
	left   map[leftOut]bool
	advice []Problem
}

// leftOut is a character for private use in a line.
type leftOut struct {
	r  rune
	at Pos
}

// spell writes the words in a text. A space parts them from letters beside them.
func (s *signSpeller) spell(text string, at Pos) string {
	text = s.without(text, at)
	if !strings.Contains(text, "\xef\xb5") && !strings.Contains(text, "\xef\xb7") { // U+FD40–FD7F, FDC0–FDFF
		return text
	}
	var b strings.Builder
	var before rune
	for _, r := range text {
		words := SignWords(r)
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

// without is a text without the characters for private use that no face has, which
// stand in code too.
func (s *signSpeller) without(text string, at Pos) string {
	if !strings.ContainsFunc(text, isPrivate) {
		return text
	}
	return strings.Map(func(r rune) rune { return s.keep(r, at) }, text)
}

// isPrivate tells the characters for private use.
func isPrivate(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }

// keep is a character, or -1 for one for private use that no face has.
func (s *signSpeller) keep(r rune, at Pos) rune {
	if !isPrivate(r) || s.has(r) {
		return r
	}
	if l := (leftOut{r, at}); !s.left[l] {
		s.left[l] = true
		s.advice = append(s.advice, Problem{Pos: at, Warns: true, Kind: "a character for private use that no font has, which is left out",
			What: fmt.Sprintf("a character for private use that no font has (U+%04X), which is left out", r),
			Hint: "write the character that it stood for, or add the font that it was made with to fonts: fallback: in book.yaml"})
	}
	return -1
}

// spelled stands for a sign whose words were written.
const spelled = -1

// tell notes a sign the first time that it is spelled.
func (s *signSpeller) tell(r rune, words string, at Pos) {
	if s.told[r] {
		return
	}
	s.told[r] = true
	s.advice = append(s.advice, Problem{Pos: at,
		What: fmt.Sprintf("no font has the sign %c (U+%04X); its words, %s, are printed in its place", r, r, words),
		Hint: "add a font that has it to fonts: fallback: in book.yaml if you want the sign"})
}
