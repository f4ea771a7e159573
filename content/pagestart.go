package content

import (
	"unicode"

	"warraq/content/char"
)

// PageStart is where a printed page begins in the document: what an EPUB needs to
// mark the page at the same word. A page that begins nothing of the document's
// (a blank one, one that only continues a footnote, the imprint, later pages of
// the contents) has none.
type PageStart struct {
	Number int    // physical, from 1
	Folio  string // as printed or shown by a viewer; empty: the page has none
	Front  bool   // the folio is one of a sequence that the front matter has for itself
	Value  int    // what the folio counts, from 1

	ID      ID // of the part that the page begins in
	Run     Run
	Letters int // how many letters of that run stand before the page, as IsLetter counts
}

// Run tells the texts of a part from each other.
type Run uint8

// The runs of text.
const (
	OwnRun         Run = iota // what a part says itself: its words, title, term, lines
	CaptionRun                // of a figure
	AttributionRun            // under a quotation or a poem
)

// IsLetter tells a character that stands in the manuscript, on the page and in an
// EPUB alike and so can be counted to find the same place in each: all that is
// seen but spaces and bars. Beside these a picture in the text counts as one,
// and so does all that a reference says, which differs between page and EPUB;
// the call of a note counts as none.
func IsLetter(r rune) bool {
	return char.IsGraphic(r) && r != char.Tatweel && !unicode.IsSpace(r) && !char.In(r, char.Zs)
}
