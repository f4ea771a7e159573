// Package publish makes of a manuscript that has been read the files that people
// take away: the pages to read, the sheets of a booklet, the files of a print shop,
// a sheet to try the printer with, the EPUB, pages of the web, and a document of Word. Each is made as the book itself
// asks for it; what they have in common, pages and their drawing, is made once.
package publish

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/setup"
	"warraq/layout/display"
)

// Product is one of the files that are made of a book.
type Product string

const (
	PDF       Product = "pdf"        // the pages to read
	Booklet   Product = "booklet"    // the pages on sheets to print, fold and bind
	Press     Product = "press"      // the pages for a print shop, PDF/X-4
	Cover     Product = "cover"      // the cover around the book, for the print shop
	TestSheet Product = "test sheet" // one sheet to try the printer with
	EPUB      Product = "epub"       // the book as it reflows
	Word      Product = "docx"       // its text, for those who comment on it in Word
	SVG       Product = "svg"        // the pages as drawings, a file each
	PNG       Product = "png"        // the pages as pictures, a file each
	Web       Product = "web"        // the book as it reflows, a folder of pages
)

// Products are those of one file, in the order of a build; Folders those that are a
// folder of files, which [Edition.Make] makes.
var (
	Products = []Product{PDF, Booklet, Press, Cover, TestSheet, EPUB, Word}
	Folders  = []Product{Web}
)

// endings are what files of products are called behind the name of the book.
var endings = map[Product]string{
	PDF: ".pdf", Booklet: "-booklet.pdf", Press: "-press.pdf", Cover: "-cover.pdf", TestSheet: "-test-sheet.pdf", EPUB: ".epub", Word: ".docx",
	SVG: ".svg", PNG: ".png", Web: "-web",
}

// File is a product in memory, or one of the files of it.
type File struct {
	Product Product
	Name    string // "mybook-booklet.pdf"; in a folder, "mybook-web/index.html"
	Data    []byte
	Says    string // what is in it: "41 pages, 11 chapters"
}

// Make makes products in memory, the EPUB beside the others, in the order asked for.
// What fails stops only what is made of it, so that the error tells of all at once;
// the files are those that could be made.
func (e *Edition) Make(products ...Product) ([]File, error) {
	files, errs := make([][]File, len(products)), make([]error, len(products))
	one := func(i int) {
		if isFilePerPage(products[i]) {
			files[i], errs[i] = e.screens(products[i])
			return
		}
		if products[i] == Web {
			files[i], errs[i] = e.web()
			return
		}
		var data bytes.Buffer
		says, err := e.Write(&data, products[i])
		files[i], errs[i] = []File{{products[i], e.FileName(products[i]), data.Bytes(), says}}, err
	}
	var beside sync.WaitGroup
	for i, p := range products {
		if p == EPUB {
			beside.Go(func() { one(i) })
		}
	}
	for i, p := range products {
		if p != EPUB {
			one(i)
		}
	}
	beside.Wait()
	var made []File
	for i := range files {
		if errs[i] == nil {
			made = append(made, files[i]...)
		}
	}
	return made, content.Join(errs...)
}

// FileName is the base name of a product's file, with a star for the number where it is
// a file a page; of one that is a folder, that of the folder.
func (e *Edition) FileName(p Product) string {
	if isFilePerPage(p) {
		return e.opt.Name + "-*" + endings[p]
	}
	return e.opt.Name + endings[p]
}

// Has tells whether a product can be made: a book that says so has no booklet, and
// so no sheet to try its printer with.
func (e *Edition) Has(p Product) bool {
	return p != Booklet && p != TestSheet || e.doc.Setup.Booklet.Impose != setup.ImposeNone
}

// Write makes one product, and says what is in it. After an error what was written
// is of no use.
func (e *Edition) Write(w io.Writer, p Product) (says string, err error) {
	switch p {
	case PDF:
		return e.writePDF(w)
	case Booklet:
		return e.writeBooklet(w)
	case Press:
		return e.writePress(w)
	case Cover:
		return e.writeWrap(w)
	case TestSheet:
		return e.writeTestSheet(w)
	case EPUB:
		return e.writeEPUB(w)
	case Word:
		return e.writeWord(w)
	case SVG, PNG:
		return "", fmt.Errorf("%s is a file a page: Make makes them", p)
	case Web:
		return "", fmt.Errorf("%s is a folder: Make makes it", p)
	}
	return "", fmt.Errorf("there is no product %q", string(p))
}

// writePDF writes the pages to read.
func (e *Edition) writePDF(w io.Writer) (says string, err error) {
	pages, draft, err := e.drawn()
	if err != nil {
		return "", err
	}
	defer e.watch(Step(PDF))()
	return count(len(pages.Pages), "page", "pages") + ", " + e.chapters(), draft.Write(w)
}

// chapters says how many there are.
func (e *Edition) chapters() string { return count(len(e.doc.Chapters), "chapter", "chapters") }

// count is a number of things as it is said.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Dumps are the names of what Dump prints, in the order in which a book comes to be.
var Dumps = []string{"document", "lines", "pages", "words"}

// JSONDumps are the names of those of Dumps that other programs can read.
var JSONDumps = []string{"document", "pages"}

// DumpJSON prints one of JSONDumps as JSON, an object a line.
func (e *Edition) DumpJSON(w io.Writer, what string) error {
	switch what {
	case "document":
		return dump.JSON(w, e.doc)
	case "pages":
		pages, err := e.pages()
		if err != nil {
			return err
		}
		return pages.JSONPages(w)
	}
	return fmt.Errorf("there is no dump of %q in JSON", what)
}

// Dump prints one of Dumps as text: the book as it was read, its broken lines, its
// pages with each item in its place, its words with theirs.
func (e *Edition) Dump(w io.Writer, what string) error {
	if what == "document" {
		return dump.Document(w, e.doc)
	}
	pages, err := e.pages()
	if err != nil {
		return err
	}
	for _, d := range []struct {
		name  string
		print func(*display.Book, io.Writer) error
	}{
		{"lines", (*display.Book).DumpLines}, {"pages", (*display.Book).DumpPages}, {"words", (*display.Book).DumpWords},
	} {
		if d.name == what {
			return d.print(pages, w)
		}
	}
	return fmt.Errorf("there is no dump of %q", what)
}
