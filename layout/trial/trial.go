// Package trial designs a sheet to try a printer with, before a book is printed:
// one sheet of the book's own, imposed as the book is, its pages with their numbers,
// rulers along its edges and a cross in its middle. It tells whether the printer
// turns about the right edge, keeps the size, how much of the sheet it leaves
// white, and how far front and back are apart.
package trial

import (
	"slices"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/impose"
	"warraq/layout/paragraph"
)

const mm = setup.Millimetre

// Sheet designs the sheet of a book that is imposed by opt. Its pages are as large
// as the sheet: those of the book, which take the place of pages, and last what
// lies over its front and its back.
func Sheet(doc *content.Document, set *fonts.Set, opt impose.Options) (*display.Book, *impose.Plan, error) {
	pages := 4
	if opt.Scheme == impose.FourUp {
		pages = 8
	}
	opt.Signature, opt.Blanks = 0, nil
	plan, err := impose.Impose(pages, opt)
	if err != nil {
		return nil, nil, err
	}
	d := &designer{
		plan: plan, opt: opt, page: display.Rect{W: plan.Trim.W, H: plan.Trim.H}, style: format.Of(doc),
		digits: locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits),
		comp:   paragraph.NewCompositor(set, paragraph.NewWords()),
	}
	d.words, d.lang = &locale.Of(doc.Meta.Lang).Sheet, doc.Meta.Lang
	if !locale.Has(d.lang) {
		d.lang = locale.Of(d.lang).Tag
	}
	d.unit = min(plan.Trim.W/(148*mm), plan.Trim.H/(210*mm))
	book := &display.Book{Style: d.style}
	book.Style.Trim = setup.Size(plan.Size)
	for n := range pages {
		d.items = nil
		d.numbered(n + 1)
		book.Pages = append(book.Pages, &display.Page{Number: n + 1, Items: d.items})
	}
	for range 2 {
		d.items = nil
		d.over()
		book.Pages = append(book.Pages, &display.Page{Number: len(book.Pages) + 1, Items: d.items})
	}
	d.lay(pages)
	return book, plan, nil
}

// lay moves the places of pages as large as the sheet, so that their top left
// corners are those of the book's, and puts what lies over both sides.
func (d *designer) lay(pages int) {
	sheet := &d.plan.Sheets[0]
	higher := d.plan.Size.H - d.plan.Trim.H
	for i, side := range []*impose.Side{&sheet.Front, &sheet.Back} {
		over := impose.Place{Page: pages + i}
		for k := range *side {
			p := &(*side)[k]
			if p.Turned {
				over.X, over.Y, over.Turned = d.plan.Size.W, d.plan.Size.H, true
				p.Y += higher
			} else {
				p.Y -= higher
			}
		}
		*side = append(*side, over)
	}
}

// designer draws the pages of the sheet.
type designer struct {
	plan   *impose.Plan
	opt    impose.Options
	page   display.Rect
	style  format.Style
	unit   float64 // 1 on an A5 page
	words  *locale.Sheet
	lang   string // of the words
	digits locale.Digits
	comp   *paragraph.Compositor

	items []display.Item
}

// Measures of a page, in parts of its height.
const (
	numberPart = 0.2  // size of its number
	numberFoot = 0.4  // its baseline
	spineAt    = 0.48 // the arrow towards the spine
	wordsAt    = 0.56 // the words
)

// clear is how far the words stay from the edges, where the rulers are.
const clear = 19 * mm

// numbered draws a page of the book: its number, where its head and its spine are,
// and what to look for.
func (d *designer) numbered(n int) {
	w, h := d.page.W, d.page.H
	d.text(locale.FormatInt(n, d.digits), fonts.Style{Bold: true}, numberPart*h, 0, numberFoot*h, w)
	d.up(w/2, clear, 7*mm)
	d.text(d.words.Head, fonts.Style{}, 9*d.unit, 0, clear+12*mm, w)
	d.spine(n, spineAt*h)
	foot := wordsAt * h
	if n <= len(d.words.Pages) {
		for _, say := range d.words.Pages[n-1] {
			foot = d.text(d.say(say), fonts.Style{}, 11*d.unit, clear, foot+17*d.unit, w-2*clear)
		}
	}
	if n == 1 {
		d.fifty(w/2, foot+16*d.unit)
	}
}

// spine draws an arrow towards the spine of a page.
func (d *designer) spine(n int, y float64) {
	x, length := d.page.W/2, 22*mm*d.unit
	if right := d.opt.Right == (n%2 == 1); !right {
		length = -length
	}
	d.arrow(x, y, length)
	d.text(d.words.Spine, fonts.Style{}, 9*d.unit, 0, y+5*mm, d.page.W)
}

// over draws what lies over a side: rulers, the names of the edges, a cross in the
// middle, and the fold or the cuts.
func (d *designer) over() {
	w, h := d.plan.Size.W, d.plan.Size.H
	for _, l := range slices.Concat(d.plan.Folds, d.plan.Cuts) {
		d.rule(l.X1, h-l.Y2, max(l.X2-l.X1, hair), max(l.Y2-l.Y1, hair), faint)
	}
	d.frames()
	d.edges()
	d.cross(w/2, h/2)
}
