// Package warraq makes books of manuscripts, Arabic first: a PDF to read, the sheets
// of a booklet, the files of a print shop and an EPUB, all from one source.
//
//	b, err := warraq.Open(os.DirFS("mybook"), ".", warraq.Options{})
//	…
//	err = b.Write(file, warraq.PDF)
//
// The files are a function of the manuscript and the options: nothing here reads a
// clock, an environment or a network, and the bytes are the same wherever and
// whenever they are made. What an author can mend is a [Problem] with its file and
// line.
//
// This package is what the module promises. The packages below it are its parts,
// and change as it needs them.
package warraq

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/folder"
	"warraq/content/guide"
	"warraq/content/locale"
	"warraq/content/mend"
	"warraq/content/notice"
	"warraq/content/samples"
	"warraq/content/setup"
	"warraq/layout/pdf"
	"warraq/layout/picture"
	"warraq/layout/publish"
	"warraq/layout/view"
)

type (
	// Problem is something in the manuscript that its author should know of.
	Problem = content.Problem
	// Problems is an error that lists all that an author can mend in one go.
	Problems = content.Problems
	// Pos is a place in the manuscript.
	Pos = content.Pos
)

// Join makes one error of several, each told once, with all that the author can
// mend as one list of [Problems].
func Join(errs ...error) error { return content.Join(errs...) }

// Message is one of the messages that authors are told: its code, whose meaning never
// changes, its name, and what it means in each of [SpokenLanguages].
type Message = notice.Entry

// SpokenLanguages are those in which [Say] and [Message] speak, by their tags; what a
// [Problem] holds is in the first, English.
var SpokenLanguages = notice.Languages

// Messages are all messages, by their codes.
func Messages() []*Message { return notice.All() }

// MessageNamed is the message of a code or a name, nil for none; near is then the one
// that was most likely meant.
func MessageNamed(s string) (m *Message, near string) {
	if m = notice.Named(s); m != nil {
		return m, ""
	}
	return nil, notice.Nearest(s)
}

// MessageOf is the message that a problem is; nil for one without a code.
func MessageOf(p *Problem) *Message {
	m, _ := notice.Of(p)
	return m
}

// The codes of problems that are no [Message].
const (
	UnknownError  = notice.UnknownError
	UnknownNotice = notice.UnknownNotice
)

// Say is what a problem says, and what to do about it, in a language.
func Say(p *Problem, lang string) (what, hint string) { return notice.Say(p, lang) }

// SpanOf is what a problem is of in its line, from and to in bytes; ok is false where
// that is not known.
func SpanOf(p *Problem, line string) (from, to int, ok bool) { return notice.Span(p, line) }

// Options come from the person asking. What is not empty goes before what the
// manuscript says; the zero value takes the manuscript as it is.
type Options struct {
	Title, Author string
	Lang          string // BCP 47, "ar-MA"
	Page          string // "a5", or such as "17x24cm"
	Opening       string // of Known().Opening: the page on which a chapter begins

	// Theme is one of Known().Theme, or the name of a .yaml file whose text is
	// ThemeFile; where that is nil it is read in the manuscript's folder.
	Theme     string
	ThemeFile []byte

	Impose    string // of Known().Impose: how sheets become a book
	Duplex    string // of Known().Duplex: the edge about which the printer turns them
	PageOrder string // of Known().PageOrder: for the print shop
	Standard  string // of Known().Standard: what the PDF keeps; "ua1"

	// Pages of SVG and PNG: "3-5", "7", "9-"; empty: all. DPI is how fine a PNG is, dots
	// an inch; 0: 150.
	Pages string
	DPI   int

	// Date goes into the files. Zero: the manuscript's own, or none.
	Date time.Time
	// Producer names the program in the files. Empty: "Warraq".
	Producer string
	// Name is what files are called where the manuscript does not say. Empty: the
	// base name of the manuscript.
	Name string

	// Shared are keys of book.yaml for what the manuscript does not say itself; Overrides
	// go before what it says.
	Shared, Overrides Layer

	// Limits are how large the manuscript may be.
	Limits Limits

	// Memory keeps what an edit does not touch from one building of the book to the
	// next, which is then much sooner done, with the same bytes. Nil: nothing is kept.
	Memory *Memory

	// Kept is where pictures that were made ready for print are left to another process,
	// which must be of the same program. Nil: nowhere.
	Kept Kept

	// Watch is told of each step as it begins, and calls what it gives at its end; of
	// steps that go side by side too. Nil: nobody watches.
	Watch func(Step) (done func())
}

