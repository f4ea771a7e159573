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

// layout is the work in progress, stage by stage.
type layout struct {
	doc     *content.Document
	faces   *fonts.Set
	style   format.Style
	words   *paragraph.Words
	labels  locale.Words // what the book itself says, in its language
	digits  locale.Digits
	kashida paragraph.Lengthening // of the book; a block may have rules of its own
	pictures

	setters    []*setter // one a worker
	jobs       []*blockRows
	sections   []section
	notes      map[content.ID]*blockRows
	entries    []entry // of the contents
	anchors    map[string]content.ID
	callers    map[content.ID]content.ID // note → the block that calls it
	noteDigits map[content.ID]locale.Digits

	// what depends on the pages, and settles round by round
	numbers    map[content.ID]int   // of notes, as printed
	numberRoom map[content.ID]int   // digits that the call of a note has room for, if more than its number has
	folios     map[content.ID]folio // of what others refer to, as printed
	late       bool                 // texts that are set again break as before
	chosen     []chosen             // pages of front matter and chapters, by the round before

	// one round's pages
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
	opening  content.Opening
}

func newLayout(doc *content.Document, set *fonts.Set, opt Options) *layout {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	l := &layout{doc: doc, faces: set, style: format.Of(doc), words: paragraph.NewWords(),
		labels: locale.WordsFor(doc.Meta.Lang), digits: locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)}
	l.opening = doc.Setup.Opening
	l.style.Suit(set.Face(fonts.Style{}))
	l.kashida = Lengthening(doc, set)
	l.pictures = readPictures(doc, workers)
	l.numberNotes()
	l.collectAnchors()
	l.listEntries()
	for range workers {
		l.setters = append(l.setters, newSetter(l))
	}
	return l
}

// labelsIn are the words of the book in a language.
func (l *layout) labelsIn(lang string) *locale.Words {
	if lang == l.doc.Meta.Lang {
		return &l.labels
	}
	words := locale.WordsFor(lang)
	return &words
}

// digitsIn are the digits of the book in a language.
func (l *layout) digitsIn(lang string) locale.Digits {
	if lang == l.doc.Meta.Lang {
		return l.digits
	}
	return l.doc.DigitsIn(lang)
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
