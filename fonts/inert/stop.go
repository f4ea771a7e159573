package inert

import "unicode/utf8"

// stops are punctuation that a word may end in. None joins, and none is mirrored.
const stops = ".،؛:؟!…"

// ended are what a stop may stand behind, those that a stop is told of alike last.
const ended = openers + combining + vowels

// Stop tells whether shaping never looks across between a word that [Parts] allows
// and the stop r behind it, in right-to-left text of the Arabic script: as
// [Proof.Inert] tells of r beside whatever stands there, which kerning with some
// letters forbids.
func (p *Proof) Stop(word string, r rune) bool {
	at := -1
	for i, s := range []rune(stops) {
		if s == r {
			at = i
		}
	}
	if at < 0 || !Parts(word) {
		return false
	}
	p.stopOnce.Do(p.findStops)
	// all vowels at the end count, since a ligature leaves those within it behind it
	for word != "" {
		last, size := utf8.DecodeLastRuneInString(word)
		if !p.stands(last, at) {
			return false
		}
		if !IsVowel(last) {
			return true
		}
		word = word[:len(word)-size]
	}
	return false
}

func (p *Proof) stands(last rune, stop int) bool {
	i := lastCloser
	if !IsVowel(last) {
		i = int(opening.of(last)) - 1
	}
	return p.stops[i]>>stop&1 != 0
}

// findStops sets for each letter, and for the vowels together, the bits of the
// stops that it does not touch.
func (p *Proof) findStops() {
	p.stops = make([]uint64, lastCloser+1)
	if !p.joinsByLookups() {
		return
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			clear(p.stops)
		}
	}()
	forms := p.formsOf(ended, stops)
	sewn := forms.sewn(p, len(p.stops))
	for i, r := range []rune(openers) {
		if p.nominal(r) != 0 {
			p.stops[i] = forms.plain &^ sewn[i]
		}
	}
	p.stops[lastCloser] = forms.plain &^ sewn[lastCloser]
}
