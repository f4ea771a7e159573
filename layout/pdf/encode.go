package pdf

import (
	"math"
	"slices"

	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/paragraph"
)

// show is one string of codes in one font and size, drawn from left to right.
type show struct {
	font  int // index in typeset.fonts
	size  float64
	x, y  float64 // points from the page's top left corner
	gray  float64
	codes []fonts.Code
}

// typeset is the book's text as codes.
type typeset struct {
	fonts []*fonts.Encoding // in the order of their first use
	shows map[*layout.Text][]show
}

// encoder gives codes to words and spaces in the order of the pages.
type encoder struct {
	typeset
	open  map[*fonts.Face]int // the font of each face that has room
	words map[*paragraph.Word]spelled
	space map[spaceKey]fonts.Code
	order []int
	codes []fonts.Code // of all shows, end to end
}

// spelled is a word as codes of one font.
type spelled struct {
	font  int
	codes []fonts.Code
}

type spaceKey struct {
	font  int
	units uint16
}

// encode gives every line of the book its codes. A word keeps its codes
// wherever it stands, so the work is done once a distinct word.
func encode(book *layout.Book) *typeset {
	e := &encoder{typeset: typeset{shows: make(map[*layout.Text][]show, 32*len(book.Pages))},
		open: make(map[*fonts.Face]int), words: make(map[*paragraph.Word]spelled), space: make(map[spaceKey]fonts.Code)}
	for _, page := range book.Pages {
		for _, it := range page.Items {
			if t, ok := it.(*layout.Text); ok {
				e.shows[t] = e.line(t)
			}
		}
	}
	return &e.typeset
}

// line spells a line from left to right, a show for each stretch of one font
// and size. Spaces are codes too, as wide as justification made them.
func (e *encoder) line(t *layout.Text) []show {
	pieces := t.Line.Pieces
	e.sortByX(pieces)
	shows := make([]show, 0, 2)
	var now *show
	from := len(e.codes)
	flush := func() {
		if now != nil && len(e.codes) > from {
			now.codes = e.codes[from:len(e.codes):len(e.codes)]
			shows = append(shows, *now)
		}
		now, from = nil, len(e.codes)
	}
	for _, i := range e.order {
		p := &pieces[i]
		st := p.Style
		if p.Word == nil {
			if now != nil && now.size == st.Size && now.y == t.Y-st.Rise {
				e.codes = append(e.codes, e.spaceCode(now.font, p))
			}
			continue
		}
		word := e.word(p.Word)
		if now != nil && (now.font != word.font || now.size != st.Size || now.gray != st.Gray || now.y != t.Y-st.Rise) {
			flush()
		}
		if now == nil {
			now = &show{font: word.font, size: st.Size, x: t.X + float64(p.X), y: t.Y - st.Rise, gray: st.Gray}
		}
		e.codes = append(e.codes, word.codes...)
	}
	flush()
	return shows
}

// sortByX puts the pieces' indices in visual order. A line of Arabic alone is
// the reverse of its logical order.
func (e *encoder) sortByX(pieces []paragraph.Piece) {
	e.order = e.order[:0]
	reversed := true
	for i := range pieces {
		e.order = append(e.order, i)
		reversed = reversed && (i == 0 || pieces[i].X <= pieces[i-1].X)
	}
	if reversed {
		slices.Reverse(e.order)
		return
	}
	slices.SortStableFunc(e.order, func(a, b int) int {
		switch x, y := pieces[a].X, pieces[b].X; {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
}

// word gives a word's codes, in a font of its face that has room for all.
func (e *encoder) word(w *paragraph.Word) spelled {
	if s, ok := e.words[w]; ok {
		return s
	}
	sorts := sortsOf(w)
	s := spelled{font: e.font(w.Face, len(sorts)), codes: make([]fonts.Code, len(sorts))}
	for i := range sorts {
		s.codes[i] = e.fonts[s.font].Code(sorts[i])
	}
	e.words[w] = s
	return s
}

// font gives the open font of a face, a new one when n more sorts may not fit.
func (e *encoder) font(face *fonts.Face, n int) int {
	if i, ok := e.open[face]; ok && e.fonts[i].Room(n) {
		return i
	}
	e.fonts = append(e.fonts, fonts.NewEncoding(face))
	e.open[face] = len(e.fonts) - 1
	return e.open[face]
}

// spaceCode gives the code of a space of a piece's width in a font. Spaces may
// go beyond the room that words keep to: there are few widths of them.
func (e *encoder) spaceCode(font int, p *paragraph.Piece) fonts.Code {
	enc := e.fonts[font]
	units := math.Round(float64(p.Width) / p.Style.Size * float64(enc.Face.UnitsPerEm))
	key := spaceKey{font, uint16(min(max(units, 0), math.MaxUint16))}
	if c, ok := e.space[key]; ok {
		return c
	}
	c := enc.Code(fonts.Sort{Advance: key.units, Text: " "})
	e.space[key] = c
	return c
}
