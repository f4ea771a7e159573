package intake

import (
	"strings"
	"unicode"

	"warraq/content"
)

// captions gives captions to the tables and figures beside them, without their labels
// and numbers: the book numbers anew. A caption with nothing beside it stays a
// paragraph.
func (a *arranging) captions(pieces []Piece) []Piece {
	out := pieces[:0:0]
	for i, piece := range pieces {
		p, ok := piece.(*Paragraph)
		if !ok || p.Role != Caption && p.Label == 0 {
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
		bearer := bearerOf(p, before, next)
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

// bearerOf is what a caption belongs to: what its label names, else the figure above
// it, or the table below it, or the other way round.
func bearerOf(p *Paragraph, before, next Piece) content.Block {
	label := strings.ToLower(FirstWords(p.Line.Plain()))
	table := strings.Contains(label, "جدول") || strings.Contains(label, "table") || strings.Contains(label, "טבלה")
	for _, wanted := range [][2]bool{{!table, true}, {table, false}, {!table, false}, {table, true}} {
		// wanted is whether a figure is, and whether above
		piece := next
		if wanted[1] {
			piece = before
		}
		if b := uncaptioned(piece, wanted[0]); b != nil {
			return b
		}
	}
	for _, piece := range []Piece{before, next} {
		for _, figure := range []bool{true, false} {
			if b := uncaptioned(piece, figure); b != nil {
				return b
			}
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
