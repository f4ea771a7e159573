// Package compose is the way of a book to its text documents and fonts, as both the
// EPUB and the web edition take it: what is in it is planned ([plan]), its documents
// are written ([pages]), those that are too long once more, as several, and then it is
// known which letters the fonts need.
package compose

import (
	"bytes"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/epub/css"
	"warraq/content/epub/ocf"
	"warraq/content/epub/pages"
	"warraq/content/epub/plan"
	"warraq/fonts"
)

// Font is one face that travels with the book, with the letters of that (see
// [fonts.Subset]).
type Font struct {
	Name   string // the family, "Amiri"; faces of one family share it
	Media  string // "font/ttf"; empty: found out from Data
	Data   []byte
	Bold   bool
	Italic bool
	Mono   bool // of code; it has no other weight or slope
	Part   css.Part
	Whole  bool // it travels whole: it may not be changed
	// Licence is the text of its licence, for a file beside it; empty: none.
	Licence string
	// Open gives Data, where that is nil, of a family that is unpacked only if a
	// character needs it.
	Open func() []byte
}

// Options is what is asked for besides the document. The zero value gives a book
// without fonts.
type Options struct {
	Medium plan.Medium
	// Date is when the book was last changed. Zero: the document's own date, or
	// 1980-01-01 where it has none.
	Date time.Time
	// Fonts in the order in which a reader is to try their families.
	Fonts []Font
	// Longest is how many bytes a text document has at most, as far as chapters
	// can be parted between their blocks. The marks of Pages come on top, so that
	// a book is the same whatever its pages. 0: 290,000.
	Longest int
	// Cover is a picture of the book's front, PNG or JPEG, for a book whose
	// author gives none. Empty: a plain one.
	Cover []byte
	// Pages are where the pages of the printed book begin, in order: they are
	// marked in the text and listed. None: the book has no page list.
	Pages []content.PageStart
	// Shape is that of [plan.Options].
	Shape func(src string) (width, height float64, drawn bool)
	// Workers is how many goroutines render and compress. 0: GOMAXPROCS.
	Workers int
}

// workers is the number of goroutines asked for, at least one.
func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Composition is a publication on its way into its files.
type Composition struct {
	*plan.Publication
	opt  Options
	seen fonts.Runes // what stands outside tags
}

// New plans the publication of a document.
func New(doc *content.Document, opt Options) (*Composition, error) {
	planned, err := plan.New(doc, plan.Options{Medium: opt.Medium, Date: opt.Date, Longest: opt.Longest, Cover: opt.Cover, Pages: opt.Pages, Shape: opt.Shape})
	if err != nil {
		return nil, err
	}
	return &Composition{Publication: planned, opt: opt}, nil
}

// Render writes every text document, and those that are too long as several; then
// it names the book by what it holds. What an author can mend is a
// [content.Problems].
func (c *Composition) Render() error {
	c.renderAll()
	for c.Split() { // all anew: links lead elsewhere, and are longer
		c.Survey()
		c.renderAll()
	}
	for _, pg := range c.Pages {
		c.Problems = append(c.Problems, pg.Problems...)
	}
	if len(c.Problems) > 0 {
		return c.Problems
	}
	c.ID = c.MakeID()
	return nil
}

func (c *Composition) renderAll() {
	c.Share(len(c.Pages), func(next func() (int, bool)) error {
		w := pages.NewWriter(c.Publication)
		for i, ok := next(); ok; i, ok = next() {
			c.Pages[i].Part = ocf.Part{Data: bytes.Clone(w.Page(c.Pages[i]))}
		}
		return nil
	})
}

// Share runs work on as many goroutines as asked; next gives each number below n
// to one of them.
func (c *Composition) Share(n int, work func(next func() (int, bool)) error) error {
	var last atomic.Int64
	next := func() (int, bool) {
		i := int(last.Add(1)) - 1
		return i, i < n
	}
	var g errgroup.Group
	for range min(c.opt.workers(), n) {
		g.Go(func() error { return work(next) })
	}
	return g.Wait()
}

// Cut leaves of a font that may be changed the letters of the book.
func (c *Composition) Cut(f *plan.File) {
	if f.Subset {
		f.Part.Data = fonts.Subset(f.Part.Data, &c.Text)
	}
}
