// Package webpage reads pages of HTML and XHTML: files of their own, pages that a
// browser, Word or LibreOffice saved with a folder of files, and the chapters of an
// EPUB. It gives the paragraphs of an [intake.Text].
//
// What stands for the look alone stays away: direction, alignment, colours, faces. A
// page never leads anywhere: files are asked for by [Options.File] only, and addresses
// in the web stay addresses.
package webpage

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/charset"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// mostBytes bounds a page, and mostPages all pages of a book together.
const (
	mostBytes = 64 << 20
	mostPages = 256 << 20
)

// head is how many bytes of a file tell whether it is text: no text has a NUL.
const head = 4096

// Options say what lies beside a page.
type Options struct {
	// Prefix goes before the names of places and pictures, so that those of several
	// files differ.
	Prefix string
	// File gives a file by its name beside the pages; nil: there is none.
	File func(name string) ([]byte, error)
	// Lang is the language of pages that say none.
	Lang string
	// Known is what is said of the book elsewhere: a page of its title that says
	// nothing else stays away.
	Known string
	// Cover tells that a page of the cover stays away: its picture is taken anyway.
	Cover bool
	// Most is how much the pages may hold; what they show far beyond that is an
	// *[intake.TooMuch].
	Most intake.Amount
	// Skip is the name of a page that holds contents alone.
	Skip string
}

// Page is a page by its name among the files beside it.
type Page struct {
	Name string
	Data []byte
}

// Read reads pages as one text; file is the name of the first, for messages. Of
// several pages each that has no heading has its title for one.
func Read(file string, pages []Page, opt Options) (*intake.Text, error) {
	b := NewBook(file, opt)
	for _, p := range pages {
		if err := b.Add(p.Name, p.Data); err != nil {
			return nil, err
		}
	}
	t := b.Text()
	if len(pages) > 1 {
		b.titled(t)
	}
	return t, nil
}

// titled gives pages without headings their titles.
func (b *Book) titled(t *intake.Text) {
	var out []intake.Piece
	for i, p := range b.pages {
		from, to := b.Starts[p.name], len(t.Pieces)
		if i+1 < len(b.pages) {
			to = b.Starts[b.pages[i+1].name]
		}
		headed := slices.ContainsFunc(t.Pieces[from:to], func(piece intake.Piece) bool {
			p, ok := piece.(*intake.Paragraph)
			return ok && p.Level > 0
		})
		if title := cmp.Or(p.title, strings.TrimSuffix(p.name, path.Ext(p.name))); !headed {
			h := &intake.Paragraph{Level: 1}
			h.Line.Text(title, scribe.Look{})
			out = append(out, h)
			t.Report.Took("pages without a heading have their titles", title, "")
		}
		out = append(out, t.Pieces[from:to]...)
	}
	t.Pieces = out
}

// Book is one text of several pages, which lead to one another.
type Book struct {
	// Starts tells, once there is a Text, at which of its Pieces a page ("ch1.html") or
	// a wanted place in it ("ch1.html#a") begins.
	Starts map[string]int

	opt   Options
	text  intake.Text
	pages []*page
	bytes int
	shown intake.Amount
	base  string // the language of most of the text, without its region

	ids      map[string]*html.Node // places, by page and name
	order    map[*html.Node]int    // of places and links, as they are read
	sharing  map[string]int        // how many pages have a name
	stems    map[string]string     // the beginnings of names: pages
	wanted   map[string]bool       // places that something leads to
	asked    map[string]bool       // places that Starts is to tell of
	links    []link
	leads    map[*html.Node]string // places that links lead to
	calls    map[*html.Node]*note
	notes    map[*html.Node]*note // by the element that holds the note
	files    map[string]string    // pictures: their names in the text
	pictured map[string]int       // names that are taken
	weight   int                  // of all pictures, in bytes
	rules    rules
	counts   counts
	rtl      bool // some page runs from right to left
}

// page is one document.
type page struct {
	name string
	root *html.Node
	word bool // written by Word
	lang string
	// title is what the page says of itself, outside of its text.
	title string
}

// NewBook begins a text; file is its name in messages.
func NewBook(file string, opt Options) *Book {
	b := &Book{opt: opt, Starts: make(map[string]int), ids: make(map[string]*html.Node), order: make(map[*html.Node]int),
		wanted: make(map[string]bool), calls: make(map[*html.Node]*note), notes: make(map[*html.Node]*note), leads: make(map[*html.Node]string),
		files: make(map[string]string), pictured: make(map[string]int)}
	b.text.Report.File = file
	b.asked, b.rules, b.sharing, b.stems = make(map[string]bool), make(rules), make(map[string]int), make(map[string]string)
	return b
}

// Want says that a place, as Starts names it, is led to from outside of the pages.
func (b *Book) Want(place string) { b.asked[place] = true }

// Add adds a page; name is its path among the files beside it.
func (b *Book) Add(name string, data []byte) error {
	if b.bytes += len(data); len(data) > mostBytes || b.bytes > mostPages {
		return fmt.Errorf("%s is longer than any page (%d MB)", name, mostBytes>>20)
	}
	text := charset.Page(data)
	if strings.Contains(text[:min(len(text), head)], "\x00") {
		return fmt.Errorf("%s is no page, but a file of another kind by the name of one", name)
	}
	shown, anew := glance(text)
	b.shown.Add(shown)
	if err := b.shown.Within(b.opt.Most); err != nil {
		return err
	}
	root, err := parse(text, anew)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", name, err)
	}
	p := &page{name: name, root: root, lang: b.opt.Lang}
	b.pages = append(b.pages, p)
	b.survey(p)
	return nil
}

