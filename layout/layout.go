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
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// Options are what the caller chooses beside the document.
type Options struct {
	// Workers set paragraphs side by side; 0 means GOMAXPROCS. The pages are
	// the same for any number.
	Workers int
}

// Pages lays out a book. A table that has no room on any page, however small its
// type, is an error: [content.Problems].
func Pages(doc *content.Document, set *fonts.Set, opt Options) (*display.Book, error) {
	l := newLayout(doc, set, opt)
	l.flow()
	l.fitLeading()
	if errs := told(l.setters, func(s *setter) []content.Problem { return s.errors }); len(errs) > 0 {
		return nil, content.Problems(errs)
	}
	l.settle()
	l.furnish()
	return l.book, nil
}

// layout is the work in progress, stage by stage. What a stage may write follows from
// what it is given: setters see the manuscript and what is printed, galleys the
// manuscript, and the stages themselves all of it.
type layout struct {
	*manuscript
	*settling
	round

	setters  []*setter // one a worker
	jobs     []*blockRows
	front    frontRows
	sections []section
	notes    map[content.ID]*blockRows

	// what a round leaves to the next
	chosen  []chosen // pages of front matter and chapters
	opening setup.Opening
}

// manuscript is the book and how it is set. It stands before the first block is set;
// then fitLeading alone writes it, between two settings.
type manuscript struct {
	doc     *content.Document
	faces   *fonts.Set
	style   format.Style
	words   *paragraph.Words
	labels  locale.Words // what the book itself says, in its language
	digits  locale.Digits
	kashida paragraph.Lengthening // of the book; a block may have rules of its own
	pictures

	anchors    map[string]content.ID
	callers    map[content.ID]content.ID // note → the block that calls it
	noteDigits map[content.ID]locale.Digits
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
	bare    int                 // pages at the front that have no folio
	alone   map[int]bool        // further pages without furniture

	mainFrom int // pages before the main matter; -1 until it begins
	blanks   int // pages that toOdd left so far
}

func newLayout(doc *content.Document, set *fonts.Set, opt Options) *layout {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	m := newManuscript(doc, set, workers)
	l := &layout{manuscript: m, settling: newSettling(m), opening: doc.Setup.Opening}
	for range workers {
		l.setters = append(l.setters, newSetter(m, l.settling))
	}
	return l
}

func newManuscript(doc *content.Document, set *fonts.Set, workers int) *manuscript {
	m := &manuscript{doc: doc, faces: set, style: format.Of(doc), words: paragraph.NewWords(),
		labels: locale.WordsFor(doc.Meta.Lang), digits: locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)}
	m.style.Suit(set.Face(fonts.Style{}))
	m.kashida = Lengthening(doc, set)
	m.pictures = readPictures(doc, workers)
	m.findDigits()
	m.collectAnchors()
	return m
}

// labelsIn are the words of the book in a language.
func (m *manuscript) labelsIn(lang string) *locale.Words {
	if lang == m.doc.Meta.Lang {
		return &m.labels
	}
	words := locale.WordsFor(lang)
	return &words
}

// digitsIn are the digits of the book in a language.
func (m *manuscript) digitsIn(lang string) locale.Digits {
	if lang == m.doc.Meta.Lang {
		return m.digits
	}
	return m.doc.DigitsIn(lang)
}

// told gathers what setters have to tell, sorted by place, each once.
func told(setters []*setter, of func(*setter) []content.Problem) (all []content.Problem) {
	for _, s := range setters {
		all = append(all, of(s)...)
	}
	slices.SortFunc(all, func(a, b content.Problem) int {
		return cmp.Or(strings.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), strings.Compare(a.What, b.What))
	})
	return slices.Compact(all)
}

// warnings gathers what the setters noticed, sorted by place, each once.
func (l *layout) warnings() []content.Problem {
	return append(l.missed(), told(l.setters, func(s *setter) []content.Problem { return s.warnings })...)
}
