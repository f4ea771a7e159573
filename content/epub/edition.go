package epub

import (
	"cmp"
	"crypto/sha1"
	"errors"
	"fmt"

	goepub "github.com/go-shiori/go-epub"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
)

// pageKind says what a text document is.
type pageKind uint8

const (
	coverPage pageKind = iota
	titlePage
	chapterPage
)

// page is one text document of the spine. The contents (nav.xhtml) is not
// among them: it is written by its own pass.
type page struct {
	kind    pageKind
	id      string // in the manifest: "ch0001"
	name    string // "ch0001.xhtml"
	title   string // plain text
	chapter *content.Chapter
	portion // of the chapter

	number map[*content.Note]int // the place of each note in the chapter, from 1

	part     ocf.Part        // the document, and sealed in the end
	digest   [sha1.Size]byte // of its text without the breaks
	breaks   []pageBreak
	headings []heading
	problems content.Problems
}

// heading is an entry of the contents below its chapter.
type heading struct {
	of     *content.Heading
	id     string
	text   string
	tongue content.Tongue
}

// opens tells whether a chapter begins on the page.
func (p *page) opens() bool { return p.kind == chapterPage && p.nth == 0 }

func (p *page) href() string { return "xhtml/" + p.name }

// marker is what the draft holds in the place of the page's text.
func (p *page) marker() string {
	if p.kind == coverPage {
		return `alt="Cover Image"` // this page the library writes by itself
	}
	return marker(root + p.href())
}

// file is a part that is no text document.
type file struct {
	folder, name string
	id, media    string
	subset       bool // a font of which only the letters of the book are wanted
	part         ocf.Part
}

func (f *file) href() string { return f.folder + "/" + f.name }

// target is where an anchor is.
type target struct {
	page  *page
	id    string
	owner *content.Attr // the first that has the anchor
}

// edition is the book as it will be published: what its parts are called, what
// they hold and where links lead.
type edition struct {
	doc      *content.Document
	gathered bool // its notes stand at its end
	opt      Options
	lang     string
	dir      locale.Direction
	language *locale.Language // of the words that the book says of itself
	digits   locale.Digits    // never DigitsAuto
	id       string           // unique identifier
	modified string           // dcterms:modified

	pages    []*page
	files    []*file
	style    *file
	cover    *file
	images   map[string]*file  // by name in Document.Assets
	sizes    map[extent]string // classes of the sizes of pictures
	targets  map[string]target
	starts   map[place][]*content.PageStart
	facts    facts
	text     fonts.Runes // every character that a reader may show
	seen     fonts.Runes // those outside tags
	problems content.Problems

	// Where notes stand at the end of the book: each of them, each call, and the
	// pages they are called from. Nil elsewhere.
	endnotes map[*content.Note]*endnote
	calls    map[*content.NoteRef]calledAt
	chapters map[*content.Chapter]*page
}

// facts is what the accessibility metadata must know of the contents.
type facts struct {
	images  bool // there are pictures besides the cover
	unnamed bool // a picture has no alternative text
	moving  bool // a picture may move
	notes   bool
	tables  bool
}

// plan names every part and finds every anchor and image.
func plan(doc *content.Document, opt Options) (*edition, error) {
	if doc == nil || len(doc.Chapters) == 0 {
		return nil, errors.New("EPUB: the book has no chapter, write one first")
	}
	e := &edition{
		gathered: doc.Gathered(),
		doc:      doc, opt: opt, lang: bookLang(&doc.Meta),
		images: map[string]*file{},
	}
	e.dir = doc.Meta.Dir
	if e.dir == locale.Auto {
		e.dir = locale.DirectionOf(e.lang)
	}
	e.language = locale.Of(e.lang)
	e.digits = locale.ResolveDigits(e.lang, doc.Setup.Digits)
	e.modified = modified(opt.Date, doc.Meta.Date)
	e.planPages()
	e.planBreaks()
	e.planFiles()
	e.survey()
	if len(e.problems) > 0 {
		return nil, e.problems
	}
	return e, nil
}

// planPages names the text documents: cover, title page, a file a chapter, of
// which [edition.split] may make several.
func (e *edition) planPages() {
	m := &e.doc.Meta
	e.pages = append(e.pages, &page{kind: coverPage, id: "cover", name: "cover.xhtml", title: cmp.Or(markup.Clean(m.Title), e.language.Words.Cover)})
	if e.doc.Setup.TitlePage == setup.On {
		e.pages = append(e.pages, &page{kind: titlePage, id: "titlepage", name: "titlepage.xhtml", title: cmp.Or(markup.Clean(m.Title), e.language.Words.TitlePage)})
	}
	for i, ch := range e.doc.Chapters {
		id := fmt.Sprintf("ch%04d", i+1)
		pg := &page{kind: chapterPage, id: id, name: id + ".xhtml", title: markup.Clean(content.PlainText(content.FullTitle(e.doc, ch))), chapter: ch, portion: portion{text: ch}}
		if pg.title == "" {
			pg.title = e.numeral(i + 1)
		}
		e.pages = append(e.pages, pg)
	}
}

// planFiles names the stylesheet and the cover; images come with the survey, in
// reading order, and fonts when the text is known.
func (e *edition) planFiles() {
	e.style = &file{folder: goepub.CSSFolderName, name: "book.css", id: "style", media: "text/css"}
	e.cover = e.coverFile()
	e.files = append(e.files, e.style, e.cover)
}
