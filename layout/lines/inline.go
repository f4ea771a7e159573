package lines

import (
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/direct"
	"warraq/content/dress"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/manuscript"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Look is how inlines are set, before it becomes a paragraph.Style.
type Look struct {
	Font  fonts.Style
	Size  float64
	rise  float64
	Lang  string
	Color paragraph.Color
	Mark  int32
	still bool    // words are never lengthened
	whole bool    // no line ends in it
	made  uint8   // whose text it is: 0, the manuscript's
	long  *string // what the text is short for
	dress dress.Dress
	caps  paragraph.Caps
}

// Target is what a mark on a line stands for: a link, or the call of a note.
type Target struct {
	url  string     // outside
	Dest content.ID // inside the book
	note content.ID // of the note called
	call *content.Note
	Text string
	Elem content.ID // the marked text belongs to, where it is not that around it

	starts []content.ID // of what begins with the text marked
	ends   []content.ID // of what stands at its end
	last   *vlist.Row   // on which its last piece stands
}

// Isolates of UAX #9 2.4: what a span of another direction is wrapped in.
const (
	lri = "\u2066"
	rli = "\u2067"
	FSI = "\u2068" // by its own first letter
	PDI = "\u2069"
)

// LeftToRight is a text that reads from left to right wherever it stands.
func LeftToRight(text string) string { return lri + text + PDI }

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
	return mark + strings.ReplaceAll(text, "\n", PDI+"\n"+mark) + PDI
}

// Speller turns inlines into spans for the compositor, remembering where each
// came from and what its marks lead to.
type Speller struct {
	AsPrinted
	book    *manuscript.Manuscript
	styles  map[Look]*paragraph.Style
	Spans   []paragraph.Span
	origins []content.Pos
	targets []Target // of marks, from 1

	isolates []string // that are open

	pending []content.ID // of what begins with the next text
	latest  Look         // of the text before
	printed []content.ID // parts whose folio or number the block prints
	images  []inlineImage
	Basmala bool // a span holds one
}

func newSpeller(m *manuscript.Manuscript, p AsPrinted) Speller {
	return Speller{book: m, AsPrinted: p, styles: make(map[Look]*paragraph.Style)}
}

// Begin forgets the last paragraph.
func (s *Speller) Begin() {
	s.Spans, s.origins = s.Spans[:0], s.origins[:0]
	s.targets = append(s.targets[:0], Target{})
	s.pending, s.Basmala = s.pending[:0], false
	s.images = s.images[:0]
}

func (s *Speller) style(k Look) *paragraph.Style {
	k.long = nil // it changes nothing that can be seen
	if st, ok := s.styles[k]; ok {
		return st
	}
	st := &paragraph.Style{Font: k.Font, Size: k.Size, Rise: k.rise, Lang: k.Lang, Color: k.Color, Mark: k.Mark, Still: k.still, Whole: k.whole, Made: k.made, Dress: uint8(k.dress), Caps: k.caps}
	s.styles[k] = st
	return st
}

// Add adds a text in a look.
func (s *Speller) Add(text string, k Look, at content.Pos) {
	if strings.Contains(text, basmala) {
		s.addBasmala(text, k, at)
		return
	}
	if k.dress&dress.SmallCaps != 0 {
		s.smallCaps(text, k, at)
		return
	}
	s.addSpan(text, k, at)
}

func (s *Speller) addSpan(text string, k Look, at content.Pos) {
	if text == "" {
		return
	}
	if len(s.pending) > 0 && hasInk(text) {
		k.Mark = s.begins(k.Mark)
	}
	s.latest = k
	s.Spans = append(s.Spans, paragraph.Span{Text: text, Style: s.style(k), Expansion: k.long})
	s.origins = append(s.origins, at)
}

// Inlines adds inlines in a look.
func (s *Speller) Inlines(inlines []content.Inline, k Look) {
	for _, in := range inlines {
		s.inline(in, k)
	}
}

// emphasized is the look of what is emphasised within a look. Arabic is not slanted:
// without an italic face of the author's, emphasis is the bold one, or a colour. Words in
// Latin letters alone have an italic as a rule.
func (s *Speller) emphasized(text []content.Inline, k Look) Look {
	k.Font.Italic = true
	if s.book.HasItalic() {
		return k
	}
	if latin := isLatin(text); latin && s.book.Faces.SlantsLatin() {
		return k
	} else if face, scale := s.book.Faces.Slanted(); latin && face != nil && k.Font.Role == fonts.OfText && !k.Font.Bold {
		k.Font.Role, k.Size = fonts.OfSlanted, k.Size*scale
		return k
	}
	if s.book.Style.ByColor {
		k.Color = s.book.Style.Accent
	} else {
		k.Font.Bold = true
	}
	return k
}

