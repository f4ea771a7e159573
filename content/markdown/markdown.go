// Package markdown reads Markdown into chapters: CommonMark, tables and task lists
// as GitHub has them, footnotes, definition lists, attributes, bracketed spans,
// fenced divisions, struck, highlighted, superior and inferior text as Pandoc has
// them (so that ~x~, which GitHub strikes through, is inferior), abbreviations as
// PHP Markdown Extra has them, fields and references (see [content.Fields],
// [content.Reference]), notes in their places, and the boxes of GitHub, Obsidian,
// Docusaurus, Quarto and MyST. It is the only importer of goldmark.
//
// HTML is read, in blocks (html.go) and in running text (htmlinline.go): tags mean what
// they say or go, and nothing of them reaches the book but what it has a form for. So
// are the marks of other programs: boxes (callout.go, admonition.go), tags alone in
// their lines (tagline.go), files taken in (include.go), double brackets (wiki.go).
//
// What came to nothing is told: marks that stay text (left.go, stray.go), and lines
// that are nearly a heading, a list, a table or a fence (nearmiss.go, missed.go). So is
// what goes.
//
// No text that a reader would see is lost. Some numbers are bounded (see bounded.go,
// include.go), so that reading takes time in proportion to the text; what is beyond
// stays as text and is a problem.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/slips"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// Options say where a file stands and how it is divided into chapters. The
// zero value reads a chapter file.
type Options struct {
	File string // for positions
	Line int    // the line of the file on which the text begins; 0 means 1

	// Title, if not empty, makes the whole file one chapter of that title.
	// Headings of the first level are then sections of it, but for one that
	// only repeats the title.
	Title string
	// Listed says that Title is how a list of the chapters calls the file: of it and the
	// heading that opens the file, that which says all of the other and more is the title.
	Listed bool
	// Name, if not empty, says that the file is one of several, and what a chapter is
	// called that has no heading. A file without headings of the first level has its
	// highest at that level then.
	Name string
	// Whole makes one chapter of the file: behind its first heading of the first level
	// all move down by one.
	Whole bool

	// Attr and Role are given to the first chapter of the file.
	Attr content.Attr
	Role content.Role

	// Words name chapters that have a role and no title: a preface, an index.
	Words locale.Words

	// Introduction, if not empty, says that the file is the whole book: text
	// before the first chapter's heading becomes an introduction with this
	// title. Otherwise such text belongs to the first chapter.
	Introduction string

	// Fields writes the fields of the text, such as {date}.
	Fields content.Fields

	// Mend reads the marks that a space has spoilt, such as ** words ** and
	// [text] (address), as they were meant, and tells nothing of them.
	Mend bool

	// Data gives the text of a file that a table is made of, which the manuscript
	// names at a place, and the name of that file for positions; or what is the
	// matter with it. Nil reads no such tables.
	Data func(name string, at content.Pos) (text, file string, problems []content.Problem)
}

// Reader reads files. It holds nothing but the rules of the syntax: one may
// serve many goroutines.
type Reader struct {
	parser parser.Parser
	line   parser.Parser // of text within a paragraph
}

// NewReader gives a Reader.
func NewReader() *Reader { return &Reader{syntax.NewParser(), syntax.NewLineParser()} }

// Read divides text, which must be UTF-8 with lines that end in "\n" (see
// [content.Source]), into chapters at its headings of the first level. A
// chapter that has no title gets a problem and an empty one. Images and links
// name their targets as the author wrote them, percent signs decoded. Short is
// the abbreviations that the text defines, which package supply finds. Advice
// is of what is no error and yet not what its author can have meant.
func (r *Reader) Read(text string, opt Options) (chapters []*content.Chapter, short []content.Abbreviation, advice, problems []content.Problem) {
	f := r.read(text, opt)
	if text, some := f.Mended(); some {
		f = r.read(text, opt)
	}
	return f.read, f.short, f.Given(), f.Problems
}

func (r *Reader) read(written string, opt Options) *file {
	f := newFile(written, opt)
	f.parser, f.line = r.parser, r.line
	if f.tooDeep() {
		return f
	}
	pc := parser.NewContext()
	f.pc = pc
	root := r.parser.Parse(text.NewReader(f.Bytes), parser.WithContext(pc))
	f.reportExcess(pc)
	f.collectNotes(root)
	f.read = f.chapters(root)
	f.reportUnusedNotes()
	f.UnusedLinks(root)
	return f
}

// FrontMatter parts the YAML between two lines of three dashes at the start of
// a text from the rest. Line is the line on which the rest begins, from 1. A
// text without front matter is all rest; one whose second line of dashes is
// missing too, and then closed is false.
func FrontMatter(source string) (yaml, rest string, line int, closed bool) {
	after, ok := cutFence(source, "---")
	if !ok {
		return "", source, 1, true
	}
	line = 2
	for body := after; body != ""; line++ {
		if rest, ok := cutFence(body, "---", "..."); ok {
			return after[:len(after)-len(body)], rest, line + 1, true
		}
		_, body, _ = strings.Cut(body, "\n")
	}
	return "", source, 1, false
}

