// Package markup puts XML together: tags as they are, text escaped and without what no
// document may hold. What the tags mean is no matter here.
package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Buffer is a document on its way.
type Buffer []byte

// Raw appends markup.
func (b *Buffer) Raw(ss ...string) {
	for _, s := range ss {
		*b = append(*b, s...)
	}
}

// Text appends character data.
func (b *Buffer) Text(s string) { *b = appendText(*b, s) }

// appendText appends s to b as character data of XML: escaped, and without
// what XML 1.0 §2.2 or HTML forbids (control characters, noncharacters); bytes
// that are no UTF-8 become U+FFFD.
func appendText(b []byte, s string) []byte {
	from := 0 // what is not yet copied begins here
	for i := 0; i < len(s); {
		c := s[i]
		size, repl := 1, ""
		switch {
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				repl = "\uFFFD"
			case !forbidden(r):
				i += size
				continue
			}
		case c == '&':
			repl = "&amp;"
		case c == '<':
			repl = "&lt;"
		case c == '>':
			repl = "&gt;"
		case c == '"':
			repl = "&quot;"
		case c >= ' ' && c != 0x7f || c == '\n' || c == '\t':
			i++
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, repl...)
		i += size
		from = i
	}
	return append(b, s[from:]...)
}

// forbidden tells whether the non-ASCII rune r has no place in a document.
func forbidden(r rune) bool {
	return r < 0xa0 || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe
}

// Escape is s as character data or the value of an attribute.
func Escape(s string) string { return string(appendText(nil, s)) }

// Clean is s as one line: white space folded, forbidden characters gone. It is
// not escaped.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if r >= ' ' && r < 0x7f || r >= 0x80 && !forbidden(r) || r == '\n' || r == '\t' {
			return r
		}
		return -1
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isClean tells whether Clean would leave s as it is, as it does most texts.
func isClean(s string) bool {
	last := ' '
	for _, r := range s {
		switch {
		case r == ' ' && last == ' ', r != ' ' && unicode.IsSpace(r), r < ' ', r == 0x7f, r == utf8.RuneError, r >= utf8.RuneSelf && forbidden(r):
			return false
		}
		last = r
	}
	return last != ' '
}
