package markdown

import (
	"strings"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

// Heading writes a chapter's title so that reading it gives the same text.
// Class, if not empty, is its role, such as "introduction".
func Heading(title, class string) string {
	s := "# " + Escape(title)
	if rest := strings.TrimRight(s, "#"); rest != s && !syntax.Escaped(rest) {
		// A last run of # would end the heading.
		s = rest + "\\" + s[len(rest):]
	}
	if class != "" {
		s += " {." + class + "}"
	}
	return s
}

// Escape writes a text of one line, a paragraph of its own, so that reading it
// gives the same text. Fields stay as they are.
func Escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	i := startEscaped(&b, s)
	for i < len(s) {
		i += writeEscaped(&b, s[i:])
	}
	return b.String()
}

// startEscaped writes what at the start of a line would open a block and tells
// its length.
func startEscaped(b *strings.Builder, s string) int {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case s == "":
		return 0
	case strings.IndexByte("#>+-=:", s[0]) >= 0:
		b.WriteString("\\" + s[:1])
		return 1
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		b.WriteString(s[:digits] + "\\" + s[digits:digits+1])
		return digits + 1
	}
	return 0
}

// writeEscaped writes the character at the start of s, or the field, and tells
// how much of s that is.
func writeEscaped(b *strings.Builder, s string) int {
	length := 1
	escape := false
	switch s[0] {
	case '*', '_', '`', '~', '^', '[':
		escape = true
	case '=':
		escape = len(s) > 1 && s[1] == '='
	case '<':
		escape = len(s) > 1 && (s[1] >= 0x80 || strings.IndexByte(" \t0123456789=-", s[1]) < 0)
	case '&':
		_, n := syntax.Reference(s)
		escape = n > 0
	case '\\':
		if len(s) > 1 && s[1] == '{' && content.FieldAt(s[1:]) != 0 {
			length = 2 // a brace that begins no field, in plain text too
		} else {
			escape = true
		}
	case '{':
		if n := content.FieldAt(s); n > 0 {
			length = n
		} else {
			_, _, attr := syntax.ParseAttr(s)
			escape = attr || n < 0
		}
	}
	if escape {
		b.WriteByte('\\')
	}
	b.WriteString(s[:length])
	return length
}
