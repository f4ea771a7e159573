package layout

import (
	"fmt"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/layout/display"
	"warraq/layout/galley"
	"warraq/layout/vlist"
)

// paginate makes the pages of the whole book from its rows: front matter,
// then every chapter on a fresh page.
func (l *layout) paginate() {
	l.round = round{
		book:   &display.Book{Spots: make(map[content.ID]display.Spot), Style: l.Style, Pictures: l.Ready},
		placed: make(map[content.ID]bool), openers: make(map[int]bool), alone: make(map[int]bool),
		called: l.called[:0], heads: l.heads[:0], mainFrom: -1,
	}
	l.frontMatter()
	for i := range l.sections {
		if l.sectionPages(i); l.tooMany() {
			return
		}
	}
	if len(l.book.Pages) == 0 {
		l.newPage(pageHead{}) // there is no file without a page
	}
}

// tooMany tells whether there are more pages than there may be.
func (l *layout) tooMany() bool { return l.mostPages > 0 && int64(len(l.book.Pages)) > l.mostPages }

// tooManyPages tells of the first block that begins on a page that is too many, or else
// of the last, which goes on there.
func (l *layout) tooManyPages() content.Problem {
	p := content.Problem{What: fmt.Sprintf("the book has more than %d pages", l.mostPages), Hint: bounds.Hint("divide it", "pages")}
	first := content.ID(0)
	for id, spot := range l.book.Spots {
		if int64(spot.Page) >= l.mostPages && (first == 0 || id < first) {
			first = id
		}
	}
	content.Walk(l.Doc, func(_ any, place *content.Place) {
		_, stands := l.book.Spots[place.ID]
		if stands && (first == 0 || place.ID <= first) && place.Pos != (content.Pos{}) {
			p.Pos = place.Pos // of the last that is written before it, if the book made it itself
		}
	})
	return p
}

// chapterPages makes the pages of one chapter.
func (l *layout) chapterPages(rows []vlist.Row, head pageHead) {
	if len(rows) == 0 {
		return
	}
	g := l.galley(rows)
	var spreads []*vlist.Plate
	for _, p := range l.pagesOf(g) {
		l.compose(g, p, head)
		for i := p.Row; i < p.RowEnd; i++ {
			for k := range g.Rows[i].Plates {
				if plate := &g.Rows[i].Plates[k]; plate.Spread {
					spreads = append(spreads, plate)
				} else {
					l.composePlate(g, plate, head)
				}
			}
		}
		spreads = l.composeSpreads(g, spreads, int(p.RowEnd) == len(g.Rows), head)
	}
}

// galley puts rows and the notes that they call on a galley.
func (l *layout) galley(rows []vlist.Row) *galley.Galley {
	st := &l.Style
	return galley.New(galley.Frame{Height: st.Height(), Leading: st.Leading, NoteGap: st.NoteGap}, rows, func(n *content.Note) ([]vlist.Row, bool) {
		set := l.notes[n.ID]
		if set == nil || l.placed[n.ID] {
			return nil, false
		}
		return set.rows, true
	})
}

// pagesOf gives the pages of the next galley of this round.
func (l *layout) pagesOf(g *galley.Galley) []galley.Portion {
	l.run++
	if l.run > len(l.chosen) {
		l.chosen = append(l.chosen, galley.Chosen{})
	}
	return l.chosen[l.run-1].Pages(g, len(l.book.Pages)%2 == 0, l.memory)
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
