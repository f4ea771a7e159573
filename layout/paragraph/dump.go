package paragraph

import (
	"fmt"
	"strings"
)

// Text is the line's text in logical order.
func (l *Line) Text() string {
	var b strings.Builder
	for _, p := range l.Pieces {
		if p.Word == nil {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(p.Word.Text)
	}
	return b.String()
}

// Glyphs gives each word of the line with its place and its glyphs.
func (l *Line) Glyphs() []string {
	var words []string
	for _, p := range l.Pieces {
		if p.Word != nil {
			words = append(words, fmt.Sprintf("%.3f %g %s %s", p.X, p.Style.Size, p.Word.Face.Name, p.Word))
		}
	}
	return words
}

// String is the word's glyphs as hb-shape prints them: glyph=cluster@dx,dy+advance.
func (w *Word) String() string {
	var b strings.Builder
	b.WriteByte('[')
	for i, g := range w.Glyphs {
		if i > 0 {
			b.WriteByte('|')
		}
		fmt.Fprintf(&b, "%d=%d", g.GID, g.Cluster)
		if g.DX != 0 || g.DY != 0 {
			fmt.Fprintf(&b, "@%d,%d", g.DX, g.DY)
		}
		fmt.Fprintf(&b, "+%d", g.Advance)
	}
	b.WriteByte(']')
	return b.String()
}
