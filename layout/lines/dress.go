package lines

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"warraq/content"
	"warraq/content/dress"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Superior and inferior text, in parts of the size of the text around: its own
// size, how high it stands and how low. Calls of notes are superior figures, so
// that a book has one kind of them; neither reaches beyond the letters of the
// line.
const (
	scriptSize   = 0.68
	superiorRise = 0.36
	inferiorDrop = 0.14
)

// superior is the look of what stands raised beside text of another look.
func (k Look) superior() Look {
	k.rise, k.Size = k.rise+k.Size*superiorRise, k.Size*scriptSize
	return k
}

// inferior is the look of what stands lowered.
func (k Look) inferior() Look {
	k.rise, k.Size = k.rise-k.Size*inferiorDrop, k.Size*scriptSize
	return k
}

// dressed is the look of a span of a dress.
func (k Look) dressed(d dress.Dress) Look {
	k.dress |= d
	if d&dress.Superior != 0 {
		k = k.superior()
	}
	if d&dress.Inferior != 0 {
		k = k.inferior()
	}
	return k
}

// smallCapSize is that of capitals that stand for small ones, in parts of the
// size of the text: a little higher than its small letters.
const smallCapSize = 0.78

// smallCaps adds a text in small capitals: the face's own where it has any, else
// its capitals at a smaller size.
func (s *Speller) smallCaps(text string, k Look, at content.Pos) {
	if face, _ := s.book.Faces.Cover(k.Font, 'a'); face.HasSmallCaps() {
		k.caps = paragraph.SmallCaps
		s.addSpan(text, k, at)
		return
	}
	from, small := 0, false
	add := func(to int) {
		part := k
		if small {
			part.caps, part.Size = paragraph.AsCapitals, k.Size*smallCapSize
		}
		s.addSpan(text[from:to], part, at)
		from = to
	}
	for i, r := range text {
		if is := unicode.IsLower(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic); is != small && r != ' ' && !unicode.Is(unicode.Mn, r) {
			add(i)
			small = is
		}
	}
	add(len(text))
}

// leastArabicUnder is how far below the baseline the line under Arabic lies at
// least, in ems: faces made for Latin have theirs where Arabic letters still are.
const leastArabicUnder = 0.3

// How far a tint reaches above and below the baseline, in ems.
const (
	highlightAbove = 0.95
	highlightBelow = 0.5
)

// dressings are the tints behind a line and the lines under and through it, one
// for each stretch of one dress from left to right. X is the left end of the
// line's measure, y its baseline.
func (s *Setter) dressings(line *paragraph.Line, x, y float64) (items []display.Item) {
	worn := dress.Dress(0)
	for i := range line.Pieces {
		worn |= dress.Dress(line.Pieces[i].Style.Dress)
	}
	for _, d := range []dress.Dress{dress.Highlighted, dress.Underlined, dress.Struck} {
		if worn&d == 0 {
			continue
		}
		for _, run := range wearing(line, d) {
			r := s.dressing(run, d)
			r.Rect = r.At(x, y)
			items = append(items, r)
		}
	}
	return items
}

// wearing are the stretches of a line that wear a dress, from left to right, and
// the pieces of each.
func wearing(line *paragraph.Line, d dress.Dress) (runs [][]*paragraph.Piece) {
	pieces := make([]*paragraph.Piece, len(line.Pieces))
	for i := range line.Pieces {
		pieces[i] = &line.Pieces[i]
	}
	slices.SortStableFunc(pieces, func(a, b *paragraph.Piece) int { return cmp.Compare(a.X, b.X) })
	goesOn := false
	for _, p := range pieces {
		wears := dress.Dress(p.Style.Dress)&d != 0
		switch last := len(runs) - 1; {
		case wears && goesOn && (d == dress.Highlighted || runs[last][0].Style.Color == p.Style.Color):
			runs[last] = append(runs[last], p)
		case wears:
			runs = append(runs, []*paragraph.Piece{p})
		}
		goesOn = wears
	}
	return runs
}

// dressing is what is drawn for a stretch, on a line whose baseline is 0. It
// follows the text that is largest; a line under text lies below all of it.
func (s *Setter) dressing(run []*paragraph.Piece, d dress.Dress) *display.Rule {
	first, last := run[0], run[len(run)-1]
	largest := slices.MaxFunc(run, func(a, b *paragraph.Piece) int { return cmp.Compare(a.Style.Size, b.Style.Size) }).Style
	r := &display.Rule{Rect: display.Rect{X: float64(first.X), W: float64(last.X) + float64(last.Width) - float64(first.X)}, Color: first.Style.Color}
	switch d {
	case dress.Highlighted:
		r.Color = s.Style.Highlight
		r.Y, r.H = -largest.Rise-highlightAbove*largest.Size, (highlightAbove+highlightBelow)*largest.Size
	case dress.Struck:
		face := s.Faces.Face(largest.Font)
		r.Y, r.H = lineOf(largest, face, face.Through)
	case dress.Underlined:
		r.Y = math.Inf(-1)
		for _, p := range run {
			face := s.Faces.Face(p.Style.Font)
			if p.Word != nil {
				face = p.Word.Face
			}
			y, weight := lineOf(p.Style, face, face.Under)
			if p.Level&1 == 1 {
				y = max(y, leastArabicUnder*p.Style.Size-p.Style.Rise)
			}
			r.Y, r.H = max(r.Y, y), max(r.H, weight)
		}
	}
	return r
}

// lineOf is where a line under or through text of a style begins below the
// baseline, and how thick it is, in points.
func lineOf(style *paragraph.Style, face *fonts.Face, stroke fonts.Stroke) (y, weight float64) {
	unit := style.Size / float64(face.UnitsPerEm)
	return -float64(stroke.Top)*unit - style.Rise, float64(stroke.Weight) * unit
}
