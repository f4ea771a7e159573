package isolate

import (
	"slices"

	"warraq/content/char"
)

// An addressRule tells whether an address of its kind begins at i; name is
// where the Latin name ends that begins there (see [nameEnd]).
type addressRule struct {
	kind   string
	begins func(text []rune, i, name int) bool
}

var addressRules = []addressRule{
	{"https://example.org/a?b=c", isURL},
	{"www.example.org/", isSite},
	{"name@example.org", isMail},
	{`C:\books\1.txt`, isDrive},
	{`\\server\books`, isShare},
	{"/usr/share, ~/books, ./a, ../a", isRooted},
	{"books/ar/1.md, example.org/a", isRelative},
	{".pdf, @name, #name", isMarked},
}

// address is where the address that begins at i ends; i when there is none.
func address(text []rune, i int) int {
	if IsDigit(text[i]) {
		return i
	}
	name := nameEnd(text, i)
	if name > i && text[i] != 'w' && (name == len(text) || !Divides(text[name])) {
		return i // a word
	}
	for _, rule := range addressRules {
		if rule.begins(text, i, name) {
			return addressEnd(text, i)
		}
	}
	return i
}

// nameEnd is where a name that begins with a Latin letter at i ends: a word, a
// scheme, a host, the local part of a mail address.
func nameEnd(text []rune, i int) int {
	if !isLatin(text[i]) {
		return i
	}
	for i < len(text) && isNameRune(text[i]) {
		i++
	}
	return i
}

func isNameRune(r rune) bool {
	switch r {
	case '.', '_', '-', '+', '%', '~':
		return true
	}
	return isLatin(r) || IsDigit(r)
}

// addressEnd is where an address ends: at a space or a mark that none holds,
// less the marks that end the sentence. A Windows path goes on behind a space
// if the next word is part of one: C:\Program Files\a.
func addressEnd(text []rune, i int) int {
	to := wordEnd(text, i)
	for windows := slices.Contains(text[i:to], '\\'); windows && to < len(text) && text[to] == ' '; {
		next := wordEnd(text, to+1)
		if !slices.Contains(text[to+1:next], '\\') || text[to+1] == '\\' || next > to+2 && text[to+2] == ':' {
			break
		}
		to = next
	}
	open := slices.Contains(text[i:to], '(')
	for to > i+1 && (isSentenceMark(text[to-1]) || text[to-1] == ')' && !open) {
		to--
	}
	return to
}

func wordEnd(text []rune, i int) int {
	for i < len(text) && !IsGap(text[i]) && !endsAddress(text[i]) {
		i++
	}
	return i
}

// endsAddress tells the marks that no address holds.
func endsAddress(r rune) bool {
	switch r {
	case '\n', '،', '؛', '؟', '«', '»', '"', '<', '>', '“', '”', '﴾', '﴿', '\u2060', '\uFFFC':
		return true // a word joiner holds the call of a note
	}
	return IsDirective(r)
}

// isSentenceMark tells the marks that belong to the sentence rather than to an
// address they end.
func isSentenceMark(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '!', '?', ']', '}', '…', '\'', '’':
		return true
	}
	return false
}

// Divides tells the marks between the parts of an address, which follow
// each other from left to right even if they are Arabic. A hyphen or an
// underline is part of a name.
func Divides(r rune) bool {
	switch r {
	case '/', '\\', '.', ':', '?', '&', '=', '#', '@':
		return true
	}
	return false
}

// isURL wants the :// of a scheme.
func isURL(text []rune, i, name int) bool {
	return name > i && hasPrefix(text[name:], "://")
}

func isSite(text []rune, i, _ int) bool { return hasPrefix(text[i:], "www.") }

// The most characters that a mail address has before its @ and behind it (RFC 5321
// 4.5.3.1.1, 4.5.3.1.2): no more are looked at, so that a text of signs @ is not
// searched to its end for each.
const (
	longestLocal = 64
	longestHost  = 255
)

// isMail wants an @ and a host with a dot in it.
func isMail(text []rune, i, name int) bool {
	if name == i || name-i > longestLocal || name+1 >= len(text) || text[name] != '@' {
		return false
	}
	return isHost(text, name+1)
}

// isHost tells names with a dot between, Arabic ones perhaps.
func isHost(text []rune, i int) bool {
	text = text[:min(len(text), i+longestHost+1)]
	if wordEnd(text, i) > i+longestHost {
		return false
	}
	host := text[i:addressEnd(text, i)]
	dot := slices.Index(host, '.')
	return dot > 0 && dot+1 < len(host) && !slices.ContainsFunc(host, isSlash)
}

// arabicMail is where a mail address begins whose @ stands at i, if what is before
// that is Arabic; i if there is none.
func arabicMail(text []rune, i int) int {
	from := i
	for from > 0 && i-from < longestLocal && (isRightToLeft(text[from-1]) && char.IsLetter(text[from-1]) || IsDigit(text[from-1]) || text[from-1] == '.' || text[from-1] == '_') {
		from--
	}
	if from == i || !isRightToLeft(text[from]) || !isFree(text, from) || i+1 == len(text) || !isHost(text, i+1) {
		return i
	}
	return from
}

func isDrive(text []rune, i, name int) bool {
	return name == i+1 && (hasPrefix(text[name:], `:\`) || hasPrefix(text[name:], ":/"))
}

func isShare(text []rune, i, _ int) bool {
	return hasPrefix(text[i:], `\\`) && isFree(text, i) && wordEnd(text, i) > i+2
}

// isRooted wants a Latin name behind a slash that stands alone, or another
// slash: a single Arabic word behind one is no path.
func isRooted(text []rune, i, _ int) bool {
	if text[i] != '/' && text[i] != '~' && text[i] != '.' || !isFree(text, i) {
		return false
	}
	for _, prefix := range []string{"~/", "./", "../", `.\`, `..\`} {
		if hasPrefix(text[i:], prefix) {
			return true
		}
	}
	if text[i] != '/' || i+1 >= len(text) {
		return false
	}
	return isLatin(text[i+1]) || slices.Contains(text[i+1:addressEnd(text, i)], '/')
}

// isRelative wants what tells a path from two words with a slash between
// (PDF/ورقي): another slash, a host before it or an extension behind it.
func isRelative(text []rune, i, name int) bool {
	if name == i || name == len(text) || text[name] != '/' && text[name] != '\\' {
		return false
	}
	rest := text[name+1 : max(name+1, addressEnd(text, i))]
	return slices.Contains(text[i:name], '.') || len(rest) == 0 ||
		slices.Contains(rest, text[name]) || hasExtension(rest)
}

// hasExtension tells whether a Latin name stands behind the last dot.
func hasExtension(name []rune) bool {
	for i := len(name) - 1; i > 0; i-- {
		switch {
		case name[i] == '.':
			return i+1 < len(name)
		case !isLatin(name[i]) && !IsDigit(name[i]):
			return false
		}
	}
	return false
}

// isMarked tells a name whose mark stands before it.
func isMarked(text []rune, i, _ int) bool {
	switch text[i] {
	case '.', '@', '#':
		return i+1 < len(text) && isLatin(text[i+1]) && freely(text, i) >= 0
	}
	return false
}

func hasPrefix(text []rune, prefix string) bool {
	if len(text) < len(prefix) { // all are ASCII
		return false
	}
	for i, r := range prefix {
		if text[i] != r {
			return false
		}
	}
	return true
}
