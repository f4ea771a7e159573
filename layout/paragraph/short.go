package paragraph

import "slices"

// short is a part of a piece's text that is short for something.
type short struct {
	from, to  int // bytes
	expansion *string
	next      *short // further on in the text
}

// Expansion is what the piece is short for, the pointer of its [Span]; nil for
// most.
func (p *Piece) Expansion() *string {
	if p.short == nil {
		return nil
	}
	return p.short.expansion
}

// shorts finds what of the runes from…to is short for something.
func (t *text) shorts(from, to int32) *short {
	if !t.short {
		return nil
	}
	var first, last *short
	for i := from; i < to; i++ {
		long := t.expansions[t.span[i]]
		if long == nil {
			continue
		}
		start, end := int(t.offset[i]-t.offset[from]), int(t.offset[i+1]-t.offset[from])
		switch s := (&short{start, end, long, nil}); {
		case last == nil:
			first, last = s, s
		case last.expansion == long:
			last.to = end
		default:
			last.next, last = s, s
		}
	}
	return first
}

// divide makes a piece of each part of a word that is short for something, and
// of what stands beside it. Lines are set before, so that no ink moves.
func (c *Compositor) divide(line *Line) {
	if !c.text.short {
		return
	}
	var pieces []Piece
	for i := range line.Pieces {
		pieces = append(pieces, line.Pieces[i].divided()...)
	}
	line.Pieces = pieces
}

// divided gives the parts of a piece in logical order. A piece of which one
// glyph belongs to several parts stays whole, short for what its first is.
func (p *Piece) divided() []Piece {
	whole := []Piece{*p}
	if p.short == nil || p.Word == nil {
		return whole
	}
	var parts []Piece
	at, text := 0, p.Word.Text
	add := func(to int, s *short) bool {
		if to <= at {
			return true
		}
		w, ok := p.Word.cut(at, to)
		parts = append(parts, Piece{Word: w, Style: p.Style, Width: float32(w.points(w.Advance, p.Style)), Level: p.Level, short: s})
		at = to
		return ok
	}
	for s := p.short; s != nil; s = s.next {
		to := s.to
		if s.next == nil && text[to:] == softHyphen {
			to = len(text)
		}
		if !add(s.from, nil) || !add(to, &short{expansion: s.expansion}) {
			return whole
		}
	}
	if !add(len(text), nil) {
		return whole
	}
	p.spreadOut(parts)
	return parts
}

// spreadOut puts the parts of a piece in their places within it.
func (p *Piece) spreadOut(parts []Piece) {
	if p.Word.RTL {
		slices.Reverse(parts)
		defer slices.Reverse(parts)
	}
	x := float64(p.X)
	for i := range parts {
		parts[i].X = float32(x)
		x += float64(parts[i].Width)
	}
}
