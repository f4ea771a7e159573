package paragraph

import (
	"strings"
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
	if v.rtl && v.script == language.Arabic && areMarks(text) {
		if w, ok := s.shapeMarks(v, text); ok {
			return w
		}
	}
	from, to := v.edges(text)
	if from == 0 && to == len(text) {
		w := s.shapePieces(v, text)
		s.findJoints(w)
		return w
	}
	c := &compound{core: s.word(v, text[from:to], 0, to-from)}
	if from > 0 {
		c.head = s.word(v, text[:from], 0, from)
	}
	if to < len(text) {
		c.tail = s.word(v, text[to:], 0, len(text)-to)
	}
	return c.word(&s.stock, text)
}

// areMarks tells a text of nothing but marks, such as a sign of waqf behind a space.
func areMarks(text string) bool {
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return !char.IsMark(r) }) < 0
}

// shapeMarks shapes marks that have no letter: over a tatweel, of which they keep the
// place, not the bar. By themselves faces have them anywhere, Amiri a line higher.
func (s *shaper) shapeMarks(v *voice, text string) (w *Word, ok bool) {
	w = s.shape(v, bare+text, 0, len(bare)+len(text))
	if bars := len(w.Glyphs) - utf8.RuneCountInString(text); bars != 1 || w.Advance <= 0 {
		return nil, false
	}
	pen := -w.Advance / 2 // to the middle of the bar
	var marks []Glyph
	for _, g := range w.Glyphs {
		if advance := int(g.Advance); advance == 0 {
			g.DX += int16(pen)
			g.Cluster = uint16(max(0, int(g.Cluster)-len(bare)))
			marks = append(marks, g)
		} else {
			pen += advance
		}
	}
	if len(marks) != len(w.Glyphs)-1 {
		return nil, false
	}
	w.Text, w.Glyphs, w.Advance = text, marks, 0
	return w, true
}

// word puts the parts together as the word of a text.
func (c *compound) word(s *stock, text string) *Word {
	parts := make([]*Word, 0, 3)
	for _, part := range [...]*Word{c.head, c.core, c.tail} {
		if part != nil {
			parts = append(parts, part)
		}
	}
	w := s.strung(text, parts)
	w.parts = c
	n, at := 0, 0
	for _, part := range parts {
		n += len(part.joints)
	}
	if n > 0 {
		w.joints = s.joints.take(n, firstJoints, someJoints)[:0]
	}
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
	key := wordKey{text: w.Text, to: uint16(len(w.Text)), bar: uint16(n), at: uint16(j.at)}
	return s.shared(w.voice, key, func() *Word {
		return (&compound{c.head, core, c.tail}).word(&s.stock, w.Text)
	}), ok
}

// twice lengthens the word within its marks at two joints.
func (c *compound) twice(s *shaper, w *Word, a, b bar) (long *Word, ok bool) {
	if c.head != nil {
		a.at -= len(c.head.Text)
		b.at -= len(c.head.Text)
	}
	core, ok := s.twice(c.core, a, b)
	return (&compound{c.head, core, c.tail}).word(&s.stock, w.Text), ok
}
