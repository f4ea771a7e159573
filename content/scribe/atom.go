package scribe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
)

// isSpace tells white space and a line's end.
func (a *atom) isSpace() bool {
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeRuneInString(a.text)
		return unicode.IsSpace(r)
	case *content.LineBreak:
		return true
	}
	return false
}

func (a *atom) breaks() bool {
	_, ok := a.in.(*content.LineBreak)
	return ok
}

// isMark tells a span that only marks a place.
func (a *atom) isMark() bool {
	_, ok := a.in.(*content.Span)
	return ok
}

func onlyMarks(atoms []atom) bool {
	for i := range atoms {
		if !atoms[i].isMark() {
			return false
		}
	}
	return true
}

// yields tells what has no look of its own.
func (a *atom) yields() bool {
	switch a.in.(type) {
	case *content.NoteRef, *content.LineBreak, *content.Span:
		return true
	}
	return a.isSpace()
}

// lastOf is the character at the end of what stands before.
func lastOf(atoms []atom) rune {
	if len(atoms) == 0 {
		return '\n'
	}
	return atoms[len(atoms)-1].last()
}

// bare parts an atom from its first character, which loses its emphasis; what is no
// plain text, or a space, loses it whole. Either part may be the zero atom.
func (a *atom) bare() (edge, rest atom) {
	_, size := utf8.DecodeRuneInString(a.text)
	if a.whole() || size == len(a.text) {
		return a.plain(), atom{}
	}
	edge, rest = *a, *a
	edge.text, rest.text = a.text[:size], a.text[size:]
	return edge.plain(), rest
}

// bareEnd is bare for the last character.
func (a *atom) bareEnd() (edge, rest atom) {
	_, size := utf8.DecodeLastRuneInString(a.text)
	if a.whole() || size == len(a.text) {
		return a.plain(), atom{}
	}
	edge, rest = *a, *a
	edge.text, rest.text = a.text[len(a.text)-size:], a.text[:len(a.text)-size]
	return edge.plain(), rest
}

func (a *atom) whole() bool { return a.in != nil || a.wrapped() || a.isSpace() }

func (a *atom) plain() atom {
	b := *a
	b.look.Bold, b.look.Italic = false, false
	return b
}

// first and last are the characters that are written at the edges of an atom.
func (a *atom) first() rune {
	if a.wrapped() {
		return a.wrapping('[')
	}
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeRuneInString(a.text)
		if r < utf8.RuneSelf && strings.IndexByte(always, byte(r)) >= 0 {
			return '\\'
		}
		return r
	case *content.LineBreak:
		return '\n'
	case *content.NoteRef, *content.Span:
		return '['
	case *content.Reference:
		return '{'
	}
	return '`' // or another sign that is no bracket
}

func (a *atom) last() rune {
	if a.wrapped() {
		return a.wrapping(')')
	}
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeLastRuneInString(a.text)
		return r
	case *content.LineBreak:
		return '\n'
	case *content.NoteRef:
		return ']'
	case *content.Reference, *content.Span:
		return '}'
	case *content.Image:
		return ')'
	}
	return '`'
}

// wrapping is a bracket of a link; what is around a span may be another sign.
func (a *atom) wrapping(bracket rune) rune {
	if a.look.Link != "" {
		return bracket
	}
	return '~'
}

// wrapped tells text in a link or a span.
func (a *atom) wrapped() bool {
	return a.look.Link != "" || a.look.Classes != "" || a.look.Lang != "" || a.look.Dir != locale.Auto || a.look.Other != nil
}
