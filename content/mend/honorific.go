package mend

import (
	"strings"
	"unicode/utf8"

	"warraq/content/char"
)

// honorifics are words said behind a name that have a character of their own.
var honorifics = []struct{ words, sign string }{
	{"صلى الله عليه وسلم", "ﷺ"},
	{"(ص)", "ﷺ"},
	{"عز وجل", "ﷻ"},
}

// Honorifics writes صلى الله عليه وسلم and (ص) as ﷺ and عز وجل as ﷻ, vocalised or
// not, where they stand behind a word and are words of their own. A letter in
// parentheses that nothing stands before is left: it may number a list.
func Honorifics(s string) string {
	if !strings.Contains(s, "ص") && !strings.Contains(s, "ع") {
		return s
	}
	var b strings.Builder
	from, behind := 0, false
	for at, r := range s {
		if at < from {
			continue
		}
		if behind && (at == 0 || strings.HasSuffix(s[:at], " ") || strings.HasSuffix(s[:at], "\u00a0")) {
			if sign, size := honorificAt(s[at:]); size > 0 {
				b.WriteString(s[from:at] + sign)
				from = at + size
				continue
			}
		}
		behind = behind || char.IsLetter(r)
	}
	return b.String() + s[from:]
}

// honorificAt is the sign of the honorific that s begins with and how many bytes
// it stands for, 0 for none.
func honorificAt(s string) (sign string, size int) {
	for _, h := range honorifics {
		if n := prefixBare(s, h.words); n > 0 {
			return h.sign, n
		}
	}
	return "", 0
}

// prefixBare tells how many bytes of s say the words, marks passed over, as
// whole words; 0 where s begins with something else.
func prefixBare(s, words string) int {
	at := 0
	for _, want := range words {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r != want {
			return 0
		}
		for at += size; at < len(s); at += size {
			if r, size = utf8.DecodeRuneInString(s[at:]); !isMark(r) {
				break
			}
		}
	}
	if r, _ := utf8.DecodeRuneInString(s[at:]); char.IsLetter(r) {
		return 0
	}
	return at
}
