package paragraph

import (
	"slices"
	"unicode"

	"warraq/layout/paragraph/bidi"
	"warraq/layout/paragraph/segment"
)

// Numbers and addresses read from left to right whatever stands around them,
// but UAX #9 knows no phone number: in Arabic it turns the groups of one about.
// What is plainly such a thing ([numberRules], [addressRules]) is resolved as
// if it stood between the isolates of UAX #9 2.4, as an author would have to
// write it by hand. No character is added for it: each of its characters
// stands in for one of a class that UAX #9 takes from left to right,
//
//	in text that runs from right to left   an Arabic digit, so that it is one number
//	in text that runs from left to right   a Latin letter, so that the phrase goes on: ISBN 978-…
//
// and what an address has of Arabic is resolved on its own, as the inside of an
// isolate is.
//
// A range is the other way about. Its two numbers stand in the order of the
// text around them, the first at the right in Arabic (W3C alreq), whichever
// dash and digits it has; so the dash stands for one that binds no digits.
const (
	asNumber = '٠'
	asLetter = 'a'
	asDash   = '–' // ON, where UAX #9 W4 takes a hyphen for part of a number
)

// stretch is a part of a paragraph that reads from left to right, or the dash
// of a range.
type stretch struct {
	from, to int  // runes
	as       rune // what each of its characters stands in for
	mixed    bool // some of it is Arabic
}

// director finds the stretches of one paragraph after another. It keeps
// scratch space.
type director struct {
	found    []stretch
	ties     []stretch // what no line ends within
	directed []rune
	inner    bidi.Paragraph
}

// numbered tells, at little cost, whether there can be anything to direct.
func numbered(text []rune) bool {
	return slices.ContainsFunc(text, func(r rune) bool { return isLatin(r) || isDigit(r) })
}

// find finds the stretches of text; ltr is the direction of the paragraph.
func (d *director) find(text []rune, ltr bool) {
	d.found, d.ties = d.found[:0], d.ties[:0]
	around := ltr
	for i := 0; i < len(text); {
		r := text[i]
		if !opens(r) {
			around = turn(around, r, ltr)
			i++
			continue
		}
		if to := address(text, i); to > i {
			d.addAddress(text, i, to, around)
			i = to
			continue
		}
		if to := d.number(text, i, around); to > i {
			i = to
			continue
		}
		around = turn(around, r, ltr)
		i = max(i+1, nameEnd(text, i))
	}
}

// opens tells the characters that a number, an address or a Latin word may
// begin with.
func opens(r rune) bool {
	switch r {
	case '+', '-', '\u2212', '±', '(', '/', '\\', '~', '.', '@', '#':
		return true
	}
	return isDigit(r) || isLatin(r)
}

// turn is the direction of the text behind r, which the last letter gives it
// (UAX #9 W2, W7); behind what an author has isolated it is the paragraph's.
func turn(around bool, r rune, ltr bool) bool {
	switch {
	case r >= 0x0620 && r <= 0x064A: // most of any text
		return false
	case r == ' ':
		return around
	case isLatin(r):
		return true
	}
	switch r {
	case '\n', 0x2069, 0x202C: // PDI, PDF
		return ltr
	case 0x200E, 0x202A, 0x202D, 0x2066: // LRM, LRE, LRO, LRI
		return true
	case 0x061C, 0x200F, 0x202B, 0x202E, 0x2067: // ALM, RLM, RLE, RLO, RLI
		return false
	}
	if !unicode.IsLetter(r) {
		return around
	}
	return !isRightToLeft(r)
}

// isRightToLeft tells the letters of classes R and AL by their blocks.
func isRightToLeft(r rune) bool {
	return r >= 0x0590 && r < 0x0900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00 ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000
}

// addAddress notes an address. It goes on with a Latin phrase that it stands
// in, or that it begins.
func (d *director) addAddress(text []rune, from, to int, around bool) {
	if to+1 < len(text) && isGap(text[to]) && isLatin(text[to+1]) {
		around = true
	}
	d.found = append(d.found, stretch{from, to, standIn(around), slices.ContainsFunc(text[from:to], isRightToLeft)})
}

