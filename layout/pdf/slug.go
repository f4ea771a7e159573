package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"warraq/fonts"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// A slug is a line cast in one piece. gopdf takes some microseconds a
// character and knows nothing of shaping, so it is given one character a
// show, its number on the page; setSlugs puts the show's codes in its place.

// firstSlug is the character of a page's first slug, in the private use area;
// the others follow it.
const firstSlug = 0xE000

// mostSlugs bounds the slugs of a page; beyond it their numbers begin again.
const mostSlugs = 512

// slugOf is the number of a page's nth show, from 1.
func slugOf(n int) int { return n%mostSlugs + 1 }

// slugText is what gopdf is given to draw for a page's nth show.
func slugText(n int) string { return string(rune(firstSlug + slugOf(n) - 1)) }

// slugFont is a font in which gopdf finds every slug.
func slugFont() []byte { return fonts.Blank(firstSlug, mostSlugs) }

// slugFamily is what the one font of a draft is called, and slugName how contents
// name it; setSlugs writes which font a show has. Of several, gopdf would write out
// each in every draft.
const (
	slugFamily = "slug"
	slugName   = "/F1 "
)

// writer writes the text of a book as codes.
type writer struct {
	*spell.Typeset
	redraw redraw // nil but in the bench of the readers
}

// redraw writes a show in another order than from left to right.
type redraw func(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte

// setSlugs replaces the slugs of a page's draft by the codes of its shows. A
// draft that has not exactly the slugs of these shows in their order is an
// error.
func (w *writer) setSlugs(draft []byte, texts [][]spell.Show, tags *tag.Page) ([]byte, error) {
	size := len(draft)
	for _, shows := range texts {
		for i := range shows {
			size += 2*len(shows[i].Codes) + len(shows[i].Codes)/8
		}
	}
	out, slug := make([]byte, 0, size), []byte(nil)
	n := 0
	for _, shows := range texts {
		for i := range shows {
			at := bytes.Index(draft, []byte("[<"))
			slug = fmt.Appendf(slug[:0], "[<%04X>] TJ\n", slugOf(n))
			if at < 0 || !bytes.HasPrefix(draft[at:], slug) {
				return nil, fmt.Errorf("draft has not slug %d where it belongs", n+1)
			}
			font := bytes.LastIndex(draft[:at], []byte(slugName))
			if font < 0 {
				return nil, fmt.Errorf("draft has no font for slug %d", n+1)
			}
			out = append(append(out, draft[:font]...), "/F"...)
			out = strconv.AppendInt(out, int64(shows[i].Font)+1, 10)
			out = append(out, draft[font+len(slugName)-1:at]...)
			if shows[i].Stretched {
				out = appendStretch(out, draft[:at])
			}
			out = w.appendCut(out, &shows[i], tags)
			if shows[i].Stretched {
				out = append(out, "100 Tz\n"...)
			}
			draft = draft[at+len(slug):]
			n++
		}
	}
	if bytes.Contains(draft, []byte("[<")) {
		return nil, fmt.Errorf("draft has more than its %d slugs", n)
	}
	return append(out, draft...), nil
}

// appendStretch writes the matrix of a stretched show, at the place to which the
// draft's last TD moves.
func appendStretch(out, draft []byte) []byte {
	place := draft[:max(bytes.LastIndex(draft, []byte(" TD")), 0)]
	place = place[bytes.LastIndexByte(place, '\n')+1:]
	out = append(append(out, "25 Tz 4 0 0 1 "...), place...)
	return append(out, " Tm\n"...)
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
