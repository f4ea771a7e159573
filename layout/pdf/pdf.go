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
	"time"

	"warraq/content"
	"warraq/layout"
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

	ways   ways // zero but in the bench of the readers
	redraw redraw
}

// Write draws the book as a PDF 1.7 file, or a PDF 2.0 one where the standard
// asks for it.
func Write(w io.Writer, doc *content.Document, book *layout.Book, opt Options) error {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	set := encode(book, opt)
	images := collectImages(book)
	tags, err := tagged(doc, book, set)
	if err != nil {
		return fmt.Errorf("pdf tags: %w", err)
	}
	if revise := editions[opt.Standard].revise; revise != nil {
		revise(tags)
	}
	pages, err := draft(book, set, images, tags, opt.Workers)
	if err != nil {
		return fmt.Errorf("pdf draft: %w", err)
	}
	return finish(w, &job{edition: &editions[opt.Standard], doc: doc, book: book, opt: opt, set: set, images: images, tags: tags, contents: pages})
}