// Choices are the names from which options choose.
type Choices struct{ Theme, Page, Opening, Impose, Duplex, PageOrder, Standard []string }

// Known are all the choices there are; of Page, the sizes that have names.
func Known() Choices {
	return Choices{settings.Themes, setup.PagePapers, settings.Openings, setup.Impositions, setup.Duplexes, setup.PageOrders, standards}
}

// standards are those of package pdf by name.
var standards = []string{pdf.UA1: "ua1", pdf.UA2: "ua2"}

// manuscript is what the options ask of the manuscript when it is read.
func (o *Options) manuscript() book.Options {
	opt := book.Options{Title: o.Title, Author: o.Author, Lang: o.Lang, Name: o.Name, Page: o.Page, Opening: o.Opening,
		Theme: book.File{Name: o.Theme, Data: o.ThemeFile}, Limits: o.Limits, Sound: picture.Sound, Size: picture.Size,
		Impose: o.Impose, Duplex: o.Duplex, PageOrder: o.PageOrder, Shared: o.Shared, Overrides: o.Overrides}
	if o.Memory != nil {
		opt.Memory = &o.Memory.read
	}
	return opt
}

// Check tells which of the options no manuscript could make right.
func (o *Options) Check() Problems {
	problems := o.manuscript().Check()
	if o.Standard != "" && !slices.Contains(standards, o.Standard) {
		problems = append(problems, Problem{What: "--pdf: " + o.Standard + " is not known", Hint: "write " + strings.Join(standards, " or ")})
	}
	if _, _, ok := o.pages(); !ok {
		problems = append(problems, Problem{What: "--pages: " + o.Pages + " are no pages", Hint: "write such as 3-5, 7 or 9-"})
	}
	if o.DPI != 0 && (o.DPI < leastDPI || o.DPI > mostDPI) {
		problems = append(problems, Problem{What: fmt.Sprintf("--dpi: %d dots an inch", o.DPI), Hint: fmt.Sprintf("give from %d to %d", leastDPI, mostDPI)})
	}
	return problems
}

// Memory is of one book, and serves one building of it at a time. The zero value is
// one of nothing yet.
type Memory struct {
	read     book.Memory
	made     publish.Memory
	pictures picture.Memory
}

// Kept is a place where one process leaves what it made to the next. What it gives by a
// key is what was put there by that key, or nothing. Its methods may be called side by
// side.
type Kept = picture.Kept

// pictures is how the pictures of the book were read before; nil where nothing is kept.
func (o *Options) pictures() *picture.Memory {
	switch {
	case o.Memory != nil:
		o.Memory.pictures.Kept = o.Kept
		return &o.Memory.pictures
	case o.Kept != nil:
		return &picture.Memory{Kept: o.Kept}
	}
	return nil
}

// Between these a page can be made a picture.
const leastDPI, mostDPI = 10, 600

// pages are those of Pages, from 1; 0: the first, the last.
func (o *Options) pages() (from, to int, ok bool) {
	if o.Pages == "" {
		return 0, 0, true
	}
	first, last, isRange := strings.Cut(o.Pages, "-")
	if !isRange {
		last = first
	}
	number := func(s string) (int, bool) {
		n, err := strconv.Atoi(s)
		return n, err == nil && n > 0 && s[0] != '+'
	}
	from, ok = number(first)
	if isRange && last == "" {
		return from, 0, ok
	}
	to, most := number(last)
	return from, to, ok && most && from <= to
}

type (
	// Limits are how large a manuscript and its parts may be.
	Limits = bounds.Limits
	// Limit is one of the limits by its name.
	Limit = bounds.Limit
)

// LimitNames are all limits.
var LimitNames = bounds.LimitNames

type (
	// Product is one of the files that are made of a book.
	Product = publish.Product
	// Step is a part of the work that takes time: making a Product, or one of Layout,
	// Draw and Front.
	Step = publish.Step
	// File is a product in memory.
	File = publish.File
)

