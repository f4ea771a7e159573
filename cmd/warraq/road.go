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
	printed, reflowed, err := m.products(f, p)
	if err != nil {
		return m, nil, src.placed(err)
	}
	src.place(m.warnings)
	if f.strict && len(m.warnings) > 0 {
		return m, nil, content.Problems(m.warnings)
	}
	var products []product
	for _, out := range []product{printed, reflowed} {
		if out.data != nil {
			products = append(products, out)
		}
	}
	return m, products, nil
}

// products makes the PDF and the EPUB side by side once the pages are laid out,
// which the EPUB lists, and its cover is drawn. Without either wish for pages
// there are none.
func (m *manuscript) products(f *buildFlags, p *progress) (printed, reflowed product, err error) {
	lists := f.wants("epub") && m.doc.Setup.PageList == content.On
	start := time.Now()
	var drawn front
	var drawing sync.WaitGroup
	if f.wants("epub") {
		drawing.Go(func() { drawn = m.cover() })
	}
	var pages *layout.Book
	var layoutErr error
	if f.wants("pdf") || lists {
		p.stage("laying out the pages")
		pages, layoutErr = m.pages()
	}
	laid := time.Since(start)
	var printErr, flowErr error
	var both sync.WaitGroup
	if f.wants("epub") {
		drawing.Wait()
		m.warnings = append(m.warnings, drawn.warnings...)
		both.Go(func() { reflowed, flowErr = m.epub(pages, drawn) })
	}
	if f.wants("pdf") && layoutErr == nil {
		p.stage("writing the PDF")
		printed, printErr = m.pdf(pages, pdf.Standard(slices.Index(standards, f.pdf)))
		printed.stages = slices.Insert(printed.stages, 0, stage{"layout", laid})
	}
	p.stage("making the EPUB")
	both.Wait()
	if flowErr != nil && flowErr == layoutErr { // a font that neither can read
		flowErr = nil
	}
	if f.wants("epub") && !f.wants("pdf") && pages != nil {
		reflowed.stages = slices.Insert(reflowed.stages, 0, stage{"layout", laid})
	}
	return printed, reflowed, oneError(layoutErr, printErr, flowErr)
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

// pdf writes the pages, to a standard.
func (m *manuscript) pdf(pages *layout.Book, standard pdf.Standard) (product, error) {
	start := time.Now()
	m.warnings = append(m.warnings, pages.Warnings...)
	var b bytes.Buffer
	if err := pdf.Write(&b, m.doc, pages, pdf.Options{Date: m.date, Producer: producer(), Standard: standard}); err != nil {
		return product{}, err
	}
	ready := time.Now()
	return product{
		file:     file{m.name + ".pdf", b.Bytes()},
		pages:    len(pages.Pages),
		chapters: len(m.doc.Chapters),
		ready:    ready,
		stages:   []stage{{"pdf", ready.Sub(start)}},
	}, nil
}

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
	ready := time.Now()
	return product{
		file:     file{m.name + ".epub", b.Bytes()},
		chapters: len(m.doc.Chapters),
		ready:    ready,
		stages:   []stage{{"cover", front.took}, {"epub", ready.Sub(start)}},
	}, nil
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
