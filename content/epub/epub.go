// Package epub writes a [content.Document] as an EPUB 3.3 publication with
// the accessibility metadata of EPUB Accessibility 1.1. It is the only
// importer of go-epub.
//
// Its documents are planned, written and given their fonts in package [compose]. Then
// two movements: the library drafts a publication that holds a marker in the
// place of every part, and the passes of [finish] put the parts themselves
// there. A pass that does not find the marker it came for is an error, so that
// nothing of the book can be lost on the way and a new version of the library
// that moves something fails loudly.
//
// The bytes are a function of the document and the options: no clock, no
// randomness, no map order, and the same with any number of workers.
package epub

import (
	"io"
	"time"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/epub/compose"
	"warraq/content/epub/ocf"
)

// Font is one face that travels inside the publication, with the letters of the
// book.
type Font = compose.Font

// Options is how to write. The zero value gives a valid book without fonts.
type Options struct {
	// Date is when the book was last changed, for dcterms:modified. Zero: the
	// document's own date, or 1980-01-01 where it has none.
	Date time.Time
	// Producer names the program, "Warraq 1.0"; empty: not said.
	Producer string
	// Fonts in the order in which a reader is to try their families.
	Fonts []Font
	// Longest is how many bytes a text document has at most, as far as chapters
	// can be parted between their blocks. The marks of Pages come on top, so that
	// a book is the same whatever its pages. 0: 290,000.
	Longest int
	// Kept is where parts are left to another process as they were deflated; nil: nowhere.
	Kept ocf.Kept
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

// Write writes doc, which package number has numbered, to w as an EPUB. What
// an author can mend (a link or an image that leads nowhere) comes back whole
// as [content.Problems], and then nothing has been written.
func Write(w io.Writer, doc *content.Document, opt Options) error {
	book, err := begin(doc, opt)
	if err != nil {
		return err
	}
	if err := book.render(); err != nil {
		return err
	}
	// The draft needs no more than the names, so it is made while parts deflate.
	var p ocf.Parts
	var g errgroup.Group
	g.Go(func() (err error) { p, err = draft(book, storage); return err })
	g.Go(book.compose)
	if err := g.Wait(); err != nil {
		return err
	}
	if err := finish(p, book); err != nil {
		return err
	}
	return p.Write(w)
}
