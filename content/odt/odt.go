// Package odt reads texts in OpenDocument (ISO/IEC 26300-1, 1.2 and later) into the
// paragraphs of an [intake.Text]. It takes what LibreOffice, Word, Google Docs and
// pandoc write. What stands for the look alone stays away: direction, alignment,
// indents, colours, faces.
package odt

import (
	"errors"
	"fmt"
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// spaces are the namespaces that are read.
var spaces = container.Namespaces{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                    "draw",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          "fo",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":             "svg",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":                       "meta",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                   "manifest",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
	"http://www.w3.org/1999/xlink":                                         "xlink",
	"http://purl.org/dc/elements/1.1/":                                     "dc",
	"http://www.w3.org/1998/Math/MathML":                                   "math",
	"http://www.w3.org/XML/1998/namespace":                                 "xml",
}

// Options say how what is read is named.
type Options struct {
	// Prefix goes before the names of places and pictures.
	Prefix string
	// Most is how much the text may hold; what it shows far beyond that is an
	// *[intake.TooMuch].
	Most intake.Amount
}

// Read reads a text; name is that of the file, for the report.
func Read(name string, data []byte, opt Options) (*intake.Text, error) {
	c, err := container.Open(data)
	if err != nil {
		return nil, err
	}
	if !c.Has("content.xml") {
		return nil, errors.New("it is no text in OpenDocument, though it is a zip")
	}
	if err := locked(c); err != nil {
		return nil, err
	}
	r := &reader{c: c, prefix: opt.Prefix, text: &intake.Text{}, styles: make(map[string]*style), lists: make(map[string]*[levels]string),
		pictures: make(map[string]string), used: make(map[string]bool), counts: make(map[string]*count), numbers: make(map[string]int), outlines: make(map[string]bool)}
	r.text.Report.File = name
	tally := intake.Tally{Most: opt.Most, Kinds: shows}
	c.Meet = tally.Meet
	if err := r.read(); err != nil {
		return nil, err
	}
	r.tell()
	return r.text, nil
}

// shows is what elements show of how much a text holds. The first paragraph of a cell is
// the cell, and not one of its own.
var shows = map[string]intake.Amount{"text:p": {Blocks: 1}, "text:h": {Blocks: 1}, "table:table-row": {Blocks: 1}, "table:table-cell": {Blocks: -1}, "text:note": {Notes: 1}}

// locked tells of a text behind a password.
func locked(c *container.Container) error {
	if !c.Has("META-INF/manifest.xml") {
		return nil
	}
	root, err := c.Tree("META-INF/manifest.xml", spaces)
	if err != nil {
		return nil // it is not the text
	}
	for _, e := range root.All("manifest:file-entry") {
		if e.Child("manifest:encryption-data") != nil {
			return errors.New("the file is behind a password: save it without one")
		}
	}
	return nil
}

// reader is a text being read.
type reader struct {
	c      *container.Container
	prefix string
	text   *intake.Text

	styles   map[string]*style          // by family and name
	lists    map[string]*[levels]string // formats of levels, by the names of list styles
	outlines map[string]bool            // places that something leads to
	pictures map[string]string
	used     map[string]bool
	numbers  map[string]int // the last of each list that may go on
	counts   map[string]*count
	listings int // lists so far
}

// count is how often something was found.
type count struct {
	n     int
	first string
	hint  string
	lost  bool
}

// say counts something that is told at the end.
func (r *reader) say(kind, words, hint string, lost bool) {
	c := r.counts[kind]
	if c == nil {
		c = &count{first: intake.FirstWords(words), hint: hint, lost: lost}
		r.counts[kind] = c
	}
	c.n++
}

func (r *reader) tell() {
	for _, kind := range sortedKeys(r.counts) {
		c := r.counts[kind]
		r.text.Report.Add(intake.Found{Kind: fmt.Sprintf("%s (%d)", kind, c.n), About: c.first, Hint: c.hint, Lost: c.lost})
	}
}

func (r *reader) read() error {
	if err := r.properties(); err != nil {
		return err
	}
	if r.c.Has("styles.xml") {
		root, err := r.c.Tree("styles.xml", spaces)
		if err != nil {
			return err
		}
		r.readStyles(root.Child("office:styles"))
		r.readStyles(root.Child("office:automatic-styles"))
		r.furniture(root.Child("office:master-styles"))
	}
	root, err := r.c.Tree("content.xml", spaces)
	if err != nil {
		return err
	}
	r.readStyles(root.Child("office:automatic-styles"))
	for _, s := range r.styles {
		r.resolve(s, 0)
	}
	body := root.Child("office:body").Child("office:text")
	if body == nil {
		return errors.New("it is no text, but a table, a drawing or a presentation in OpenDocument")
	}
	r.wanted(body)
	f := flow{reader: r}
	f.blocks(body, place{})
	f.flush()
	r.text.Pieces = f.pieces
	return nil
}

// properties reads what the file says of itself.
func (r *reader) properties() error {
	if !r.c.Has("meta.xml") {
		return nil
	}
	root, err := r.c.Tree("meta.xml", spaces)
	if err != nil {
		return nil // it is not the text
	}
	meta := root.Child("office:meta")
	r.text.Title = strings.TrimSpace(meta.Child("dc:title").Words())
	for _, name := range []string{"meta:initial-creator", "dc:creator"} {
		if who := strings.TrimSpace(meta.Child(name).Words()); who != "" && r.text.Authors == nil {
			r.text.Authors = []string{who}
		}
	}
	return nil
}

// furniture tells of what stands in the heads and feet of pages.
func (r *reader) furniture(masters *container.Element) {
	if masters == nil {
		return
	}
	for _, m := range masters.All("style:master-page") {
		for _, k := range m.Kids {
			switch k.Name {
			case "style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first", "style:footer-first":
				if words := strings.Join(strings.Fields(k.Words()), " "); strings.ContainsFunc(words, isLetter) {
					r.say("heads and feet of pages stay away: the book has its own", words, "", true)
				}
			}
		}
	}
}

// wanted finds the places that something leads to.
func (r *reader) wanted(e *container.Element) {
	switch e.Name {
	case "text:a":
		if to, ok := strings.CutPrefix(e.Get("xlink:href"), "#"); ok {
			r.outlines[placeName(to)] = true
		}
	case "text:bookmark-ref", "text:reference-ref", "text:sequence-ref":
		r.outlines[e.Get("text:ref-name")] = true
	}
	for _, k := range e.Kids {
		r.wanted(k)
	}
}

// placeName is a place without the kind that LibreOffice writes behind it.
func placeName(s string) string {
	name, _, _ := strings.Cut(s, "|")
	return name
}

// anchor is the name of a place in the manuscript.
func (r *reader) anchor(name string) string {
	return r.prefix + strings.Map(func(c rune) rune {
		if isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_' {
			return c
		}
		return '-'
	}, name)
}

