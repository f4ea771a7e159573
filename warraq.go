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
	"io"
	"io/fs"
	"path"
	"slices"
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
	"warraq/layout/pdf"
	"warraq/layout/publish"
	"warraq/layout/view"
)

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
