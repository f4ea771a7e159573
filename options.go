package warraq

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"warraq/content/book"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
	"warraq/content/setup"
	"warraq/layout/pdf"
	"warraq/layout/picture"
	"warraq/layout/publish"
)

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
