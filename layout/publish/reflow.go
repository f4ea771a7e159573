package publish

import (
	"io"

	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/docx"
	"warraq/content/epub"
	"warraq/content/epub/compose"
	"warraq/content/setup"
	"warraq/content/web"
)

// writeEPUB writes the book as it reflows, with a list of its pages where it has
// any. Pages that cannot be made are told of with what the EPUB itself lacks.
func (e *Edition) writeEPUB(w io.Writer) (says string, err error) {
	opt := epub.Options{Date: e.opt.Date, Producer: e.opt.Producer, Fonts: compose.FontsOf(e.doc), Kept: e.opt.Pictures.Outlives(), Shape: e.shape}
	var front errgroup.Group // the front is drawn while the pages are laid out
	front.Go(func() (err error) { opt.Cover, err = e.front(); return err })
	starts, unlaid := e.starts()
	if err := front.Wait(); err != nil {
		return "", content.Join(err, unlaid)
	}
	opt.Pages = starts
	defer e.watch(Step(EPUB))()
	doc, err := e.reflowed()
	if err != nil {
		return "", content.Join(err, unlaid)
	}
	return e.chapters(), content.Join(unlaid, epub.Write(w, doc, opt))
}

// shape is how large a picture of the book is, in pixels or in units of its own.
func (e *Edition) shape(src string) (width, height float64, drawn bool) {
	a := e.doc.Assets[src]
	if a == nil {
		return 0, 0, false
	}
	p, err := e.opt.Pictures.Read(a.Data)
	switch {
	case err != nil:
		return 0, 0, false
	case p.Drawing != nil:
		return p.Drawing.Width, p.Drawing.Height, true
	}
	return float64(p.Width), float64(p.Height), false
}

// web makes the book as a folder of pages.
func (e *Edition) web() ([]File, error) {
	starts, unlaid := e.starts()
	defer e.watch(Step(Web))()
	doc, err := e.reflowed()
	if err != nil {
		return nil, content.Join(err, unlaid)
	}
	made, err := web.Write(doc, web.Options{Producer: e.opt.Producer, Fonts: compose.FontsOf(e.doc), Pages: starts, Shape: e.shape})
	if err = content.Join(unlaid, err); err != nil {
		return nil, err
	}
	files := make([]File, len(made))
	for i, f := range made {
		files[i] = File{Web, e.FileName(Web) + "/" + f.Name, f.Data, e.chapters()}
	}
	return files, nil
}

// writeWord writes the text for Word.
func (e *Edition) writeWord(w io.Writer) (says string, err error) {
	defer e.watch(Step(Word))()
	lacking, err := docx.Write(w, e.doc)
	e.tell(Step(Word), warned(lacking))
	return e.chapters(), err
}

// starts are where the pages of the printed book begin; none for a book without a
// list of them.
func (e *Edition) starts() ([]content.PageStart, error) {
	if e.doc.Setup.PageList != setup.On {
		return nil, nil
	}
	pages, err := e.pages()
	if err != nil {
		return nil, err
	}
	return pages.Starts(e.doc), nil
}
