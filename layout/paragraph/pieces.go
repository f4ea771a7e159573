package paragraph

import (
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"warraq/fonts"
)

// Arabic words fall into pieces behind the letters that do not join. Where the
// face looks across nothing there, each piece is shaped once, however many words
// it stands in.

// pieces gives the text of a word in pieces, all of it in one where it must be
// shaped as it is.
func (v *voice) pieces(text string) []string {
	if !v.rtl || v.script != language.Arabic || !fonts.Parts(text) {
		return []string{text}
	}
	var all []string
	from := 0
	for at, r := range text {
		if at > from && v.seam(text[from:at], r) {
			all = append(all, text[from:at])
			from = at
		}
	}
	return append(all, text[from:])
}

// seam tells whether a word may be parted between a piece and a letter.
func (v *voice) seam(piece string, next rune) bool {
	for len(piece) > 0 {
		r, size := utf8.DecodeLastRuneInString(piece)
		if !v.face.Seam(r, next) {
			return false
		}
		if !fonts.IsVowel(r) {
			return true
		}
		piece = piece[:len(piece)-size]
	}
	return false
}

// shapePieces shapes a text that stands alone.
func (s *shaper) shapePieces(v *voice, text string) *Word {
	pieces := v.pieces(text)
	if len(pieces) == 1 {
		return s.shape(v, text, 0, len(text))
	}
	parts := make([]*Word, len(pieces))
	for i, p := range pieces {
		parts[i] = s.piece(v, p)
	}
	return strung(text, parts)
}

// piece gives a piece shaped.
func (s *shaper) piece(v *voice, text string) *Word {
	return s.once(wordKey{voice: v, text: text, to: uint16(len(text)), piece: true}, func() *Word {
		return s.shape(v, text, 0, len(text))
	})
}

// barPieces shapes a word with bars, of which those pieces that have none are
// shaped already.
func (s *shaper) barPieces(w *Word, pieces []string, bars []bar) *Word {
	parts := make([]*Word, len(pieces))
	from := 0
	for i, text := range pieces {
		var within []bar
		for _, b := range bars {
			if b.at >= from && b.at < from+len(text) {
				within = append(within, bar{b.at - from, b.n})
			}
		}
		parts[i] = s.barPiece(w.voice, text, within)
		from += len(text)
	}
	return strung(w.Text, parts)
}

// barPiece gives a piece with bars.
func (s *shaper) barPiece(v *voice, text string, bars []bar) *Word {
	switch len(bars) {
	case 0:
		return s.piece(v, text)
	case 1:
		key := wordKey{voice: v, text: text, to: uint16(len(text)), piece: true, bar: uint16(bars[0].n), at: uint16(bars[0].at)}
		return s.once(key, func() *Word { return s.shapeBars(v, text, bars) })
	}
	return s.shapeBars(v, text, bars)
}

// strung puts words of one voice that stand side by side together as the word of
// a text, from its beginning to its end.
func strung(text string, parts []*Word) *Word {
	w := &Word{Face: parts[0].Face, voice: parts[0].voice, Text: text, RTL: true}
	n := 0
	for _, p := range parts {
		n += len(p.Glyphs)
	}
	w.Glyphs = make([]Glyph, 0, n)
	at := len(text)
	for _, p := range slices.Backward(parts) { // visual order
		at -= len(p.Text)
		for _, g := range p.Glyphs {
			g.Cluster += uint16(at)
			w.Glyphs = append(w.Glyphs, g)
		}
		w.Advance += p.Advance
		w.Height, w.Depth = max(w.Height, p.Height), max(w.Depth, p.Depth)
		if p.Bar > 0 {
			w.Bar, w.BarAt = p.Bar, p.BarAt+at
		}
	}
	return w
}
