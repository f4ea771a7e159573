package pdf

import (
	"cmp"
	"math"
	"slices"

	"golang.org/x/sync/errgroup"

	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/paragraph"
)

// show is one string of codes in one font and size, drawn from left to right.
type show struct {
	font  int // index in typeset.fonts
	size  float64
	x, y  float64 // points from the page's top left corner
	color paragraph.Color
	codes []fonts.Code // 0 stands for the next of spaces
	// spaces are the advances of the spaces among the codes, in font units.
	spaces []uint16

	cuts []cut // where what its text belongs to changes, the first at its beginning
}

// typeset is the book's text as codes.
type typeset struct {
	fonts []*fonts.Encoding // in the order of their first use
	// pages holds for each page, for each of its texts in turn, its shows.
	pages [][][]show
	space map[spaceKey]fonts.Code
}

// spaceKey names a space: there is a code for each width in each font.
type spaceKey struct {
	font  int
	units uint16
}

// encode gives every line of the book its codes. A word keeps its codes
// wherever it stands, so most of the work is done once a distinct word; what
// is done once a line is done on all workers.
func encode(book *layout.Book, workers int) *typeset {
	e := &encoder{book: book, workers: workers, words: make(map[*paragraph.Word]int)}
	e.collect()
	e.cast()
	e.assign()
	e.spell()
	e.assignSpaces()
	return &e.typeset
}

// encoder is the work in progress.
type encoder struct {
	typeset
	book    *layout.Book
	workers int

	words map[*paragraph.Word]int // index in order of first use
	order []*paragraph.Word
	sorts [][]fonts.Sort // of each word
	spelt []spelled      // of each word
}

// spelled is a word as codes of one font.
type spelled struct {
	font  int
	codes []fonts.Code
}

// collect lists the distinct words in the order of the pages.
func (e *encoder) collect() {
	for _, page := range e.book.Pages {
		for _, it := range page.Items {
			t, ok := it.(*layout.Text)
			if !ok {
				continue
			}
			for i := range t.Line.Pieces {
				w := t.Line.Pieces[i].Word
				if w == nil || t.Line.Pieces[i].Style.Object != nil {
					continue
				}
				if _, known := e.words[w]; !known {
					e.words[w] = len(e.order)
					e.order = append(e.order, w)
				}
			}
		}
	}
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

// cast makes the sorts of every word.
func (e *encoder) cast() {
	e.sorts = make([][]fonts.Sort, len(e.order))
	e.split(len(e.order), 2048, func(from, to int) {
		for i := from; i < to; i++ {
			e.sorts[i] = sortsOf(e.order[i])
		}
	})
}

// assign gives every word the codes of its sorts, in a font of its face that
// has room for all of them.
func (e *encoder) assign() {
	open := make(map[*fonts.Face]int)
	e.spelt = make([]spelled, len(e.order))
	for i, sorts := range e.sorts {
		face := e.order[i].Face
		font, ok := open[face]
		if !ok || !e.fonts[font].Room(sorts) {
			font = len(e.fonts)
			e.fonts = append(e.fonts, fonts.NewEncoding(face))
			open[face] = font
		}
		codes := make([]fonts.Code, len(sorts))
		for k := range sorts {
			codes[k] = e.fonts[font].Code(sorts[k])
		}
		e.spelt[i] = spelled{font, codes}
	}
}

// spell turns the lines of every page into shows.
func (e *encoder) spell() {
	e.pages = make([][][]show, len(e.book.Pages))
	e.split(len(e.book.Pages), 16, func(from, to int) {
		s := speller{encoder: e}
		for i := from; i < to; i++ {
			for k, it := range e.book.Pages[i].Items {
				if t, ok := it.(*layout.Text); ok {
					s.links = linksBehind(e.book.Pages[i].Items[k+1:])
					e.pages[i] = append(e.pages[i], s.line(t))
				}
			}
		}
	})
}

// assignSpaces gives each width of space in each font its code, behind those
// of the words, by font and width.
func (e *encoder) assignSpaces() {
	seen := make(map[spaceKey]bool)
	for _, page := range e.pages {
		for _, shows := range page {
			for i := range shows {
				for _, units := range shows[i].spaces {
					seen[spaceKey{shows[i].font, units}] = true
				}
			}
		}
	}
	keys := make([]spaceKey, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b spaceKey) int {
		return cmp.Or(cmp.Compare(a.font, b.font), cmp.Compare(a.units, b.units))
	})
	e.space = make(map[spaceKey]fonts.Code, len(keys))
	for _, k := range keys {
		e.space[k] = e.fonts[k.font].Code(fonts.Sort{Advance: k.units, Text: " "})
	}
}

// speller turns lines into shows; it keeps scratch space for one goroutine.
type speller struct {
	*encoder
	places []int
	links  []*layout.Link // on the line
}

// line spells a line from left to right, a show for each stretch of one font,
// size and colour. Spaces are codes too, as wide as justification made them.
func (s *speller) line(t *layout.Text) []show {
	pieces := t.Line.Pieces
	s.sortByX(pieces)
	shows := make([]show, 0, 1)
	var now *show
	for _, i := range s.places {
		p := &pieces[i]
		if p.Word == nil {
			if now != nil && now.size == p.Style.Size && now.y == t.Y-p.Style.Rise {
				now.addSpace(s.fonts[now.font].Face, p)
			}
			continue
		}
		if p.Style.Object != nil { // drawn as an item of its own
			now = nil
			continue
		}
		word := &s.spelt[s.words[p.Word]]
		if now == nil || now.font != word.font || now.size != p.Style.Size || now.color != p.Style.Color || now.y != t.Y-p.Style.Rise {
			shows = append(shows, show{font: word.font, size: p.Style.Size, x: t.X + float64(p.X), y: t.Y - p.Style.Rise, color: p.Style.Color,
				codes: make([]fonts.Code, 0, 8*len(pieces)/2)})
			now = &shows[len(shows)-1]
		}
		now.cut(s.tagOf(p.Style), i)
		now.codes = append(now.codes, word.codes...)
	}
	return shows
}

// addSpace adds a space of a piece's width, in units of the show's face.
func (s *show) addSpace(face *fonts.Face, p *paragraph.Piece) {
	units := math.Round(float64(p.Width) / p.Style.Size * float64(face.UnitsPerEm))
	s.codes = append(s.codes, 0)
	s.spaces = append(s.spaces, uint16(min(max(units, 0), math.MaxUint16)))
}

// sortByX puts the pieces' indices in visual order. A line of Arabic alone is
// the reverse of its logical order.
func (s *speller) sortByX(pieces []paragraph.Piece) {
	s.places = s.places[:0]
	reversed := true
	for i := range pieces {
		s.places = append(s.places, i)
		reversed = reversed && (i == 0 || pieces[i].X <= pieces[i-1].X)
	}
	if reversed {
		slices.Reverse(s.places)
		return
	}
	slices.SortStableFunc(s.places, func(a, b int) int { return cmp.Compare(pieces[a].X, pieces[b].X) })
}
