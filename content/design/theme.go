// Package design is what a designer decides of a book, as values that readers of
// themes make and emitters honour: a [Theme], lengths in several units, colours.
package design

// Theme is what a designer decides of a book: sizes, spaces, colours and
// ornaments, and nothing of its contents. Where a book names none it is [Plain].
// How each value looks in theme.yaml, and what it does, is said in
// content/book/theme.schema.json; layout and content/epub honour them.
type Theme struct {
	Name   string // of the built-in theme or of the file
	Colors Palette

	Page struct {
		Inner, Outer, Top, Bottom Length // margins; Inner is at the spine
		Measure                   Length // the widest the text may be; what is over goes to the margins
	}
	Body struct {
		Size     Length // zero: 12 points on A5, more on a wider page
		Leading  Length // baseline to baseline
		Indent   Length // of a paragraph's first line
		Between  Length // between paragraphs; whole leadings come of it
		Emphasis Emphasised
		Link     Ink
	}
	Chapter struct {
		Look
		Sink, Below Length   // above the title, and from it to the text
		Ornament    Ornament // under the title
		Rule        Length   // how long a rule is, and
		Weight      Length   // how thick
		OrnamentInk Ink
		Ground      Ink // of a band behind label and title
	}
	Section, Subsection struct {
		Look
		Above Length
	}
	Small struct{ Size, Leading Length } // tables, captions, boxes
	Notes struct {
		Size, Leading, Gap Length
		Rule               Length // the length of the rule above them; zero: none
	}
	Heads struct {
		Even, Odd Head
		Place     HeadPlace
		Size      Length
		Ink       Ink
		Rule      Ink // under the head, along the measure
	}
	Folio struct {
		Place FolioPlace
		Size  Length
		Ink   Ink
	}
	TitlePage struct {
		Style TitleStyle
		Size  Length
		Ink   Ink // of the title; of the band, where there is one
	}
	Cover struct { // of the book, where the author gives no picture of it
		Style                 CoverStyle
		Ground, Ink, Ornament Ink
		// Press are the inks that its own colours are printed with; nil: by rule.
		Press struct{ Ground, Ink, Ornament *CMYK }
	}
	Contents struct{ Dots bool } // leaders to the page numbers
	Quote    struct {
		Size, Inset Length
		Bar         Ink // at the start edge
	}
	Box struct {
		Ground, Bar, Frame, Title Ink
		Pad                       Length
	}
	Table struct {
		Header, HeaderText Ink // the ground of the header row, and what stands on it
		Zebra              Ink // the ground of every other row
		Rules              Ink // above and below the table and under its header
		Lines              Ink // between the rows
	}
	Captions struct {
		Align HeadAlign
		Bold  bool
		Ink   Ink
		Below bool // a table's caption stands under it
	}
	Code  struct{ Ground Ink }
	Break struct {
		Ornament Ornament
		Ink      Ink
	}
	Verse    struct{ Gap Length }         // between two hemistichs
	Epigraph struct{ Size, Inset Length } // Inset is a part of the measure
	Pull     struct {                     // pull quotes
		Size Length
		Bold bool
		Ink  Ink
		Rule Ink // above and below
	}
}

// Look is how a title is set.
type Look struct {
	Size  Length
	Bold  bool
	Align HeadAlign
	Ink   Ink
}

// Length is a measure of a design in one of several units.
type Length struct {
	Value float64
	Unit  Unit
}

// Unit is what a Length counts.
type Unit uint8

const (
	Points Unit = iota // of 1/72 inch
	Ems                // type sizes of running text
	Lines              // leadings of running text
	Parts              // of the whole it is taken from: the page, or the measure
)

// In gives a length in points: em and line are the size and the leading of
// running text, whole is what parts are taken from, all in points.
func (l Length) In(em, line, whole float64) float64 {
	return l.Value * [...]float64{1, em, line, whole}[l.Unit]
}

// HeadAlign is where a title or a caption stands.
type HeadAlign uint8

const (
	AtCenter HeadAlign = iota // in the middle of the measure
	AtStart                   // at its start edge, the right in Arabic
)

// Emphasised is how emphasis is shown where there is no italic face.
type Emphasised uint8

const (
	ByWeight Emphasised = iota // the bold face
	ByColor                    // the accent
)

// Head is what stands over a page.
type Head uint8

const (
	NoHead      Head = iota // nothing
	BookHead                // the title of the book
	ChapterHead             // that of the chapter
)

// HeadPlace is where running heads stand.
type HeadPlace uint8

const (
	HeadOuter  HeadPlace = iota // at the edge away from the fold
	HeadCenter                  // in the middle of the measure
	HeadInner                   // at the fold
)

// FolioPlace is where page numbers stand.
type FolioPlace uint8

const (
	FootCenter FolioPlace = iota // below the text, in the middle
	FootOuter                    // below it, at the outer edge
	TopOuter                     // above it, at the outer edge
	NoFolio                      // nowhere
)

// TitleStyle is the design of the title page.
type TitleStyle uint8

const (
	TitleCentered TitleStyle = iota // lines in the middle
	TitleStart                      // at the start edge, with a rule
	TitleBand                       // at the start edge, on a coloured band
)

// CoverStyle is the design of the cover.
type CoverStyle uint8

const (
	CoverFrame   CoverStyle = iota // a frame around the title, a star under it
	CoverBlock                     // the title at the start edge of a block of colour
	CoverLattice                   // the title on a panel over a lattice of stars
	CoverPlate                     // the title on a label
	CoverHills                     // the title in a sky over hills
)

// Ornament is text, or one of the names below.
type Ornament string

// Ornaments that are no text.
const (
	NoOrnament    Ornament = "none"
	RuleOrnament  Ornament = "rule"
	StarsOrnament Ornament = "stars" // three Arabic five-pointed ones
)