// The products.
const (
	PDF       = publish.PDF
	Booklet   = publish.Booklet
	Press     = publish.Press
	Cover     = publish.Cover
	TestSheet = publish.TestSheet
	EPUB      = publish.EPUB
	Word      = publish.Word
	SVG       = publish.SVG // a file a page, as PNG is
	PNG       = publish.PNG
	Web       = publish.Web // a folder of files
)

// The steps that are not the making of a product.
const (
	Layout = publish.Layout
	Draw   = publish.Draw
	Front  = publish.Front
)

// Products are all products of one file, in the order of a build; FilePerPage those
// that are a file a page and Folders those that are a folder of files, which [Book.Make]
// makes; Dumps the names of what [Book.Dump] prints, in the order in which a book comes to be.
var (
	Products    = publish.Products
	FilePerPage = publish.FilePerPage
	Folders     = publish.Folders
	Dumps       = publish.Dumps
)

// JSONDumps are those of Dumps that [Book.DumpJSON] prints.
var JSONDumps = publish.JSONDumps

// Book is a manuscript that has been read. Its methods may be called side by side.
type Book struct {
	edition *publish.Edition // nil for a manuscript that could not be read
	advice  []Problem        // of the reading
	unsaid  []string         // codes of messages that are switched off
}

// Open reads the manuscript at name in fsys: a folder ("." too) with book.yaml and
// chapters, or as another program has it, a .md or .txt file, or a file of another
// program (see [IsForeign]). When the author has something to mend, the error
// is a [Problems] that lists it all. The book is never nil: of one that could not be
// read, Problems tells what else was seen, and nothing can be made.
func Open(fsys fs.FS, name string, opt Options) (*Book, error) {
	if problems := opt.Check(); len(problems) > 0 {
		return new(Book), problems
	}
	asked, pictures := opt.manuscript(), opt.pictures()
	pictures.Turn()
	asked.Sound = pictures.Sound
	doc, advice, err := book.Read(fsys, name, asked)
	b := &Book{advice: advice}
	if err != nil {
		return b, err
	}
	base := path.Base(name)
	o := publish.Options{
		Name:      book.FileName(cmp.Or(doc.Meta.Name, opt.Name, strings.TrimSuffix(base, path.Ext(base)))),
		Date:      opt.Date,
		Producer:  cmp.Or(opt.Producer, "Warraq"),
		Standard:  pdf.Standard(max(slices.Index(standards, opt.Standard), 0)),
		Pictures:  pictures,
		MostPages: opt.Limits.Filled().Pages,
		Watch:     opt.Watch,
	}
	if opt.Memory != nil {
		o.Memory = &opt.Memory.made
	}
	from, to, _ := opt.pages()
	o.Screens = publish.Screens{From: from, To: to, DPI: float64(opt.DPI)}
	if o.Date.IsZero() {
		o.Date = dateOf(doc.Meta.Date)
	}
	b.edition, b.unsaid = publish.New(doc, o), doc.Setup.Unsaid
	return b, nil
}

