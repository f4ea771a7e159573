// Package plan says what is in an EPUB before it is written: its documents and files,
// what each is called, where anchors lead, notes stand and pages of print begin, and
// which chapters are too long for one document. What a document says is its writer's
// matter, which leaves on each [Page] what the plan goes on with.
package plan

import (
	"cmp"
	"crypto/sha1"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"warraq/content"
	"warraq/content/epub/css"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/locale"
	"warraq/content/pattern"
	"warraq/content/roles"
	"warraq/content/setup"
	"warraq/fonts"
)

// Medium is what the documents are written for.
type Medium uint8

const (
	EPUB Medium = iota
	Web         // files of a site: cover, title page and contents are one, its first
)

// mediums says what documents are called: by what ending, in which folder from the
// package's, and where that is from theirs; and the name of the contents.
var mediums = [...]struct{ ext, folder, up, contents string }{
	EPUB: {".xhtml", "xhtml/", "../", "nav.xhtml"},
	Web:  {".html", "", "", "index.html"},
}

// Kind says what a text document is.
type Kind uint8

// The kinds of text documents.
const (
	CoverPage Kind = iota
	TitlePage
	ChapterPage
	BackCover
)

// Page is one text document of the spine. The contents (nav.xhtml) is not
// among them: it is written by its own pass.
type Page struct {
	Kind    Kind
	ID      string // in the manifest: "ch0001"
	Folder  string // from the package's: "xhtml/"
	Name    string // "ch0001.xhtml"
	Title   string // plain text
	Chapter *content.Chapter
	Portion // of the chapter

	Number map[*content.Note]int // the place of each note in the chapter, from 1

	Part     ocf.Part        // the document, and sealed in the end
	Digest   [sha1.Size]byte // of its text without the breaks
	Breaks   []PageBreak
	Headings []Heading
	Problems content.Problems
}

// Heading is an entry of the contents below its chapter.
type Heading struct {
	Of     *content.Heading
	ID     string
	Text   string
	Tongue content.Tongue
}

// Opens tells whether a chapter begins on the page.
func (p *Page) Opens() bool { return p.Kind == ChapterPage && p.Nth == 0 }

// Href is the path of the document from the package's.
func (p *Page) Href() string { return p.Folder + p.Name }

// The folders of files, as go-epub calls them.
const (
	CSSFolder   = "css"
	FontFolder  = "fonts"
	ImageFolder = "images"
)

// File is a part that is no text document.
type File struct {
	Folder, Name string
	ID, Media    string
	Subset       bool // a font of which only the letters of the book are wanted
	Part         ocf.Part
}

// Href is the path of the file from the package's.
func (f *File) Href() string { return f.Folder + "/" + f.Name }

// Target is where an anchor is.
type Target struct {
	Page  *Page
	ID    string
	Owner *content.Attr // the first that has the anchor
}

// Options is what is asked for besides the document: the options of Write, but for
// those of the file.
type Options struct {
	Medium  Medium
	Date    time.Time           // when the book was last changed; zero: its own date
	Longest int                 // bytes of a text document at most; 0: 290,000
	Cover   []byte              // a picture, for a book whose author gives none
	Pages   []content.PageStart // of the printed book
	// Shape tells how large a picture of the document is, in pixels or, of a drawing, in
	// units of its own; drawn: it may be larger. 0: not known. Nil: none is.
	Shape func(src string) (width, height float64, drawn bool)
}

// Publication is the book as it will be published: what its parts are called, what
// they hold and where links lead.
type Publication struct {
	Doc      *content.Document
	gathered bool // its notes stand at its end
	opt      Options
	Lang     string
	Dir      locale.Direction
	Language *locale.Language // of the words that the book says of itself
	Digits   locale.Digits    // never DigitsAuto
	ID       string           // unique identifier
	Modified string           // dcterms:modified

	Pages    []*Page
	Files    []*File
	Style    *File
	Cover    *File
	Images   map[string]*File      // by name in Document.Assets
	Sizes    map[css.Extent]string // classes of the sizes of pictures
	Targets  map[string]Target
	starts   map[place][]*content.PageStart
	Facts    Facts
	Beside   bool        // some stand beside others, or fill their page: see content.Attr.Beside
	Stands   bool        // some lines stand as the author places them: see content.Attr.Placed
	Text     fonts.Runes // every character that a reader may show
	Problems content.Problems

	// Where notes stand at the end of the book: each of them, each call, and the
	// pages they are called from. Nil elsewhere.
	Endnotes map[*content.Note]*Endnote
	Calls    map[*content.NoteRef]Call
	Chapters map[*content.Chapter]*Page
}

// Facts is what the accessibility metadata must know of the contents.
type Facts struct {
	Images  bool // there are pictures besides the cover
	Unnamed bool // a picture has no alternative text
	Moving  bool // a picture may move
	Notes   bool
	Tables  bool
}

// New names every part and finds every anchor and image.
func New(doc *content.Document, opt Options) (*Publication, error) {
	if doc == nil || len(doc.Chapters) == 0 {
		return nil, errors.New("EPUB: the book has no chapter, write one first")
	}
	book := &Publication{
		gathered: doc.Gathered(),
		Doc:      doc, opt: opt, Lang: bookLang(&doc.Meta),
		Images: map[string]*File{},
	}
	book.Dir = doc.Meta.Dir
	if book.Dir == locale.Auto {
		book.Dir = locale.DirectionOf(book.Lang)
	}
	book.Language = locale.Of(book.Lang)
	book.Digits = locale.ResolveDigits(book.Lang, doc.Setup.Digits)
	book.Modified = modified(opt.Date, doc.Meta.Date)
	book.planPages()
	book.planBreaks()
	book.planFiles()
	book.Survey()
	if len(book.Problems) > 0 {
		return nil, book.Problems
	}
	return book, nil
}

