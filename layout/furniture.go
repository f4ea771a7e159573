package layout

import (
	"math"
	"slices"
	"sort"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Where the furniture stands, in parts of the margin it stands in.
const (
	folioPart = 0.55 // of the bottom margin, to the folio's baseline
)

// pageHead is the title that may stand over a page, of the chapter whose text
// the page holds.
type pageHead struct {
	text    string
	tongue  content.Tongue
	chapter *content.Chapter // nil: of the contents, or of the whole book
	logo    bool             // at the other end
}

// furnish gives the pages their running heads and folios: artifacts all, and
// last on the page. The theme says whose title stands over even pages and over
// odd ones; pages that open a chapter and blank ones have no head, and blank
// ones, the title page, dedications and part titles no folio.
func (l *layout) furnish() {
	l.book.Warnings = l.warnings()
	l.book.Advice = sorted(append(told(l.setters, func(s *blocks.Setter) []content.Problem { return s.Advice }), l.smaller...))
	s := l.setters[0]
	heads := make(map[pageHead]*paragraph.Line)
	marks := l.marksOf()
	l.headUp = l.headRaised()
	for i, p := range l.book.Pages {
		if len(p.Items) == 0 || i < l.bare || l.alone[i] {
			continue
		}
		if p.Folio != "" {
			l.folio(s, p, l.openers[i])
		}
		head := l.headOf(i, p, marks)
		if head.text == "" && !head.logo || l.openers[i] {
			continue
		}
		if head.logo {
			l.headLogo(p)
		}
		line, known := heads[head]
		if !known {
			line = headLine(s, head)
			heads[head] = line
		}
		l.head(p, line)
	}
	l.lineNumbers()
	l.watermark()
}

// head puts the running head over its page: at the outer edge, unless the
// theme has it elsewhere or the folio there.
func (l *layout) head(p *display.Page, line *paragraph.Line) {
	if line == nil {
		return
	}
	st := &l.Style
	x, y := st.Left(p.Odd()), st.HeadY()-l.headUp
	free := st.Measure() - line.Width
	switch place := l.headPlace(); {
	case place == design.HeadCenter:
		x += free / 2
	case atRight(p, place, st.LTR):
		x += free
	}
	if touched(p, line, x, y) {
		return
	}
	p.Items = append(p.Items, &display.Text{X: x, Y: y, Line: line, Part: display.RunningHead})
	if st.HeadRule.On {
		p.Items = append(p.Items, &display.Rule{Rect: display.Rect{X: st.Left(p.Odd()), Y: y + st.Head*headRuleDrop, W: st.Measure(), H: vlist.Hairline}, Color: st.HeadRule.Color})
	}
}

// ruleClear is the least white below the rule of a running head, in leadings; leastHead how
// far from the edge of the page a head is at least, in its sizes.
const (
	ruleClear = 0.35
	leastHead = 2.5
)

// headRaised is by how much running heads stand higher than their theme says, on all pages
// alike, so that no title at the head of one touches their rule, its marks counted.
func (l *layout) headRaised() (up float64) {
	st := &l.Style
	if !st.HeadRule.On {
		return 0
	}
	rule := st.HeadY() + st.Head*headRuleDrop + ruleClear*st.Leading
	for i, p := range l.book.Pages {
		if i < l.bare || l.alone[i] || l.openers[i] {
			continue
		}
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok && t.Turn == display.Upright {
				up = max(up, rule-(t.Y-t.Line.Height))
			}
		}
	}
	return max(0, min(up, st.HeadY()-leastHead*st.Head))
}

// headPlace is where running heads stand: beside a folio at the outer edge they are at the
// inner one.
func (l *layout) headPlace() design.HeadPlace {
	if l.Style.HeadPlace == design.HeadOuter && l.Style.FolioPlace == design.TopOuter {
		return design.HeadInner
	}
	return l.Style.HeadPlace
}

// atRight tells whether a place is at the right of a page.
func atRight(p *display.Page, place design.HeadPlace, ltr bool) bool {
	outerRight := p.Odd() == ltr
	return outerRight == (place == design.HeadOuter)
}

// Measures of the logo over a page.
const (
	headLogoHeight = 1.5  // in sizes of the running head
	headLogoWidth  = 0.25 // of the measure, at most
)

// headLogo puts the publisher's logo across from the running head, or at the outer edge
// from one in the middle: an artifact.
func (l *layout) headLogo(p *display.Page) {
	st := &l.Style
	logo := l.Ready[l.Doc.Meta.Logo]
	if logo == nil {
		return
	}
	w := min(headLogoHeight*st.Head/logo.Ratio(), headLogoWidth*st.Measure())
	at := display.Rect{X: st.Left(p.Odd()), W: w, H: w * logo.Ratio()}
	at.Y = st.HeadY() - l.headUp - st.Head*headMiddle - at.H/2
	place := l.headPlace()
	if right := atRight(p, place, st.LTR); place == design.HeadCenter && p.Odd() == st.LTR || place != design.HeadCenter && !right {
		at.X += st.Measure() - w
	}
	p.Items = append(p.Items, &display.Image{Rect: at, Asset: l.Doc.Meta.Logo})
}

