package paragraph

import "strings"

// How many words and glyphs are made at once: a book has a hundred thousand words, each
// of some glyphs, and the collector of memory looks at every piece that was made.
const (
	someWords  = 64
	someGlyphs = 1024
	someText   = 4096 // bytes
)

// stock is words, glyphs and room for text that nobody has yet. The zero value has none.
type stock struct {
	words  []Word
	glyphs []Glyph
	text   strings.Builder
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

// copy is a text by itself, which keeps no file that it is of.
func (s *stock) copy(text string) string {
	if len(text) > someText/8 {
		return strings.Clone(text)
	}
	if len(text) > s.text.Cap()-s.text.Len() {
		s.text.Reset()
		s.text.Grow(someText)
	}
	from := s.text.Len()
	s.text.WriteString(text)
	return s.text.String()[from:]
}
