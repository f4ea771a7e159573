// Package intake takes in what authors wrote with other programs. A reader a format
// (content/docx …) gives the paragraphs of a file as they lie there; here is decided
// what they are: which lines are lists whose numbers were typed, which captions
// belong to what, what language the text is in, where chapters begin. The result is
// the same for all formats: [content.Chapter]s that [scribe.Chapter] can write,
// and a report.
//
// Nothing is lost in silence: a word of the file stands in the chapters, or the
// report tells of it.
package intake

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/content/scribe"
)

// Text is what a reader finds in a file.
type Text struct {
	Pieces []Piece
	// Title and the others are what the file says of itself outside its text; what
	// stands in its text as a title goes before.
	Title, Subtitle string
	Authors         []string
	Sure            bool   // Title is the title, not the name of a template
	Cover           string // one of Pictures
	// Lang is the language of most of the text, as far as the file says; see
	// [Tongue].
	Lang Tongue
	// Quiet is the language that the program gives to foreign words of which nobody
	// said anything, as "en".
	Quiet    string
	Pictures []Picture
	Report   Report
}

// Piece is a *Paragraph or a *Solid.
type Piece interface{ piece() }

// Solid is a block that needs no decision: a table, a figure, a poem.
type Solid struct{ content.Block }

// Paragraph is a paragraph before it is decided what it is.
type Paragraph struct {
	Line  scribe.Line
	Role  Role
	Level int // of a heading, from 1; 0 for what is none
	// Classes of a heading, where it is that of a part, an appendix and the like.
	Classes []string
	Item    *Item // of a list; nil for what is none
	// Label is how many bytes of the line's plain text are the label and the number
	// of a caption, «شكل 3», which the book writes itself; 0 for none.
	Label int

	// Gaps are where tabs stand in the line's plain text, in bytes.
	Gaps []int

	// What tells a heading by its look.
	Bold    bool    // all of its letters are
	Size    float64 // of most of its letters, in points; 0 where it is not known
	Centred bool
}

// Role is what its style says of a paragraph.
type Role uint8

const (
	Body  Role = iota // running text
	Title             // of the book, as Subtitle and Author are
	Subtitle
	Author
	Caption // of the picture or table beside it
	Quote   // a paragraph of a quotation
	Code    // a line of a listing
	Term    // of a list of definitions
	Meaning // what a term means
)

// Item says that a paragraph is an item of a list.
type Item struct {
	List   string // items of one list have the same
	Level  int    // from 0
	Style  locale.ListStyle
	Number int // of an ordered list
}

func (*Paragraph) piece() {}
func (*Solid) piece()     {}

// Options are the wishes of the person asking.
type Options struct {
	// Guess takes short bold lines in larger type for headings.
	Guess bool
}
