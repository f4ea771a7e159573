package epub

import (
	"bytes"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// compose writes every text document and deflates it with everything else that
// travels in the book, on as many goroutines as asked; then it names the book
// by what it holds. Files come first: a font takes longest.
func (e *edition) compose() error {
	var next atomic.Int64
	n := len(e.files) + len(e.pages)
	var g errgroup.Group
	for range min(e.opt.workers(), n) {
		g.Go(func() error {
			press, err := newPress()
			w := &writer{e: e}
			for i := int(next.Add(1)) - 1; i < n && err == nil; i = int(next.Add(1)) - 1 {
				err = e.composeOne(i, w, press)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, pg := range e.pages {
		e.problems = append(e.problems, pg.problems...)
	}
	if len(e.problems) > 0 {
		return e.problems
	}
	e.id = e.identifier()
	return nil
}

// composeOne makes the ith part of files and pages.
func (e *edition) composeOne(i int, w *writer, press *press) (err error) {
	if i < len(e.files) {
		f := e.files[i]
		if f.part, err = press.seal(f.part.data); err != nil {
			err = fmt.Errorf("%s: %w", f.name, err)
		}
		return err
	}
	pg := e.pages[i-len(e.files)]
	if pg.part, err = press.seal(bytes.Clone(w.render(pg))); err != nil {
		err = fmt.Errorf("%s: %w", pg.name, err)
	}
	return err
}
