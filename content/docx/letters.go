package docx

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"warraq/content/scribe"
)

// legible makes of the characters of a run those that they stand for: letters of
// presentation forms, signs of faces of signs. Characters that only turn direction go:
// the book does their work. What a face of the Qur'an draws by private codes cannot be
// read, and is told of.
func (p *paragraph) legible(s string, l look) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x200b }) && !isSigns(l.ascii) {
		return s
	}
	mushaf := mushafFace(l)
	var b strings.Builder
	hidden := false
	for _, r := range s {
		switch {
		case mushaf != "" && (isPresentation(r) || isPrivate(r)):
			hidden = true
		case r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x061c || r == 0xfeff:
		case r >= 0xf000 && r <= 0xf0ff || r < 0x100 && isSigns(l.ascii) && r > ' ':
			sign := signOf(l.ascii, byte(r))
			if sign == "" && r < 0x100 {
				sign = string(r)
			}
			if sign == "" {
				p.lost("a sign that is not known", signName(l.ascii, r), "write it anew")
			}
			b.WriteString(sign)
		case isPresentation(r):
			p.forms = true
			b.WriteString(lettersOf(r))
		default:
			b.WriteRune(r)
		}
	}
	if hidden {
		p.unreadable(mushaf)
	}
	return b.String()
}

// unreadable tells of words of the Qur'an, once a paragraph and face.
func (p *paragraph) unreadable(face string) {
	for _, n := range p.said {
		if strings.HasPrefix(n.About, face) {
			return
		}
	}
	p.lost("words of the Qur'an in a face whose codes are no letters stay away", face+pageOf(face), "write them anew, from a text of the mushaf")
}

// mushafFace is the face of a run that draws each word of a page of the mushaf by a
// code of its own: QCF_P001, QCF2001, QCF4_Hafs_01.
func mushafFace(l look) string {
	for _, face := range []string{l.face, l.ascii} {
		if len(face) >= 4 && strings.EqualFold(face[:3], "QCF") {
			return face
		}
	}
	return ""
}

// pageOf is the page of the mushaf that a face is of.
func pageOf(face string) string {
	name := strings.ToUpper(face)
	if rest, ok := strings.CutPrefix(name, "QCF_P"); ok && len(rest) == 3 {
		return ", page " + strings.TrimLeft(rest, "0")
	}
	return ""
}

func isPrivate(r rune) bool { return r >= 0xe000 && r <= 0xf8ff }

// isPresentation tells Arabic presentation forms that are letters, and not signs of
// their own such as ﷺ ﷽ ﴾ ﴿.
func isPresentation(r rune) bool {
	switch {
	case r >= 0xfd3e && r <= 0xfd4f, r == 0xfdcf, r >= 0xfdfa && r <= 0xfdff && r != 0xfdfc, r == 0xfeff:
		return false
	}
	return r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe
}

// lettersOf is what a presentation form stands for; a vowel sign has no space or bar
// to stand on.
func lettersOf(r rune) string {
	s := norm.NFKC.String(string(r))
	if r >= 0xfe70 && r <= 0xfe7f || r >= 0xfc5e && r <= 0xfc63 {
		s = strings.TrimLeft(s, " ")
	}
	return s
}

// hyphenated adds the soft hyphen that was met before this text: between Arabic
// letters it parts what does not join, between Latin ones it is what it is.
func (p *paragraph) hyphenated(s string) string {
	if p.soft {
		s, p.soft = "\u00ad"+s, false
	}
	if !strings.Contains(s, "\u00ad") {
		return s
	}
	var b strings.Builder
	last := p.last
	for i, r := range s {
		if r != '\u00ad' {
			b.WriteRune(r)
			last = r
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+len("\u00ad"):])
		switch {
		case isArabic(last) && isArabic(next):
			b.WriteRune('\u200c')
		case isLatinLetter(last) && isLatinLetter(next):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// symbol reads a w:sym.
func (p *paragraph) symbol(face, code string, l look) {
	r := rune(hexadecimal(code))
	if mushafFace(look{ascii: face}) != "" {
		p.unreadable(face)
		return
	}
	sign := ""
	switch {
	case isSigns(face):
		sign = signOf(face, byte(r))
	case r >= 0xf020 && r <= 0xf0ff: // the private codes of an ordinary face
		sign = ""
	case r > ' ' && utf8.ValidRune(r):
		sign = string(r)
	}
	if sign == "" {
		p.lost("a sign that is not known", signName(face, r), "write it anew")
		return
	}
	p.text(sign, p.look(l), look{})
}

// symbolField reads a field SYMBOL 252 \f Wingdings.
func (p *paragraph) symbolField(words []string) {
	if len(words) < 2 {
		return
	}
	face := "Symbol"
	for i, w := range words {
		if w == `\f` && i+1 < len(words) {
			face = words[i+1]
		}
	}
	code := integer(words[1])
	if rest, ok := strings.CutPrefix(strings.ToLower(words[1]), "0x"); ok {
		code = hexadecimal(rest)
	}
	sign := signOf(face, byte(code))
	if sign == "" {
		p.lost("a sign that is not known", signName(face, rune(code)), "write it anew")
		return
	}
	p.line.Text(sign, scribe.Look{})
	p.last, _ = utf8.DecodeLastRuneInString(sign)
}

func hexadecimal(s string) (n int) {
	for _, c := range strings.ToLower(s) {
		switch {
		case c >= '0' && c <= '9':
			n = n*16 + int(c-'0')
		case c >= 'a' && c <= 'f':
			n = n*16 + int(c-'a') + 10
		default:
			return 0
		}
		if n > utf8.MaxRune {
			return 0
		}
	}
	return n
}
