package setup

// Booklet says how the book is imposed, in a file of sheets to print, fold or
// cut, beside the one to read. Lengths are in points.
type Booklet struct {
	Impose Imposition
	// Sheet is that of the printer; zero: the one that suits the pages.
	Sheet Size
	// Signature is how many pages are folded together; 0: what suits the scheme.
	Signature int
	Blanks    Blanks
	Duplex    Duplex
	// Caliper is how thick a leaf of the paper is: by as much, pages move towards
	// the spine from each sheet to the next one within. 0: they do not.
	Caliper float64
	// Fold and Trim ask for marks where sheets are folded or cut through, and where
	// the pages are cut. Where the book does not say which it wants, Marked is false, and
	// larger sheets than the pages need are marked where they are cut.
	Fold, Trim, Marked bool
	// Margin is the edge of the sheet on which the printer prints nothing; 0: that
	// of most.
	Margin float64
}

// Blanks are the blank pages that fill the sheets.
type Blanks struct {
	After      []int // pages of the PDF, from 1, behind each of which one comes; 0: before the first
	BeforeLast bool  // those that are still missing come before the last page, not behind it
}

// Imposition is how sheets become a book.
type Imposition uint8

const (
	ImposeSaddle  Imposition = iota // folded, one within the other, stapled through the fold
	ImposePerfect                   // folded in signatures, whose backs are glued or sewn
	Impose2Up                       // cut down the middle
	Impose4Up                       // cut across and down the middle
	ImposeNone                      // no sheets
)

// Impositions are the names of the schemes.
var Impositions = []string{ImposeSaddle: "saddle", ImposePerfect: "perfect", Impose2Up: "2up", Impose4Up: "4up", ImposeNone: "none"}

// String is the scheme's name in a manuscript.
func (i Imposition) String() string { return Impositions[i] }

// Duplex is the edge about which a printer turns a sheet over.
type Duplex uint8

const (
	ShortEdge Duplex = iota
	LongEdge
)

// Duplexes are their names.
var Duplexes = []string{ShortEdge: "short-edge", LongEdge: "long-edge"}

// String is the edge's name in a manuscript.
func (d Duplex) String() string { return Duplexes[d] }
