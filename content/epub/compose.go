package epub

import (
	"bytes"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/epub/ocf"
	"warraq/content/epub/pages"
	"warraq/content/epub/plan"
	"warraq/fonts"
)

// composition is a publication on its way into its file.
type composition struct {
	*plan.Publication
	opt  Options
	seen fonts.Runes // what stands outside tags
}

// begin plans the publication of a document.
func begin(doc *content.Document, opt Options) (*composition, error) {
	planned, err := plan.New(doc, plan.Options{Date: opt.Date, Longest: opt.Longest, Cover: opt.Cover, Pages: opt.Pages})
	if err != nil {
		return nil, err
	}
	return &composition{Publication: planned, opt: opt}, nil
}

// render writes every text document, and those that are too long as several; then
// it names the book by what it holds.
func (c *composition) render() error {
	c.renderAll()
	for c.Split() { // all anew: links lead elsewhere, and are longer
		c.Survey()
		c.renderAll()
	}
	for _, pg := range c.Pages {
		c.Problems = append(c.Problems, pg.Problems...)
	}
	if len(c.Problems) > 0 {
		return c.Problems
	}
	c.ID = c.MakeID()
	c.show(string(pages.Nav(c.Publication)))
	for _, pg := range c.Pages {
		c.show(string(pg.Part.Data))
	}
	c.planFonts()
	return nil
}

func (c *composition) renderAll() {
	c.share(len(c.Pages), func(next func() (int, bool)) error {
		w := pages.NewWriter(c.Publication)
		for i, ok := next(); ok; i, ok = next() {
			c.Pages[i].Part = ocf.Part{Data: bytes.Clone(w.Page(c.Pages[i]))}
		}
		return nil
	})
}

// compose deflates the text documents and everything else that travels in the
// c. Files come first: a font takes longest.
func (c *composition) compose() error {
	return c.share(len(c.Files)+len(c.Pages), func(next func() (int, bool)) error {
		deflater, err := ocf.NewDeflater()
		for i, ok := next(); ok && err == nil; i, ok = next() {
			err = c.composeOne(i, deflater)
		}
		return err
	})
}

// share runs work on as many goroutines as asked; next gives each number below n
// to one of them.
func (c *composition) share(n int, work func(next func() (int, bool)) error) error {
	var last atomic.Int64
	next := func() (int, bool) {
		i := int(last.Add(1)) - 1
		return i, i < n
	}
	var g errgroup.Group
	for range min(c.opt.workers(), n) {
		g.Go(func() error { return work(next) })
	}
	return g.Wait()
}

// composeOne seals the ith part of files and pages.
func (c *composition) composeOne(i int, deflater *ocf.Deflater) (err error) {
	if i < len(c.Files) {
		f := c.Files[i]
		if f.Subset {
			f.Part.Data = fonts.Subset(f.Part.Data, &c.Text)
		}
		if f.Part, err = deflater.Seal(f.Part.Data); err != nil {
			err = fmt.Errorf("%s: %w", f.Name, err)
		}
		return err
	}
	pg := c.Pages[i-len(c.Files)]
	if pg.Part, err = deflater.Seal(pg.Part.Data); err != nil {
		err = fmt.Errorf("%s: %w", pg.Name, err)
	}
	return err
}
