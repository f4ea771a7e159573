// Package hyphen says where a word of a Latin-script language may be divided
// at the end of a line.
//
// The method is Liang's (Word Hy-phen-a-tion by Com-put-er, 1983): patterns of
// letters raise the places between letters to levels, and a word may be
// divided where the level is odd. The patterns are those of the TeX hyph-utf8
// collection; patterns/LICENSES says whose they are.
package hyphen

import (
	"embed"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:generate go run pack.go
//go:embed patterns/*.bin
var patterns embed.FS

// softHyphen is U+00AD, with which an author says where a word divides.
const softHyphen = '\u00AD'

// Hyphenator divides the words of one language. Any number of goroutines may
// use one.
type Hyphenator struct {
	trie        *trie
	left, right int
	lower       func(rune) rune
}

// For gives the hyphenator of a language by its tag (BCP 47: "fr", "en-GB",
// "pt-BR"), and false where there are no patterns. It builds the patterns'
// trie, a few milliseconds' work: the caller keeps the hyphenator for as long
// as it has words of the language.
func For(lang string) (*Hyphenator, bool) {
	l, ok := find(lang)
	if !ok {
		return nil, false
	}
	packed, err := patterns.ReadFile("patterns/" + l.file + ".bin")
	if err != nil {
		return nil, false
	}
	t, err := read(packed)
	if err != nil {
		return nil, false
	}
	h := &Hyphenator{trie: t, left: l.left, right: l.right, lower: unicode.ToLower}
	if l.file == "tr" {
		h.lower = unicode.TurkishCase.ToLower
	}
	return h, true
}

// Points appends to points the places at which word may be divided, in order:
// a place p divides it into word[:p] and word[p:]. No place lies at the word's
// ends or before a combining mark.
//
// Soft hyphens typed in the word are its only places, each after the soft
// hyphen (UAX #14, class BA), which the hyphen drawn takes the place of.
// Otherwise the word is divided by its language's patterns, whatever its case.
// What apostrophes and hyphens join is divided part by part, each with the
// letters before and after a hyphen that the language asks for. Punctuation
// around the word counts for nothing. A word with digits in it is never
// divided, nor is one with signs in it, such as an address, nor a part in
// another script than Latin.
func (h *Hyphenator) Points(word []rune, points []int) []int {
	sort := sortOf(word)
	if sort == soft {
		return appendSoft(word, points)
	}
	if sort == signs {
		return points
	}
	var room [64]letter
	part := room[:0]
	for i := 0; i <= len(word); i++ {
		switch {
		case i < len(word) && unicode.IsMark(word[i]) && len(part) > 0:
			part[len(part)-1].marked = true
		case i < len(word) && isLetter(word[i]):
			part = append(part, letter{at: i})
		default:
			points = h.divide(word, part, i, points)
			part = part[:0]
		}
	}
	return points
}

// sort is how a word is divided.
type sort int

const (
	plain sort = iota // by patterns
	soft              // at its soft hyphens
	signs             // not at all
)

// sortOf looks a word through once.
func sortOf(word []rune) sort {
	s := plain
	lettered, gap := false, false // a letter was seen; a sign after it
	for _, r := range word {
		switch {
		case r == softHyphen:
			return soft
		case unicode.IsNumber(r):
			s = signs
		case isLetter(r):
			if gap {
				s = signs
			}
			lettered = true
		case isJoint(r), unicode.IsMark(r):
		default:
			gap = lettered
		}
	}
	return s
}

// isLetter reports whether r is a letter of a word's part. The half rings of
// transliteration (ʿ, ʾ) stand between parts, as apostrophes do.
func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && !isJoint(r)
}

// isJoint reports whether r joins parts of a word: an apostrophe, a hyphen or
// a dash.
func isJoint(r rune) bool {
	switch r {
	case '\'', '‘', '’', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '-':
		return true
	}
	return '\u2010' <= r && r <= '\u2015'
}

// appendSoft appends the places after runs of soft hyphens.
func appendSoft(word []rune, points []int) []int {
	begun := false
	for i, r := range word {
		if i > 0 && word[i-1] == softHyphen && r != softHyphen && begun && !unicode.IsMark(r) {
			points = append(points, i)
		}
		begun = begun || r != softHyphen
	}
	return points
}

// letter is a letter of a part with the marks on it.
type letter struct {
	at     int // its rune in the word
	marked bool
}

// divide appends the places within a part, which ends before word[end].
func (h *Hyphenator) divide(word []rune, part []letter, end int, points []int) []int {
	if len(part) < h.left+h.right {
		return points
	}
	var roomCodes, roomLevels [66]byte
	codes, levels := append(roomCodes[:0], 0), append(roomLevels[:0], 0)
	for k, l := range part {
		next := end
		if k+1 < len(part) {
			next = part[k+1].at
		}
		c, ok := h.code(word[l.at:next], l.marked)
		if !ok {
			return points
		}
		codes, levels = append(codes, c), append(levels, 0)
	}
	codes, levels = append(codes, 0), append(levels, 0)
	h.trie.rate(codes, levels)
	for k := h.left; k <= len(part)-h.right; k++ {
		if levels[k+1]%2 == 1 {
			points = append(points, part[k].at)
		}
	}
	return points
}

// code gives the code of a letter, given with its marks. A letter that the
// language has not is taken for the one it is drawn from: naïve in English.
func (h *Hyphenator) code(cluster []rune, marked bool) (byte, bool) {
	r := h.lower(cluster[0])
	if !marked {
		if c, ok := h.trie.code[r]; ok {
			return c, true
		}
	}
	if !unicode.Is(unicode.Latin, r) {
		return 0, false
	}
	if marked {
		for _, m := range norm.NFC.String(string(cluster)) {
			r = h.lower(m)
			break
		}
	}
	if c, ok := h.trie.code[r]; ok {
		return c, true
	}
	for _, base := range norm.NFD.String(string(r)) {
		c, ok := h.trie.code[base]
		return c, ok
	}
	return 0, false
}
