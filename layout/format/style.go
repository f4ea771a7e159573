// Package format makes of a theme, a page and a language the format of a book: its
// margins, its leading, the sizes and colours of its type, all in points.
package format

import (
	"math"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
)

// Style is the design of a book in points: page, type area and sizes. Make it
// with [Of]. All vertical measures of running text are whole leadings, so
// that the lines of both sides of a leaf lie on each other.
type Style struct {
	Trim  setup.Size // the page
	LTR   bool       // binding at the left; the zero value is at the right
	Inner float64    // margin at the spine
	Outer float64
	Top   float64 // above the first line's leading
	Foot  float64 // below the last line's, at least
	Rows  int     // lines of text a full page holds

	Leading float64 // baseline to baseline of running text
	Body    float64 // type size of running text
	Indent  float64 // of a paragraph's first line
	Inset   float64 // of lists and quotations, a level

	Title               float64 // type size of the title page's
	Quote, QuoteLeading float64
	Small, SmallLeading float64 // tables, boxes' lists, captions
	Note, NoteLeading   float64 // footnotes
	NoteGap             float64 // between text and footnotes, at least
	Head                float64 // type size of running heads

	Design
}

// a5 is the page of a book that asks for no other.
var a5 = setup.Size{W: 148 * mm, H: 210 * mm}

const mm = 72 / 25.4

// Of designs a book after its theme, with margins mirrored about the
// spine.
func Of(doc *content.Document) Style {
	trim := doc.Setup.Page
	if trim.W <= 0 || trim.H <= 0 {
		trim = a5
	}
	t := doc.Setup.Design()
	d := designer{theme: t, em: bodySize(t.Body.Size, trim)}
	d.line = d.leading(t.Body.Leading)
	s := Style{
		Trim: trim, LTR: doc.Meta.Dir == locale.LTR,
		Leading: d.line, Body: d.em, Inset: d.line,
		Title: d.size(t.TitlePage.Size),
		Quote: d.size(t.Quote.Size), QuoteLeading: d.line,
		Small: d.size(t.Small.Size), SmallLeading: d.leading(t.Small.Leading),
		Note: d.size(t.Notes.Size), NoteLeading: d.leading(t.Notes.Leading), NoteGap: d.of(t.Notes.Gap, d.line),
		Head: d.size(t.Heads.Size),
	}
	s.margins(d)
	s.Indent = d.of(t.Body.Indent, s.Measure())
	s.Design = d.designOf(s.Measure())
	s.fillRows()
	return s
}

// fillRows counts the rows that the page holds at the style's leading.
func (s *Style) fillRows() {
	room := s.Trim.H - s.Top - s.Foot
	s.Rows = max(3, int(math.Floor(room/s.Leading+1e-9)))
}

// Grow gives the style a wider leading: vocalised text needs the room, and
// the whole book keeps one grid.
func (s *Style) Grow(leading float64) {
	s.Leading = math.Ceil(leading*2) / 2
	s.QuoteLeading = s.Leading
	s.fillRows()
}

// lineShare is the part of a face's own line, from ascender to descender, that
// a leading has at least: a sloping hand stands in lines of two and a half ems,
// and where its words meet is chance.
const lineShare = 0.8

// Suit widens the leadings to what the face asks for.
func (s *Style) Suit(face *fonts.Face) {
	line := lineShare * float64(face.Ascent-face.Descent) / float64(face.UnitsPerEm)
	half := func(leading float64) float64 { return min(math.Ceil(leading*2)/2, 3*s.Body) }
	if least := half(line * s.Body); least > s.Leading {
		s.Grow(least)
	}
	s.SmallLeading = max(s.SmallLeading, half(line*s.Small))
	s.NoteLeading = max(s.NoteLeading, half(line*s.Note))
}

// Measure is the width of the type area.
func (s *Style) Measure() float64 { return s.Trim.W - s.Inner - s.Outer }

// Height is that of the type area.
func (s *Style) Height() float64 { return float64(s.Rows) * s.Leading }

// Left is the left edge of the type area. An odd page is the left-hand one of
// a spread bound at the right, so its spine is at its right.
func (s *Style) Left(odd bool) float64 {
	if odd == s.LTR {
		return s.Inner
	}
	return s.Outer
}

// Baseline is how far below the top of its row a line of text sits.
func Baseline(leading float64) float64 { return leading * BaselinePart }

// BaselinePart leaves the room above the baseline that Arabic asks for:
// ascenders with two levels of marks stand higher than descenders hang.
const BaselinePart = 0.7

// Section is the look of a heading of a level. What lies below the third is as
// large as the text, and light where the third is bold.
func (s *Style) Section(level int) TitleLook {
	if level <= 2 {
		return s.Sections[0]
	}
	look := s.Sections[1]
	if level > 3 {
		look.Size, look.Bold = min(look.Size, s.Body), !look.Bold
	}
	return look
}

// headPart is where the baseline of the running head stands, in parts of the top margin.
const headPart = 0.62

// HeadY is the baseline of running heads.
func (s *Style) HeadY() float64 { return max(s.Top*headPart, s.Head*1.1) }
