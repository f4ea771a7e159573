// Package spell turns the lines of pages into strings of codes of code fonts,
// so that ink stands where the pages put it and readers of the file take the
// text out in its order. Nothing here knows how a PDF file is written.
package spell

import (
	"cmp"
	"slices"

	"golang.org/x/sync/errgroup"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Show is one string of codes in one font and size, drawn from left to right.
type Show struct {
	Font  int // index in Typeset.Fonts
	Size  float64
	X, Y  float64      // points from the page's top left corner
	Codes []fonts.Code // 0 stands for the next of Gaps
	Gaps  []Gap        // what stands between the words' codes
	// Steps are the advances that the pen takes before the codes, back is how far
	// it then goes back, both in font units.
	Steps []uint16
	Back  int
	Color paragraph.Color
	// After is a mark of direction drawn behind the codes, a little back; plain
	// is none.
	After Kind
	// Stretched is drawn with a matrix four times as wide and letters a quarter
	// as wide: the same ink.
	Stretched bool
	RTL       bool
	spacing   *spacing // where words begin with a mark

	Cuts []Cut // where what its text belongs to changes, the first at its beginning
}

// spacing is the gaps of a show before words that begin with a mark and with a letter.
type spacing struct{ vowels, letters []int }

// Typeset is the book's text as codes.
type Typeset struct {
	Fonts []*fonts.Encoding // in the order of their first use
	// Pages holds for each page, for each of its texts in turn, its shows.
	Pages [][][]Show
	Gaps  map[GapKey]fonts.Code
}

// GapKey names a gap: there is a code for each kind and width in each font.
type GapKey struct {
	Font int
	Gap
}

// Book gives every line of the book its codes. A word keeps its codes
// wherever it stands, so most of the work is done once a distinct word; what
// is done once a line is done on all workers. The ways are zero but in the bench
// of the readers.
func Book(book *display.Book, workers int, ways Ways) *Typeset {
	set := encoded(book, workers, ways).Typeset // and no more of the encoder
	return &set
}

func encoded(book *display.Book, workers int, ways Ways) *encoder {
	e := &encoder{book: book, workers: workers, ways: ways}
	e.collect()
	e.cast()
	e.spell()
	e.lean()
	e.assignGaps()
	return e
}

// encoder is the work in progress.
type encoder struct {
	Typeset
	book    *display.Book
	workers int
	ways    Ways

	words    map[*paragraph.Word]int32 // index in order of first use
	order    []*paragraph.Word
	numbered [][]int32           // for each page, of the pieces of its texts: which word each is, noWord for others
	open     map[*fonts.Face]int // the font of each face that has room
	spelt    []spelled           // of each word
	codes    tray[fonts.Code]
}

// noWord is the number of a piece that is a space or an object.
const noWord = -1

// spelled is a word as codes of one font.
type spelled struct {
	font        int
	codes       []fonts.Code
	first, last edge
}

// collect lists the distinct words in the order of the pages, and numbers them.
func (e *encoder) collect() {
	pieces := e.pieces()
	e.words = make(map[*paragraph.Word]int32, pieces/8) // half of them are spaces, and most words come again
	e.numbered = make([][]int32, len(e.book.Pages))
	all := make([]int32, 0, pieces)
	for i, page := range e.book.Pages {
		from := len(all)
		for _, it := range page.Items {
			if t, ok := it.(*display.Text); ok {
				for k := range t.Line.Pieces {
					all = append(all, e.number(&t.Line.Pieces[k]))
				}
			}
		}
		e.numbered[i] = all[from:]
	}
}

// pieces counts those of all texts.
func (e *encoder) pieces() (n int) {
	for _, page := range e.book.Pages {
		for _, it := range page.Items {
			if t, ok := it.(*display.Text); ok {
				n += len(t.Line.Pieces)
			}
		}
	}
	return n
}

// number is that of a piece's word.
func (e *encoder) number(p *paragraph.Piece) int32 {
	if p.Word == nil || p.Style.Object != nil {
		return noWord
	}
	n, known := e.words[p.Word]
	if !known {
		n = int32(len(e.order))
		e.words[p.Word] = n
		e.order = append(e.order, p.Word)
	}
	return n
}

// split runs work on parts of n things on all workers.
func (e *encoder) split(n, grain int, work func(from, to int)) {
	var group errgroup.Group
	group.SetLimit(e.workers)
	for from := 0; from < n; from += grain {
		group.Go(func() error {
			work(from, min(from+grain, n))
			return nil
		})
	}
	_ = group.Wait() // work does not fail
}

// castAtOnce is how many words are cast before they are given codes: the sorts of
// all are many times as large as their codes.
const castAtOnce = 4096

// cast makes the sorts of every word and gives them codes.
func (e *encoder) cast() {
	e.open = make(map[*fonts.Face]int)
	e.spelt = make([]spelled, 0, len(e.order))
	const part = castAtOnce / 16
	var casters [castAtOnce / part]caster
	sorts := make([][]fonts.Sort, castAtOnce)
	for words := range slices.Chunk(e.order, castAtOnce) {
		e.split(len(words), part, func(from, to int) {
			c := &casters[from/part]
			c.clear()
			for i := from; i < to; i++ {
				if e.ways&Unguarded != 0 {
					sorts[i] = c.castWord(words[i])
					continue
				}
				sorts[i] = c.sortsOf(words[i])
			}
		})
		for i, w := range words {
			e.assign(w, sorts[i])
		}
	}
}

// assign gives a word the codes of its sorts, in a font of its face that has room
// for all of them.
func (e *encoder) assign(w *paragraph.Word, sorts []fonts.Sort) {
	font, ok := e.open[w.Face]
	if !ok || !e.Fonts[font].Room(sorts) {
		font = len(e.Fonts)
		e.Fonts = append(e.Fonts, fonts.NewEncoding(w.Face))
		e.open[w.Face] = font
	}
	codes := e.codes.open(len(sorts))
	for k := range sorts {
		codes = append(codes, e.Fonts[font].Code(sorts[k]))
	}
	e.spelt = append(e.spelt, spelled{font, e.codes.close(codes), leftEdge(sorts), rightEdge(sorts)})
}

// spell turns the lines of every page into shows.
func (e *encoder) spell() {
	e.Pages = make([][][]Show, len(e.book.Pages))
	e.split(len(e.book.Pages), 16, func(from, to int) {
		s := speller{encoder: e}
		for i := from; i < to; i++ {
			s.page(i)
		}
	})
}

// assignGaps gives each kind and width of gap in each font its code, behind
// those of the words, by font, kind and width.
func (e *encoder) assignGaps() {
	seen := make(map[GapKey]bool)
	for _, page := range e.Pages {
		for _, shows := range page {
			for i := range shows {
				var last Gap // mostly all are like it
				for k, g := range shows[i].Gaps {
					if k == 0 || g != last {
						seen[GapKey{shows[i].Font, g}] = true
						last = g
					}
				}
				if shows[i].After != Plain {
					seen[GapKey{shows[i].Font, Gap{Kind: shows[i].After}}] = true
				}
			}
		}
	}
	keys := make([]GapKey, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b GapKey) int {
		return cmp.Or(cmp.Compare(a.Font, b.Font), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Units, b.Units))
	})
	e.Gaps = make(map[GapKey]fonts.Code, len(keys))
	for _, k := range keys {
		e.Gaps[k] = e.Fonts[k.Font].Code(fonts.Sort{Advance: k.Units, Text: k.Kind.text()})
	}
}
