// Package locale is what a language brings to a book, a file each: the words that the
// book says of itself, its direction, digits and letters, and how it counts. It needs
// no document.
package locale

// Language is what a language brings to a book beside what the CLDR knows of its
// dates and numbers. Each has a file of its own, ar.go, fa.go, whose comment says
// what its words rest on. It is whole or absent: a test fails on a field that is
// empty. What a language does not have is said too: [none].
type Language struct {
	Tag     string            // BCP 47, as its words are written
	Name    string            // in English, as advice speaks of it
	Dir     Direction         // RTL or LTR
	Digits  Digits            // usual where Regions says nothing (CLDR, defaultNumberingSystem)
	Regions map[string]Digits // those usual in regions that go another way

	Words       Words
	Boxes       Boxes
	Quotes      [2]Quotes // the outer marks, and those of a quotation within
	Punctuation Punctuation
	Articles    []string // written with their word: an index passes over them, a thing that is meant has the first
	Particles   []string // lead to the word behind them: no line of a title ends in one
	Pages       Pages
	Imprint     Imprint
	Screen      Screen
	Chart       Chart
	Site        Site
	Sheet       Sheet
}

// none is what a language has that has nothing of a kind.
var none = []string{}

// Words are the few words that the book itself sets.
type Words struct {
	Contents     string // heading of the contents page
	Introduction string // title of the text before the first chapter
	Chapter      string
	Appendix     string
	Sources      string
	Colophon     string
	Notes        string // name of the notes that stand at the end of a chapter or of the book
	Note         string // one note, for readers of the screen
	Page         string
	Author       string
	Table        string
	Figure       string
	Cover        string
	TitlePage    string
	Return       string // the way back from a note to its text
	Part         string // a part of several chapters
	Dedication   string
	Preface      string
	Glossary     string
	Index        string
	Figures      string // heading of the list of figures
	Tables       string // heading of the list of tables
	See          string // from an entry of the index to another
	SeeAlso      string
	Draft        string // behind the text of a book that is none yet
	NextPage     string // where the picture of a caption stands,
	NextPages    string // and one over two facing pages
	Continued    string // behind the number of a table that goes on
}

// Boxes are the titles of boxes that their author gave none.
type Boxes struct{ Note, Warning, Example, Summary, Tip, Important, Caution string }

// Quotes are quotation marks, with the spaces inside them.
type Quotes struct{ Open, Close string }

// Punctuation is what stands between the parts of an entry of the index, and
// between names, with its spaces.
type Punctuation struct {
	Before    string // between the term and its first place
	Comma     string // between places
	Semicolon string // before other terms
	Colon     string // behind a label, with the space before it that French has
}

// Pages is how a text speaks of a page, so that it can leave that unsaid where
// there are none.
type Pages struct {
	Said     []Said   // the longer before what they end in
	Pointers []string // words that point to a page, those nearest to it first
	Joined   []string // particles that are written with the word behind them
}

// Said is how a page is spoken of before its number, and what leads to the name of
// a thing in its place: nothing, mostly.
type Said struct{ Page, Thing string }

// Screen is what only an EPUB says to its reader.
type Screen struct {
	Landmarks  string // heading of the landmarks
	Start      string // the first chapter, among the landmarks
	CoverOf    string // before the title: what the cover shows
	Done, Open string // the state of a task
	// The accessibility summary: first what is true of every book, then what
	// may be true of this one.
	Summary                string
	WithImages, BareImages string
	WithNotes, WithTables  string
	WithPages              string
	Pages                  string // heading of the page list
}

// Chart is what is said of a chart to those who do not see it.
type Chart struct {
	Bar, Stacked, Line, Pie string // what it is
	Data                    string // heading of the table that it is drawn of
}

// Site is what only the web edition says to its reader.
type Site struct {
	Skip           string // to the text, past what is the same on every page
	Previous, Next string // page of the site
	Sections       string // heading of the sections on a page
	Search         string // the box in which words are searched for
	Found, Nothing string // before the number of places; where there is none
}

// Sheet is what stands on the sheet to try a printer with. DUPLEX in it stands for
// the flag with the other edge; its numbers are written in the book's digits.
type Sheet struct {
	Head, Spine string // beside the arrows
	Short, Long string // names of edges
	Turn        string // at the edge about which the printer turns
	Pages       [4][2]string
}
