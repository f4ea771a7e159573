package mend

import (
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// BaseLetters replaces Arabic presentation forms (U+FB50–FDFF, U+FE70–FEFF) by
// the letters they are forms of, since a font joins letters by itself and a
// search finds only letters. The mapping is Unicode's compatibility
// decomposition, with exceptions: the ornate brackets ﴾ ﴿ and the words written
// as one, ﷲ ﷺ ﷻ ﷽ and the others of U+FDF0–FDFF, are characters of their own and
// stay; a vowel sign's free-standing form loses the
// space it would stand on; a byte order mark is dropped. A text without such
// characters is returned as it is.
func BaseLetters(s string) string {
	i := nextForm(s, 0)
	if i < 0 {
		return s
	}
	table := baseForms()
	var b strings.Builder
	b.Grow(len(s))
	from := 0
	for ; i >= 0; i = nextForm(s, from) {
		b.WriteString(s[from:i])
		if form := s[i : i+3]; formIndex(form) >= 0 {
			b.WriteString(table[formIndex(form)])
		} else {
			b.WriteString(form)
		}
		from = i + 3
	}
	b.WriteString(s[from:])
	return b.String()
}

// nextForm finds the next three bytes from which a presentation form may be
// read, -1 when there are none: the byte that opens the range opens few other
// characters.
func nextForm(s string, from int) int {
	for {
		n := strings.IndexByte(s[from:], 0xef)
		if n < 0 || from+n+3 > len(s) {
			return -1
		}
		from += n
		if formIndex(s[from:from+3]) >= 0 {
			return from
		}
		from++
	}
}

// The two blocks lie side by side in the table.
const (
	formsA, formsAEnd = 0xfb50, 0xfe00
	formsB, formsBEnd = 0xfe70, 0xff00
	formCount         = formsAEnd - formsA + formsBEnd - formsB
)

// formIndex is the place in the table of a character of three bytes, -1 for one
// that is no presentation form.
func formIndex(s string) int {
	r := rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
	switch {
	case r >= formsA && r < formsAEnd:
		return int(r - formsA)
	case r >= formsB && r < formsBEnd:
		return int(r - formsB + formsAEnd - formsA)
	}
	return -1
}

// baseForms is the table, made when the first form is met.
var baseForms = sync.OnceValue(func() *[formCount]string {
	var table [formCount]string
	for r := rune(formsA); r < formsBEnd; r++ {
		form := string(r)
		i := formIndex(form)
		if i < 0 {
			continue
		}
		switch {
		case r == 0xfd3e || r == 0xfd3f || r >= 0xfdf0 && r <= 0xfdff:
			table[i] = form
		case r == 0xfeff:
		default:
			table[i] = strings.TrimPrefix(norm.NFKC.String(form), " ")
		}
	}
	return &table
})