// cutFence takes away a first line that is one of the fences.
func cutFence(s string, fences ...string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(s, "\n")
	first = strings.TrimRight(first, " \t")
	for _, f := range fences {
		if first == f {
			return rest, true
		}
	}
	return s, false
}

// file is one file being read.
type file struct {
	*slips.Finder
	parser  parser.Parser
	line    parser.Parser // of text within a paragraph
	pc      parser.Context
	opt     Options
	showing bool // it is the text of a code block, see shown

	defined map[string]*east.Footnote // notes by label
	order   []*east.Footnote          // as they stand in the file
	called  map[string]bool           // labels some text calls
	lacking map[string]bool           // and those of notes that are not there
	marks   *noteMarks                // that are not quite right; nil before they are looked for
	open    *content.Chapter          // the chapter being read
	notes   map[string]*content.Note  // notes it has called, by label

	base       int            // where this stretch of text begins in the file's
	outer      *file          // whose stretch of text this is, nil for none
	within     inclusion      // of files that take one another in
	carried    []htmlBox      // elements of HTML that are open where a chapter ends
	nextAnchor string         // of a place before a chapter's heading
	titled1    *ast.HTMLBlock // whose <h1> is the title of the chapter being read

	last       lastText
	braced     map[*content.Text]bool // those that begin with an escaped brace
	lang       string                 // of the text being read, as far as attributes say; "": the book's
	deep       bool                   // that something lies too deep has been reported
	depth      int                    // of the block being read
	belowTable bool                   // the block being read stands below a table without a caption
	repeated   int                    // bytes of long definitions of links used so far
	tooOften   bool                   // that they are too many has been reported
	shift      int                    // what is added to the levels of headings
	short      []content.Abbreviation
	read       []*content.Chapter
}

func newFile(text string, opt Options) *file {
	if opt.Line == 0 {
		opt.Line = 1
	}
	f := &file{opt: opt, Finder: slips.New(source.New(text, opt.File, opt.Line), opt.Mend)}
	f.lang = opt.Attr.Lang
	return f
}

// What is said of them.
const (
	deepLists  = "quotes or lists lie too deep in each other"
	furtherOut = "set some of the lines further out"
)

// indents are where the texts of items begin that lie in each other.
type indents []int

// deepen goes on with a line: one that opens an item within the last is deeper, one
// that opens another ends those that it does not lie in (CommonMark §5.2).
func (d *indents) deepen(l string) {
	item := strings.TrimLeft(l, " ")
	in := len(l) - len(item)
	mark := len(item) - len(strings.TrimLeft(item, "0123456789"))
	if len(item) < mark+2 || item[mark+1] != ' ' || !strings.ContainsRune("-+*.)", rune(item[mark])) {
		return
	}
	within := *d
	for len(within) > 0 && in < within[len(within)-1] {
		within = within[:len(within)-1]
	}
	if n := len(within); n > 0 && in >= within[n-1]+4 {
		return // code, or a paragraph that goes on
	}
	*d = append(within, in+mark+2)
}

// tooDeep reports lines that open more than syntax.MaxDepth quotes or lists, and lists that lie
// line by line in each other, twice as deep at least: goldmark asks each of them about
// every line.
func (f *file) tooDeep() bool {
	number := 0
	var items indents
	for l := range strings.Lines(f.Text) {
		if items.deepen(l); len(items) > 2*syntax.MaxDepth {
			f.Problems = append(f.Problems, content.Problem{Pos: content.Pos{File: f.opt.File, Line: f.opt.Line + number},
				What: deepLists, Hint: furtherOut})
			return true
		}
		if openers(l) > syntax.MaxDepth {
			at := content.Pos{File: f.opt.File, Line: f.opt.Line + number}
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: deepLists, Hint: "escape the first character with \\"})
		}
		number++
	}
	return f.Problems != nil
}

// reportDeep reports, once, lists that lie too deep line by line.
func (f *file) reportDeep(from ast.Node) {
	if !f.deep && from != nil {
		f.Problem(from.Pos(), deepLists, furtherOut)
		f.deep = true
	}
}

// openers counts the marks at the start of a line that may each open a quote
// or a list.
func openers(l string) int {
	n := 0
	for i := range len(l) {
		switch c := l[i]; {
		case c == '>':
			n++
		case c == '-' || c == '+' || c == '*' || c == '.' || c == ')':
			if i+1 < len(l) && (l[i+1] == ' ' || l[i+1] == '\t') {
				n++
			}
		case c != ' ' && c != '\t' && (c < '0' || c > '9'):
			return n
		}
	}
	return n
}
