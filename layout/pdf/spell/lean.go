package spell

import (
	"math"
	"unicode"
	"unicode/utf8"

	"warraq/fonts"
)

// lean sees to it that pdf.js finds the spaces of shows in which words begin (on
// the left) with a mark. It finds a space before a letter by the gap, but such a
// word it would tear apart, since it does not look for a gap before a mark and
// then finds one behind it. So there are two ways for a line: as it is, or
// stretched, where gaps are small and the code of the space is what pdf.js goes
// by. The spaces that a way does not serve lean on the code before them, whose
// advance is then theirs too: where there is no gap at all the code of the space
// is found. A space that cannot lean is taken for a letter, and stands in no
// phrase that is searched; the way with fewer of those is taken.
func (e *encoder) lean() {
	for _, page := range e.Pages {
		for _, shows := range page {
			for i := range shows {
				if s := &shows[i]; s.spacing != nil {
					e.leanIn(s)
				}
			}
		}
	}
}

// leanIn chooses the way of a show.
func (e *encoder) leanIn(s *Show) {
	can := e.leaning(s)
	stiff := func(spaces []int) (n int) {
		for _, i := range spaces {
			if can[i] == 0 {
				n++
			}
		}
		return n
	}
	vowels, letters := s.spacing.vowels, s.spacing.letters
	spaces := vowels
	if a, b := stiff(vowels), stiff(letters); e.ways&Unstretched == 0 && (b < a || b == a && len(letters) < len(vowels)) {
		s.Stretched, spaces = true, letters
	}
	enc := e.Fonts[s.Font]
	for _, i := range spaces {
		g, c := &s.Gaps[i], can[i]
		if c == 0 {
			g.Kind = jointOf(s.RTL)
			continue
		}
		sort := enc.Sorts[s.Codes[c-1]-1]
		if !enc.Room([]fonts.Sort{sort}) {
			g.Kind = jointOf(s.RTL)
			continue
		}
		sort.Advance += g.Units
		s.Codes[c-1] = enc.Code(sort)
		*g = Gap{Kind: leaning}
	}
}

// leaning tells where in the codes of a show each of its spaces can lean on the
// code before it, 0 where it cannot. Readers add advances up in floating point, so
// what follows may move by the last bit of the sum.
func (e *encoder) leaning(s *Show) []int {
	enc := e.Fonts[s.Font]
	can := make([]int, 0, len(s.Gaps))
	for i, c := range s.Codes {
		if c != 0 {
			continue
		}
		at := 0
		if i > 0 && e.ways&Upright == 0 && s.Codes[i-1] != 0 && carrier(&enc.Sorts[s.Codes[i-1]-1], int(s.Gaps[len(can)].Units)) {
			at = i
		}
		can = append(can, at)
	}
	return can
}

// carrier tells whether a sort can be wider by so many units: a letter that
// pdf.js sees, alone in its code.
func carrier(s *fonts.Sort, units int) bool {
	r, size := utf8.DecodeRuneInString(s.Text)
	return unicode.IsLetter(r) && size == len(s.Text) && s.Advance > 0 && int(s.Advance)+units <= math.MaxUint16
}
