package publish

import (
	"slices"
	"sync"
	"time"

	"warraq/content"
	"warraq/content/mend"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/cover"
	"warraq/layout/display"
	"warraq/layout/impose"
	"warraq/layout/pdf"
	"warraq/layout/picture"
	"warraq/layout/pixels"
	"warraq/layout/view"
)

// Options hold for all files of an edition.
type Options struct {
	Name     string    // base name of its files, without an ending
	Date     time.Time // goes into the files; zero: none
	Producer string    // names the program in the files
	Standard pdf.Standard
	// Memory is of the book as it was made before; nil for none.
	Memory   *Memory
	Pictures *picture.Memory
	Screens  Screens
	// MostPages is how many pages the book may have; 0 means any number.
	MostPages int64
	// Watch is told of each step as it begins, and calls what it gives at its end; of
	// steps that go side by side too. Nil: nobody watches.
	Watch func(Step) (done func())
}

// Step is a part of the work that takes time: making a [Product], or one of these.
type Step string

const (
	Layout Step = "layout"     // lines and pages
	Draw   Step = "draw"       // the pages as codes, for all that is printed
	Front  Step = "epub cover" // the picture of an EPUB's front
	Leaf   Step = "cover page" // the cover as pages
)

// found are the steps that find problems, in the order in which these are told.
var found = []Step{Front, Draw, Leaf, Step(Booklet), Step(Press), Step(Cover), Step(Word)}

// Edition is a book and what has been made of it. Its methods may be called side by
// side.
type Edition struct {
	doc *content.Document
	opt Options

	faces func() (*fonts.Set, error)
	pages func() (*display.Book, error)
	draft func() (*pdf.Draft, error)
	panel func() (*cover.Panel, error) // the front, where the author gives no picture of it
	front func() (picture []byte, err error)

	reflowed func() (*content.Document, error) // the book as it reflows

	mu    sync.Mutex
	told  map[Step][]content.Problem // what steps found
	laid  *display.Book              // pages, once they are there
	signs []content.Problem
}

// New begins an edition of a book. It writes the words of signs that no face of the
// book has in their place.
func New(doc *content.Document, opt Options) *Edition {
	e := &Edition{doc: doc, opt: opt, told: make(map[Step][]content.Problem)}
	e.faces = sync.OnceValues(func() (*fonts.Set, error) { return opt.Memory.faces(doc) })
	e.pages = sync.OnceValues(e.lay)
	e.draft = sync.OnceValues(e.draw)
	e.panel = sync.OnceValues(e.designFront)
	e.front = sync.OnceValues(e.drawFront)
	e.reflowed = sync.OnceValues(e.charted)
	e.signs = mend.SpellSigns(doc, e.hasSign)
	return e
}

// hasSign tells whether a face of the book has a sign; where the faces cannot be
// read, which is told when they are asked for, all have.
func (e *Edition) hasSign(r rune) bool {
	set, err := e.faces()
	if err != nil {
		return true
	}
	_, ok := set.Cover(fonts.Style{}, r)
	return ok
}

// Problems are warnings and advice that were found in what was made so far.
func (e *Edition) Problems() (problems []content.Problem) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, s := range found {
		for _, p := range e.told[s] {
			if !slices.Contains(problems, p) { // pages and cover may find the same
				problems = append(problems, p)
			}
		}
	}
	problems = append(problems, e.signs...)
	if set, err := e.faces(); err == nil {
		problems = append(problems, layout.FaceAdvice(e.doc, set, e.laid)...)
	}
	return problems
}

// tell keeps what a step found.
func (e *Edition) tell(s Step, problems []content.Problem) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.told[s] = problems
}

// warned are problems that are more than advice.
func warned(problems []content.Problem) []content.Problem {
	problems = slices.Clone(problems)
	for i := range problems {
		problems[i].Warns = true
	}
	return problems
}

// watch tells who watches of a step.
func (e *Edition) watch(s Step) (done func()) {
	if e.opt.Watch == nil {
		return func() {}
	}
	return e.opt.Watch(s)
}

// lay lays the book out.
func (e *Edition) lay() (*display.Book, error) {
	set, err := e.faces()
	if err != nil {
		return nil, err
	}
	defer e.watch(Layout)()
	pages, err := layout.Pages(e.doc, set, layout.Options{Memory: e.opt.Memory.pages(), Pictures: e.opt.Pictures, MostPages: e.opt.MostPages})
	e.mu.Lock()
	defer e.mu.Unlock()
	e.laid = pages
	return pages, err
}

// shown is the pages for who shows them, with what there is to tell of them.
func (e *Edition) shown() (*display.Book, error) {
	pages, err := e.pages()
	if err == nil {
		e.tell(Draw, slices.Concat(warned(pages.Warnings), pages.Advice))
	}
	return pages, err
}

// draw draws the pages for all that is printed of them.
func (e *Edition) draw() (*pdf.Draft, error) {
	pages, err := e.shown()
	if err != nil {
		return nil, err
	}
	if pages, err = e.covered(pages); err != nil {
		return nil, err
	}
	defer e.watch(Draw)()
	return pdf.Draw(e.doc, pages, pdf.Options{Date: e.opt.Date, Producer: e.opt.Producer, Standard: e.opt.Standard})
}

// drawn is the pages with their drawing.
func (e *Edition) drawn() (*display.Book, *pdf.Draft, error) {
	draft, err := e.draft()
	if err != nil {
		return nil, nil, err
	}
	pages, err := e.pages()
	return pages, draft, err
}

// drawFront draws the front of a book whose author gives no picture of it, and looks
// at the picture that an author gives.
func (e *Edition) drawFront() (picture []byte, err error) {
	if e.doc.Meta.Cover != "" {
		e.tell(Front, warned(cover.Check(e.doc)))
		return nil, nil
	}
	defer e.watch(Front)()
	panel, err := e.panel()
	if err != nil {
		return nil, err
	}
	e.tell(Front, warned(panel.Warnings))
	if panel.Drawn() {
		return panel.PNG(cover.ScreenWidth)
	}
	page := &display.Book{Pages: []*display.Page{{Number: 1, Items: panel.Items}}, Pictures: panel.Pictures}
	page.Style.Trim.W, page.Style.Trim.H = panel.W, panel.H
	return pixels.New(page, cover.ScreenWidth*72/panel.W).PNG(0)
}

// designFront designs the front as screens show it.
func (e *Edition) designFront() (*cover.Panel, error) {
	set, err := e.faces()
	if err != nil {
		return nil, err
	}
	return cover.Front(e.doc, set, cover.ScreenSize(e.doc)), nil
}

// View is the book as a screen shows it, with its sheets where it has any.
func (e *Edition) View() (*view.View, error) {
	pages, err := e.shown()
	if err != nil {
		return nil, err
	}
	b := &e.doc.Setup.Booklet
	var plan *impose.Plan
	if b.Impose != setup.ImposeNone {
		if plan, err = impose.Impose(len(pages.Pages), imposition(b, pages.Style)); err != nil {
			plan = nil // which is told when the sheets are asked for
		}
	}
	if plan != nil && e.doc.Setup.Wrap.Page {
		if coverSheet(plan, imposition(b, pages.Style), len(pages.Pages)) != nil {
			plan = nil
		}
	}
	if pages, err = e.covered(pages); err != nil {
		return nil, err
	}
	return view.New(e.doc, pages, plan, e.opt.Memory.drawings()), nil
}
