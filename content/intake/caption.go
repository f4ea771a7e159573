package intake

import (
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/pattern"
)

// captions gives captions to the tables and figures beside them, without their labels
// and numbers: the book numbers anew. A caption with nothing beside it stays a
// paragraph.
func (a *arranging) captions(pieces []Piece) []Piece {
	out := pieces[:0:0]
	for i, piece := range pieces {
		p, ok := piece.(*Paragraph)
		if ok && p.Label == 0 && p.Item == nil {
			p.Label = labelAt(p.Line.Plain())
		}
		if !ok || p.Level > 0 || p.Role != Caption && p.Label == 0 {
			out = append(out, piece)
			continue
		}
		var next Piece
		if i+1 < len(pieces) {
			next = pieces[i+1]
		}
		var before Piece
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		bearer := a.bearerOf(p, before, next)
		if bearer == nil {
			if p.Role == Caption {
				p.Role = Body
			}
			out = append(out, p)
			continue
		}
		if !a.give(bearer, p) {
			out = append(out, p)
		}
	}
	return out
}

// label is what opens a caption: a word, a number, a sign.
var label = pattern.Of(`^\s*(?i:(ال)?(شكل|صورة|رسم توضيحي|مخطط|خريطة|جدول|شکل|تصویر|نمودار|نقشه|خاکہ|figure|fig\.|image|table|tableau|איור|תמונה|תרשים|טבלה))(\s+رقم)?[\s\x{200f}]*[(\[]?(\d|[٠-٩۰-۹]|[-–.‌])+[)\]]?\s*[:.\-–—)]\s*`)

// ofTables are the words of labels that are a table's.
var ofTables = pattern.Of(`(?i:جدول|table|טבלה)`)

// labelAt measures the label that a text opens with, where words follow.
func labelAt(s string) int {
	const most = 60 // bytes
	head := s
	if len(head) > most {
		head = strings.ToValidUTF8(head[:most], "")
	}
	m := label.FindStringIndex(head)
	if m == nil || m[1] >= len(s) {
		return 0
	}
	return m[1]
}

// mostCaption is how many bytes a line without the style of captions may have to be one.
const mostCaption = 400

// bearerOf is what a caption belongs to: what its label names, else the figure above
// it, or the table below it, or the other way round. A line that only has the label of
// a caption is that of a figure or table of its kind.
func (a *arranging) bearerOf(p *Paragraph, before, next Piece) content.Block {
	plain := p.Line.Plain()
	table := ofTables.MatchString(FirstWords(plain[:min(max(p.Label, 40), len(plain))]))
	wanted := [][2]bool{{true, true}, {false, false}, {true, false}, {false, true}} // of a figure, and above
	if table {
		wanted = [][2]bool{{false, false}, {false, true}, {true, true}, {true, false}}
	}
	if p.Role != Caption {
		if wanted = wanted[:2]; !table {
			wanted = [][2]bool{{true, true}, {true, false}}
		}
		if len(plain) > mostCaption {
			return nil
		}
	}
	for _, w := range wanted {
		piece := next
		if w[1] {
			piece = before
		}
		if b := uncaptioned(piece, w[0]); b != nil {
			return b
		}
	}
	return nil
}

func uncaptioned(piece Piece, figure bool) content.Block {
	s, ok := piece.(*Solid)
	if !ok {
		return nil
	}
	switch b := s.Block.(type) {
	case *content.Figure:
		if figure && b.Caption == nil {
			return b
		}
	case *content.Table:
		if !figure && b.Caption == nil {
			return b
		}
	}
	return nil
}

// give gives a caption to its bearer; one with notes or links stays below a figure,
// whose caption is plain.
func (a *arranging) give(bearer content.Block, p *Paragraph) bool {
	if _, figure := bearer.(*content.Figure); figure && !p.Line.OnlyText() {
		return false
	}
	line := p.Line
	if p.Label > 0 {
		plain := line.Plain()
		rest := strings.TrimLeftFunc(plain[min(p.Label, len(plain)):], func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(":.-–—ـ)", r)
		})
		a.report.Took("labels and numbers of captions stay away: the book writes its own", FirstWords(plain[:len(plain)-len(rest)]), "")
		line.Cut(len(plain) - len(rest))
	}
	text := a.marked(bearer.At(), line.Inlines())
	if len(text) == 0 {
		return true
	}
	switch b := bearer.(type) {
	case *content.Figure:
		b.Caption = text
	case *content.Table:
		b.Caption = text
	}
	return true
}

// marked gives the marks of places in a caption to its bearer, and is the rest of it.
// Of several the bearer has the first name, and links to the others lead there too.
func (a *arranging) marked(bearer *content.Place, text []content.Inline) (rest []content.Inline) {
	for _, in := range text {
		mark, ok := in.(*content.Span)
		switch {
		case !ok || len(mark.Inlines) > 0:
			rest = append(rest, in)
		case bearer.Anchor == "":
			bearer.Anchor = mark.Anchor
		default:
			a.report.alias(mark.Anchor, bearer.Anchor)
		}
	}
	return rest
}
