// Package setup is what the author of a book asked of its form: page and paper, numbers,
// the setting of the text, the sheets, the file for a print shop and the cover around
// it. Its zero values are good defaults.
package setup

import (
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/locale/cldr"
)

// Book is what the author asked about the form of the book: the part of
// book.yaml that is not bibliography. Its zero value is the good default.
type Book struct {
	Page     Size          // trim size; zero: A5
	Margins  Margins       // those that the book says itself
	Theme    *design.Theme // the design; nil: Plain
	Digits   locale.Digits
	Opening  Opening
	Floats   Floats
	Notes    NoteNumbering
	Contents Toggle // a contents page
	// ContentsDepth is the level of the deepest divisions that the contents list: 1 the
	// chapters, 2 their sections …; 0: see [Book.Listed].
	ContentsDepth int
	TitlePage     Toggle
	HalfTitle     bool   // a page with the title alone, before the title page
	PageList      Toggle // of the printed pages, in the EPUB
	Fonts         Fonts
	Folios        Folios
	Numbering     Numbering
	// SectionNumbers is how many numbers that of a section has at most, its chapter's
	// among them; 0: see [Book.SectionDepth].
	SectionNumbers int
	LineNumbers    LineNumbers
	Heads          RunningHeads
	Draft          Draft
	Normalize      Normalize
	Unsaid         []string    // codes of messages that are switched off
	Locale         cldr.Choice // how dates and numbers are written in fields

	Justification Justification
	Kashida       Kashida
	Hyphenation   Toggle // Latin words may be parted at a line's end by their language
	Numbers       Numbers
	Hanging       bool // punctuation may hang into the margin

	Article Article // whether the index sorts by the Arabic article

	Booklet Booklet // the file of sheets
	Press   Press   // the file for a print shop
	Wrap    Wrap    // the cover around the book
	Leaf    float64 // of the paper, how thick it is, points; 0: DefaultLeaf
}

// Size is a width and a height in points (1/72 inch).
type Size struct{ W, H float64 }

// Opening says on which page a chapter begins.
type Opening uint8

const (
	OpenAuto Opening = iota // as OpenOdd; in a text of a few pages no page is left blank
	OpenOdd                 // on the next odd page, a left-hand one in an Arabic book
	OpenAny                 // on the next page
)

// Floats says which figures and tables need not stand where they are written: the text
// below them may fill the page, and they head the next. What an author says of one of
// them goes before it.
type Floats uint8

const (
	FloatCaptioned Floats = iota // those that their captions tell apart
	FloatAll                     // whatever they hold
	FloatNone                    // each stands where it is written
)

// NoteNumbering says where the numbers of notes begin again.
type NoteNumbering uint8

const (
	NotesByPage    NoteNumbering = iota // on each page
	NotesByChapter                      // in each chapter
	NotesAtEnd                          // by chapter, gathered at the end of the book
)

// Toggle is a switch whose zero value is on.
type Toggle uint8

const (
	On Toggle = iota
	Off
)

// Normalize chooses, kind by kind, what is mended in the manuscript's text.
// Everything not chosen is only reported as advice. Presentation forms are
// mapped to base letters always.
type Normalize struct {
	Spaces      bool // a space before ، ؛ : . ؟ ! is taken away, doubled spaces are folded
	Tatweel     bool // U+0640 typed by hand is taken away, unless it carries a mark
	Composition bool // NFC
	Punctuation bool // ASCII ? , ; between Arabic words become ؟ ، ؛
	Markdown    bool // marks that a space has spoilt, ** words ** and [text] (address), are read as they were meant
	Honorifics  bool // صلى الله عليه وسلم and (ص) become ﷺ, عز وجل becomes ﷻ; a choice, no slip is reported
}

// Draft asks for words behind the text of each page, which say that the book is none yet:
// Words, or those of its language. The date of the book stands behind them.
type Draft struct {
	On    bool
	Words string
}

// Design is the theme of the book, with the margins that the book says itself.
func (s *Book) Design() *design.Theme {
	if s.Theme == nil {
		return s.Margins.On(design.Plain())
	}
	return s.Margins.On(s.Theme)
}

// Article says whether an index sorts a term by its Arabic article.
type Article uint8

const (
	ArticleAuto    Article = iota // passed over in a book whose language is Arabic
	ArticleIgnored                // «الكتاب» stands under ك
	ArticleCounted                // «الكتاب» stands under ا
)

// String is the value of dumps.
func (a Article) String() string { return [...]string{"auto", "ignored", "counted"}[a] }
