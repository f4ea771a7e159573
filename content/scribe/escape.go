package scribe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content/pattern"
)

// escaper writes text so that nothing in it is taken for a mark.
type escaper struct {
	b     *strings.Builder
	start bool // the next character opens a line
	below bool // the line stands below a table that has no caption
	cell  bool // of a table
	label bool // a bracket opened the line: a definition of a link to who finds `]:`
	edge  rune // the last character written; 0 at the start of a line
}

// raw writes what is a mark.
func (e *escaper) raw(s string) {
	if s == "" {
		return
	}
	e.label = e.label || e.start && s[0] == '['
	e.b.WriteString(s)
	e.edge, _ = utf8.DecodeLastRuneInString(s)
	e.start = false
}

// code writes code: between backticks, or as an element where it would close a
// definition of a link (CommonMark 0.31.2, 4.7).
func (e *escaper) code(value string) {
	if !e.label || !strings.Contains(value, "]:") {
		e.raw(codeSpan(value, e.cell))
		return
	}
	e.raw("<code>")
	e.text(value, true)
	e.raw("</code>")
}

// always are the signs that are escaped wherever they stand.
const always = "\\*_`[]{}~^<$"

// text writes text; last tells that nothing follows it in its line, or text only.
func (e *escaper) text(s string, last bool) {
	if e.start {
		s = e.opening(s)
	}
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if i+utf8.RuneLen(r) == len(s) {
			next = 0
		}
		if e.marks(r, next, s[i:], last) {
			e.b.WriteByte('\\')
		}
		e.b.WriteRune(r)
		e.edge = r
	}
}

// marks tells whether a character would be taken for a mark; next is the one behind
// it, 0 at the end, and rest begins with it.
func (e *escaper) marks(r, next rune, rest string, last bool) bool {
	if r >= utf8.RuneSelf {
		return false
	}
	if strings.IndexByte(always, byte(r)) >= 0 {
		return true
	}
	switch r {
	case '|':
		return e.cell
	case '=':
		return next == '=' || e.edge == '='
	case '%': // two open a comment of Obsidian
		return next == '%' || e.edge == '%'
	case '&':
		return isEntity(rest)
	case '!':
		return next == 0 && !last
	case ':':
		return e.edge == ']' || isShortcode(rest)
	case '@':
		return isASCIILetter(next) && !unicode.IsLetter(e.edge) && !unicode.IsDigit(e.edge)
	}
	return false
}

// entity is a character by its name or number, `&amp;`.
var entity = pattern.Of(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// isEntity tells a text that begins with one.
func isEntity(s string) bool {
	at := entity.FindStringIndex(s[:min(len(s), 40)])
	return at != nil && at[0] == 0
}

// isShortcode tells the name of a sign between colons, `:smile:`.
func isShortcode(s string) bool {
	n := 1
	for n < len(s) && n < 40 && (isASCIILetter(rune(s[n])) || s[n] >= '0' && s[n] <= '9' || s[n] == '_' || s[n] == '+' || s[n] == '-') {
		n++
	}
	return n > 1 && n < len(s) && s[n] == ':'
}

func isASCIILetter(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }

// opening writes what at the start of a line would open a block, and gives the rest.
func (e *escaper) opening(s string) (rest string) {
	if s = strings.TrimLeft(s, " \t"); s == "" {
		return ""
	}
	e.start = false
	const caption = "Table:"
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case strings.IndexByte("#>+-=:|!", s[0]) >= 0:
		e.raw("\\" + s[:1])
		return s[1:]
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		e.raw(s[:digits] + "\\" + s[digits:digits+1])
		return s[digits+1:]
	case e.below && strings.HasPrefix(s, caption):
		e.raw("&#84;")
		return s[1:]
	}
	return s
}

// quotedTitle writes a text between quotation marks, as titles of links are.
func quotedTitle(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
		case r == '&' && isEntity(s[i:]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// address writes where a link leads.
func address(s string) string {
	if s != "" && !strings.ContainsAny(s, " ()<>\\*`[]{}~^|\"") && !entity.MatchString(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('<')
	for i, r := range s {
		switch {
		case r == '<' || r == '>' || r == '\\' || r == '|':
			b.WriteByte('\\')
		case r == '&' && isEntity(s[i:]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('>')
	return b.String()
}
