package content

import (
	"warraq/content/imprint"
	"warraq/content/roles"
)

// FrontMatter is what a book makes of itself before its chapters; each is nil where the book
// has none. Package number fills it. Half-title, title page and the imprint on its back come
// first, the contents behind the dedications. What they say is said elsewhere
// too, so [Texts] does not enter them. Their IDs come behind all others: those of
// the text are the same whatever stands before it.
type FrontMatter struct {
	HalfTitle *TitlePage // the title alone
	TitlePage *TitlePage
	Imprint   *Imprint
	Contents  *Contents
}

// TitlePage says title, subtitle, authors, publisher and year, one line each. The
// first is the title.
type TitlePage struct {
	Place
	Lines []*Line
}

// Imprint says what the book is about, whose it is, its number and who publishes it:
// the back of the title page.
type Imprint struct {
	Place
	Lines []*Line
}

// Contents lists parts, chapters and their sections. Marks of an entry has the
// place that it leads to.
type Contents struct {
	Place
	Title   []Inline
	Entries []*Entry
}

func (*TitlePage) block() {}

func (*Imprint) block() {}

func (*Contents) block() {}

// Line is what a book says of itself on its title page or in its imprint.
type Line struct {
	Place
	Kind  imprint.LineKind
	Label string   // the word before it, with what parts them; mostly empty
	Text  []string // one, or the name of each person; of a logo what it shows
	Src   string   // of a logo, its name in Document.Assets
}

// Blocks are those of the front, in reading order.
func (f *FrontMatter) Blocks() (blocks []Block) {
	if f.HalfTitle != nil {
		blocks = append(blocks, f.HalfTitle)
	}
	if f.TitlePage != nil {
		blocks = append(blocks, f.TitlePage)
	}
	if f.Imprint != nil {
		blocks = append(blocks, f.Imprint)
	}
	if f.Contents != nil {
		blocks = append(blocks, f.Contents)
	}
	return blocks
}

// Dedications counts the dedications that open the book: title page and imprint stand
// before them, the contents behind.
func (doc *Document) Dedications() int {
	for i, c := range doc.Chapters {
		if c.Role != roles.Dedication {
			return i
		}
	}
	return len(doc.Chapters)
}
