package plan

import (
	"bytes"
	"strconv"

	"warraq/content"
)

// longest is how many bytes a text document has at most where the options do
// not say: old reading systems load no more than 300 kB at once, and others turn
// the pages of a longer one slowly. The marks of the pages of print, some 2 %,
// come on top.
const longest = 290_000

func (o Options) longest() int {
	if o.Longest > 0 {
		return o.Longest
	}
	return longest
}

// Portion is what of a chapter stands on a page: all of it, or some of its
// blocks with the notes that they call first.
type Portion struct {
	Text *content.Chapter // the chapter itself, or the part of it that is here
	Nth  int              // among the pages of the chapter, from 0
	Open []int            // the levels of the sections that it begins in
	Last int              // the level of the last heading before it

	// Where notes stand with their chapter, and it has several pages: the page of
	// each note, and the calls of the notes of this page from the others.
	homes     map[*content.Note]*Page
	Elsewhere map[*content.Note][]Call

	Ruler Ruler // where things are on the page, once it is written
}

// Ruler is where in a document the blocks of its chapter begin, and its notes,
// each with the place where the last one ends.
type Ruler struct {
	Blocks, Notes []Tick
	Length        int // of the document
}

// Tick is the beginning of a block or note: what is open there, and the level of
// the last heading.
type Tick struct {
	At   int
	size int // at most, on any page
	Open []int
	Last int
}

// Measure finds the sizes when the document is written.
func (r *Ruler) Measure(document []byte) {
	r.Length = len(document)
	for _, ticks := range [][]Tick{r.Blocks, r.Notes} {
		for i := 1; i < len(ticks); i++ {
			ticks[i-1].size = size(document[ticks[i-1].At:ticks[i].At])
		}
	}
}

// size is how long a piece of a document is where each of its links leads to
// another document.
func size(piece []byte) int {
	const name = len("ch0000-0000.xhtml")
	return len(piece) + name*bytes.Count(piece, []byte(`href="`))
}

// Split parts the chapters whose documents are too long; it tells whether there
// was any that could be.
func (book *Publication) Split() bool {
	var pages []*Page
	for _, pg := range book.Pages {
		if pg.Kind != ChapterPage || pg.homes != nil || pg.Ruler.Length <= book.opt.longest() {
			pages = append(pages, pg)
			continue
		}
		pages = append(pages, book.portions(pg)...)
	}
	some := len(pages) > len(book.Pages)
	book.Pages = pages
	return some
}

// portions are the pages of a chapter that is too long for the one it stands on.
func (book *Publication) portions(whole *Page) []*Page {
	homes := book.noteHomes(whole.Chapter)
	units := unitsOf(whole, homes)
	starts := cut(units, book.opt.longest()-whole.overhead())
	if len(starts) < 2 {
		return []*Page{whole}
	}
	pages := make([]*Page, len(starts))
	of := map[*content.Note]*Page{}
	for i, start := range starts {
		from, to := units[start].from, len(whole.Chapter.Blocks)
		if i+1 < len(starts) {
			to = units[starts[i+1]].from
		}
		pages[i] = book.portion(whole, i, from, to)
		pages[i].homes = of
		for _, n := range whole.Chapter.Notes {
			if from <= homes[n] && homes[n] < to {
				pages[i].Text.Notes = append(pages[i].Text.Notes, n)
				of[n] = pages[i]
			}
		}
	}
	return pages
}

// portion is the nth page of a chapter, with its blocks between two.
func (book *Publication) portion(whole *Page, nth, from, to int) *Page {
	pg, text := *whole, *whole.Chapter
	begin := whole.Ruler.Blocks[from]
	pg.Portion = Portion{Text: &text, Nth: nth, Open: begin.Open, Last: begin.Last}
	text.Blocks, text.Notes = text.Blocks[from:to], nil
	if nth > 0 {
		number := "-" + strconv.Itoa(nth+1)
		pg.ID, pg.Name = whole.ID+number, whole.ID+number+mediums[book.opt.Medium].ext
		pg.Title += " (" + book.Numeral(nth+1) + ")"
		text.ID, text.Title, text.Anchor = 0, nil, ""
	}
	return &pg
}

// overhead is how long a document is at most besides blocks and notes: what goes
// before them on the whole page, which has the title, and elements around.
func (p *Page) overhead() int {
	const around = 400
	return p.Ruler.Blocks[0].At + around
}

// noteHomes gives the place of the block in the chapter with which each of its
// notes stands: the first that calls it, or that another note stands with which
// does.
func (book *Publication) noteHomes(ch *content.Chapter) map[*content.Note]int {
	homes := make(map[*content.Note]int, len(ch.Notes))
	if book.Endnotes != nil {
		return homes
	}
	calls := func(bs []content.Block, home int) {
		book.inlines(&content.Chapter{Blocks: bs}, func(in content.Inline) {
			if ref, ok := in.(*content.NoteRef); ok {
				if _, known := homes[ref.Note]; !known {
					homes[ref.Note] = home
				}
			}
		})
	}
	calls([]content.Block{&content.Paragraph{Inlines: ch.Title}}, 0)
	for i := range ch.Blocks {
		calls(ch.Blocks[i:i+1], i)
	}
	for _, n := range ch.Notes {
		calls(n.Blocks, homes[n])
	}
	return homes
}

// inlines visits every inline of a chapter.
func (book *Publication) inlines(ch *content.Chapter, visit func(content.Inline)) {
	w := content.Walker{Gathered: book.gathered, Text: func(_ *content.Place, text []content.Inline) { content.Inlines(text, visit) }}
	w.Chapter(ch)
}