func standIn(around bool) rune {
	if around {
		return asLetter
	}
	return asNumber
}

// number notes the number or range that begins at i and returns where it
// ends; i if there is none.
func (d *director) number(text []rune, i int, around bool) int {
	to := d.addNumber(text, i, around)
	if to == i || to+1 >= len(text) || !isDash(text[to]) || !isDigit(text[to+1]) {
		return to
	}
	dash := stretch{from: to, to: to + 1, as: asDash}
	if around && !isEuropean(text[to+1]) {
		dash.as = asLetter // between Arabic digits UAX #9 N1 would make it Arabic
	}
	d.found = append(d.found, dash)
	to = d.addNumber(text, to+1, around)
	d.ties = append(d.ties, stretch{from: i, to: to})
	return to
}

// addNumber notes one number. UAX #9 reads a plain one as it should be.
func (d *director) addNumber(text []rune, i int, around bool) int {
	for _, rule := range numberRules {
		if to := rule.end(text, i); to > i {
			n := stretch{from: i, to: to, as: standIn(around)}
			d.found, d.ties = append(d.found, n), append(d.ties, n)
			return to
		}
	}
	return plainNumber(text, i)
}

// direct gives the text as UAX #9 is to see it, as long as the text is.
func (d *director) direct(text []rune) []rune {
	if len(d.found) == 0 {
		return text
	}
	d.directed = append(d.directed[:0], text...)
	for _, s := range d.found {
		for i := s.from; i < s.to; i++ {
			d.directed[i] = s.as
		}
	}
	return d.directed
}

// settle resolves the addresses that are Arabic in part, given the levels of
// the directed text: their parts follow each other from left to right, and
// each reads in its own direction. An author's override stands.
func (d *director) settle(text []rune, levels []bidi.Level) {
	for _, s := range d.found {
		if !s.mixed || levels[s.from].RightToLeft() {
			continue
		}
		inside := append(d.directed[:0], text[s.from:s.to]...)
		for i, r := range inside {
			if dividesAddress(r) {
				inside[i] = asLetter
			}
		}
		for i, level := range d.inner.Resolve(inside, 0) {
			levels[s.from+i] += level
		}
		d.directed = inside
	}
}

// tie keeps numbers and ranges on a line.
func (d *director) tie(ops []segment.Op) {
	for _, s := range d.ties {
		for i := s.from + 1; i < s.to; i++ {
			ops[i] = segment.Never
		}
	}
}

// tieVerses keeps ﴿١﴾ and ۝١ whole and with the word before them, whatever
// space stands between.
func tieVerses(text []rune, ops []segment.Op) {
	for i, r := range text {
		last := i
		switch r {
		case '﴿':
			last = verseEnd(text, i)
		case '\u06DD':
		default:
			continue
		}
		for k := i; k <= last; k++ {
			if ops[k] == segment.May {
				ops[k] = segment.Never
			}
		}
	}
}

// verseEnd is where the ﴾ is that closes the number of a verse; before i if
// there is other text in the brackets.
func verseEnd(text []rune, i int) int {
	for k := i + 1; k < len(text); k++ {
		if text[k] == '﴾' {
			return k
		}
		if !isDigit(text[k]) && !isGap(text[k]) {
			break
		}
	}
	return i - 1
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isEuropean tells the digits of class EN, the Persian ones among them.
func isEuropean(r rune) bool { return r >= '0' && r <= '9' || r >= 0x06F0 && r <= 0x06F9 }

func isDigit(r rune) bool { return isEuropean(r) || r >= 0x0660 && r <= 0x0669 }

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2014 }

func isGap(r rune) bool { return r == ' ' || r == 0x00A0 || r == 0x202F || r == 0x2009 }

// isFree tells whether nothing but a space, an opening mark or the start
// stands before i.
func isFree(text []rune, i int) bool {
	if i == 0 {
		return true
	}
	switch r := text[i-1]; r {
	case '(', '[', '{', '«', '"', '“', '‘', '\'', '\n':
		return true
	default:
		return isGap(r) || isDirective(r)
	}
}
