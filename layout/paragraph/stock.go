package paragraph

// How many words and glyphs are made at once: a book has a hundred thousand words, each
// of some glyphs, and the collector of memory looks at every piece that was made.
const (
	someWords  = 64
	someGlyphs = 1024
)

// stock is words and glyphs that nobody has yet. The zero value has none.
type stock struct {
	words  []Word
	glyphs []Glyph
}

// word is a new word.
func (s *stock) word() *Word {
	if len(s.words) == 0 {
		s.words = make([]Word, someWords)
	}
	w := &s.words[0]
	s.words = s.words[1:]
	return w
}

// row is room for n glyphs.
func (s *stock) row(n int) []Glyph {
	if n > someGlyphs/8 {
		return make([]Glyph, n)
	}
	if n > len(s.glyphs) {
		s.glyphs = make([]Glyph, someGlyphs)
	}
	row := s.glyphs[:n:n]
	s.glyphs = s.glyphs[n:]
	return row
}
