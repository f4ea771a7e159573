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
		return m, nil, m.failed(src, f, err)
	}
	if err := m.decide(f); err != nil {
		return m, nil, err
	}
	products, err := m.products(f, p)
	if err != nil {
		return m, nil, m.failed(src, f, src.placed(err))
	}
	src.place(m.warnings)
	src.place(m.late)
	m.advice = append(m.advice, m.late...)
	if f.strict && len(m.warnings) > 0 {
		return m, nil, content.Problems(m.warnings)
	}
	return m, products, nil
}

// failed is the error of a book that cannot be made, with the warnings where these
// are errors too: the author is told of all at once.
func (m *manuscript) failed(src source, f *buildFlags, err error) error {
	src.place(m.warnings)
	if !f.strict || len(m.warnings) == 0 {
		return err
	}
	return oneError(err, content.Problems(m.warnings))
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

// wants tells whether any of these products of the book is to be made.
func (m *manuscript) wants(f *buildFlags, formats ...string) bool {
	return slices.ContainsFunc(formats, func(format string) bool {
		return f.wants(format) && !(format == "booklet" && m.doc.Setup.Booklet.Impose == content.ImposeNone)
	})
}

// products makes all that is wanted: the pages, what is printed of them, the
// cover around them and the test sheet; beside these the EPUB, which lists the
// pages. What fails stops only what is made of it, so that the author is told of
// all at once.
func (m *manuscript) products(f *buildFlags, p *progress) ([]product, error) {
	drawn := beside(func() front { return m.front(f) })
	pages, laid, err := m.laidOut(f, p)
	m.warnings = append(m.warnings, drawn().warnings...)
	m.late = append(m.late, m.faceAdvice(pages)...)
	reflowed := beside(func() batch { return m.reflowed(f, pages, drawn()) })
	batches := []batch{
		{err: err},
		m.printed(f, p, pages),
		m.wrapped(f, p, pages),
		m.tried(f),
	}
	if m.wants(f, "epub") {
		p.stage("making the EPUB")
	}
	products, err := join(append(batches, reflowed()))
	if pages != nil && len(products) > 0 {
		products[0].stages = slices.Insert(products[0].stages, 0, laid)
	}
	return products, err
}

// batch is what a part of the road makes, and why it is not more.
type batch struct {
	products []product
	err      error
}

// one is the batch of a single product.
func one(out product, err error) batch {
	if err != nil {
		return batch{err: err}
	}
	return batch{products: []product{out}}
}

// join puts batches one behind the other.
func join(batches []batch) (products []product, err error) {
	errs := make([]error, len(batches))
	for i, b := range batches {
		products = append(products, b.products...)
		errs[i] = b.err
	}
	return products, oneError(errs...)
}

// beside runs a part of the road beside others; who asks for what it makes waits
// for it.
func beside[T any](run func() T) (wait func() T) {
	made := make(chan T, 1)
	go func() { made <- run() }()
	return sync.OnceValue(func() T { return <-made })
}

// readBook reads the manuscript; its problems name files as reached from here.
func readBook(src source, opt book.Options) (*manuscript, error) {
	m := new(manuscript)
	var err error
	if opt.Theme, err = src.theme(opt.Theme.Name); err != nil {
		return m, err
	}
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
	m.faces = sync.OnceValues(m.readFaces)
	m.spellSigns()
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

// laidOut lays the book out where anything that is wanted needs pages; else there
// are none.
func (m *manuscript) laidOut(f *buildFlags, p *progress) (pages *layout.Book, laid stage, err error) {
	listed := m.wants(f, "epub") && m.doc.Setup.PageList == content.On
	if !listed && !m.wants(f, "pdf", "booklet", "press", "cover") {
		return nil, stage{}, nil
	}
	p.stage("laying out the pages")
	start := time.Now()
	pages, err = m.pages()
	return pages, stage{"layout", time.Since(start)}, err
}

// printed makes what is printed, all of pages that are drawn once.
func (m *manuscript) printed(f *buildFlags, p *progress, pages *layout.Book) (b batch) {
	if pages == nil || !m.wants(f, "pdf", "booklet", "press") {
		return batch{}
	}
	m.warnings = append(m.warnings, pages.Warnings...)
	m.advice = append(m.advice, pages.Advice...)
	p.stage("drawing the pages")
	start := time.Now()
	draft, err := pdf.Draw(m.doc, pages, pdf.Options{Date: m.date, Producer: producer(), Standard: pdf.Standard(slices.Index(standards, f.pdf))})
	if err != nil {
		return batch{err: err}
	}
	drawn := stage{"draw", time.Since(start)}
	for _, step := range []struct {
		format, says string
		write        func(*layout.Book, *pdf.Draft) (product, error)
	}{
		{"pdf", "writing the PDF", m.pdf},
		{"booklet", "writing the booklet", m.booklet},
		{"press", "writing the file for the print shop", m.press},
	} {
		if !m.wants(f, step.format) {
			continue
		}
		p.stage(step.says)
		out, err := step.write(pages, draft)
		if err != nil {
			return batch{err: err}
		}
		b.products = append(b.products, out)
	}
	b.products[0].stages = slices.Insert(b.products[0].stages, 0, drawn)
	return b
}

// wrapped makes the cover around the book.
func (m *manuscript) wrapped(f *buildFlags, p *progress, pages *layout.Book) batch {
	if pages == nil || !m.wants(f, "cover") {
		return batch{}
	}
	p.stage("drawing the cover")
	return one(m.wrap(pages))
}

// tried makes the sheet to try the printer with.
func (m *manuscript) tried(f *buildFlags) batch {
	if !f.testSheet {
		return batch{}
	}
	return one(m.testSheet())
}

// reflowed makes the EPUB.
func (m *manuscript) reflowed(f *buildFlags, pages *layout.Book, front front) batch {
	if !m.wants(f, "epub") {
		return batch{}
	}
	return one(m.epub(pages, front))
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
	opt := epub.Options{Date: m.date, Producer: producer(), Fonts: m.epubFonts(), Cover: front.picture}
	if pages != nil && m.doc.Setup.PageList == content.On {
		opt.Pages = pages.Starts(m.doc)
	}
	var b bytes.Buffer
	if err := epub.Write(&b, m.doc, opt); err != nil {
		return product{}, err
	}
	out := newProduct(m.name+".epub", b.Bytes(), m.chapters(), "epub", start)
	out.stages = slices.Insert(out.stages, 0, stage{"epub cover", front.took})
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

// front draws the front of a book whose author gives no picture of it, and looks
// at the picture that an author gives. Without an EPUB there is none.
func (m *manuscript) front(f *buildFlags) (drawn front) {
	start := time.Now()
	if !m.wants(f, "epub") {
		return front{}
	}
	if m.doc.Meta.Cover != "" {
		drawn.warnings = cover.Check(m.doc)
	} else if set, err := m.faces(); err != nil {
		drawn.err = err
	} else {
		panel := cover.Front(m.doc, set, cover.ScreenSize(m.doc))
		drawn.warnings = panel.Warnings
		drawn.picture, drawn.err = panel.PNG(cover.ScreenWidth)
	}
	drawn.took = time.Since(start)
	return drawn
}

// oneError joins the errors of all products, each told once; what the author can
// mend comes as one list.
func oneError(errs ...error) error {
	var all content.Problems
	var others []error
	told := make(map[string]bool)
	for _, err := range errs {
		var ps content.Problems
		switch {
		case err == nil:
		case errors.As(err, &ps):
			for _, p := range ps {
				if !told[p.String()] {
					told[p.String()] = true
					all = append(all, p)
				}
			}
		case !told[err.Error()]: // a font, say, that neither can read
			told[err.Error()] = true
			others = append(others, err)
		}
	}
	switch {
	case others == nil && all == nil:
		return nil
	case others == nil:
		return all
	case all != nil:
		others = append(others, all)
	}
	return errors.Join(others...)
}
