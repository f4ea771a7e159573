package spell

import (
	"cmp"
	"slices"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// speller turns lines into shows; it keeps scratch space for one goroutine.
type speller struct {
	*encoder
	places  []int
	numbers []int32         // of the line's pieces: which word each is
	links   []*display.Link // on the line
	pens    []pen           // of the line's pieces; empty where one run is the whole line
	shows   []Show
	// vowels and letters are the spaces of the show before words that begin
	// with a mark and with a letter.
	vowels, letters []int

	kept kept
}

// kept is what a typeset page is made of.
type kept struct {
	lines tray[[]Show]
	shows tray[Show]
	codes tray[fonts.Code]
	gaps  tray[Gap]
	cuts  tray[Cut]
}

// pen is a place on a line: x and the advances from there, in font units. They
// are those of all that stands between, from where a stretch of one style
// begins, as if it were one string, and are taken one by one: readers add them up in
// floating point, and where a letter lies just on the border between two places
// to which they round, another sum moves its ink.
type pen struct {
	x     float64
	steps []uint16
}

// page spells the lines of a page.
func (s *speller) page(i int) {
	var before *display.Text
	items, numbers := s.book.Pages[i].Items, s.numbered[i]
	lines := s.kept.lines.open(len(items))
	for k, it := range items {
		t, ok := it.(*display.Text)
		if !ok {
			continue
		}
		s.links = display.LinksBehind(items[k+1:])
		beside := before != nil && sameLine(before, t)
		if beside && s.ways&Unjoined == 0 {
			s.part(before, lines[len(lines)-1])
		}
		s.numbers, numbers = numbers[:len(t.Line.Pieces)], numbers[len(t.Line.Pieces):]
		s.line(t)
		if s.ways&Unended == 0 && s.endsOpen(i, k, t) {
			s.shows[len(s.shows)-1].add(Gap{Units: guardUnits})
		}
		lines = append(lines, s.kept.shows.close(s.shows))
		before = t
	}
	s.Pages[i] = s.kept.lines.close(lines)
}

// part ends a text beside which the next one stands, cells of a table or a list's
// mark: pdf.js goes by no gap towards the left. It is a space behind the text;
// and poppler, which takes spaces at the left of a number for a part of it, is
// given a mark before that where the paragraph runs from right to left.
func (s *speller) part(t *display.Text, shows []Show) {
	if len(shows) == 0 {
		return
	}
	last := &shows[len(shows)-1]
	if last.RTL {
		last.guard()
		return
	}
	last.add(Gap{Kind: jointLTR, Units: guardUnits})
	if t.Line.Pieces[0].Level == 0 || s.ways&Unguarded != 0 {
		return
	}
	first := 0
	for i := range shows {
		if s.left(&shows[i]) < s.left(&shows[first]) {
			first = i
		}
	}
	if !shows[first].RTL {
		shows[first].prefix(Gap{Kind: markRTL})
	}
}

// guard puts a space before a right-to-left show, at its left, where there is
// none. It has a width: pdf.js takes one without for a line.
func (s *Show) guard() {
	if len(s.Gaps) > 0 && s.Codes[0] == 0 && s.Gaps[0].Kind == jointRTL {
		return
	}
	s.prefix(Gap{Kind: jointRTL, Units: guardUnits})
	s.Back += guardUnits
}

// left is where a show begins, in points.
func (s *speller) left(o *Show) float64 {
	units := -o.Back
	for _, step := range o.Steps {
		units += int(step)
	}
	return o.X + float64(units)*o.Size/float64(s.Fonts[o.Font].Face.UnitsPerEm)
}

// line spells a line. One run of one style is drawn from left to right, which
// is what all readers put in order best. Where runs of both directions, or of
// several styles, stand on a line, each run is drawn so, and the runs one
// after the other in the order in which they are read: pdf.js and MuPDF keep
// the order of what is drawn, poppler and PDFium go by its place.
func (s *speller) line(t *display.Text) {
	s.shows = s.kept.shows.open(1)
	pieces := t.Line.Pieces
	s.pens = s.pens[:0]
	for i := 0; i < len(pieces); {
		j := s.runEnd(t, i)
		if i == 0 && j < len(pieces) {
			s.measure(t)
		}
		if pieces[i].Style.Object == nil || pieces[i].Word == nil {
			s.run(t, i, j)
		}
		i = j
	}
}

// measure finds where the words of a line stand.
func (s *speller) measure(t *display.Text) {
	pieces := t.Line.Pieces
	s.sortByX(pieces, 0, len(pieces))
	s.pens = append(s.pens, make([]pen, len(pieces))...)
	before := -1
	var at pen
	step := func(units uint16) {
		if units > 0 {
			at.steps = append(at.steps, units)
		}
	}
	for _, i := range s.places {
		p := &pieces[i]
		switch {
		case p.Word == nil:
			if before < 0 || pieces[before].Style.Size != p.Style.Size || pieces[before].Style.Rise != p.Style.Rise {
				before = -1 // it is no code of theirs
				continue
			}
			step(spaceUnits(s.Fonts[s.spelling(before).font].Face, p))
		case p.Style.Object != nil:
			before = -1
		default:
			if before < 0 || !s.alike(pieces, before, i) {
				at = pen{x: t.X + float64(p.X)}
			}
			s.pens[i], before = pen{at.x, slices.Clip(at.steps)}, i
			w := s.spelling(i)
			for _, c := range w.codes {
				step(s.Fonts[w.font].Sorts[c-1].Advance)
			}
		}
	}
}

// runEnd is where the run ends that begins with piece i: pieces of one
// direction that follow each other on the page as in the text, and from right to
// left of one style and one element too, a link or an abbreviation. Cut from a
// run, as marked content is, its words would be taken by pdf.js for a string of
// their own that follows what stands at their left.
func (s *speller) runEnd(t *display.Text, i int) int {
	pieces := t.Line.Pieces
	object := func(p *paragraph.Piece) bool { return p.Word != nil && p.Style.Object != nil }
	if object(&pieces[i]) {
		return i + 1
	}
	if s.ways&Unordered != 0 {
		return len(pieces)
	}
	rtl := pieces[i].Level&1 == 1
	first := -1
	for j := i; j < len(pieces); j++ {
		p := &pieces[j]
		if object(p) || (p.Level&1 == 1) != rtl || j > i && !follows(pieces, j) {
			return j
		}
		if p.Word == nil {
			continue
		}
		if first < 0 {
			first = j
		}
		if rtl && (!s.alike(pieces, first, j) || !s.sameTag(&pieces[first], p)) {
			return j
		}
	}
	return len(pieces)
}

// follows tells whether piece j stands on the page beside piece j-1, which runs
// the same way. Pieces of levels 0 and 2, or 1 and 3, need not (UAX #9 L2): what
// lies between the levels may stand between them.
func follows(pieces []paragraph.Piece, j int) bool {
	a, b := &pieces[j-1], &pieces[j]
	if a.Level&1 == 1 {
		a, b = b, a
	}
	if a.Level == b.Level { // isolates that touch may stand the other way round
		return a.X <= b.X
	}
	return a.X <= b.X && !slices.ContainsFunc(pieces, func(p paragraph.Piece) bool { return a.X < p.X && p.X < b.X })
}

// alike tells whether the words of two pieces can be drawn in one show.
func (s *speller) alike(pieces []paragraph.Piece, i, j int) bool {
	a, b := pieces[i].Style, pieces[j].Style
	return s.spelling(i).font == s.spelling(j).font && (a == b || a.Size == b.Size && a.Color == b.Color && a.Rise == b.Rise)
}

// spelling is the word of piece i of the line, as codes.
func (s *speller) spelling(i int) *spelled { return &s.spelt[s.numbers[i]] }

// run spells the pieces from…to-1 of a line, from left to right.
func (s *speller) run(t *display.Text, from, to int) {
	pieces := t.Line.Pieces
	rtl := pieces[from].Level&1 == 1
	s.sortByX(pieces, from, to)
	leftmost, rightmost := s.neighbours(pieces, from, to)
	r := run{speller: s, text: t, rtl: rtl}
	for n, i := range s.places {
		p := &pieces[i]
		if p.Word == nil {
			joint := rtl && (n == 0 && leftmost || n == len(s.places)-1 && rightmost)
			r.space(p, joint)
			continue
		}
		if p.Style.Object != nil { // drawn as an item of its own; only where runs are not ordered
			r.settle()
			r.now, r.wait = nil, nil
			continue
		}
		r.word(p, i)
	}
	r.close(rightmost)
}

// neighbours tells whether anything is drawn on the line at the left and at
// the right of a run.
func (s *speller) neighbours(pieces []paragraph.Piece, from, to int) (left, right bool) {
	if from == 0 && to == len(pieces) {
		return false, false
	}
	x := pieces[s.places[0]].X
	for i := range pieces {
		if i >= from && i < to {
			continue
		}
		if pieces[i].X < x {
			left = true
		} else {
			right = true
		}
	}
	return left, right
}

// sortByX puts the indices of the pieces from…to-1 in visual order. Arabic
// alone is the reverse of its logical order.
func (s *speller) sortByX(pieces []paragraph.Piece, from, to int) {
	s.places = s.places[:0]
	reversed := true
	for i := from; i < to; i++ {
		s.places = append(s.places, i)
		reversed = reversed && (i == from || pieces[i].X <= pieces[i-1].X)
	}
	if reversed {
		slices.Reverse(s.places)
		return
	}
	slices.SortStableFunc(s.places, func(a, b int) int { // what has no width stands before what has
		return cmp.Or(cmp.Compare(pieces[a].X, pieces[b].X), cmp.Compare(pieces[a].Width, pieces[b].Width))
	})
}
