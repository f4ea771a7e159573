// Package docx reads documents of Word (Office Open XML, ISO/IEC 29500-1:2016, both
// transitional and strict) into the paragraphs of an [intake.Text]. What stands for
// the look alone stays away: direction, alignment, indents, spacing, colours, fonts.
// It takes what Word, LibreOffice, Google Docs and pandoc write.
package docx

import (
	"errors"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
)

// spaces are the namespaces that are read, transitional and strict ones alike.
var spaces = container.Namespaces{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":  "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":              "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                   "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                               "a",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                  "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                              "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":                "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                            "dgm",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                          "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":       "wps",
	"urn:schemas-microsoft-com:vml":                                           "v",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
	"http://purl.org/dc/elements/1.1/":                                        "dc",
	"http://www.w3.org/XML/1998/namespace":                                    "xml",
}

// Options say how what is read is named.
type Options struct {
	// Prefix goes before the names of places and pictures, so that those of several
	// files differ.
	Prefix string
	// Most is how much the text may hold; what it shows far beyond that is an
	// *[intake.TooMuch].
	Most intake.Amount
}

// Read reads a document; name is that of the file, for the report.
func Read(name string, data []byte, opt Options) (*intake.Text, error) {
	c, err := container.Open(data)
	if err != nil {
		return nil, err
	}
	r := &reader{c: c, prefix: opt.Prefix, text: &intake.Text{}, notes: make(map[string]*content.Note), pictures: make(map[string]string),
		ids: make(map[string]string), used: make(map[string]int), placed: make(map[string]bool), bookmarks: make(map[string]string), marked: make(map[string]*content.Note), faces: make(map[string]bool)}
	r.text.Report.File = name
	r.counters = make(map[string]*counter)
	if err := r.open(); err != nil {
		return nil, err
	}
	tally := intake.Tally{Most: opt.Most, Kinds: shows}
	c.Meet = tally.Meet
	b := body{reader: r}
	err = c.Stream(r.main, spaces, []string{"w:document", "w:body"}, func(e *container.Element) error {
		b.block(e)
		return b.err
	})
	if err != nil {
		return nil, err
	}
	b.flush()
	if err := tally.Within(); err != nil {
		return nil, err // of the notes, which are read where the first is called
	}
	r.text.Pieces = b.pieces
	r.furniture()
	r.tellCounts()
	return r.text, nil
}

// shows is what elements show of how much a document holds. The first paragraph of a
// cell is the cell, and not one of its own.
var shows = map[string]intake.Amount{"w:p": {Blocks: 1}, "w:tr": {Blocks: 1}, "w:tc": {Blocks: -1}, "w:footnote": {Notes: 1}, "w:endnote": {Notes: 1}}

// reader is a document being read.
type reader struct {
	c      *container.Container
	prefix string
	text   *intake.Text

	main string // the part of the text
	rels map[string]relation
	styles
	numbering
	notesOf   map[string]map[string]*container.Element // "footnote", "endnote": the notes by their ids
	comments  map[string]*container.Element
	notes     map[string]*content.Note
	pictures  map[string]string // names by their parts
	ids       map[string]string // anchors by the names of bookmarks
	used      map[string]int    // names that are taken: how often they were asked for
	placed    map[string]bool   // anchors whose places were met
	bookmarks map[string]string // open ones: names by ids
	marked    map[string]*content.Note
	faces     map[string]bool // of the Qur'an, whose codes are no letters
	counts    counts
	depth     int // of tables, boxes and notes in each other
}

// relation is where a part leads.
type relation struct {
	kind, target string
	outside      bool
}

// open finds the parts.
func (r *reader) open() error {
	top, err := r.relations("")
	if err != nil {
		return err
	}
	for _, rel := range top {
		if rel.kind == "officeDocument" {
			r.main = rel.target
		}
	}
	if r.main == "" || !r.c.Has(r.main) {
		if r.c.Has("mimetype") {
			return errors.New("it is no document of Word, though it is a zip")
		}
		return errors.New("no text of a Word document is in it")
	}
	if r.rels, err = r.relations(r.main); err != nil {
		return err
	}
	if err := r.readStyles(); err != nil {
		return err
	}
	if err := r.readNumbering(); err != nil {
		return err
	}
	r.properties(top)
	return nil
}

// relations reads the relationships of a part by their ids; of the whole for "".
func (r *reader) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !r.c.Has(name) {
		return nil, nil
	}
	root, err := r.c.Tree(name, spaces)
	if err != nil {
		return nil, err
	}
	rels := make(map[string]relation)
	for _, e := range root.All("Relationship") {
		rel := relation{kind: path.Base(e.Get("Type")), target: e.Get("Target"), outside: strings.EqualFold(e.Get("TargetMode"), "External")}
		if !rel.outside {
			rel.target = within(dir, rel.target)
		}
		rels[e.Get("Id")] = rel
	}
	return rels, nil
}

// within is where a target lies in the file, which it cannot leave.
func within(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// part is the first part of a kind that the text leads to, "" for none.
func (r *reader) part(kind string) string {
	best := ""
	for _, rel := range r.rels {
		if rel.kind == kind && !rel.outside && r.c.Has(rel.target) && (best == "" || rel.target < best) {
			best = rel.target
		}
	}
	return best
}

// properties reads what the file says of itself.
func (r *reader) properties(top map[string]relation) {
	for _, rel := range top {
		if rel.kind != "core-properties" || !r.c.Has(rel.target) {
			continue
		}
		root, err := r.c.Tree(rel.target, spaces)
		if err != nil {
			continue // they are not the text
		}
		r.text.Title = strings.TrimSpace(root.Child("dc:title").Words())
		for _, name := range strings.Split(root.Child("dc:creator").Words(), ";") {
			if name = strings.TrimSpace(name); name != "" && !isMachine(name) {
				r.text.Authors = append(r.text.Authors, name)
			}
		}
	}
}

// isMachine tells the names that programs and computers write for authors.
func isMachine(name string) bool {
	switch strings.ToLower(name) {
	case "microsoft", "microsoft office user", "user", "users", "admin", "administrator", "windows user", "owner", "pc", "hp", "dell", "acer", "lenovo", "asus", "toshiba",
		"python-docx", "unknown", "un-named", "apache poi", "docx4j", "openpyxl", "author", "مستخدم", "المستخدم":
		return true
	}
	return false
}

// furniture tells of heads and feet of pages.
func (r *reader) furniture() {
	for _, kind := range []string{"header", "footer"} {
		var parts []string
		for _, rel := range r.rels {
			if rel.kind == kind && !rel.outside && r.c.Has(rel.target) {
				parts = append(parts, rel.target)
			}
		}
		for _, part := range sorted(parts) {
			root, err := r.c.Tree(part, spaces)
			if err != nil {
				continue
			}
			if words := texts(root); strings.TrimSpace(words) != "" {
				r.text.Report.Took("what stands at the head or the foot of pages stays away: the book has its own", intake.FirstWords(words), "")
			}
		}
	}
}

// texts are the words within an element, as w:t has them.
func texts(e *container.Element) string {
	var b strings.Builder
	var add func(*container.Element)
	add = func(e *container.Element) {
		switch e.Name {
		case "w:t", "w:delText", "m:t":
			b.WriteString(e.Words())
			return
		case "w:p", "w:tab", "w:br":
			b.WriteByte(' ')
		}
		for _, k := range e.Kids {
			add(k)
		}
	}
	add(e)
	return b.String()
}
