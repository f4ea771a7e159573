package syntax

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/util"
)

// Unescape resolves backslash escapes and character references (CommonMark
// §2.4, §2.5).
func Unescape(s string) string {
	first := strings.IndexAny(s, "\\&")
	if first < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:first])
	for i := first; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			b.WriteByte(s[i+1])
			i += 2
			continue
		}
		if s[i] == '&' {
			if value, length := Reference(s[i:]); length > 0 {
				b.WriteString(value)
				i += length
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// Reference reads a character reference at the start of s: &amp; &#1571;
// &#x623;. Its length is 0 when there is none.
func Reference(s string) (value string, length int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(e.Characters), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	return string(util.ToValidRune(rune(n))), end + 1
}
