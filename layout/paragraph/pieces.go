package paragraph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"warraq/content/char"
	"warraq/fonts/inert"
)

// Arabic words fall into pieces behind the letters that do not join. Where the
// face looks across nothing there, each piece is shaped once, however many words
// it stands in.

// pieces adds the text of a word in pieces, which may be one, to all; none where it
// is not of letters and vowels alone.
func (v *voice) pieces(text string, all []string) []string {
	if !v.rtl || v.script != language.Arabic || !inert.Parts(text) {
		return all
	}
	from := 0
	for at, r := range text {
		if at > from && v.seam(text[from:at], r) {
			all = append(all, text[from:at])
			from = at
		}
	}
	return append(all, text[from:])
}

// seam tells whether a word may be parted between a piece and a letter. All vowels
// of the piece count, since a ligature leaves those within it behind it.
func (v *voice) seam(piece string, next rune) bool {
	last := rune(0)
	for _, r := range piece {
		if !inert.IsVowel(r) {
			last = r
		} else if !v.face.Seam(r, next) {
			return false
		}
	}
	return v.face.Seam(last, next)
}

// shapePieces shapes a text that stands alone, with bars in the order of its text.
// Pieces that are known are not shaped again.
func (s *shaper) shapePieces(v *voice, text string, bars ...bar) *Word {
	pieces := v.pieces(text, s.pieces[:0])
	s.pieces = pieces
	switch {
	case len(pieces) == 0 && len(bars) == 0:
		return s.shape(v, text, 0, len(text))
	case len(pieces) == 0:
		return s.shapeBars(v, text, bars)
	case len(pieces) == 1 && len(bars) == 0:
		w := *s.piece(v, text, nil)
		return &w
	}
	parts, from := s.parts[:0], 0
	for _, p := range pieces {
		var within []bar
		for _, b := range bars {
			if b.at >= from && b.at < from+len(p) {
				within = append(within, bar{b.at - from, b.n})
			}
		}
		if head, tail, ok := s.halves(v, p, within); ok {
			parts = append(parts, head, tail)
		} else {
			parts = append(parts, s.piece(v, p, within))
		}
		from += len(p)
	}
	s.parts = parts
	return s.stock.strung(text, parts)
}

// piece gives a piece shaped, with one bar or none from what is known.
func (s *shaper) piece(v *voice, text string, bars []bar) *Word {
	switch len(bars) {
	case 0:
		shard := v.shard(text)
		return kept(shard, shard.pieces, text, func() *Word { return s.shape(v, text, 0, len(text)) })
	case 1:
		key := wordKey{text: text, to: uint16(len(text)), bar: uint16(bars[0].n), at: uint16(bars[0].at), piece: true}
		return s.shared(v, key, func() *Word { return s.shapeBars(v, text, bars) })
	}
	return s.shapeBars(v, text, bars)
}

// halves gives a piece that is lengthened by one bar in the part up to the bar and
// the part behind it, each shaped once as it joins; ok is false where the face looks
// across between them.
func (s *shaper) halves(v *voice, text string, bars []bar) (head, tail *Word, ok bool) {
	if len(bars) != 1 {
		return nil, nil, false
	}
	b := bars[0]
	next, _ := utf8.DecodeRuneInString(text[b.at:])
	if !v.face.BarSeam(next) {
		return nil, nil, false
	}
	key := wordKey{text: text[:b.at], to: uint16(b.at), bar: uint16(b.n), at: uint16(b.at), piece: true}
	head = s.shared(v, key, func() *Word { return s.shapeHead(v, text[:b.at], b.n) })
	key = wordKey{text: text[b.at:], to: uint16(len(text) - b.at), bar: 1, piece: true}
	tail = s.shared(v, key, func() *Word { return s.shapeTail(v, text[b.at:]) })
	return head, tail, true
}

// shapeHead shapes what ends in a bar of n tatweels.
func (s *shaper) shapeHead(v *voice, text string, n int) *Word {
	barred := text + strings.Repeat(bare, n)
	head := s.shape(v, barred+bare, 0, len(barred)) // what it joins to is not seen
	head.Text, head.Bar, head.BarAt = text, n, len(text)
	for i := range head.Glyphs {
		head.Glyphs[i].Cluster = min(head.Glyphs[i].Cluster, uint16(len(text)))
	}
	return head
}

// shapeTail shapes what stands behind a bar.
func (s *shaper) shapeTail(v *voice, text string) *Word {
	tail, _ := s.shape(v, bare+text, 0, len(bare)+len(text)).cut(len(bare), len(bare)+len(text))
	return tail
}

// bare is a bar of one tatweel.
const bare = string(char.Tatweel)

// strung puts words of one voice that stand side by side together as the word of
// a text, from its beginning to its end.
func (s *stock) strung(text string, parts []*Word) *Word {
	w := s.word()
	*w = Word{Face: parts[0].Face, voice: parts[0].voice, Text: text, RTL: true}
	n := 0
	for _, p := range parts {
		n += len(p.Glyphs)
	}
	w.Glyphs = s.row(n)[:0]
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
