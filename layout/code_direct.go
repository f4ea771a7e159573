package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// directed isolates what a line of code says from right to left, so that the
// code around it keeps its order (UAX #9 2.4, UTS #55 3): a comment and the
// inside of a string run as their first letter does, each as a whole; in prose, a
// line that begins with such a letter does so to its end; other words are
// isolated with those beside them. A line without any comes back as it is.
func directed(line string, prose bool) string {
	if !strings.ContainsFunc(line, isRTL) {
		return line
	}
	var b strings.Builder
	prose = prose && beginsRTL(line)
	for i := 0; i < len(line); {
		part, lead := tokenAt(line, i, prose)
		if part == 0 {
			_, size := utf8.DecodeRuneInString(line[i:])
			b.WriteString(line[i : i+size])
			i += size
			continue
		}
		b.WriteString(line[i : i+lead])
		isolate(&b, line[i+lead:i+part])
		i += part
	}
	return b.String()
}

// tokenAt tells how long the string, comment or words are that begin at byte i
// of a line, 0 where none do, and how many bytes of them introduce the rest.
func tokenAt(line string, i int, prose bool) (length, lead int) {
	rest := line[i:]
	if mark, closing := commentMark(line, i); mark > 0 {
		if end := strings.Index(rest[mark:], closing); closing != "" && end >= 0 {
			return mark + end, mark
		}
		return len(rest), mark
	}
	switch r, _ := utf8.DecodeRuneInString(rest); {
	case r == '"' || r == '\'' || r == '`':
		if end := closingQuote(rest); end > 1 {
			return end, 1
		}
	case isRTL(r) && prose:
		return len(rest), 0
	case isRTL(r):
		return wordsRTL(rest), 0
	}
	return 0, 0
}

// commentMark is the length of the mark that opens a comment at byte i of a
// line, 0 where none does, and the mark that closes it, "" for the line's end.
func commentMark(line string, i int) (length int, closing string) {
	rest := line[i:]
	free := i == 0 || line[i-1] == ' ' // an address has // in it, a colour #
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return 4, "-->"
	case strings.HasPrefix(rest, "/*"):
		return 2, "*/"
	case strings.HasPrefix(rest, "//") && (i == 0 || line[i-1] != ':'):
		return 2, ""
	case free && strings.HasPrefix(rest, "-- "):
		return 2, ""
	case free && rest[0] == '#', i == 0 && (rest[0] == ';' || rest[0] == '%' || rest[0] == '*'):
		return 1, ""
	}
	return 0, ""
}

// closingQuote is where the quotation mark stands that closes the string at the
// start of s, 0 where none does.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i
		}
	}
	return 0
}

// wordsRTL is the length of the words from right to left at the start of s.
func wordsRTL(s string) int {
	end := 0
	for i, r := range s {
		switch {
		case isRTL(r):
			end = i + utf8.RuneLen(r)
		case r != ' ' && r != '\u00A0' && !isArabic(r):
			return end
		}
	}
	return end
}

// isolate writes s as an isolate that runs as its first letter does, if it has
// anything from right to left. Spaces at its ends stay outside.
func isolate(b *strings.Builder, s string) {
	inner := strings.TrimFunc(s, unicode.IsSpace)
	if !strings.ContainsFunc(inner, isRTL) {
		b.WriteString(s)
		return
	}
	at := strings.Index(s, inner)
	b.WriteString(s[:at])
	if beginsRTL(inner) {
		b.WriteString(rli)
	} else {
		b.WriteString(lri)
	}
	b.WriteString(inner + pdi + s[at+len(inner):])
}

// isProse tells the languages of listings that are text rather than code; a
// listing of no language may be either.
func isProse(language string) bool {
	switch strings.ToLower(language) {
	case "", "text", "txt", "plain", "md", "markdown":
		return true
	}
	return false
}

// beginsRTL tells whether the first letter is one from right to left.
func beginsRTL(s string) bool {
	at := strings.IndexFunc(s, unicode.IsLetter)
	if at < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return isRTL(r)
}

// isRTL tells the letters of the scripts from right to left that are written
// today.
func isRTL(r rune) bool {
	return r >= 0x0590 && unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
