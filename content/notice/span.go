package notice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
)

// Span is what of its line a problem is of, from and to in bytes: the words that it
// quotes, or else what of the line its message names, or else all from its column on.
// Without any of these ok is false.
func Span(p *content.Problem, line string) (from, to int, ok bool) {
	begin := 0 // the byte of its column
	if p.Column > 0 {
		if begin, ok = byteOf(line, p.Column); !ok {
			return 0, 0, false // the line is another by now
		}
	}
	if from, to, ok = first(line, begin, between(p.What, "“", "”"), strings.Index); ok {
		return from, to, true
	}
	fills := catalogue().special(p.What, p.Hint)
	if from, to, ok = first(line, begin, append(asWritten(p.What, fills), between(p.What, "`", "`")...), wordIn); ok {
		return from, to, true
	}
	end := len(strings.TrimRightFunc(line, unicode.IsSpace))
	return begin, end, p.Column > 0 && begin < end
}

// special is what of a message is of this place alone; where another message is within
// it, what of that is.
func (c *table) special(what, hint string) (pieces []string) {
	e, m := c.find(what, hint)
	if e == nil {
		return nil
	}
	for i, h := range e.says.holes {
		pieces = append(pieces, m.fills[i])
		if !h.phrased {
			continue
		}
		pieces = append(pieces, c.special(m.fills[i], "")...)
		if t, inner := mostLiteral(c.phrases, m.fills[i]); t != nil {
			pieces = append(pieces, inner.fills...)
		}
	}
	return pieces
}

// first is the first of names that is found in a line behind a byte, or else before it.
func first(line string, begin int, names []string, find func(text, name string) int) (from, to int, ok bool) {
	for _, part := range []struct{ from, to int }{{begin, len(line)}, {0, len(line)}} {
		for _, name := range names {
			if at := find(line[part.from:part.to], name); at >= 0 && name != "" {
				return part.from + at, part.from + at + len(name), true
			}
		}
	}
	return 0, 0, false
}

// asWritten are pieces of a message, the longest first, each behind what it is within in
// the message: “[^1]” before “1”.
func asWritten(what string, pieces []string) (all []string) {
	pieces = slices.Clone(pieces)
	slices.SortStableFunc(pieces, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, piece := range pieces {
		for word := range strings.FieldsSeq(what) {
			if word = strings.TrimRight(word, ".,:;?"); len(word) > len(piece) && piece != "" && strings.Contains(word, piece) {
				all = append(all, word)
			}
		}
		all = append(all, piece)
	}
	return all
}

// between are the words of a message between two marks, as far as they are whole.
func between(what, open, end string) (all []string) {
	for {
		_, rest, ok := strings.Cut(what, open)
		if !ok {
			return all
		}
		words, after, ok := strings.Cut(rest, end)
		if !ok {
			return all
		}
		all = append(all, strings.TrimSuffix(words, "…"))
		what = after
	}
}

// wordIn is where a word stands in a text that is no part of a longer one; -1 for
// nowhere.
func wordIn(text, word string) int {
	for at := 0; ; {
		n := strings.Index(text[at:], word)
		if n < 0 || word == "" {
			return -1
		}
		at += n
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		opens, _ := utf8.DecodeRuneInString(word)
		ends, _ := utf8.DecodeLastRuneInString(word)
		if !(inWord(before) && inWord(opens)) && !(inWord(ends) && inWord(after)) {
			return at
		}
		at += len(word)
	}
}

// inWord tells what a word goes on with.
func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// byteOf is the byte of a line at which a character stands, by its number from 1; the
// end of the line counts.
func byteOf(line string, column int) (at int, ok bool) {
	for i := range line {
		if column--; column == 0 {
			return i, true
		}
	}
	return len(line), column == 1
}