// isLatin tells whether the letters of a text are Latin ones.
func isLatin(text []content.Inline) (latin bool) {
	for _, r := range content.PlainText(text) {
		if char.IsLetter(r) {
			if latin = unicode.Is(unicode.Latin, r); !latin {
				return false
			}
		}
	}
	return latin
}

func (s *Speller) inline(in content.Inline, k Look) {
	switch in := in.(type) {
	case *content.Text:
		s.Add(in.Value, k, in.Pos)
	case *content.Strong:
		k.Font.Bold = true
		s.Inlines(in.Inlines, k)
	case *content.Emphasis:
		s.Inlines(in.Inlines, s.emphasized(in.Inlines, k))
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
		s.Add(strings.Repeat(PDI, len(s.isolates))+"\n"+strings.Join(s.isolates, ""), k, content.Pos{})
	case *content.Reference:
		s.reference(in, k)
	}
}

// span sets text with attributes; its direction isolates it from its
// surroundings, as HTML's dir does.
func (s *Speller) span(in *content.Span, k Look) {
	if in.ID != 0 {
		s.anchor(in)
	}
	if in.Entry != "" && !s.targets[k.Mark].leads() {
		k.Mark = s.Mark(Target{Dest: s.book.Anchors[in.Entry], Text: content.PlainText(in.Inlines)})
	}
	if in.Lang != "" {
		k.Lang = in.Lang
	}
	k = k.dressed(in.Dress())
	k.still = k.still || in.Justification() == setup.JustifySpaces
	k.whole = k.whole || in.Has(stand.NoBreakClass)
	if long := in.Expansion(); long != "" {
		k.long = &long
	}
	dir := in.Dir
	if dir == locale.Auto && in.Lang != "" {
		dir = locale.DirectionOf(in.Lang)
	}
	s.isolated(dir, in.Pos, k, func() { s.Inlines(in.Inlines, k) })
}

// isolated adds what add does, of a direction of its own.
func (s *Speller) isolated(dir locale.Direction, at content.Pos, k Look, add func()) {
	mark := lri
	switch dir {
	case locale.Auto:
		add()
		return
	case locale.RTL:
		mark = rli
	}
	s.Add(mark, k, at)
	s.isolates = append(s.isolates, mark)
	add()
	s.isolates = s.isolates[:len(s.isolates)-1]
	s.Add(PDI, k, at)
}

func (s *Speller) link(in *content.Link, k Look) {
	t := Target{url: in.URL, Text: content.PlainText(in.Inlines)}
	if anchor, inside := strings.CutPrefix(in.URL, "#"); inside {
		t.url, t.Dest = "", s.book.Anchors[anchor]
	}
	k.Mark = s.Mark(t)
	if k.Color == (paragraph.Color{}) {
		k.Color = s.book.Style.Link
	}
	if t.url != "" && t.Text == in.URL {
		// an address that stands for itself reads from left to right
		s.Add(lri, k, in.Pos)
		s.Inlines(in.Inlines, k)
		s.Add(PDI, k, in.Pos)
		return
	}
	s.Inlines(in.Inlines, k)
}

// Mark is the mark of what text leads to.
func (s *Speller) Mark(t Target) int32 {
	s.targets = append(s.targets, t)
	return int32(len(s.targets) - 1)
}

// call sets the call of a note, raised, in parentheses as is the custom in
// Arabic books. A word joiner keeps it with the word before it.
func (s *Speller) call(in *content.NoteRef, k Look) {
	if in.Note == nil {
		return
	}
	t := Target{note: in.Note.ID, call: in.Note, Text: s.book.LabelsIn(k.Lang).Note}
	k = k.superior()
	k.Font, k.long, k.dress, k.caps = fonts.Style{}, nil, 0, paragraph.AsWritten
	k.Mark, k.made = s.Mark(t), display.CalledNote
	s.Add("\u2060"+s.BesideNumber(in.Note)+InParentheses(s.NoteNumber(in.Note)), k, in.Pos)
}
