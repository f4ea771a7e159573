package layout

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// look is how inlines are set, before it becomes a paragraph.Style.
type look struct {
	font  fonts.Style
	size  float64
	rise  float64
	lang  string
	color paragraph.Color
	mark  int32
	still bool    // words are never lengthened
	made  uint8   // whose text it is: 0, the manuscript's
	long  *string // what the text is short for
	dress content.Dress
	caps  paragraph.Caps
}

// target is what a mark on a line stands for: a link, or the call of a note.
type target struct {
	url  string     // outside
	dest content.ID // inside the book
	note content.ID // of the note called
	call *content.Note
	text string
	elem content.ID // the marked text belongs to, where it is not that around it

	starts []content.ID // of what begins with the text marked
	ends   []content.ID // of what stands at its end
	last   *row         // on which its last piece stands
}

// Isolates of UAX #9 2.4: what a span of another direction is wrapped in.
const (
	lri = "\u2066"
	rli = "\u2067"
	pdi = "\u2069"
)

// Isolated is a text that stands in one of a direction: each of its lines between
// isolates, where all its letters go the other way. One that has isolates stays.
func Isolated(text string, around locale.Direction) string {
	mark := lri
	if strings.ContainsAny(text, lri+rli) {
		return text
	}
	switch direct.Against(text, around) {
	case locale.Auto:
		return text
	case locale.RTL:
		mark = rli
	}
	return mark + strings.ReplaceAll(text, "\n", pdi+"\n"+mark) + pdi
}

// speller turns inlines into spans for the compositor, remembering where each
// came from and what its marks lead to.
type speller struct {
	asPrinted
	book    *manuscript
	styles  map[look]*paragraph.Style
	spans   []paragraph.Span
	origins []content.Pos
	targets []target // of marks, from 1

	isolates []string // that are open

	pending []content.ID // of what begins with the next text
	latest  look         // of the text before
	printed []content.ID // parts whose folio or number the block prints
	images  []inlineImage
	basmala bool // a span holds one
}

func newSpeller(m *manuscript, p asPrinted) speller {
	return speller{book: m, asPrinted: p, styles: make(map[look]*paragraph.Style)}
}

// begin forgets the last paragraph.
func (s *speller) begin() {
	s.spans, s.origins = s.spans[:0], s.origins[:0]
	s.targets = append(s.targets[:0], target{})
	s.pending, s.basmala = s.pending[:0], false
	s.images = s.images[:0]
}

func (s *speller) style(k look) *paragraph.Style {
	k.long = nil // it changes nothing that can be seen
	if st, ok := s.styles[k]; ok {
		return st
	}
	st := &paragraph.Style{Font: k.font, Size: k.size, Rise: k.rise, Lang: k.lang, Color: k.color, Mark: k.mark, Still: k.still, Made: k.made, Dress: uint8(k.dress), Caps: k.caps}
	s.styles[k] = st
	return st
}

func (s *speller) add(text string, k look, at content.Pos) {
	if strings.Contains(text, basmala) {
		s.addBasmala(text, k, at)
		return
	}
	if k.dress&content.SmallCaps != 0 {
		s.smallCaps(text, k, at)
		return
	}
	s.addSpan(text, k, at)
}

func (s *speller) addSpan(text string, k look, at content.Pos) {
	if text == "" {
		return
	}
	if len(s.pending) > 0 && hasInk(text) {
		k.mark = s.begins(k.mark)
	}
	s.latest = k
	s.spans = append(s.spans, paragraph.Span{Text: text, Style: s.style(k), Expansion: k.long})
	s.origins = append(s.origins, at)
}

// spell adds inlines in a look.
func (s *speller) spell(inlines []content.Inline, k look) {
	for _, in := range inlines {
		s.inline(in, k)
	}
}

func (s *speller) inline(in content.Inline, k look) {
	switch in := in.(type) {
	case *content.Text:
		s.add(in.Value, k, in.Pos)
	case *content.Strong:
		k.font.Bold = true
		s.spell(in.Inlines, k)
	case *content.Emphasis:
		// Arabic is not slanted: without an italic face of the author's,
		// emphasis is the bold one (typography.md 3)
		k.font.Italic = true
		if upright := !s.book.hasItalic(); upright && s.book.style.ByColor {
			k.color = s.book.style.Accent
		} else {
			k.font.Bold = k.font.Bold || upright
		}
		s.spell(in.Inlines, k)
	case *content.Code:
		s.code(in, k)
	case *content.Link:
		s.link(in, k)
	case *content.Image:
		s.image(in, k)
	case *content.NoteRef:
		s.call(in, k)
	case *content.Span:
		s.span(in, k)
	case *content.LineBreak:
		// the line's end is a paragraph's to UAX #9 (P1), where isolates end
		s.add(strings.Repeat(pdi, len(s.isolates))+"\n"+strings.Join(s.isolates, ""), k, content.Pos{})
	case *content.Reference:
		s.reference(in, k)
	}
}

