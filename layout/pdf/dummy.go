package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"warraq/fonts"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// dummy stands for lines in what gopdf drafts. The library takes some microseconds a
// character and knows nothing of shaping, so it is given one character, the dummy's
// number on the page, for all the shows that follow each other in one colour. setDummies
// writes these in its place, as gopdf writes a text, and sees that it drew it just so.
type dummy struct {
	drawn  int  // the first of its shows among what the page draws
	shows  int  // how many
	marked bool // the stretch that the first begins has a mark before its colour
}

// firstDummy is the character of a page's first dummy, in the private use area;
// the others follow it.
const firstDummy = 0xE000

// mostDummies bounds the numbers of dummies; beyond it they begin again.
const mostDummies = 64

// dummyOf is the number of a page's nth dummy, from 1.
func dummyOf(n int) int { return n%mostDummies + 1 }

// dummyText is what gopdf is given to draw for a page's nth dummy.
func dummyText(n int) string { return string(rune(firstDummy + dummyOf(n) - 1)) }

// dummyFont is a font in which gopdf finds every dummy.
func dummyFont() []byte { return fonts.Blank(firstDummy, mostDummies) }

// dummyFamily is what the one font of a draft is called; contents name it F1.
const dummyFamily = "dummy"

// writer writes the text of a book as codes.
type writer struct {
	*spell.Typeset
	redraw redraw // nil but in the bench of the readers
}

// redraw writes a show in another order than from left to right.
type redraw func(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte

// setDummies replaces the dummies of the draft of a page, so high, by their shows. A
// draft that has not exactly these dummies in their order is an error.
func (w *writer) setDummies(draft []byte, texts [][]spell.Show, tags *tag.Page, dummies []dummy, height float64) ([]byte, error) {
	out, want := make([]byte, 0, len(draft)+sizeOf(texts)), []byte(nil)
	var shows []spell.Show
	for n, dummy := range dummies {
		for k := range dummy.shows {
			for len(shows) == 0 {
				shows, texts = texts[0], texts[1:]
			}
			s := &shows[0]
			shows = shows[1:]
			if k == 0 {
				want = fmt.Appendf(appendPlace(want[:0], s, 1, height), "[<%04X>] TJ\nET\n", dummyOf(n))
				at := bytes.Index(draft, []byte("BT\n"))
				if at < 0 || !bytes.HasPrefix(draft[at:], want) {
					return nil, fmt.Errorf("draft has not dummy %d where it belongs", n+1)
				}
				out = append(out, draft[:at]...)
				draft = draft[at+len(want):]
			}
			if at := dummy.drawn + k; tags.Begins(at) && (k > 0 || !dummy.marked) {
				out = appendTag(out, tags, int(tags.Drawn[at]))
			}
			out = w.appendText(out, s, tags, height)
		}
	}
	if bytes.Contains(draft, []byte("BT\n")) {
		return nil, fmt.Errorf("draft has more than its %d dummies", len(dummies))
	}
	return append(out, draft...), nil
}

// sizeOf is how many bytes texts take, about.
func sizeOf(texts [][]spell.Show) (n int) {
	for _, shows := range texts {
		for i := range shows {
			n += 64 + 2*len(shows[i].Codes) + len(shows[i].Codes)/8
		}
	}
	return n
}

// appendText writes a show as a block of text (ISO 32000-1 9.4) on a page so high. A
// stretched one has a matrix.
func (w *writer) appendText(out []byte, s *spell.Show, tags *tag.Page, height float64) []byte {
	out = appendPlace(out, s, s.Font+1, height)
	if s.Stretched {
		out = append(appendPoint(append(out, "25 Tz 4 0 0 1 "...), s, height), " Tm\n"...)
	}
	out = w.appendCut(out, s, tags)
	if s.Stretched {
		out = append(out, "100 Tz\n"...)
	}
	return append(out, "ET\n"...)
}

// appendPlace begins a block of text, as gopdf does: where it stands, in which font
// and of which size.
func appendPlace(out []byte, s *spell.Show, font int, height float64) []byte {
	out = appendPoint(append(out, "BT\n"...), s, height)
	out = strconv.AppendInt(append(out, " TD\n/F"...), int64(font), 10)
	out = strconv.AppendFloat(append(out, ' '), math.Round(1000*s.Size)/1000, 'f', -1, 64)
	return append(out, " Tf 0 Tc\n"...)
}

// appendPoint writes where a show begins, in points from the foot of the page.
func appendPoint(out []byte, s *spell.Show, height float64) []byte {
	out = append(strconv.AppendFloat(out, s.X, 'f', 2, 64), ' ')
	return strconv.AppendFloat(out, height-s.Y, 'f', 2, 64)
}

// backed is how far before the end of a show a mark behind it is drawn, in
// thousandths of an em: readers that sort what they read by its place are to
// find it before what follows.
const backed = 20

// appendShow writes what TJ shows: adjustments are thousandths of an em to the
// left (ISO 32000-1 9.4.3).
func (w *writer) appendShow(out []byte, s *spell.Show) []byte {
	move := func(units int) {
		out = append(out, cos.Num(float64(units)*1000/float64(w.Fonts[s.Font].Face.UnitsPerEm))...)
		out = append(out, ' ')
	}
	for _, step := range s.Steps {
		move(-int(step))
	}
	if s.Back != 0 {
		move(s.Back)
	}
	out = append(w.appendCodes(append(out, '('), s), ')')
	if s.After != spell.Plain {
		c := w.Gaps[spell.GapKey{Font: s.Font, Gap: spell.Gap{Kind: s.After}}]
		out = strconv.AppendInt(out, backed, 10)
		out = append(out, '(')
		out = append(appendLiteral(appendLiteral(out, byte(c>>8)), byte(c)), ')')
	}
	return out
}

// appendCodes writes the codes of a show as a literal string, two bytes each:
// half of what hexadecimal takes, for the compressor too. Parentheses, the
// backslash and the carriage return, which readers would take for something
// else, are escaped (ISO 32000-1 7.3.4.2).
func (w *writer) appendCodes(out []byte, s *spell.Show) []byte {
	var last spell.Gap // mostly all are like it
	var code fonts.Code
	gaps := s.Gaps
	for _, c := range s.Codes {
		if c == 0 {
			if code == 0 || gaps[0] != last {
				last = gaps[0]
				code = w.Gaps[spell.GapKey{Font: s.Font, Gap: last}]
			}
			c, gaps = code, gaps[1:]
		}
		out = appendLiteral(appendLiteral(out, byte(c>>8)), byte(c))
	}
	return out
}

func appendLiteral(out []byte, b byte) []byte {
	switch b {
	case '(', ')', '\\':
		return append(out, '\\', b)
	case '\r':
		return append(out, '\\', 'r')
	}
	return append(out, b)
}
