package main

import (
	"errors"
	"io/fs"
	"slices"
	"sync"
	"time"

	"warraq"
)

// This file is the road from a source to its files in memory.

// making is a build at work.
type making struct {
	u    *ui
	src  source
	f    *buildFlags
	p    *progress
	book *warraq.Book
	said []warraq.Problem // of a book that was found as an earlier build made it

	mu    sync.Mutex
	took  map[warraq.Step]time.Duration
	ready map[warraq.Step]time.Time
}

// begin begins a build.
func begin(u *ui, src source, f *buildFlags, p *progress) *making {
	return &making{u: u, src: src, f: f, p: p, took: make(map[warraq.Step]time.Duration), ready: make(map[warraq.Step]time.Time)}
}

// phrases are what is shown while a step lasts.
var phrases = map[warraq.Step]string{
	warraq.Layout:                 "laying out the pages",
	warraq.Draw:                   "drawing the pages",
	warraq.Step(warraq.PDF):       "writing the PDF",
	warraq.Step(warraq.Booklet):   "writing the booklet",
	warraq.Step(warraq.Press):     "writing the file for the print shop",
	warraq.Step(warraq.Cover):     "drawing the cover",
	warraq.Step(warraq.TestSheet): "drawing the test sheet",
	warraq.Step(warraq.EPUB):      "making the EPUB",
	warraq.Step(warraq.Word):      "writing the document of Word",
	warraq.Step(warraq.SVG):       "drawing the pages",
	warraq.Step(warraq.PNG):       "drawing the pages",
	warraq.Step(warraq.Web):       "writing the pages for the web",
}

// watch shows a step while it lasts, and keeps how long that was.
func (m *making) watch(s warraq.Step) (done func()) {
	if phrase := phrases[s]; phrase != "" {
		m.p.stage(phrase)
	}
	start := time.Now()
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.ready[s] = time.Now()
		m.took[s] = m.ready[s].Sub(start)
	}
}

// files reads the manuscript and makes every wanted product of it in memory.
func (m *making) files() ([]warraq.File, error) {
	m.p.stage("reading")
	opt, err := m.src.options(m.f.book)
	if err != nil {
		return nil, err
	}
	opt.Watch = m.watch
	files, err := m.foundOrMade(opt)
	if err != nil {
		return nil, err
	}
	if m.f.strict {
		if warnings, _ := m.problems(); len(warnings) > 0 {
			return nil, warraq.Problems(warnings)
		}
	}
	return files, nil
}

// make reads the manuscript as a file system gives it, and makes what is wanted.
func (m *making) make(fsys fs.FS, opt warraq.Options) (files []warraq.File, err error) {
	if m.book, err = warraq.Open(fsys, m.src.name, opt); err != nil {
		return nil, m.failed(err)
	}
	wanted, err := m.wanted()
	if err != nil {
		return nil, err
	}
	if files, err = m.book.Make(wanted...); err != nil {
		return nil, m.failed(err)
	}
	return files, nil
}

var errNoBooklet = errors.New("the book says that it has no booklet")

// allProducts are all that can be made, in the order of a build.
var allProducts = slices.Concat(warraq.Products, warraq.FilePerPage, warraq.Folders)

// wanted are the products that are asked for and that the book has.
func (m *making) wanted() (products []warraq.Product, err error) {
	if m.f.sheets() && !m.book.Has(warraq.Booklet) {
		return nil, withHint(errNoBooklet, "take `none` out under `booklet:`, or give --impose saddle")
	}
	for _, p := range allProducts {
		if m.f.wants(p) && m.book.Has(p) {
			products = append(products, p)
		}
	}
	return products, nil
}

// problems are those of the manuscript so far, as reached from here.
func (m *making) problems() (warnings, advice []warraq.Problem) {
	all := slices.Clone(m.said)
	if m.book != nil {
		all = m.book.Problems()
	}
	for _, p := range m.src.place(all) {
		if p.Warns {
			warnings = append(warnings, p)
		} else {
			advice = append(advice, p)
		}
	}
	return warnings, advice
}

// failed is the error of a book that cannot be made, with the warnings where these
// are errors too: the author is told of all at once.
func (m *making) failed(err error) error {
	err = m.src.placed(err)
	if m.f.strict {
		if warnings, _ := m.problems(); len(warnings) > 0 {
			return warraq.Join(err, warraq.Problems(warnings))
		}
	}
	return err
}

// order is that in which steps are told of.
var order = []warraq.Step{warraq.Layout, warraq.Draw, warraq.Step(warraq.PDF), warraq.Step(warraq.Booklet), warraq.Step(warraq.Press),
	warraq.Step(warraq.Cover), warraq.Step(warraq.TestSheet), warraq.Front, warraq.Step(warraq.EPUB), warraq.Step(warraq.Word),
	warraq.Step(warraq.SVG), warraq.Step(warraq.PNG), warraq.Step(warraq.Web)}

// steps are the steps that were taken.
func (m *making) steps() (steps []warraq.Step) {
	for _, s := range order {
		if _, taken := m.ready[s]; taken {
			steps = append(steps, s)
		}
	}
	return steps
}

// readyAt is when a product was made: now, where an earlier build made it.
func (m *making) readyAt(p warraq.Product) time.Time {
	if at, made := m.ready[warraq.Step(p)]; made {
		return at
	}
	return time.Now()
}
