package main

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"sync"
	"time"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/epub"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/cover"
	"warraq/layout/pdf"
)

// This file is the road from a manuscript to its files: every call of another
// package's stage stands here.

// manuscript is a book that has been read, with what there is to tell of it.
type manuscript struct {
	doc      *content.Document
	name     string            // base name of the output
	date     time.Time         // what the files carry; zero: none
	warnings []content.Problem // what went wrong on the way without stopping it
	advice   []content.Problem // what could be better
	late     []content.Problem // the same, found on the pages
	faces    func() (*fonts.Set, error)
}

// bookOf makes every wanted product of src in memory. The manuscript is never
// nil, so that advice can be given when the book fails.
func bookOf(src source, f *buildFlags, p *progress) (*manuscript, []product, error) {
	p.stage("reading")
	m, err := readBook(src, f.book)
	if err != nil {
		return m, nil, err
	}
	if err := m.decide(f); err != nil {
		return m, nil, err
	}
	products, err := m.products(f, p)
	if err != nil {
		return m, nil, src.placed(err)
	}
	src.place(m.warnings)
	src.place(m.late)
	m.advice = append(m.advice, m.late...)
	if f.strict && len(m.warnings) > 0 {
		return m, nil, content.Problems(m.warnings)
	}
	return m, products, nil
}

// decide puts what the person asking says of sheets and press before what the
// book does.
func (m *manuscript) decide(f *buildFlags) error {
	b := &m.doc.Setup.Booklet
	if f.impose != "" {
		b.Impose = content.Imposition(slices.Index(content.Impositions, f.impose))
	}
	if f.duplex != "" {
		b.Duplex = content.Duplex(slices.Index(content.Duplexes, f.duplex))
	}
	if f.order != "" {
		m.doc.Setup.Press.Reversed = f.order == content.PageOrders[1]
	}
	if b.Impose == content.ImposeNone && f.sheets() {
		return withHint(errors.New("the book says that it has no booklet"), "take `none` out under `booklet:`, or give --impose saddle")
	}
	return nil
}

// wants tells whether a product of the book is to be made.
func (m *manuscript) wants(f *buildFlags, format string) bool {
	return f.wants(format) && !(format == "booklet" && m.doc.Setup.Booklet.Impose == content.ImposeNone)
}

// products makes the EPUB beside what is printed, once the pages are laid out,
// which the EPUB lists, and its cover is drawn. Without any wish for pages there
// are none.
func (m *manuscript) products(f *buildFlags, p *progress) ([]product, error) {
	prints := m.wants(f, "pdf") || m.wants(f, "booklet") || m.wants(f, "press")
	start := time.Now()
	var drawn front
	var drawing sync.WaitGroup
	if m.wants(f, "epub") {
		drawing.Go(func() { drawn = m.cover() })
	}
	var pages *layout.Book
	var layoutErr error
	if prints || m.wants(f, "cover") || m.wants(f, "epub") && m.doc.Setup.PageList == content.On {
		p.stage("laying out the pages")
		pages, layoutErr = m.pages()
	}
	laid := stage{"layout", time.Since(start)}
	var printed []product
	var reflowed product
	var printErr, flowErr error
	var both sync.WaitGroup
	if m.wants(f, "epub") {
		drawing.Wait()
		m.warnings = append(m.warnings, drawn.warnings...)
		both.Go(func() { reflowed, flowErr = m.epub(pages, drawn) })
	}
	if prints && layoutErr == nil {
		printed, printErr = m.printed(pages, f, p)
	}
	if m.wants(f, "epub") {
		p.stage("making the EPUB")
	}
	both.Wait()
	if flowErr != nil && flowErr == layoutErr { // a font that neither can read
		flowErr = nil
	}
	products := printed
	var wrapErr error
	if m.wants(f, "cover") && layoutErr == nil && printErr == nil {
		p.stage("drawing the cover")
		var wrapped product
		wrapped, wrapErr = m.wrap(pages)
		products = append(products, wrapped)
	}
	var trialErr error
	if f.testSheet {
		var sheet product
		sheet, trialErr = m.testSheet()
		products = append(products, sheet)
	}
	if reflowed.data != nil {
		products = append(products, reflowed)
	}
	if pages != nil && len(products) > 0 {
		products[0].stages = slices.Insert(products[0].stages, 0, laid)
	}
	return products, oneError(layoutErr, printErr, flowErr, trialErr, wrapErr)
}