// flow is text that runs on: of the body, an item, a cell, a note, a box.
type flow struct {
	*reader
	pieces []intake.Piece
	open   *intake.Paragraph
	after  []intake.Piece // what stands behind the paragraph that is open
	marks  []string
	inNote bool
	depth  int
}

// mostNested bounds how deep tables, lists, boxes and notes lie in each other.
const mostNested = 20

// flush ends the paragraph.
func (f *flow) flush() {
	if f.open != nil {
		f.pieces = append(f.pieces, f.open)
	}
	f.open = nil
	f.pieces = append(f.pieces, f.after...)
	f.after = nil
}

// inner reads what lies in a block.
func (f *flow) inner(e *container.Element) []intake.Piece {
	in := flow{reader: f.reader, inNote: f.inNote, depth: f.depth + 1}
	in.blocks(e, place{})
	in.flush()
	return in.pieces
}

// place is where a paragraph stands in lists and quotations.
type place struct {
	item  *intake.Item
	style string // of the list
	name  string // of the list
	level int
}

// blocks reads the children of an element as blocks.
func (f *flow) blocks(e *container.Element, at place) {
	for _, k := range e.Kids {
		f.block(k, at)
	}
}

// block reads a block.
func (f *flow) block(e *container.Element, at place) {
	switch e.Name {
	case "text:p", "text:h":
		f.paragraph(e, at)
	case "text:list":
		f.list(e, at)
	case "table:table":
		f.table(e)
	case "text:section", "text:index-body", "loext:content-control", "office:forms":
		if e.Name != "office:forms" {
			f.blocks(e, at)
		}
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index", "text:user-index":
		if words := e.Child("text:index-body").Words(); strings.TrimSpace(words) != "" {
			f.say("contents and lists of figures and tables, which the book makes itself, stay away", words, "", true)
		}
	case "text:alphabetical-index", "text:bibliography":
		f.blocks(e.Child("text:index-body").OrEmpty(), at)
	case "text:index-title":
		f.blocks(e, at)
	case "text:tracked-changes":
		f.changes(e)
	case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:text-box", "draw:a", "draw:line", "draw:ellipse":
		f.begin(&style{})
		f.drawing(e, nil)
		f.flush()
	case "text:numbered-paragraph":
		f.blocks(e, at)
	case "text:soft-page-break", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls", "text:alphabetical-index-auto-mark-file":
	default:
		if words := strings.TrimSpace(e.Words()); e.Name != "" && strings.ContainsFunc(words, isLetter) {
			f.say("what no book has a place for stays away ("+e.Name+")", words, "", true)
		}
	}
}

// changes tells of deletions that the file records.
func (f *flow) changes(e *container.Element) {
	for _, region := range e.All("text:changed-region") {
		if d := region.Child("text:deletion"); d != nil {
			if words := bodyWords(d); strings.TrimSpace(words) != "" {
				f.say("deletions that are recorded in the file stay away", words, "", false)
			}
		}
	}
}

// bodyWords are the words of paragraphs alone, not who wrote them and when.
func bodyWords(e *container.Element) string {
	var b strings.Builder
	for _, k := range e.Kids {
		if k.Name != "office:change-info" && k.Name != "dc:creator" && k.Name != "dc:date" && k.Name != "meta:creator-initials" {
			b.WriteString(k.Words() + " ")
		}
	}
	return b.String()
}

// begin opens a paragraph of a style.
func (f *flow) begin(s *style) {
	f.flush()
	f.open = &intake.Paragraph{Role: s.role}
	for _, id := range f.marks {
		f.open.Line.Put(&content.Span{Attr: content.Attr{Anchor: id}}, scribe.Look{})
	}
	f.marks = nil
}