// span sets text with attributes; its direction isolates it from its
// surroundings, as HTML's dir does.
func (s *speller) span(in *content.Span, k look) {
	if in.ID != 0 {
		s.anchor(in)
	}
	if in.Entry != "" && !s.targets[k.mark].leads() {
		k.mark = s.mark(target{dest: s.book.anchors[in.Entry], text: content.PlainText(in.Inlines)})
	}
	if in.Lang != "" {
		k.lang = in.Lang
	}
	k = k.dressed(in.Dress())
	k.still = k.still || in.Justification() == setup.JustifySpaces
	if long := in.Expansion(); long != "" {
		k.long = &long
	}
	dir := in.Dir
	if dir == locale.Auto && in.Lang != "" {
		dir = locale.DirectionOf(in.Lang)
	}
	s.isolated(dir, in.Pos, k, func() { s.spell(in.Inlines, k) })
}

// isolated adds what add does, of a direction of its own.
func (s *speller) isolated(dir locale.Direction, at content.Pos, k look, add func()) {
	mark := lri
	switch dir {
	case locale.Auto:
		add()
		return
	case locale.RTL:
		mark = rli
	}
	s.add(mark, k, at)
	s.isolates = append(s.isolates, mark)
	add()
	s.isolates = s.isolates[:len(s.isolates)-1]
	s.add(pdi, k, at)
}

func (s *speller) link(in *content.Link, k look) {
	t := target{url: in.URL, text: content.PlainText(in.Inlines)}
	if anchor, inside := strings.CutPrefix(in.URL, "#"); inside {
		t.url, t.dest = "", s.book.anchors[anchor]
	}
	k.mark = s.mark(t)
	if k.color == (paragraph.Color{}) {
		k.color = s.book.style.Link
	}
	if t.url != "" && t.text == in.URL {
		// an address that stands for itself reads from left to right
		s.add(lri, k, in.Pos)
		s.spell(in.Inlines, k)
		s.add(pdi, k, in.Pos)
		return
	}
	s.spell(in.Inlines, k)
}

func (s *speller) mark(t target) int32 {
	s.targets = append(s.targets, t)
	return int32(len(s.targets) - 1)
}

// call sets the call of a note, raised, in parentheses as is the custom in
// Arabic books. A word joiner keeps it with the word before it.
func (s *speller) call(in *content.NoteRef, k look) {
	if in.Note == nil {
		return
	}
	t := target{note: in.Note.ID, call: in.Note, text: s.book.labelsIn(k.lang).Note}
	k = k.superior()
	k.font, k.long, k.dress, k.caps = fonts.Style{}, nil, 0, paragraph.AsWritten
	k.mark, k.made = s.mark(t), display.CalledNote
	s.add("\u2060"+s.besideNumber(in.Note)+inParentheses(s.noteNumber(in.Note)), k, in.Pos)
}

// hasItalic tells whether the author brought an italic face.
func (m *manuscript) hasItalic() bool {
	return m.faces.Face(fonts.Style{Italic: true}) != m.faces.Face(fonts.Style{})
}

// collectAnchors finds the block or span behind each anchor.
func (m *manuscript) collectAnchors() {
	m.anchors, m.callers = make(map[string]content.ID), make(map[content.ID]content.ID)
	content.Walk(m.doc, func(_ any, place *content.Place) {
		if place.Anchor != "" && m.anchors[place.Anchor] == 0 {
			m.anchors[place.Anchor] = place.ID
		}
	})
	content.Texts(m.doc, func(place *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.Anchor != "" && m.anchors[span.Anchor] == 0 {
				m.anchors[span.Anchor] = cmp.Or(span.ID, place.ID)
			}
			if ref, ok := in.(*content.NoteRef); ok && ref.Note != nil && m.callers[ref.Note.ID] == 0 {
				m.callers[ref.Note.ID] = place.ID
			}
		})
	})
}
