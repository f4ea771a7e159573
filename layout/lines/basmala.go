package lines

import (
	"math"
	"strings"

	"warraq/content"
	"warraq/layout/paragraph"
)

// basmala (U+FDFD) is a single character ten ems wide, and no line can break
// within it.
const basmala = "\uFDFD"

// addBasmala adds a text that has the character in it, each in a span of its
// own, since its size may have to give way.
func (s *Speller) addBasmala(text string, k Look, at content.Pos) {
	for {
		before, after, found := strings.Cut(text, basmala)
		s.addSpan(before, k, at)
		if !found {
			return
		}
		s.Basmala = true
		s.addSpan(basmala, k, at)
		text = after
	}
}

// narrowed sets each basmala smaller that is wider than the column.
func (s *Setter) narrowed(col Column, form paragraph.Form) {
	room := col.Width - form.Narrow.By - max(0, form.Indent)
	for i := range s.Spell.Spans {
		span := &s.Spell.Spans[i]
		if span.Text != basmala {
			continue
		}
		if width, _ := s.Comp.Width(s.Spell.Spans[i:i+1], form); width > room {
			style := *span.Style
			style.Size = math.Floor(10*style.Size*room/width) / 10
			span.Style = &style
		}
	}
}
