// Package pdf draws laid-out pages as a PDF file. The library (gopdf) drafts:
// it writes the page contents from codes of a code font. The passes finish:
// they put ink and text behind the codes, samples behind the names of images,
// and add what gopdf has no words for (structure, links, outline, labels,
// metadata, a reading direction). CONFORMANCE.md tells what the file keeps.
package pdf

import (
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// Options are what the caller chooses beside the book.
type Options struct {
	// Date goes into the metadata; zero leaves it without dates, so that the
	// file is a function of the manuscript alone.
	Date time.Time
	// Producer names the program, "warraq 0.1.0".
	Producer string
	// Workers draw and compress side by side; 0 means GOMAXPROCS. The file is
	// the same for any number.
	Workers int
	// Standard is what the file keeps.
	Standard Standard

	ways   spell.Ways // zero but in the bench of the readers
	redraw redraw
}

// Draft is a book with its pages drawn: files for all purposes are made of one,
// also side by side.
type Draft struct {
	doc      *content.Document
	book     *display.Book
	opt      Options
	set      *spell.Typeset
	images   *imageSet
	tags     *tag.Tags
	contents [][]byte // of the pages, uncompressed

	programs func() ([][]byte, error) // of the code fonts, made once
	idle     *cos.Packers
}

// Draw draws the pages of a book.
func Draw(doc *content.Document, book *display.Book, opt Options) (*Draft, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	d := &Draft{doc: doc, book: book, opt: opt, set: spell.Book(book, opt.Workers, opt.ways), images: collectImages(book), idle: new(cos.Packers)}
	d.programs = sync.OnceValues(func() ([][]byte, error) { return programs(d.set.Fonts, opt.Workers) })
	var err error
	if d.tags, err = tag.Book(doc, book, d.set, dialects[opt.Standard].tags); err != nil {
		return nil, fmt.Errorf("pdf tags: %w", err)
	}
	if d.contents, err = draft(book, &writer{d.set, opt.redraw}, d.images, d.tags, opt.Workers); err != nil {
		return nil, fmt.Errorf("pdf draft: %w", err)
	}
	return d, nil
}

// Write writes the file to read: PDF 1.7, or PDF 2.0 where the standard asks for
// it.
func (d *Draft) Write(w io.Writer) error {
	return finish(w, passes, &job{Draft: d.part(0, len(d.contents)-d.book.Behind), dialect: &dialects[d.opt.Standard]})
}

// part is the draft of some of the pages alone.
func (d *Draft) part(from, to int) *Draft {
	if from == 0 && to == len(d.contents) {
		return d
	}
	part, book := *d, *d.book
	book.Pages = book.Pages[from:to]
	part.book, part.contents = &book, d.contents[from:to]
	return &part
}

// Write draws a book and writes the file to read.
func Write(w io.Writer, doc *content.Document, book *display.Book, opt Options) error {
	d, err := Draw(doc, book, opt)
	if err != nil {
		return err
	}
	return d.Write(w)
}
