package layout

import (
	"math"
	"slices"

	"warraq/content"
)

// Prices of pages, beside those of breaks (see row.go): a page short of n
// lines costs n²·shortPrice, and a note that goes on overleaf splitPrice.
const (
	shortPrice = 100
	splitPrice = 300
)

// paginate makes the pages of the whole book from its rows: front matter,
// then every chapter on a fresh page.
func (l *layout) paginate() {
	l.book = &Book{Spots: make(map[content.ID]Spot), Style: l.style, Pictures: l.ready}
	l.placed, l.called = make(map[content.ID]bool), l.called[:0]
	l.openers = make(map[int]bool)
	l.heads = l.heads[:0]
	l.frontMatter()
	for i := range l.sections {
		sec := &l.sections[i]
		if i == 0 || l.doc.Setup.Opening == content.OpenOdd {
			l.toOdd()
		}
		l.openers[len(l.book.Pages)] = true
		l.chapterPages(l.rows(sec), content.PlainText(sec.chapter.Title))
	}
	if len(l.book.Pages) == 0 {
		l.newPage("") // there is no file without a page
	}
}

// chapterPages makes the pages of one chapter.
func (l *layout) chapterPages(rows []row, head string) {
	var carried []row // notes that go on from the page before
	for len(rows) > 0 || len(carried) > 0 {
		p := l.fill(rows, carried)
		l.compose(rows[:p.rows], p.notes, head)
		rows, carried = rows[p.rows:], p.carried
	}
}

// toOdd leaves a blank page where the next one would be even.
func (l *layout) toOdd() {
	if len(l.book.Pages)%2 == 1 {
		l.newPage("")
	}
}

func (l *layout) newPage(head string) *Page {
	n := len(l.book.Pages) + 1
	p := &Page{Number: n, Folio: content.FormatInt(n, l.digits)}
	l.book.Pages = append(l.book.Pages, p)
	l.heads = append(l.heads, head)
	return p
}

// filled is what goes on one page.
type filled struct {
	rows    int   // how many rows of text
	notes   []row // at its foot
	carried []row // of notes, to the next page
}

// fill chooses where a page ends: of all the rows that fit, the break with
// the least price, where an end that leaves the page short, a widow, an
// orphan and a split note all have theirs.
func (l *layout) fill(rows, carried []row) filled {
	height := l.style.Height()
	notes := append([]row(nil), carried...)
	if len(rows) == 0 || heightOf(notes)+l.style.NoteGap+rows[0].height > height {
		return l.onlyNotes(rows, notes)
	}
	best, bestPrice := filled{}, math.Inf(1)
	y := 0.0
	var here []*content.Note // called on this page so far
	for i := range rows {
		y = l.below(&rows[i], i == 0, y)
		fresh := l.calledBy(rows[i].notes, here)
		called := l.noteRows(fresh)
		here = append(here, fresh...)
		whole := append(notes[:len(notes):len(notes)], called...)
		room := height - y - l.gap(whole)
		price := breakPrice(rows, i+1)
		switch {
		case room >= heightOf(whole)-tolerance:
			price += l.shortfall(rows, i+1, room-heightOf(whole))
			if price <= bestPrice {
				best, bestPrice = filled{rows: i + 1, notes: whole}, price
			}
			notes = whole
			continue
		case len(called) > 0 && y <= height+tolerance:
			kept := fitting(whole, room)
			if kept > len(whole)-l.lastOf(fresh) && price+splitPrice <= bestPrice {
				best, bestPrice = filled{rows: i + 1, notes: whole[:kept], carried: whole[kept:]}, price+splitPrice
			}
		}
		break
	}
	if best.rows == 0 {
		return l.oneRow(rows, notes)
	}
	return best
}

// lastOf counts the rows of the last note: a page breaks only where each note
// that is called on it begins on it.
func (l *layout) lastOf(notes []*content.Note) int {
	return len(l.notes[notes[len(notes)-1].ID].rows)
}

// oneRow is a page of one row, which is taller than the page or calls more
// notes than can begin under it.
func (l *layout) oneRow(rows, notes []row) filled {
	whole := append(notes[:len(notes):len(notes)], l.noteRows(l.calledBy(rows[0].notes, nil))...)
	kept := max(len(notes), fitting(whole, l.style.Height()-rows[0].height-l.style.NoteGap))
	return filled{rows: 1, notes: whole[:kept], carried: whole[kept:]}
}

// tolerance forgives sums of lengths their rounding, in points.
const tolerance = 0.01

// below is where a row ends that is set under y.
func (l *layout) below(r *row, first bool, y float64) float64 {
	return l.topOf(r, first, y) + r.height
}

// topOf is where a row begins: behind its space, on the grid if it asks so.
// The first row of a page has no space above it.
func (l *layout) topOf(r *row, first bool, y float64) float64 {
	if first {
		return 0
	}
	y += r.space
	if r.snap {
		y = ceilTo(y, l.style.Leading)
	}
	return y
}

// ceilTo rounds y up to a multiple of step, forgiving rounding.
func ceilTo(y, step float64) float64 {
	return math.Ceil((y-tolerance)/step) * step
}

// gap is the room between text and notes, none where there are no notes.
func (l *layout) gap(notes []row) float64 {
	if len(notes) == 0 {
		return 0
	}
	return l.style.NoteGap
}

// breakPrice is the price of a page break above a row; one that leaves a
// chapter's last page all but empty has its own beside it.
func breakPrice(rows []row, at int) float64 {
	if at >= len(rows) {
		return 0
	}
	price := float64(rows[at].penalty)
	if len(rows)-at < leastRows {
		price += stubPrice
	}
	return price
}

// shortfall is the price of the room a page leaves empty; a chapter's last
// page may be as short as it is.
func (l *layout) shortfall(rows []row, at int, room float64) float64 {
	if at >= len(rows) {
		return -infinite
	}
	lines := room / l.style.Leading
	return shortPrice * lines * lines
}

// calledBy gives the notes that a row calls, and those that they call in turn,
// without those that stand on a page already or were called before.
func (l *layout) calledBy(notes, before []*content.Note) []*content.Note {
	var fresh []*content.Note
	add := func(notes []*content.Note) {
		for _, n := range notes {
			if l.notes[n.ID] != nil && !l.placed[n.ID] && !slices.Contains(before, n) && !slices.Contains(fresh, n) {
				fresh = append(fresh, n)
			}
		}
	}
	add(notes)
	for i := 0; i < len(fresh); i++ {
		for _, r := range l.notes[fresh[i].ID].rows {
			add(r.notes)
		}
	}
	return fresh
}

// noteRows are the rows of notes, end to end.
func (l *layout) noteRows(notes []*content.Note) []row {
	var rows []row
	for _, n := range notes {
		rows = append(rows, l.notes[n.ID].rows...)
	}
	return rows
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

// fitting counts the rows that fit in a height.
func fitting(rows []row, height float64) int {
	for i := range rows {
		height -= rows[i].height
		if i > 0 {
			height -= rows[i].space
		}
		if height < -tolerance {
			return i
		}
	}
	return len(rows)
}

// onlyNotes is a page of notes that go on from the pages before, where they
// leave no room for text.
func (l *layout) onlyNotes(rows, notes []row) filled {
	kept := fitting(notes, l.style.Height()-l.style.NoteGap)
	if len(notes) == 0 || kept == 0 {
		kept = min(1, len(notes))
	}
	if kept == 0 && len(rows) > 0 {
		return filled{rows: 1, carried: l.noteRows(l.calledBy(rows[0].notes, nil))}
	}
	return filled{notes: notes[:kept], carried: notes[kept:]}
}
