package lines

import (
	"strings"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/vlist"
)

// reference sets the name, the title or the folio of another part of the book,
// which leads there.
func (s *Speller) reference(in *content.Reference, k Look) {
	text := in.Label
	switch {
	case in.Target == 0:
	case in.Kind == content.PageReference:
		if text = s.Folio(in.Target); strings.TrimSpace(text) == "" {
			text = in.Label // its page bears no folio
		}
	case in.Note != nil:
		s.printed = append(s.printed, in.Note.ID)
		text += s.NoteNumber(in.Note)
	}
	if in.Target != 0 && !s.targets[k.Mark].leads() {
		k.Mark = s.Mark(Target{Dest: in.Target, Text: strings.TrimSpace(in.Label)})
	}
	k.made = display.SaidForAnother
	s.isolated(in.Dir, in.Pos, k, func() { s.Add(text, k, in.Pos) })
}

// leads tells a target that is a link.
func (t *Target) leads() bool { return t.url != "" || t.Dest != 0 || t.note != 0 }

// anchor remembers where a span begins that others lead to: with the next text
// or, for a span without text right behind a word, with that word.
func (s *Speller) anchor(in *content.Span) {
	n := len(s.Spans)
	if len(in.Inlines) > 0 || n == 0 || !hasInk(lastOf(s.Spans[n-1].Text)) {
		s.pending = append(s.pending, in.ID)
		return
	}
	t := s.targets[s.latest.Mark]
	t.starts, t.ends = nil, append(t.ends, in.ID)
	if s.latest.Mark != 0 && s.Spans[n-1].Style.Mark == s.latest.Mark {
		s.targets[s.latest.Mark].ends = t.ends
		return
	}
	s.latest.Mark = s.Mark(t)
	s.Spans[n-1].Style = s.style(s.latest)
}

// begins gives a mark like another whose text is where all that is pending
// begins.
func (s *Speller) begins(mark int32) int32 {
	t := s.targets[mark]
	t.starts, t.ends = append([]content.ID(nil), s.pending...), nil
	s.pending = s.pending[:0]
	return s.Mark(t)
}

// hasInk tells a text that leaves something on its line, wherever that ends.
func hasInk(text string) bool {
	return strings.Trim(text, " \n\u00a0\u2066\u2067\u2068\u2069") != ""
}

// lastOf is the last character of a text.
func lastOf(text string) string {
	for i := len(text) - 1; i > 0; i-- {
		if text[i]&0xc0 != 0x80 {
			return text[i:]
		}
	}
	return text
}

// placed gives the rows of a paragraph what begins at the ends of its texts, and
// its first row what begins with nothing that can be seen.
func (s *Speller) placed(rows []vlist.Row) []vlist.Row {
	lost := s.pending
	for i := range s.targets {
		t := &s.targets[i]
		if t.last != nil {
			t.last.Starts = append(t.last.Starts, t.ends...)
			continue
		}
		lost = append(append(lost, t.starts...), t.ends...)
	}
	if len(lost) == 0 {
		return rows
	}
	if len(rows) == 0 {
		rows = []vlist.Row{{}}
	}
	last := &rows[len(rows)-1]
	last.Starts = append(last.Starts, lost...)
	return rows
}
