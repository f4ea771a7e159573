package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
)

// openings are the brackets or the quotation marks that want a partner.
type openings struct {
	kind       slipKind
	open, shut string
	waiting    []content.Problem // those that nothing has closed yet
}

// lookFor are the pairs that are looked for in a book.
func lookFor() []openings {
	return []openings{{kind: openBracket, open: "([", shut: ")]"}, {kind: openQuote, open: "«", shut: "»"}, {kind: openQuote, open: "“", shut: "”"}}
}

// balance is the quick look at a text: how many more brackets and quotation marks it
// opens than it closes, and whether a quotation mark closes before one opens.
type balance struct {
	brackets, quotes int
	curved           int // how many more “ than ”; low ones, „, set it at nought
	low, curvedShut  bool
	turned, shut     bool // a quotation mark closes before it opens; one closes
}

func (b *balance) add(s string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(', '[':
			b.brackets++
		case ')', ']':
			b.brackets--
		case 0xe2:
			switch {
			case i+2 >= len(s) || s[i+1] != 0x80:
			case s[i+2] == 0x9c:
				b.curved++
			case s[i+2] == 0x9d:
				b.curved--
				b.curvedShut = true
			case s[i+2] == 0x9e || s[i+2] == 0x9a:
				b.low = true
			}
		case 0xc2:
			switch {
			case i+1 == len(s):
			case s[i+1] == 0xab:
				b.quotes++
			case s[i+1] == 0xbb:
				b.quotes--
				b.shut = true
				b.turned = b.turned || b.quotes < 0
			}
		}
	}
}

// hasPairs tells whether there is anything in a text that a balance counts.
func hasPairs(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '(', ')', '[', ']', 0xe2:
			return true
		case 0xc2:
			if i+1 < len(s) && (s[i+1] == 0xab || s[i+1] == 0xbb) {
				return true
			}
		}
	}
	return false
}

// wants tells whether a text of a balance is worth a look.
func (o *openings) wants(b balance) bool {
	if o.kind == openBracket {
		return b.brackets != 0
	}
	if o.open == "“" {
		return !b.low && (b.curved > 0 || len(o.waiting) > 0 && b.curvedShut)
	}
	return b.quotes != 0 || b.turned || len(o.waiting) > 0 && b.shut
}

// look finds in a run what has no partner. What a later paragraph closes has one, and
// a quotation mark that opens a paragraph within a quotation wants none.
func (o *openings) look(joined string, tell func(slip) content.Problem) (found []content.Problem) {
	var open, shut []int
	turned := 0 // square brackets that opened an interval the other way about
	for i, r := range joined {
		switch {
		case o.kind == openBracket && o.isNone(joined, i):
		case strings.ContainsRune(o.open, r) && !o.closes(joined, i, len(open)+turned):
			if o.kind == openBracket || len(o.waiting) == 0 || strings.TrimSpace(joined[:i]) != "" {
				open = append(open, i)
			}
		case !strings.ContainsRune(o.shut+o.open, r):
		case r == ']' && len(open) == 0:
			turned++
		case len(open) > 0:
			open = open[:len(open)-1]
		case r == '[':
			turned--
		case len(o.waiting) > 0:
			o.waiting = o.waiting[:len(o.waiting)-1]
		case o.open == "“":
		case o.kind == openQuote && arabicBefore(joined, i):
			shut = append(shut, i)
		case o.kind == openQuote && isArabic(runeAt(joined, i+len("»"))):
			shut = append(shut, i)
		}
	}
	kind := shutQuote
	if len(shut) > 0 && len(open) > 0 && open[0] > shut[0] {
		kind, open = turnedQuotes, open[:0]
	}
	for _, i := range shut {
		found = append(found, tell(slip{kind, i, i + len("»")}))
	}
	for _, i := range open {
		_, size := utf8.DecodeRuneInString(joined[i:])
		o.waiting = append(o.waiting, tell(slip{o.kind, i, i + size}))
	}
	return found
}

// bracketOpen tells whether a round bracket stands open at the end of a text; those of
// faces are none.
func bracketOpen(s string) bool {
	open := 0
	s = s[max(0, len(s)-farthest):]
	for i := range len(s) {
		switch {
		case i > 0 && strings.IndexByte(":;", s[i-1]) >= 0:
		case s[i] == '(':
			open++
		case s[i] == ')':
			open = max(open-1, 0)
		}
	}
	return open > 0
}

// isNone tells a bracket that is none: that of a face, and that of a link which did
// not come to one and is told of as such.
func (o *openings) isNone(s string, i int) bool {
	return i > 0 && (strings.IndexByte(":;", s[i-1]) >= 0 || s[i] == '(' && s[i-1] == ']')
}

// closes tells a square bracket that ends an interval, as in [0, 1[, where one is open.
func (o *openings) closes(s string, i, open int) bool {
	next := runeAt(s, i+1)
	return s[i] == '[' && open > 0 && i > 0 && s[i-1] != ' ' && !unicode.IsLetter(next) && !unicode.IsDigit(next)
}
