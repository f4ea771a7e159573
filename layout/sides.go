package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// sideAir is the least white between two notes in the margin, in leadings of notes.
const sideAir = 0.5

// withoutSides is the section without the blocks that stand in the margin, which hang on
// the rows of the text that they stand beside, and without pictures that text runs beside.
func (sec *section) withoutSides() *section {
	if !slices.ContainsFunc(sec.blocks, func(b *blockRows) bool { return b.hung || vlist.Beside(b.rows) }) {
		return sec
	}
	chapter, opener := *sec.chapter, *sec.opener
	text := &section{chapter: &chapter, opener: &opener, rise: sec.rise}
	chapter.Blocks = nil
	var hang blocks.Besides
	last := text.opener
	for i, b := range sec.blocks {
		if vlist.Beside(b.rows) {
			last.rows = hang.Hang(last.rows, b.rows[0].Sides)
			continue
		}
		if b.hung {
			continue
		}
		own := *b
		text.blocks, chapter.Blocks = append(text.blocks, &own), append(chapter.Blocks, sec.chapter.Blocks[i])
		if len(own.rows) > 0 {
			last = &own
			last.rows = hang.Below(sec.chapter.Blocks[i], last.rows, 0)
		}
	}
	last.rows = hang.Rest(last.rows, 0)
	return text
}

// pageSide is a note in the margin of the page in hand.
type pageSide struct {
	*vlist.Side
	line float64 // the baseline that it stands beside, 0 where that is none
	wish float64 // where its top is to stand
	y    float64 // where it does
}

func (s *pageSide) height() float64 { return vlist.Height(s.Rows) }

// first is how far below its top its first baseline is.
func (s *pageSide) first() float64 {
	if t := vlist.FirstText(s.Rows[0].Items); t != nil {
		return t.Y
	}
	return 0
}

// beside notes that a row at y, which stands on the page in hand, has notes in the margin.
func (l *layout) beside(r *vlist.Row, y float64) {
	for i := range r.Sides {
		s := pageSide{Side: &r.Sides[i]}
		down, line := s.Baseline(r)
		if s.wish = y + down; line {
			s.line = y + down
			s.wish -= s.first()
		}
		l.sides = append(l.sides, s)
	}
}

// placeSides puts the notes in the margin of a page beside their lines: below each other,
// and above the foot of the type area. They are read right behind the text that they
// stand beside. What has no room is told.
func (l *layout) placeSides(page *display.Page) {
	if len(l.sides) == 0 {
		return
	}
	st := &l.Style
	air, foot := sideAir*st.NoteLeading, st.Top+st.Height()
	slices.SortStableFunc(l.sides, func(a, b pageSide) int { return cmp.Or(cmp.Compare(a.wish, b.wish), cmp.Compare(a.ID, b.ID)) })
	y := st.Top
	for i := range l.sides {
		s := &l.sides[i]
		s.y = max(y, s.wish)
		y = s.y + s.height() + air
	}
	for i := range slices.Backward(l.sides) {
		s := &l.sides[i]
		s.y = min(s.y, foot-s.height())
		foot = s.y - air
	}
	if over := st.Top - l.sides[0].y; over > vlist.Tolerance {
		last := l.sides[len(l.sides)-1]
		l.crowded = append(l.crowded, content.Problem{Pos: last.Pos,
			What: fmt.Sprintf("the side notes of page %d are %.0f mm higher than it", page.Number, math.Ceil(over/72*25.4)),
			Hint: "shorten them, or write some of them as footnotes"})
	}
	gap, width := l.SideRoom()
	x := st.Left(page.Odd())
	if page.Odd() == st.LTR { // the outer edge is at the right
		x += st.Measure() + gap
	} else {
		x -= gap + width
	}
	for i := range l.sides {
		l.putSide(page, &l.sides[i], x)
	}
	l.signSides(page, x, width)
	l.sides = l.sides[:0]
}

// putSide puts a note in the margin on a page, behind all that is written before it.
func (l *layout) putSide(page *display.Page, s *pageSide, x float64) {
	before := page.Items
	page.Items = nil
	l.rules = nil
	l.layRows(page, s.Rows, x, s.y)
	l.rules = nil
	behind := 0
	for i, it := range before {
		if id := display.Owner(it); id > 0 && id < s.ID {
			behind = i + 1
		}
	}
	page.Items = slices.Concat(before[:behind], page.Items, before[behind:])
}

// Measures of the signs of notes that stand elsewhere than beside their line, in sizes of
// the text.
const (
	signSize = 0.6
	signRise = 0.28 // above the baseline
	signGap  = 0.25 // from the type area, and from the note
	signFrom = 0.5  // leadings that a note stands away from its line, at least
)

// signSides puts a letter beside a line and before its notes where these do not stand
// beside it: artifacts, since a note is read right behind its line.
func (l *layout) signSides(page *display.Page, x, width float64) {
	st := &l.Style
	gap, right := signGap*st.Body, page.Odd() == st.LTR // the outer edge is at the right
	var sign *paragraph.Line
	n, last := 0, 0.0
	put := func(edge, y float64, before bool) {
		if _, w := inkOf(sign, 0); before {
			edge -= gap + w
		} else {
			edge += gap
		}
		page.Items = append(page.Items, &display.Text{X: edge, Y: y - signRise*st.Body, Line: sign, Part: display.SideSign})
	}
	for i := range l.sides {
		s := &l.sides[i]
		if s.line == 0 || math.Abs(s.y-s.wish) < signFrom*st.Leading {
			continue
		}
		if s.line != last {
			last, n = s.line, n+1
			if sign = l.mark(locale.FormatLetter(n, l.Doc.Meta.Lang), signSize); sign == nil {
				return
			}
			edge := st.Left(page.Odd())
			if right {
				edge += st.Measure()
			}
			put(edge, s.line, !right)
		}
		edge := x
		if !right {
			edge += width
		}
		put(edge, s.y+s.first(), right)
	}
}
