package paragraph

import (
	"slices"
	"strings"

	"warraq/content/char"
	"warraq/content/isolate"
	"warraq/layout/paragraph/bidi"
	"warraq/layout/paragraph/segment"
)

// What package isolate finds is resolved as if it stood between isolates. No
// character is added for it: each of its characters stands in for one of a
// class that UAX #9 takes from left to right,
//
//	in text that runs from right to left   an Arabic digit, so that it is one number
//	in text that runs from left to right   a Latin letter, so that the phrase goes on: ISBN 978-…
//
// and what an address has of Arabic is resolved on its own, as the inside of an
// isolate is. The dash of a range stands for one that binds no digits.
const (
	asNumber = '٠'
	asLetter = 'a'
	asDash   = '–' // ON, where UAX #9 W4 takes a hyphen for part of a number
	asMark   = isolate.RLM
)

func standIn(s isolate.Stretch) rune {
	switch {
	case s.Parts && s.Latin:
		return isolate.LRM
	case s.Parts:
		return asMark
	case s.Latin:
		return asLetter
	case s.Dash:
		return asDash
	}
	return asNumber
}

// director directs the stretches of one paragraph after another. It keeps
// scratch space.
type director struct {
	isolate.Finder
	directed []rune
	inner    bidi.Paragraph
}

// direct gives the text as UAX #9 is to see it, as long as the text is.
func (d *director) direct(text []rune) []rune {
	if len(d.Found) == 0 {
		return text
	}
	d.directed = append(d.directed[:0], text...)
	for _, s := range d.Found {
		as := standIn(s)
		for i := s.From; i < s.To; i++ {
			d.directed[i] = as
		}
	}
	return d.directed
}

// settle resolves the addresses that are Arabic in part, given the levels of
// the directed text: their parts follow each other from left to right, and
// each reads in its own direction. An author's override stands.
func (d *director) settle(text []rune, levels []bidi.Level) {
	for _, s := range d.Found {
		if !s.Mixed || levels[s.From].RightToLeft() {
			continue
		}
		inside := append(d.directed[:0], text[s.From:s.To]...)
		for i, r := range inside {
			if isolate.Divides(r) {
				inside[i] = asLetter
			}
		}
		for i, level := range d.inner.Resolve(inside, 0) {
			levels[s.From+i] += level
		}
		d.directed = inside
	}
}

// tied tells whether the space at rune i is within what keeps together: it
// does not stretch.
func (d *director) tied(i int) bool {
	k, _ := slices.BinarySearchFunc(d.Ties, i, func(s isolate.Stretch, i int) int { return s.To - i - 1 })
	for ; k < len(d.Ties) && d.Ties[k].From <= i; k++ {
		if i < d.Ties[k].To {
			return true
		}
	}
	return false
}

// tie keeps numbers and ranges on a line.
func (d *director) tie(ops []segment.Op) {
	for _, s := range d.Ties {
		for i := s.From + 1; i < s.To; i++ {
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

// tieAnd keeps a waw that stands alone with the word after it: in Arabic it is the
// beginning of that word, whatever space was typed between; in Persian and Kurdish a word.
func (c *Compositor) tieAnd(spans []Span, form Form) {
	text, ops := c.text.runes, c.text.ops
	for i, r := range text {
		if r != 'و' || i > 0 && !isolate.IsGap(text[i-1]) {
			continue
		}
		k := i + 1
		for k < len(text) && char.IsMark(text[k]) {
			k++
		}
		if k+1 >= len(text) || text[k] != ' ' || ops[k+1] != segment.May || !char.IsLetter(text[k+1]) {
			continue
		}
		if lang, _, _ := strings.Cut(c.lang(spans[c.text.span[i]].Style, form), "-"); lang == "ar" {
			ops[k+1] = segment.Never
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
		if !isolate.IsDigit(text[k]) && !isolate.IsGap(text[k]) {
			break
		}
	}
	return i - 1
}
