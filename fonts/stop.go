package fonts

import "unicode/utf8"

// stops are punctuation that a word may end in. None joins, and none is mirrored.
const stops = ".،؛:؟!…"

// ended are what a stop may stand behind, those that a stop is told of alike last.
const ended = openers + combining + vowels

// Stop tells whether shaping never looks across between a word that [Parts] allows
// and the stop r behind it, in right-to-left text of the Arabic script: as
// [Face.Inert] tells of r beside whatever stands there, which kerning with some
// letters forbids.
func (f *Face) Stop(word string, r rune) bool {
	at := -1
	for i, s := range []rune(stops) {
		if s == r {
			at = i
		}
	}
	if at < 0 || !Parts(word) {
		return false
	}
	f.stopOnce.Do(f.findStops)
	// all vowels at the end count, since a ligature leaves those within it behind it
	for word != "" {
		last, size := utf8.DecodeLastRuneInString(word)
		if !f.stands(last, at) {
			return false
		}
		if !IsVowel(last) {
			return true
		}
		word = word[:len(word)-size]
	}
	return false
}

func (f *Face) stands(last rune, stop int) bool {
	i := lastCloser
	if !IsVowel(last) {
		i = int(opening.of(last)) - 1
	}
	return f.stops[i]>>stop&1 != 0
}

// findStops sets for each letter, and for the vowels together, the bits of the
// stops that it does not touch.
func (f *Face) findStops() {
	f.stops = make([]uint64, lastCloser+1)
	if !f.joinsByLookups() {
		return
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			clear(f.stops)
		}
	}()
	forms := f.formsOf(ended, stops)
	sewn := forms.sewn(f, len(f.stops))
	for i, r := range []rune(openers) {
		if f.nominal(r) != 0 {
			f.stops[i] = forms.plain &^ sewn[i]
		}
	}
	f.stops[lastCloser] = forms.plain &^ sewn[lastCloser]
}
