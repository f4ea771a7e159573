package epub

import (
	"bytes"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"warraq/content/epub/ocf"
	"warraq/fonts"
)

// render writes every text document, and those that are too long as several; then
// it names the book by what it holds.
func (e *edition) render() error {
	e.renderAll()
	for e.split() { // all anew: links lead elsewhere, and are longer
		e.survey()
		e.renderAll()
	}
	for _, pg := range e.pages {
		e.problems = append(e.problems, pg.problems...)
	}
	if len(e.problems) > 0 {
		return e.problems
	}
	e.id = e.identifier()
	e.show(string(e.nav()))
	for _, pg := range e.pages {
		e.show(string(pg.part.Data))
	}
	e.planFonts()
	return nil
}

func (e *edition) renderAll() {
	e.share(len(e.pages), func(next func() (int, bool)) error {
		w := &writer{e: e}
		for i, ok := next(); ok; i, ok = next() {
			e.pages[i].part = ocf.Part{Data: bytes.Clone(w.render(e.pages[i]))}
		}
		return nil
	})
}

// compose deflates the text documents and everything else that travels in the
// book. Files come first: a font takes longest.
func (e *edition) compose() error {
	return e.share(len(e.files)+len(e.pages), func(next func() (int, bool)) error {
		deflater, err := ocf.NewDeflater()
		for i, ok := next(); ok && err == nil; i, ok = next() {
			err = e.composeOne(i, deflater)
		}
		return err
	})
}

// share runs work on as many goroutines as asked; next gives each number below n
// to one of them.
func (e *edition) share(n int, work func(next func() (int, bool)) error) error {
	var last atomic.Int64
	next := func() (int, bool) {
		i := int(last.Add(1)) - 1
		return i, i < n
	}
	var g errgroup.Group
	for range min(e.opt.workers(), n) {
		g.Go(func() error { return work(next) })
	}
	return g.Wait()
}

// composeOne seals the ith part of files and pages.
func (e *edition) composeOne(i int, deflater *ocf.Deflater) (err error) {
	if i < len(e.files) {
		f := e.files[i]
		if f.subset {
			f.part.Data = fonts.Subset(f.part.Data, &e.text)
		}
		if f.part, err = deflater.Seal(f.part.Data); err != nil {
			err = fmt.Errorf("%s: %w", f.name, err)
		}
		return err
	}
	pg := e.pages[i-len(e.files)]
	if pg.part, err = deflater.Seal(pg.part.Data); err != nil {
		err = fmt.Errorf("%s: %w", pg.name, err)
	}
	return err
}