// dateOf is the date that a manuscript gives itself, to the day, month or year.
func dateOf(written string) time.Time {
	for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(form, written); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Problems are warnings (those that Warns) and advice, of the manuscript and of what
// was made of it so far.
func (b *Book) Problems() []Problem {
	if b.edition == nil {
		return slices.Clone(b.advice)
	}
	return slices.Concat(b.advice, notice.Without(b.edition.Problems(), b.unsaid))
}

// errUnread is told by a book that could not be read.
var errUnread = errors.New("the manuscript was not read")

// Make makes products in memory, in the order asked for, some side by side. What
// fails stops only what is made of it, so that the error tells of all at once; the
// files are those that could be made.
func (b *Book) Make(products ...Product) ([]File, error) {
	if b.edition == nil {
		return nil, errUnread
	}
	return b.edition.Make(products...)
}

// Write makes one product, but none that is a file a page or a folder. After an error what was written is of no use.
func (b *Book) Write(w io.Writer, p Product) error {
	if b.edition == nil {
		return errUnread
	}
	_, err := b.edition.Write(w, p)
	return err
}

// Has tells whether a product can be made: a book may say that it has no booklet.
func (b *Book) Has(p Product) bool { return b.edition != nil && b.edition.Has(p) }

// FileName is the base name of a product's file, "mybook-booklet.pdf"; with a star for the
// number where it is a file a page; of one that is a folder, that of the folder.
func (b *Book) FileName(p Product) string {
	if b.edition == nil {
		return ""
	}
	return b.edition.FileName(p)
}

// Dump prints one of Dumps as text: the book as it was read, its broken lines, its
// pages with each item in its place, its words with theirs.
func (b *Book) Dump(w io.Writer, what string) error {
	if b.edition == nil {
		return errUnread
	}
	return b.edition.Dump(w, what)
}

// DumpJSON prints one of JSONDumps as JSON for other programs, an object a line.
func (b *Book) DumpJSON(w io.Writer, what string) error {
	if b.edition == nil {
		return errUnread
	}
	return b.edition.DumpJSON(w, what)
}

// View is a book on a screen.
type View = view.View

// View lays the book out for a screen.
func (b *Book) View() (*View, error) {
	if b.edition == nil {
		return nil, errUnread
	}
	return b.edition.View()
}

// Inside are the manuscripts in the program, by the names that the command gives
// them: a book in the folder Folder of FS.
func Inside() []Manuscript {
	return []Manuscript{
		{"booklet:", samples.FS(), "booklet"},
		{"specimen:", samples.FS(), "specimen"},
		{"specimen:margin", samples.FS(), "margin"},
		{"guide:", guide.FS(), "ar"},
		{"guide:en", guide.FS(), "en"},
	}
}

// Manuscript is one of the manuscripts in the program.
type Manuscript struct {
	Name   string // "guide:en"
	FS     fs.FS
	Folder string
}

// ManifestName is the name of the file that makes a folder a book.
const ManifestName = book.Manifest

// IsList tells by its name a file in which another program keeps the list of a book's
// chapters, so that the folder is one book.
func IsList(name string) bool { return folder.IsList(name) }

// IsText tells by its name whether a file can be a manuscript of its own.
func IsText(name string) bool { return bounds.IsText(name) }

// IsThemeFile tells a theme's file from the name of a theme in the program.
func IsThemeFile(name string) bool { return settings.IsThemeFile(name) }

// ThemeText is the file of one of Known().Theme, for authors to copy.
func ThemeText(name string) ([]byte, error) { return settings.ThemeFile(name) }

type (
	// Parts are the Markdown files that a plain text is divided into.
	Parts = book.Parts
	// Part is one file of a manuscript that is yet to be written.
	Part = book.File
)

// Split divides a plain text, whose name is for messages, into a Markdown file a
// chapter, of which a book has the same text. Of the options, Title and Lang go
// before what the text says. The problems are advice; the error is as in [Open].
func Split(name string, text []byte, opt Options) (Parts, []Problem, error) {
	return book.Split(name, text, opt.manuscript())
}

// Adopt gives the book.yaml of a folder that has none, of which the book is made that
// [Open] makes of the folder. The problems are advice; the error is as in [Open].
func Adopt(fsys fs.FS, name string, opt Options) (manifest []byte, advice []Problem, err error) {
	return book.Adopt(fsys, name, opt.manuscript())
}

// ImportOptions are the wishes of an import.
type ImportOptions = book.ImportOptions

// Import reads files of other programs (see [IsForeign]), one behind the other, into
// the files of one manuscript. The problems say what was taken for what and, as
// warnings, what stayed away; a file that cannot be read is an error of [Problems].
func Import(sources []Part, opt ImportOptions) (Parts, []Problem, error) {
	return book.Import(sources, opt)
}

// IsForeign tells by its name whether a file of another program can be imported, and
// opened as if it were the manuscript that the import would give.
func IsForeign(name string) bool { return book.IsForeign(name) }

// Keyword is the word of a language that authors may write for one of the program's,
// a key of book.yaml or a class; empty for none.
func Keyword(word, lang string) string { return locale.Own(word, lang) }

// Schema is a JSON Schema of book.yaml and of front matter, for editors.
func Schema() []byte { return slices.Clone(book.Schema) }

// Vocabulary is what authors write behind `:::` and in braces: names of divisions, of
// classes, of further attributes.
func Vocabulary() (divisions, classes, keys []string) { return mend.Vocabulary() }

// Nearest is the one of names that a misspelt one may have meant; empty for none.
func Nearest(name string, names []string) string { return content.Nearest(name, names) }