// Shape is how large a picture is: see [Options].
func (book *Publication) Shape(src string) (width, height float64, drawn bool) {
	if book.opt.Shape == nil {
		return 0, 0, false
	}
	return book.opt.Shape(src)
}

// Bare tells that documents are written without what is around their body.
func (book *Publication) Bare() bool { return book.opt.Medium == Web }

// Up leads from the folder of the text documents to that of the package.
func (book *Publication) Up() string { return mediums[book.opt.Medium].up }

// ContentsHref is the path of the document with the contents from the package's.
func (book *Publication) ContentsHref() string { return mediums[book.opt.Medium].contents }

// addPage adds a text document of a name, which is also its ID.
func (book *Publication) addPage(pg *Page, id string) {
	m := mediums[book.opt.Medium]
	pg.ID, pg.Folder, pg.Name = id, m.folder, id+m.ext
	if pg.Kind != ChapterPage && book.opt.Medium == Web {
		pg.Name = m.contents
	}
	book.Pages = append(book.Pages, pg)
}

// nameOf is what the ith chapter is called: on the web as its author's anchor, so that its
// address stays when chapters come before it, where that can be the name of a file
// everywhere.
func (book *Publication) nameOf(i int, ch *content.Chapter) string {
	if s := strings.ToLower(ch.Anchor); book.opt.Medium == Web && fileName.MatchString(s) && !taken.MatchString(s) {
		if !slices.ContainsFunc(book.Pages, func(pg *Page) bool { return pg.ID == s }) {
			return s
		}
	}
	return fmt.Sprintf("ch%04d", i+1)
}

// What can be the name of a file without its ending, and what has another meaning: the
// pages that are named here, parts of chapters, and devices of Windows.
var (
	fileName = pattern.Of(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	taken    = pattern.Of(`^(ch-?[0-9]+.*|.*-[0-9]+|index|cover|titlepage|404|con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// planPages names the text documents: cover, title page, a file a chapter, of
// which [publication.split] may make several.
func (book *Publication) planPages() {
	m := &book.Doc.Meta
	book.addPage(&Page{Kind: CoverPage, Title: cmp.Or(markup.Clean(m.Title), book.Language.Words.Cover)}, "cover")
	if book.Doc.Setup.TitlePage == setup.On || book.Bare() { // a site begins with its title
		book.addPage(&Page{Kind: TitlePage, Title: cmp.Or(markup.Clean(m.Title), book.Language.Words.TitlePage)}, "titlepage")
	}
	for i, ch := range book.Doc.Chapters {
		title := markup.Clean(content.PlainText(content.FullTitle(book.Doc, ch)))
		book.addPage(&Page{Kind: ChapterPage, Title: cmp.Or(title, book.Numeral(i+1)), Chapter: ch, Portion: Portion{Text: ch}}, book.nameOf(i, ch))
	}
	if book.hasBack() {
		book.addPage(&Page{Kind: BackCover, Title: book.Pages[0].Title}, "backcover")
	}
}

// planFiles names the stylesheet and the cover; images come with the survey, in
// reading order, and fonts when the text is known.
func (book *Publication) planFiles() {
	book.Style = &File{Folder: CSSFolder, Name: "book.css", ID: "style", Media: "text/css"}
	book.Cover = book.coverFile()
	book.Files = append(book.Files, book.Style, book.Cover)
}

// Title is the book's title, never empty.
func (book *Publication) Title() string {
	return cmp.Or(markup.Clean(book.Doc.Meta.Title), cmp.Or(markup.Clean(book.Doc.Meta.Name), book.PageOf(ChapterPage).Title))
}

// PageOf is the first page of a kind.
func (book *Publication) PageOf(kind Kind) *Page {
	for _, pg := range book.Pages {
		if pg.Kind == kind {
			return pg
		}
	}
	return nil
}

// Numeral is n in the book's digits.
func (book *Publication) Numeral(n int) string { return locale.FormatInt(n, book.Digits) }

// Start is where the text begins: the first chapter of the body, else the
// first of any kind.
func (book *Publication) Start() *Page {
	var first *Page
	for _, pg := range book.Pages {
		if pg.Kind != ChapterPage {
			continue
		}
		if pg.Chapter.Matter == roles.Main {
			return pg
		}
		if first == nil {
			first = pg
		}
	}
	return first
}

// ContentsInSpine tells whether the contents is a page of the book.
func (book *Publication) ContentsInSpine() bool { return book.Doc.Setup.Contents == setup.On }

// ContentsBefore tells the page before which the contents stand, if they do not
// stand earlier.
func (book *Publication) ContentsBefore(pg *Page) bool {
	n := book.Doc.Dedications()
	return n < len(book.Doc.Chapters) && pg.Chapter == book.Doc.Chapters[n]
}

// Target finds an anchor, written plain or percent-encoded.
func (book *Publication) Target(anchor string) (Target, bool) {
	t, ok := book.Targets[anchor]
	if !ok {
		if plain, err := url.PathUnescape(anchor); err == nil {
			t, ok = book.Targets[plain]
		}
	}
	return t, ok
}

// HasIndex tells whether the index of the book stands in ch.
func HasIndex(ch *content.Chapter) bool {
	for _, b := range ch.Blocks {
		if l, ok := b.(*content.Listing); ok && l.Kind == content.IndexListing && len(l.Entries) > 0 {
			return true
		}
	}
	return false
}
