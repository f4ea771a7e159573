// Package impose says where the pages of a book lie on the sheets of a press or
// an office printer, so that the sheets, folded or cut and put together, are the
// book. It knows page numbers and lengths, nothing of what is on a page.
package impose

import (
	"cmp"
	"errors"
	"fmt"
	"math"
)

// Scheme is how sheets become a book.
type Scheme uint8

const (
	// Saddle: sheets folded once, one within the other, and stapled through the
	// fold. A thick book is several such signatures, one behind the other.
	Saddle Scheme = iota
	// Perfect: as Saddle, in signatures of 16 pages, whose backs are glued.
	Perfect
	// TwoUp: sheets cut down the middle; the stack of left halves goes below that
	// of right ones (the other way round where the binding is at the left).
	TwoUp
	// FourUp: sheets cut across and down the middle into four stacks, in the order
	// of reading.
	FourUp
)

// Edge is one about which a printer turns a sheet over.
type Edge uint8

const (
	// ShortEdge is what booklets on landscape sheets are usually printed with.
	ShortEdge Edge = iota
	LongEdge
)

// Options say how to impose. The zero value is a booklet bound at the left, in
// one signature, the sheets turned over at their short edge.
type Options struct {
	Scheme Scheme
	// Right tells a binding at the right, of a book that is read from right to left.
	Right bool
	// Signature is how many pages a signature has, a multiple of 4. 0: 16 for
	// Perfect, and for Saddle all of them, as long as they are no more than can be
	// folded, else about 32. Cut sheets have none.
	Signature int
	// Turn is the edge about which the printer turns sheets over.
	Turn Edge
	// Caliper is how thick a leaf is, in points. By as much, pages move towards the
	// spine from each sheet of a signature to the next one within.
	Caliper float64
	// Blanks are pages, from 1, behind each of which a blank one is put; a page may
	// be named more than once, and 0 is a blank before the first. The blanks that
	// are still missing come behind the last page, or, with BeforeLast, before it, so
	// that it is the back of the book.
	Blanks     []int
	BeforeLast bool
	// Trim is the size of a page, Sheet that of the sheet, in points. A Sheet of
	// zero is as large as the pages on it. A sheet lies as they need it, whichever of
	// its sides is named first.
	Trim, Sheet Size
	// Fold asks for marks where sheets are folded or cut through, Crop for marks
	// where the pages end.
	Fold, Crop bool
	// Margin is the edge of the sheet on which the printer prints nothing, in points;
	// 0: UsualMargin.
	Margin float64
}

// UsualMargin is the edge on which office printers print nothing, in points: a
// sixth of an inch, 4.2 mm.
const UsualMargin = 12.0

// Size is that of a page or a sheet, in points.
type Size struct{ W, H float64 }

// String is the size in millimetres, as a person who asks for paper would say it.
func (s Size) String() string {
	return fmt.Sprintf("%.0f × %.0f mm", s.W/mm, s.H/mm)
}

// Plan is where every page lies.
type Plan struct {
	Sheets []Sheet
	Size   Size    // of all sheets
	Folds  []Line  // on each
	Cuts   []Line  // between the pages of each
	Trim   Size    // of a page
	Marks  Marks   // that are printed
	Margin float64 // at the edges of the sheet, on which nothing is printed
}

// Sheet is one of both sides. A sheet's signature and its place in that, from the
// outermost, count from 0.
type Sheet struct {
	Front, Back Side
	Signature   int
	Within      int
}

// Side is one side of a sheet, as it is printed.
type Side []Place

// Place is where a page lies.
type Place struct {
	Page   int     // index among the pages of the book; -1 for a blank
	X, Y   float64 // of its left bottom corner; where it is turned, of its right top one. Points from the sheet's left bottom corner
	Turned bool    // upside down
	Right  bool    // its spine is at its own right
	Creep  float64 // how far it has been moved towards its spine, points
}

// Line is one to fold or to cut along, in points.
type Line struct{ X1, Y1, X2, Y2 float64 }

// Impose places a number of pages. Signatures that cannot be folded, and sheets
// that do not hold the pages, are errors.
func Impose(pages int, opt Options) (*Plan, error) {
	opt.Sheet, opt.Margin = lie(opt.Sheet, opt.need()), cmp.Or(opt.Margin, UsualMargin)
	if err := opt.check(pages); err != nil {
		return nil, err
	}
	g := newGrid(opt)
	p := &Plan{Size: g.sheet, Folds: g.folds(opt), Cuts: g.cuts(opt), Trim: opt.Trim, Marks: g.marks(opt), Margin: opt.Margin}
	order := padded(pages, opt)
	if !opt.folded() {
		p.Sheets = g.stack(order)
		return p, nil
	}
	each := opt.signature(len(order))
	for n := 0; len(order) > 0; n++ {
		to := min(each, len(order))
		p.Sheets = append(p.Sheets, g.fold(order[:to], n, opt.Caliper)...)
		order = order[to:]
	}
	return p, nil
}

func (o *Options) folded() bool { return o.Scheme == Saddle || o.Scheme == Perfect }

const (
	// perfectSignature is how many pages a signature of a glued book has: four
	// sheets, which fold well.
	perfectSignature = 16
	// mostSaddle is how many pages one signature may have: twenty sheets, more than
	// which no usual stapler goes through and no fold holds.
	mostSaddle = 80
	// sewnSignature is about how many the signatures of a thicker book have.
	sewnSignature = 32
)

// signature is how many pages a signature has, of a number in all.
func (o *Options) signature(pages int) int {
	switch {
	case o.Signature > 0:
		return o.Signature
	case o.Scheme == Perfect:
		return perfectSignature
	case pages > mostSaddle:
		n := (pages + sewnSignature - 1) / sewnSignature
		return (pages/4 + n - 1) / n * 4 // alike, so that the last is no single sheet
	}
	return pages
}

// check refuses what cannot be done.
func (o *Options) check(pages int) error {
	need := o.need()
	switch {
	case pages < 1:
		return errors.New("a book without pages has no sheets")
	case o.Scheme > FourUp:
		return fmt.Errorf("there is no scheme %d", o.Scheme)
	case !isLength(o.Trim.W) || !isLength(o.Trim.H) || o.Trim.W == 0 || o.Trim.H == 0:
		return fmt.Errorf("pages of %g × %g points have no area", o.Trim.W, o.Trim.H)
	case o.Signature < 0 || o.Signature%4 != 0:
		return fmt.Errorf("a signature of %d pages cannot be folded, give a multiple of 4", o.Signature)
	case !isLength(o.Caliper) || !isLength(o.Margin):
		return fmt.Errorf("paper of %g points, with a margin of %g, is none", o.Caliper, o.Margin)
	case o.Sheet != (Size{}) && (!holds(o.Sheet, need) || !isLength(o.Sheet.W) || !isLength(o.Sheet.H)):
		return fmt.Errorf("a sheet of %v does not hold pages that take %v side by side, give a larger sheet (`sheet: …`) or make the page smaller",
			o.Sheet, need)
	}
	for _, b := range o.Blanks {
		if b < 0 || b > pages {
			return fmt.Errorf("a blank behind page %d: the book has %d pages, give the number of one of them, or 0 for before the first", b, pages)
		}
	}
	return nil
}

// isLength tells a length that can be measured: none is below 0, or has no end.
func isLength(v float64) bool { return v >= 0 && v <= math.MaxFloat32 }