// readBook reads the manuscript; its problems name files as reached from here.
func readBook(src source, opt book.Options) (*manuscript, error) {
	m := new(manuscript)
	doc, advice, err := book.Read(src.fsys, src.name, opt)
	for _, p := range advice {
		if p.Warns {
			m.warnings = append(m.warnings, p)
		} else {
			m.advice = append(m.advice, p)
		}
	}
	src.place(m.advice)
	if err != nil {
		return m, src.placed(err)
	}
	m.doc = doc
	m.faces = sync.OnceValues(func() (*fonts.Set, error) { return fonts.NewSet(m.fontFiles()) })
	m.name = fileName(cmp.Or(doc.Meta.Name, src.stem))
	m.date, err = bookDate(doc.Meta.Date)
	return m, err
}

// pages lays the book out.
func (m *manuscript) pages() (*layout.Book, error) {
	set, err := m.faces()
	if err != nil {
		return nil, err
	}
	return layout.Pages(m.doc, set, layout.Options{})
}

// printed makes what is printed, all of pages that are drawn once.
func (m *manuscript) printed(pages *layout.Book, f *buildFlags, p *progress) (products []product, err error) {
	m.warnings = append(m.warnings, pages.Warnings...)
	p.stage("drawing the pages")
	start := time.Now()
	draft, err := pdf.Draw(m.doc, pages, pdf.Options{Date: m.date, Producer: producer(), Standard: pdf.Standard(slices.Index(standards, f.pdf))})
	if err != nil {
		return nil, err
	}
	drawn := stage{"draw", time.Since(start)}
	if m.wants(f, "pdf") {
		p.stage("writing the PDF")
		out, err := m.pdf(pages, draft)
		if err != nil {
			return nil, err
		}
		products = append(products, out)
	}
	if m.wants(f, "booklet") {
		p.stage("writing the booklet")
		out, err := m.booklet(pages, draft)
		if err != nil {
			return nil, err
		}
		products = append(products, out)
	}
	if m.wants(f, "press") {
		p.stage("writing the file for the print shop")
		out, err := m.press(pages, draft)
		if err != nil {
			return nil, err
		}
		products = append(products, out)
	}
	products[0].stages = slices.Insert(products[0].stages, 0, drawn)
	return products, nil
}

// pdf writes the pages to read.
func (m *manuscript) pdf(pages *layout.Book, draft *pdf.Draft) (product, error) {
	start := time.Now()
	var b bytes.Buffer
	if err := draft.Write(&b); err != nil {
		return product{}, err
	}
	what := count(len(pages.Pages), "page", "pages") + ", " + m.chapters()
	return newProduct(m.name+".pdf", b.Bytes(), what, "pdf", start), nil
}

// chapters says how many there are.
func (m *manuscript) chapters() string { return count(len(m.doc.Chapters), "chapter", "chapters") }

// epub writes the book as it reflows, with a list of its pages where it has any.
func (m *manuscript) epub(pages *layout.Book, front front) (product, error) {
	if front.err != nil {
		return product{}, front.err
	}
	start := time.Now()
	faces, licence := m.epubFonts()
	opt := epub.Options{Date: m.date, Producer: producer(), Fonts: faces, FontLicence: licence, Cover: front.picture}
	if pages != nil && m.doc.Setup.PageList == content.On {
		opt.Pages = pages.Starts(m.doc)
	}
	var b bytes.Buffer
	if err := epub.Write(&b, m.doc, opt); err != nil {
		return product{}, err
	}
	out := newProduct(m.name+".epub", b.Bytes(), m.chapters(), "epub", start)
	out.stages = slices.Insert(out.stages, 0, stage{"cover", front.took})
	return out, nil
}

// newProduct is a file that is ready now.
func newProduct(name string, data []byte, what, step string, start time.Time) product {
	ready := time.Now()
	return product{file{name, data}, what, ready, []stage{{step, ready.Sub(start)}}}
}

// front is the cover of an EPUB.
type front struct {
	picture  []byte // none where the author gives one
	warnings []content.Problem
	took     time.Duration
	err      error
}

// cover draws the front of a book whose author gives no picture of it, and
// looks at the picture that an author gives.
func (m *manuscript) cover() (f front) {
	start := time.Now()
	if m.doc.Meta.Cover != "" {
		f.warnings = cover.Check(m.doc)
	} else if set, err := m.faces(); err != nil {
		f.err = err
	} else {
		panel := cover.Front(m.doc, set, cover.ScreenSize(m.doc))
		f.warnings = panel.Warnings
		f.picture, f.err = panel.PNG(cover.ScreenWidth)
	}
	f.took = time.Since(start)
	return f
}

// oneError joins the errors of both roads; what the author can mend comes as
// one list, each problem once.
func oneError(errs ...error) error {
	var all content.Problems
	seen := make(map[content.Problem]bool)
	for _, err := range errs {
		var ps content.Problems
		if err != nil && !errors.As(err, &ps) {
			return errors.Join(errs...)
		}
		for _, p := range ps {
			if !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	if all == nil {
		return nil
	}
	return all
}