// Text is the text of all pages.
func (b *Book) Text() *intake.Text {
	lang, _ := b.text.Lang.Language()
	b.base = strings.ToLower(intake.Base(lang))
	b.findNotes()
	f := flow{b: b, top: true}
	for _, p := range b.pages {
		f.page = p
		b.Starts[p.name] = len(f.pieces)
		if p.name == b.opt.Skip {
			b.lost("contents and ways around the page, which the book makes itself", p.root)
			continue
		}
		if b.wanted[p.name] {
			f.marks = append(f.marks, b.anchor(key(p.name, "")))
		}
		f.children(p.root, state{lang: p.lang})
		f.flush()
	}
	b.text.Pieces = b.settled(f.pieces)
	b.tell()
	return &b.text
}

// settled drops rules at headings and at the ends, and headings over notes that stand
// where they are called. What is dropped stays in its place as an empty paragraph, so
// that Starts hold.
func (b *Book) settled(pieces []intake.Piece) []intake.Piece {
	l := listed(pieces)
	for i := range l {
		if p, ok := l[i].(*intake.Paragraph); ok && p.Level > 0 && b.counts.emptied[p] && l.opens(l.behind(i)) {
			b.text.Report.Took("headings over notes stay away: notes stand where they are called", intake.FirstWords(p.Line.Plain()), "")
			l[i] = &intake.Paragraph{}
		}
	}
	for i := range l {
		if !l.isBreak(i) {
			continue
		}
		before := i - 1
		for before >= 0 && l.isEmpty(before) {
			before--
		}
		if l.opens(before) || l.opens(l.behind(i)) || l.isBreak(before) {
			l[i] = &intake.Paragraph{}
		}
	}
	return l
}

// listed is pieces one behind another.
type listed []intake.Piece

// opens tells a heading, and either end of the pieces.
func (l listed) opens(i int) bool {
	if i < 0 || i >= len(l) {
		return true
	}
	p, ok := l[i].(*intake.Paragraph)
	return ok && p.Level > 0
}

// isEmpty tells a paragraph in which nothing stands.
func (l listed) isEmpty(i int) bool {
	p, ok := l[i].(*intake.Paragraph)
	return ok && p.Line.Empty()
}

// isBreak tells a rule between parts of the text.
func (l listed) isBreak(i int) bool {
	s, ok := l[i].(*intake.Solid)
	if !ok {
		return false
	}
	_, ok = s.Block.(*content.Break)
	return ok
}

// behind is where the next piece stands that is more than white or a rule.
func (l listed) behind(i int) int {
	for i++; i < len(l) && (l.isEmpty(i) || l.isBreak(i)); i++ {
	}
	return i
}

// Picture takes a file beside the pages into the text, and gives its name there; "" for
// none that a book can hold.
func (b *Book) Picture(name string) string {
	taken, _ := b.pictureName(&page{name: "page"}, (&url.URL{Path: name}).EscapedPath())
	return taken
}

// key names a place of a page.
func key(page, id string) string { return page + "#" + id }

// resolve is the page and the place that an address leads to from a page; ok is false
// for one that leads out of the book.
func (b *Book) resolve(p *page, href string) (name, id string, ok bool) {
	href = strings.TrimSpace(href)
	if scheme(href) != "" || strings.HasPrefix(href, "//") {
		return "", "", false
	}
	name, id, _ = strings.Cut(href, "#")
	id = unescaped(id)
	name, _, _ = strings.Cut(name, "?")
	if name == "" {
		return p.name, id, true
	}
	return Beside(p.name, name), id, true
}

// Beside is a name as a page gives it, from the folder of all; "" for one outside.
func Beside(page, name string) string {
	name = unescaped(strings.ReplaceAll(name, `\`, "/"))
	if strings.HasPrefix(name, "/") {
		name = strings.TrimLeft(name, "/")
	} else {
		name = path.Join(path.Dir(page), name)
	}
	if name = path.Clean(name); name == ".." || strings.HasPrefix(name, "../") {
		return ""
	}
	return name
}

// scheme is that of an address, "" for none.
func scheme(s string) string {
	i := strings.IndexByte(s, ':')
	if i <= 0 || strings.ContainsFunc(s[:i], func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.')
	}) {
		return ""
	}
	return strings.ToLower(s[:i])
}

// hasPage tells whether a page belongs to the book.
func (b *Book) hasPage(name string) bool {
	return slices.ContainsFunc(b.pages, func(p *page) bool { return p.name == name })
}

// Entry is one of a table of contents: its words, where it leads, and how deep it
// lies, from 1.
type Entry struct {
	Title, Href string
	Depth       int
	Part        bool // the title of a part, not of a chapter
}

// Contents reads the table of contents of an EPUB 3 (EPUB 3.3 §7).
func Contents(data []byte) []Entry {
	text := charset.Page(data)
	_, anew := glance(text)
	root, err := parse(text, anew)
	if err != nil {
		return nil
	}
	var entries []Entry
	var items func(n *html.Node, depth int)
	items = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Ol, atom.Ul:
				items(c, depth+1)
			case atom.A, atom.Span:
				if title := spoken(c); title != "" {
					entries = append(entries, Entry{Title: title, Href: get(c, "href"), Depth: max(depth, 1)})
				}
			default:
				items(c, depth)
			}
		}
	}
	var find func(n *html.Node) bool
	find = func(n *html.Node) bool {
		if n.DataAtom == atom.Nav && hasWord(get(n, "epub:type"), "toc") {
			items(n, 0)
			return true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if find(c) {
				return true
			}
		}
		return false
	}
	find(root)
	return entries
}
