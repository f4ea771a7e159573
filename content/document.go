// Package content is the book: a document model that knows nothing of where a
// manuscript came from (Markdown, plain text) or what it becomes (pages, an
// EPUB). It is the one source of truth for structure: the reading order of its
// tree is the order of the EPUB's text and of the PDF's tags.
//
// Readers live below it (content/markdown, content/plain) and build a
// [Document]; packages mend and supply put its text right; package number then gives
// every block its ID, counts what is counted, and puts in what a book makes of itself.
// Each goes over the tree by [Walk], [Texts], a [Walker], or edits it by [EditInlines].
package content

import (
	"fmt"

	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// ID names a block in reading order, from 1. Layout carries it as an opaque
// number from the block to the ink; 0 means ink that belongs to no block.
// IDs are given by package number and are dense.
type ID int32

// Pos is a place in the manuscript: what an author needs to mend a mistake.
// Line counts from 1; 0 means the whole file.
type Pos struct {
	File string
	Line int
}

// String gives "file:line", or "file" where there is no line.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Document is one book.
type Document struct {
	Meta  Meta
	Setup setup.Book
	Said  Said
	// Chapters in reading order, parts and the matter before and behind them too.
	Chapters []*Chapter
	Front    FrontMatter // what stands before them
	// Assets are the files the manuscript refers to, by the name it uses.
	// Readers load them; emitters never touch a file system.
	Assets map[string]*Asset
	// Abbreviations that the manuscript defines, in its order. Package supply
	// finds them in the text.
	Abbreviations []Abbreviation
}

// Gathered tells whether the notes of the book stand at its end, in [Endnotes], not
// in their chapters.
func (d *Document) Gathered() bool {
	for _, c := range d.Chapters {
		if c.Role != roles.Notes {
			continue
		}
		for _, b := range c.Blocks {
			if _, ok := b.(*Endnotes); ok {
				return true
			}
		}
	}
	return false
}

// Said is where the manuscript speaks of what only layout can judge: of the sheets, of the
// file for a print shop, of the cover around the book. Zero: nowhere.
type Said struct{ Booklet, Press, Wrap Pos }

// Data is the bytes of a file that the manuscript names; nil for none.
func (d *Document) Data(name string) []byte {
	if a := d.Assets[name]; a != nil {
		return a.Data
	}
	return nil
}

// Meta says what the book is. All texts are as the author wrote them.
type Meta struct {
	Name        string // base name of output files, without extension
	Title       string
	Subtitle    string
	Authors     []string
	Lang        string           // BCP 47, "ar-MA"
	Dir         locale.Direction // RTL or LTR once read; never Auto
	Date        string           // ISO 8601, possibly only a year, possibly empty
	Publisher   string
	Rights      string
	Description string
	Identifier  string // URN or URL; empty: derived from the contents
	ISBN        string
	Cover       string // name in Assets, or empty
	CoverAlt    string
	Logo        string  // of the publisher, a name in Assets, or empty
	Printed     Printed // what an imprint says beside these

	// What only catalogues show.
	TitleSort    string            // the title as it is filed
	Sorts        map[string]string // how people are filed, by their names
	Contributors []Contributor
	Series       Series
	Access       AccessClaim
}

// Printed is what an author asks of an imprint. All texts are as written; what is empty
// is not said.
type Printed struct {
	// Full has the imprint say all that is known of the book, each behind its word, in
	// the order of its country; else it says no more than description, rights, ISBN and
	// publisher.
	Full bool

	Edition, Printing      string
	Place, Printer         string
	Deposit, ISSN, Licence string
	Funders                []string
}

// Asset is a file that belongs to the book.
type Asset struct {
	Name  string // as the manuscript names it
	Media string // "image/png"
	Data  []byte
	Pos   Pos // where it is named first

	// Whole is the font file of which Data is one design, and Design says which, where the
	// file has others.
	Whole  []byte
	Design *setup.FontChoice
}

// Chapter is a top division of the book: a file of the EPUB, an entry of the
// contents, a fresh page in print.
type Chapter struct {
	Place
	Role  roles.Role
	Title []Inline // never empty once read
	// Number counts the ordinary chapters from 1, and so the parts and the
	// appendices; 0 for every other role.
	Number int
	Matter roles.Matter // in which it stands
	Part   *Chapter     // the part it belongs to, nil for none
	Blocks []Block
	// Notes in the order of their first reference in the chapter, numbered
	// from 1 by package number.
	Notes []*Note
}

// Place is what every block has: its ID, where it stands in the manuscript,
// and what the author attached to it. It is embedded in each Block.
type Place struct {
	ID  ID
	Pos Pos
	Attr
}

// At gives access to the Place of any Block.
func (p *Place) At() *Place { return p }
