// Package display is what a book has become when it is laid out: a list of what is
// drawn on each page, in points, and where every part of the document begins. It says
// nothing of how it came to be.
package display

import (
	"warraq/content"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Book is a document laid out: what emitters draw.
type Book struct {
	Pages []*Page
	// Spots tells where each part of the document begins that stands on the
	// pages, and each span that others lead to.
	Spots map[content.ID]Spot
	// Pictures are the images of the pages, by the names of their assets.
	Pictures map[string]*picture.Picture
	// Warnings are what an author should know: characters no font has,
	// images that are broken or coarse.
	Warnings []content.Problem
	// Advice is what could be better: tables in small type, those that are turned, and
	// figures much smaller than is natural to them.
	Advice []content.Problem
	Style  format.Style

	// Before and Behind are how many of the pages, at the beginning and at the end, are
	// of the cover: no page of the book.
	Before, Behind int

	Rounds   int // in which its numbers settled
	MainFrom int // pages before the main matter; negative where there is none
}

// CoverID is what belongs to the cover as a page has for its block: none of the text.
const CoverID content.ID = -1

// Spot is a place on a page.
type Spot struct {
	Page int     // index in Book.Pages
	Y    float64 // points from the top edge
}

// Page is one page of the book: a display list in reading order, with the
// furniture last. All measures are points; x grows to the right from the left
// edge of the trimmed page, y grows downwards from its top edge.
type Page struct {
	Number int    // physical, from 1
	Folio  string // as printed or shown by a viewer
	Items  []Item

	Free bool // its text left the grid
}

// Odd tells an odd page: in a book that opens from the right the left-hand
// one of a spread.
func (p *Page) Odd() bool { return p.Number%2 == 1 }

// Blocks are the blocks that the page has ink of, each once, in its order: what stands
// for no block is not among them.
func (p *Page) Blocks() (ids []content.ID) {
	seen := make(map[content.ID]bool)
	for _, it := range p.Items {
		if id := Owner(it); id != 0 && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// Owner is the block that an item belongs to, 0 for none.
func Owner(it Item) content.ID {
	switch it := it.(type) {
	case *Text:
		return it.Elem
	case *Rule:
		return it.Elem
	case *Image:
		return it.Elem
	case *Link:
		return it.Elem
	}
	return 0
}

// Item is one of *Text, *Rule, *Image, *Link, and nothing else. Elem is the block
// it belongs to, 0 for none: what the book says of itself (its title), or an
// artifact: a folio, a rule, a header that stands again.
type Item interface{ item() }

// Text is a line of text. X is the left end of its measure, from which the
// pieces of the line count; Y is its baseline.
type Text struct {
	X, Y float64
	Line *paragraph.Line
	Elem content.ID
	Part Part
	Turn Turn
}

// IsArtifact tells a text that belongs to no element of the structure: furniture,
// or what stands again.
func (t *Text) IsArtifact() bool {
	return t.Elem == 0 && (t.Part == 0 || t.Part <= RunningHead)
}

// Turn is how a line is turned about the left end of its measure, on its
// baseline, or an image in its rectangle.
type Turn int8

const (
	Upright   Turn = 0
	TurnLeft  Turn = 1  // a quarter anticlockwise: the letters' heads to the left
	TurnRight Turn = -1 // a quarter clockwise: their heads to the right
)

// Rule is a filled rectangle, or a dotted leader along its middle.
type Rule struct {
	Rect
	Color  paragraph.Color
	Dotted bool
	Elem   content.ID
}

// Link makes a rectangle lead somewhere: to an address outside, or to a block.
type Link struct {
	Rect
	URL  string     // outside the book; empty for a link inside
	Dest content.ID // inside the book
	Text string     // what the link says, for those who cannot see it
	Elem content.ID
	// Mark is that of the pieces it lies on, in the Text before it; 0 where the
	// whole of that leads.
	Mark int32
}

func (*Text) item() {}
func (*Rule) item() {}
func (*Link) item() {}

// Rect is a rectangle with its top left corner at X, Y.
type Rect struct{ X, Y, W, H float64 }

// At is a rectangle moved by x and y.
func (r Rect) At(x, y float64) Rect { return Rect{r.X + x, r.Y + y, r.W, r.H} }

// On is the part of a rectangle that lies on a page of a size.
func (r Rect) On(w, h float64) Rect {
	x, y := max(r.X, 0), max(r.Y, 0)
	return Rect{x, y, max(0, min(r.X+r.W, w)-x), max(0, min(r.Y+r.H, h)-y)}
}

// Moved gives a copy of an item, shifted.
func Moved(it Item, x, y float64) Item {
	switch it := it.(type) {
	case *Text:
		t := *it
		t.X, t.Y = it.X+x, it.Y+y
		return &t
	case *Rule:
		r := *it
		r.Rect = it.At(x, y)
		return &r
	case *Image:
		m := *it
		m.Rect = it.At(x, y)
		if it.Crop != nil {
			crop := it.Crop.At(x, y)
			m.Crop = &crop
		}
		return &m
	case *Link:
		l := *it
		l.Rect = it.At(x, y)
		return &l
	}
	return it
}

// Image is a picture drawn in a rectangle.
type Image struct {
	Rect
	Asset string // its name in content.Document.Assets and in Book.Pictures
	Alt   string // what it shows, for those who cannot see it
	Elem  content.ID
	Crop  *Rect // what of it shows; nil: all
	Turn  Turn  // how it is turned within the rectangle
}

func (*Image) item() {}
