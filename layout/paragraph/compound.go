package paragraph

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"warraq/content/char"
)

// A word and the marks around it are one to the line breaker, but not to the
// shaper where the face never looks across such a mark, or not between it and the
// letter before: then each is shaped
// once, however many words it stands beside, and «word», word، and word. cost
// no more than word.

// compound is a word made of three: the marks before, the word, the marks
// behind. The outer two may be nil.
type compound struct{ head, core, tail *Word }

// edges tells where the marks at either end of a text give way to the word
// itself, in bytes; 0 and len(text) where it must be shaped as it is.
func (v *voice) edges(text string) (from, to int) {
	if !v.rtl || v.script != language.Arabic {
		return 0, len(text)
	}
	to = len(text)
	for from < to {
		r, size := utf8.DecodeRuneInString(text[from:])
		if !v.face.Inert(r) {
			break
		}
		from += size
	}
	for from < to {
		r, size := utf8.DecodeLastRuneInString(text[:to])
		if !v.face.Inert(r) {
			if v.face.Stop(text[from:to-size], r) {
				to -= size
			}
			break
		}
		to -= size
	}
	if from == to {
		return 0, len(text)
	}
	if r, _ := utf8.DecodeRuneInString(text[from:]); char.In(r, char.M|char.Cf) {
		from = 0 // it belongs to the mark before it
	}
	return from, to
}

// shapeWord shapes a text that stands alone, by its parts where it can.
func (s *shaper) shapeWord(v *voice, text string) *Word {
	from, to := v.edges(text)
	if from == 0 && to == len(text) {
		w := s.shapePieces(v, text)
		w.findJoints()
		return w
	}
	c := &compound{core: s.word(v, text[from:to], 0, to-from)}
	if from > 0 {
		c.head = s.word(v, text[:from], 0, from)
	}
	if to < len(text) {
		c.tail = s.word(v, text[to:], 0, len(text)-to)
	}
	return c.word(text)
}

// word puts the parts together as the word of a text.
func (c *compound) word(text string) *Word {
	parts := make([]*Word, 0, 3)
	for _, part := range [...]*Word{c.head, c.core, c.tail} {
		if part != nil {
			parts = append(parts, part)
		}
	}
	w := strung(text, parts)
	w.parts = c
	at := 0
	for _, part := range parts {
		for _, j := range part.joints {
			j.at += at
			j.Rune += utf8.RuneCountInString(text[:at])
			w.joints = append(w.joints, j)
		}
		at += len(part.Text)
	}
	return w
}

// longer lengthens the word within its marks.
func (c *compound) longer(s *shaper, w *Word, j Joint, n int) (long *Word, ok bool) {
	if c.head != nil {
		j.at -= len(c.head.Text)
	}
	core, ok := s.longer(c.core, j, n)
	key := wordKey{voice: w.voice, text: w.Text, to: uint16(len(w.Text)), bar: uint16(n), at: uint16(j.at)}
	return s.shared(key, func() *Word {
		return (&compound{c.head, core, c.tail}).word(w.Text)
	}), ok
}

// twice lengthens the word within its marks at two joints.
func (c *compound) twice(s *shaper, w *Word, a, b bar) (long *Word, ok bool) {
	if c.head != nil {
		a.at -= len(c.head.Text)
		b.at -= len(c.head.Text)
	}
	core, ok := s.twice(c.core, a, b)
	return (&compound{c.head, core, c.tail}).word(w.Text), ok
}
