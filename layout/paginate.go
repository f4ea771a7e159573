package layout

import (
	"math"

	"warraq/content"
	"warraq/layout/display"
)

// paginate makes the pages of the whole book from its rows: front matter,
// then every chapter on a fresh page.
func (l *layout) paginate() {
	l.round = round{
		book:   &display.Book{Spots: make(map[content.ID]display.Spot), Style: l.style, Pictures: l.ready},
		placed: make(map[content.ID]bool), openers: make(map[int]bool), alone: make(map[int]bool),
		called: l.called[:0], heads: l.heads[:0], mainFrom: -1,
	}
	l.frontMatter()
	for i := range l.sections {
		l.sectionPages(i)
	}
	if len(l.book.Pages) == 0 {
		l.newPage(pageHead{}) // there is no file without a page
	}
}

// chapterPages makes the pages of one chapter.
func (l *layout) chapterPages(rows []row, head pageHead) {
	if len(rows) == 0 {
		return
	}
	g := l.galley(rows)
	for _, p := range l.pagesOf(g) {
		l.compose(g, p, head)
		for i := p.row; i < p.rowEnd; i++ {
			for k := range rows[i].plates {
				l.composePlate(g, &rows[i].plates[k], head)
			}
		}
	}
}

// toOdd leaves a blank page where the next one would be even.
func (l *layout) toOdd() {
	if len(l.book.Pages)%2 == 1 {
		l.blanks++
		l.newPage(pageHead{})
	}
}

func (l *layout) newPage(head pageHead) *display.Page {
	n := len(l.book.Pages) + 1
	p := &display.Page{Number: n, Folio: l.folioAt(n)}
	l.book.Pages = append(l.book.Pages, p)
	l.heads = append(l.heads, head)
	return p
}

// tolerance forgives sums of lengths their rounding, in points.
const tolerance = 0.01

// topOf is where a row begins: behind its space, on the grid if it asks so.
// The first row of a page has no space above it, but what stands there again.
func (m *manuscript) topOf(r *row, first bool, y float64) float64 {
	if first {
		return heightOf(r.again)
	}
	y += r.space
	if r.snap {
		y = ceilTo(y, m.style.Leading)
	}
	return y
}

// ceilTo rounds y up to a multiple of step, forgiving rounding.
func ceilTo(y, step float64) float64 {
	return math.Ceil((y-tolerance)/step) * step
}

func heightOf(rows []row) float64 {
	h := 0.0
	for i := range rows {
		h += rows[i].height
		if i > 0 {
			h += rows[i].space
		}
	}
	return h
}
