package content

import (
	"strconv"
	"strings"

	"warraq/content/locale"
	"warraq/content/setup"
)

// FrontMatter is what a book makes of itself before its chapters; each is nil where the book
// has none. [Number] fills it. The title page and the imprint on its back come
// first, the contents behind the dedications. What they say is said elsewhere
// too, so [Texts] does not enter them. Their IDs come behind all others: those of
// the text are the same whatever stands before it.
type FrontMatter struct {
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
func (*Imprint) block()   {}
func (*Contents) block()  {}

// LineKind says what a [Line] tells of the book.
type LineKind uint8

const (
	TitleLine LineKind = iota
	SubtitleLine
	AuthorsLine
	PublisherLine
	YearLine
	DescriptionLine
	RightsLine
	ISBNLine
)

// String is the key of the manuscript under which it stands.
func (k LineKind) String() string {
	return [...]string{"title", "subtitle", "authors", "publisher", "date", "description", "rights", "isbn"}[k]
}

// Line is what a book says of itself on its title page or in its imprint.
type Line struct {
	Place
	Kind LineKind
	Text []string // one, or the name of each author
}

// lines are the lines of some kinds, without those of which the book says nothing.
func (doc *Document) lines(kinds ...LineKind) (lines []*Line) {
	m := &doc.Meta
	for _, kind := range kinds {
		text := []string{[...]string{
			TitleLine: m.Title, SubtitleLine: m.Subtitle, PublisherLine: m.Publisher, YearLine: doc.year(),
			DescriptionLine: m.Description, RightsLine: m.Rights, ISBNLine: m.ISBN,
		}[kind]}
		if kind == AuthorsLine {
			text = m.Authors
		}
		if strings.Join(text, "") != "" {
			lines = append(lines, &Line{Kind: kind, Text: text})
		}
	}
	return lines
}

// year is that of the book's date in its digits.
func (doc *Document) year() string {
	date, digits := doc.Meta.Date, locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	if len(date) < 4 {
		return date
	}
	n, err := strconv.ParseUint(date[:4], 10, 16)
	if err != nil || digits == locale.DigitsLatn {
		return date[:4]
	}
	return locale.FormatInt(int(n), digits)
}

// placeFront fills the front of a book whose outline, IDs and references are done, up
// to the ID last.
func placeFront(doc *Document, last ID) {
	f := &doc.Front
	if doc.Setup.TitlePage == setup.On && doc.Meta.Title != "" {
		f.TitlePage = &TitlePage{Lines: doc.lines(TitleLine, SubtitleLine, AuthorsLine, PublisherLine, YearLine)}
		if lines := doc.lines(DescriptionLine, RightsLine, ISBNLine, PublisherLine); len(lines) > 0 {
			f.Imprint = &Imprint{Lines: lines}
		}
	}
	if doc.listsContents() {
		f.Contents = contentsOf(doc)
	}
	w := walker{part: func(_ any, place *Place) {
		last++
		place.ID = last
	}}
	w.blocks(f.Blocks())
}

// Blocks are those of the front, in reading order.
func (f *FrontMatter) Blocks() (blocks []Block) {
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
		if c.Role != Dedication {
			return i
		}
	}
	return len(doc.Chapters)
}

// listsContents tells whether the book lists its contents: a single chapter has
// none, and neither its dedication nor its notes make it two.
func (doc *Document) listsContents() bool {
	if doc.Setup.Contents == setup.Off {
		return false
	}
	chapters := 0
	for _, c := range doc.Chapters {
		if c.Role.Shown() && c.Role != Notes {
			chapters++
		}
	}
	return chapters > 1
}

// deepestEntry is the level of the sections that the contents list.
const deepestEntry = 2

// contentsOf makes the contents of the outline.
func contentsOf(doc *Document) *Contents {
	c := &Contents{Title: []Inline{&Text{Value: locale.WordsFor(doc.Meta.Lang).Contents}}}
	book := doc.Meta.Tongue()
	var list func(o *Outline, apart bool)
	list = func(o *Outline, apart bool) {
		if !o.Chapter.Role.Shown() || o.Level > deepestEntry {
			return
		}
		at := o.Place()
		c.Entries = append(c.Entries, &Entry{Place: Place{Pos: at.Pos}, Level: o.Level, Apart: apart,
			Text: Repeated(o.Tongue.In(book, o.Title)), Marks: []Mark{{ID: at.ID, Anchor: at.Anchor}}})
		for _, under := range o.Under {
			list(under, false)
		}
	}
	parted := false // what stands before is a part
	for _, o := range OutlineOf(doc) {
		list(o, parted || o.IsPart())
		if o.Chapter.Role.Shown() {
			parted = o.IsPart()
		}
	}
	return c
}

func (d *dumper) lines(lines []*Line) {
	d.depth++
	for _, l := range lines {
		words := make([]string, len(l.Text))
		for i, text := range l.Text {
			words[i] = quoted(text)
		}
		d.place(l.Kind.String(), &l.Place, words...)
	}
	d.depth--
}
