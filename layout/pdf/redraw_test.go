//go:build readers

package pdf

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"warraq/content/char"
	"warraq/fonts"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// These are ways of drawing that READERS.md tells of and that are not taken. Where
// letters or words are drawn from right to left, ink moves by what rounding takes.

// placed is a code at its place, in font units from where its show begins.
type placed struct {
	code     fonts.Code
	x, width int
	blank    bool
	sequence int // of the page, where the show is cut
}

// placesOf are the codes of a show from left to right.
func (w *writer) placesOf(s *spell.Show) []placed {
	var all []placed
	x, gaps, cuts, sequence := -s.Back, s.Gaps, s.Cuts, 0
	for _, step := range s.Steps {
		x += int(step)
	}
	for i, c := range s.Codes {
		for len(cuts) > 0 && cuts[0].Code <= i {
			sequence, cuts = cuts[0].Sequence, cuts[1:]
		}
		p := placed{code: c, x: x, sequence: sequence}
		if c == 0 {
			p.code, p.blank = w.Gaps[spell.GapKey{Font: s.Font, Gap: gaps[0]}], !gaps[0].Kind.Mark()
			gaps = gaps[1:]
		}
		p.width = int(w.Fonts[s.Font].Sorts[p.code-1].Advance)
		x += p.width
		all = append(all, p)
	}
	if s.After != spell.Plain {
		back := backed * w.Fonts[s.Font].Face.UnitsPerEm / 1000
		all = append(all, placed{code: w.Gaps[spell.GapKey{Font: s.Font, Gap: spell.Gap{Kind: s.After}}], x: x - back, sequence: sequence})
	}
	return all
}

// appendStrings writes strings of codes, each at its place.
func (w *writer) appendStrings(out []byte, s *spell.Show, tags *tag.Page, each bool, strings [][]placed) []byte {
	pen, inner, now := 0, len(s.Cuts) > 1, -1
	scale := 1000 / float64(w.Fonts[s.Font].Face.UnitsPerEm)
	for i, str := range strings {
		switch {
		case inner && str[0].sequence != now:
			if now >= 0 {
				out = append(out, "] TJ\nEMC\n"...)
			}
			now = str[0].sequence
			out = append(tags.Sequences[now].AppendTo(out), '[')
		case i == 0:
			out = append(out, '[')
		case each:
			out = append(out, "] TJ\n["...)
		}
		if str[0].x != pen {
			out = append(out, cos.Num(float64(pen-str[0].x)*scale)...)
		}
		out = append(out, '(')
		for _, p := range str {
			out = appendLiteral(appendLiteral(out, byte(p.code>>8)), byte(p.code))
			pen = p.x + p.width
		}
		out = append(out, ')')
	}
	out = append(out, "] TJ\n"...)
	if inner {
		out = append(out, "EMC\n"...)
	}
	return out
}

// whole writes a show as it is.
func (w *writer) whole(out []byte, s *spell.Show, tags *tag.Page) []byte {
	plain := *w
	plain.redraw = nil
	return plain.appendCut(out, s, tags)
}

// marked draws the letters of a run from right to left, a string a letter, and
// the marks a hair to the left of their letters and in a size of their own: so
// poppler and PDFium put them in order, and pdf.js, which reverses what it takes
// for one string, takes each for one.
func marked(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte {
	if !s.RTL || len(s.Cuts) > 1 {
		return w.whole(out, s, tags)
	}
	places := w.placesOf(s)
	pen, scale, size := 0, 1000/float64(w.Fonts[s.Font].Face.UnitsPerEm), s.Size
	for _, p := range slices.Backward(places) {
		own := s.Size
		if r, _ := utf8.DecodeRuneInString(w.Fonts[s.Font].Sorts[p.code-1].Text); char.In(r, char.Mn) {
			own += 0.01
			p.x--
		}
		if own != size {
			out = fmt.Appendf(out, "/F%d %s Tf\n", s.Font+1, cos.Num(own))
			size = own
		}
		out = append(append(append(out, '['), cos.Num(float64(pen-p.x)*scale)...), '(')
		out = append(appendLiteral(appendLiteral(out, byte(p.code>>8)), byte(p.code)), ")] TJ\n"...)
		pen = p.x + p.width
	}
	if size != s.Size {
		out = fmt.Appendf(out, "/F%d %s Tf\n", s.Font+1, cos.Num(s.Size))
	}
	return out
}

// byLetter draws the letters of a run from right to left.
func byLetter(each bool) redraw {
	return func(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte {
		if !s.RTL {
			return w.whole(out, s, tags)
		}
		places := w.placesOf(s)
		slices.Reverse(places)
		var strings [][]placed
		for i := range places {
			strings = append(strings, places[i:i+1])
		}
		return w.appendStrings(out, s, tags, each, strings)
	}
}

// worded draws the words of a run from right to left, each with the space
// behind it, and their letters from left to right.
func worded(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte {
	if !s.RTL {
		return w.whole(out, s, tags)
	}
	var words [][]placed
	places := w.placesOf(s)
	for from, i := 0, 1; i <= len(places); i++ {
		if i == len(places) || places[i].blank || places[i].sequence != places[i-1].sequence {
			words = append(words, places[from:i])
			from = i
		}
	}
	slices.Reverse(words)
	return w.appendStrings(out, s, tags, true, words)
}

// mirrored draws the letters of a run from right to left on a line that runs
// from right to left, so that no code need be moved. What it is for is their text:
// the ink would have to be mirrored in the font.
func mirrored(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte {
	if !s.RTL || len(s.Cuts) > 1 {
		return w.whole(out, s, tags)
	}
	places := w.placesOf(s)
	end := places[len(places)-1]
	right := float64(end.x+end.width) * 1000 / float64(w.Fonts[s.Font].Face.UnitsPerEm)
	out = append(append(append(out, "-100 Tz ["...), cos.Num(right)...), '(')
	for _, p := range slices.Backward(places) {
		out = appendLiteral(appendLiteral(out, byte(p.code>>8)), byte(p.code))
	}
	return append(out, ")] TJ 100 Tz\n"...)
}

// reversed says of a run that its letters are in reverse order (ISO 32000-2
// 14.8.2.5.3).
func reversed(w *writer, out []byte, s *spell.Show, tags *tag.Page) []byte {
	if !s.RTL {
		return w.whole(out, s, tags)
	}
	return append(w.whole(append(out, "/ReversedChars BMC\n"...), s, tags), "EMC\n"...)
}
