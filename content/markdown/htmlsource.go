package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/text"
)

// htmlSource is the text of a block of HTML, and where its lines begin in it and in
// the file.
type htmlSource struct {
	text   string
	starts [][2]int
}

func (f *file) htmlSource(lines *text.Segments, closing text.Segment) (s htmlSource) {
	var b strings.Builder
	add := func(seg text.Segment) {
		s.starts = append(s.starts, [2]int{b.Len(), seg.Start})
		b.Write(seg.Value(f.Bytes))
	}
	for i := range lines.Len() {
		add(lines.At(i))
	}
	if closing.Stop > closing.Start {
		add(closing)
	}
	s.text = b.String()
	return s
}

// offset is where a byte of the text stands in the file.
func (s *htmlSource) offset(at int) int {
	i, found := slices.BinarySearchFunc(s.starts, at, func(p [2]int, at int) int { return p[0] - at })
	if !found {
		i = max(i-1, 0)
	}
	if i >= len(s.starts) {
		return 0
	}
	return s.starts[i][1] + at - s.starts[i][0]
}
