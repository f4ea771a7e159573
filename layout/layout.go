// Package layout turns a document into pages: blocks become rows of a
// vertical list, rows become pages, and pages get their furniture. It knows
// nothing of PDF; a [Page] is a display list that an emitter draws.
package layout

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/galley"
	"warraq/layout/manuscript"
	"warraq/layout/picture"
	"warraq/layout/vlist"
)

// Options are what the caller chooses beside the document.
type Options struct {
	// Workers set paragraphs side by side; 0 means GOMAXPROCS. The pages are
	// the same for any number.
	Workers int
	// Memory is of the book as it was laid out before; nil for none.
	Memory *Memory
	// Pictures is how its pictures were read before; nil for never.
	Pictures *picture.Memory
	// MostPages is how many pages a book may have; 0 means any number.
	MostPages int64
}

// Pages lays out a book. A table that has no room on any page, however small its
// type, is an error: [content.Problems]. So is a book of too many pages, at the first
// block beyond.
func Pages(doc *content.Document, set *fonts.Set, opt Options) (*display.Book, error) {
	l := newLayout(doc, set, opt)
	l.flowFitting()
	if errs := told(l.setters, func(s *blocks.Setter) []content.Problem { return s.Errors }); len(errs) > 0 {
		return nil, content.Problems(errs)
	}
	if l.settle(); l.tooMany() {
		return nil, content.Problems{l.tooManyPages()}
	}
	if len(l.crowded) > 0 {
		return nil, content.Problems(l.crowded)
	}
	l.furnish()
	return l.book, nil
}

// layout is the work in progress, stage by stage. What a stage may write follows from
// what it is given: setters see the manuscript and what is printed, galleys the
// manuscript, and the stages themselves all of it.
type layout struct {
	*manuscript.Manuscript
	*settling
	round

	setters  []*blocks.Setter // one a worker
	jobs     []*blockRows
	front    frontRows
	sections []section
	notes    map[content.ID]*blockRows
	list     []vlist.Row // of the chapter in hand
	laid     int         // rows of it that were put on pages to know where its columns begin

	// what a round leaves to the next
	chosen  []galley.Chosen // pages of front matter and chapters
	opening setup.Opening

	mostPages int64
	memory    *galley.Memory // of the book as it was laid out before; nil for none
}

// round is the pages of one round in the making.
type round struct {
	book    *display.Book
	placed  map[content.ID]bool // notes that stand on a page
	called  []noteCall          // the first call of each note, as they stand
	run     int                 // galleys that have become pages
	openers map[int]bool        // pages that open a chapter
	heads   []pageHead          // running head of each page
	rules   []*display.Rule     // of the row placed last
	texts   []display.Text      // for lines that are yet to be placed
	bare    int                 // pages at the front that have no folio
	headUp  float64             // by which running heads stand higher than the theme says
	alone   map[int]bool        // further pages without furniture
	sides   []pageSide          // in the margin of the page in hand
	crowded []content.Problem   // notes in the margin that have no room
	stays   []content.Problem   // floats that stay where they are written
	smaller []content.Problem   // figures that are much smaller than is natural to them

	mainFrom int // pages before the main matter; -1 until it begins
	blanks   int // pages that toOdd left so far
}

func newLayout(doc *content.Document, set *fonts.Set, opt Options) *layout {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	paragraphs, pages := opt.Memory.turn(set)
	m := manuscript.New(doc, set, workers, paragraphs, opt.Pictures)
	l := &layout{Manuscript: m, settling: newSettling(m), opening: doc.Setup.Opening, mostPages: opt.MostPages, memory: pages}
	for range workers {
		l.setters = append(l.setters, blocks.New(m, l.settling))
	}
	return l
}

// told gathers what setters have to tell, sorted by place, each once.
func told(setters []*blocks.Setter, of func(*blocks.Setter) []content.Problem) (all []content.Problem) {
	for _, s := range setters {
		all = append(all, of(s)...)
	}
	return sorted(all)
}

// sorted sorts what is told by place, each once.
func sorted(all []content.Problem) []content.Problem {
	slices.SortFunc(all, func(a, b content.Problem) int {
		return cmp.Or(strings.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), strings.Compare(a.What, b.What))
	})
	return slices.Compact(all)
}

// warnings gathers what the setters noticed, sorted by place, each once.
func (l *layout) warnings() []content.Problem {
	return append(append(l.missed(), sorted(l.stays)...), told(l.setters, func(s *blocks.Setter) []content.Problem { return s.Warnings })...)
}
