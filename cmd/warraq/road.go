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
}

// bookOf makes every wanted product of src in memory. The manuscript is never
// nil, so that advice can be given when the book fails.
func bookOf(src source, f *buildFlags, p *progress) (*manuscript, []product, error) {
	p.stage("reading")
	m, err := readBook(src, f.book)
	if err != nil {
		return m, nil, err
	}
	var (
		printed, reflowed product
		printErr, flowErr error
		both              sync.WaitGroup
	)
	if f.wants("epub") {
		both.Go(func() { reflowed, flowErr = m.epub() })
	}
	if f.wants("pdf") {
		printed, printErr = m.pdf(p, pdf.Standard(slices.Index(standards, f.pdf)))
	}
	p.stage("making the EPUB")
	both.Wait()
	if err := oneError(printErr, flowErr); err != nil {
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
	m.name = fileName(cmp.Or(doc.Meta.Name, src.stem))
	m.date, err = bookDate(doc.Meta.Date)
	return m, err
}

// pages lays the book out.
func (m *manuscript) pages() (*layout.Book, error) {
	set, err := fonts.NewSet(m.fontFiles())
	if err != nil {
		return nil, err
	}
	return layout.Pages(m.doc, set, layout.Options{})
}

// pdf lays the book out and writes it, to a standard.
func (m *manuscript) pdf(p *progress, standard pdf.Standard) (product, error) {
	start := time.Now()
	p.stage("laying out the pages")
	pages, err := m.pages()
	if err != nil {
		return product{}, err
	}
	m.warnings = append(m.warnings, pages.Warnings...)
	laid := time.Now()
	p.stage("writing the PDF")
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
		stages:   []stage{{"layout", laid.Sub(start)}, {"pdf", ready.Sub(laid)}},
	}, nil
}

// epub writes the book as it reflows.
func (m *manuscript) epub() (product, error) {
	start := time.Now()
	faces, licence := m.epubFonts()
	var b bytes.Buffer
	err := epub.Write(&b, m.doc, epub.Options{Date: m.date, Producer: producer(), Fonts: faces, FontLicence: licence})
	if err != nil {
		return product{}, err
	}
	ready := time.Now()
	return product{
		file:     file{m.name + ".epub", b.Bytes()},
		chapters: len(m.doc.Chapters),
		ready:    ready,
		stages:   []stage{{"epub", ready.Sub(start)}},
	}, nil
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
