package layout

import (
	"fmt"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/galley"
	"warraq/layout/vlist"
)

// Short is a page that ends more than a line above its foot.
type Short struct {
	Page   int
	Lines  float64
	Reason string // empty if there is none
}

// ShortPages finds the pages of a book that end more than a line above their
// foot, without those that end a chapter, and tells why each does.
func ShortPages(doc *content.Document, set *fonts.Set) []Short {
	l := newLayout(doc, set, Options{})
	l.flow()
	l.fitLeading()
	l.settle()
	first := make([]int, len(l.sections))
	for i := range l.sections {
		first[i] = l.book.Spots[l.sections[i].chapter.ID].Page + 1
	}
	clear(l.placed)
	var found []Short
	for i := range l.sections {
		g := l.galley(l.rows(&l.sections[i]))
		sheets := g.Pages(first[i]%2 == 1)
		for k, s := range sheets[:max(0, len(sheets)-1)] {
			if lines := shortOf(g, s); lines > 1.001 {
				found = append(found, Short{first[i] + k, lines, reason(g, sheets, k, lines)})
			}
		}
	}
	return found
}

// shortOf is how many lines a page ends above its foot.
func shortOf(g *galley.Galley, s galley.Portion) float64 {
	fit := g.Stretch(s)
	return (g.RoomOn(s) - fit.Down[s.RowEnd-s.Row]) / g.Leading
}

// reason tells why a page ends so many lines above its foot: what follows is
// kept whole and has no room, or its notes have none, or a page near it would
// end even higher otherwise.
func reason(g *galley.Galley, sheets []galley.Portion, k int, lines float64) string {
	s := sheets[k]
	if int(s.RowEnd) >= len(g.Rows) {
		return "the notes go on"
	}
	kept, height := s.RowEnd, 0.0
	for next := s.RowEnd; int(next) < len(g.Rows); next++ {
		r := &g.Rows[next]
		if next > s.RowEnd && r.Penalty < vlist.BadPrice {
			break
		}
		height += r.Space + r.Height
		kept = next + 1
	}
	notes := g.FootOf(s.Note, g.Due[kept]) - g.FootOf(s.Note, s.NoteEnd)
	if height+notes > lines*g.Leading+vlist.Tolerance {
		return fmt.Sprintf("%d rows of %.0f points with %.0f of notes are kept together", kept-s.RowEnd, height, notes)
	}
	for d := max(0, k-3); d <= min(k+3, len(sheets)-2); d++ {
		if d != k && shortOf(g, sheets[d]) > 0.5 {
			return fmt.Sprintf("page %+d shares it", d-k)
		}
	}
	if len(sheets)-k <= 3 {
		return "the last page is not left all but empty"
	}
	return ""
}

// OffGrid tells a page that left the grid.
func OffGrid(p *display.Page) bool { return p.Free }

// Rounds tells how many rounds the numbers of a book took to settle.
func Rounds(b *display.Book) int { return b.Rounds }

// BaselinePart is how far below the top of its row a line of text sits, in
// leadings.
const BaselinePart = format.BaselinePart