// headMiddle is how far the middle of letters is above their baseline, in sizes.
const headMiddle = 0.3

// touched tells whether the ink of a page's text reaches that of a running head at a
// place: a page of a few centimetres has no room for one over large type.
func touched(p *display.Page, head *paragraph.Line, x, y float64) bool {
	for _, it := range p.Items {
		t, ok := it.(*display.Text)
		if !ok || t.Turn != display.Upright || t.Y-t.Line.Height >= y+head.Depth {
			continue
		}
		for _, piece := range t.Line.Pieces {
			if left := t.X + float64(piece.X); left < x+head.Width && left+float64(piece.Width) > x {
				return true
			}
		}
	}
	return false
}

// headRuleDrop is how far below a running head's baseline its rule lies, in
// type sizes: clear of the descenders.
const headRuleDrop = 0.62

// headLine sets a running head on one line, cut at a word where it is longer
// than the measure. The line begins at the left end of its own width.
func headLine(s *blocks.Setter, head pageHead) *paragraph.Line {
	text, said := head.text, content.Attr{Lang: head.tongue.Lang, Dir: head.tongue.Dir}
	if dir := direct.Against(text, said.Dir); dir != locale.Auto {
		said.Dir = dir
	}
	col := s.Body().Attributed(&said)
	col.Size, col.Indent, col.Align, col.Flush = s.Style.Head, 0, paragraph.Start, true
	words := strings.Fields(text)
	set := func(n int) paragraph.Setting {
		part := strings.Join(words[:n], " ")
		if n < len(words) {
			part += "\u00A0…"
		}
		s.Spell.Begin()
		s.Spell.Add(part, lines.Look{Size: col.Size, Lang: col.Lang, Color: s.Style.HeadColor}, content.Pos{})
		return s.Set(col)
	}
	if most := int(col.Width / (col.Size * leastWord)); len(words) > most {
		words = words[:most+1] // the last of them is never set
	}
	// The more words, the longer: the most that fit are found by halving.
	fewer := sort.Search(len(words), func(fewer int) bool { return len(set(len(words)-fewer).Lines) == 1 })
	line := set(max(len(words)-fewer, min(1, len(words))))
	if len(line.Lines) == 0 {
		return nil
	}
	return atLeft(&line.Lines[0])
}

// leastWord is how wide a word and its space are at least, in type sizes.
const leastWord = 0.2

// atLeft is a line shifted so that its ink begins at x 0.
func atLeft(line *paragraph.Line) *paragraph.Line {
	least := float32(0)
	for i, p := range line.Pieces {
		if i == 0 || p.X < least {
			least = p.X
		}
	}
	shifted := *line
	shifted.Pieces = slices.Clone(line.Pieces)
	for i := range shifted.Pieces {
		shifted.Pieces[i].X -= least
	}
	return &shifted
}

// folio puts the page number where the theme has it. A page that opens a
// chapter has nothing at its head, so there it goes to the foot.
func (l *layout) folio(s *blocks.Setter, p *display.Page, opener bool) {
	st := &l.Style
	if st.FolioPlace == design.NoFolio {
		return
	}
	col := s.Body()
	col.Size, col.Align, col.Indent, col.Color = st.Folio, paragraph.Center, 0, st.FolioColor
	bottom := st.Top + st.Height()
	y := bottom + (st.Trim.H-bottom)*folioPart
	top := st.FolioPlace == design.TopOuter && !opener
	if top {
		y = st.HeadY()
	}
	if top || st.FolioPlace == design.FootOuter {
		col.Align, col.LTR = paragraph.Start, p.Odd() != st.LTR // the outer edge
	}
	s.Spell.Begin()
	s.Spell.Add(p.Folio, col.Look(), content.Pos{})
	set := s.Set(col)
	if len(set.Lines) == 0 {
		return
	}
	part := display.FootFolio
	if top {
		part = display.HeadFolio
	}
	x, line := st.Left(p.Odd()), &set.Lines[0]
	if !top {
		y = min(below(p, line, x, y), max(y, st.Trim.H-line.Depth))
	}
	p.Items = append(p.Items, &display.Text{X: x, Y: y, Line: line, Part: part})
}

// below is where a folio stands at y or, on a page of a few centimetres, as far below as
// the ink of large type reaches into it.
func below(p *display.Page, folio *paragraph.Line, x, y float64) float64 {
	from, to := inkOf(folio, x)
	for _, it := range p.Items {
		if t, ok := it.(*display.Text); ok && t.Turn == display.Upright && t.Y < y && t.Y+t.Line.Depth+folio.Height > y {
			if left, right := inkOf(t.Line, t.X); left < to && right > from {
				y = max(y, t.Y+t.Line.Depth+folio.Height)
			}
		}
	}
	return y
}

// inkOf is from where to where the pieces of a line reach that begins at x.
func inkOf(line *paragraph.Line, x float64) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, piece := range line.Pieces {
		left, right = min(left, x+float64(piece.X)), max(right, x+float64(piece.X+piece.Width))
	}
	return left, right
}
