// Package epubfile reads books in EPUB, 2.0.1 and 3, into the paragraphs of an
// [intake.Text]. Chapters are where the table of contents leads; what stands in them is
// read as any page (see content/webpage).
package epubfile

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"strings"

	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/webpage"
)

// spaces are the namespaces that are read.
var spaces = container.Namespaces{
	"urn:oasis:names:tc:opendocument:xmlns:container":  "",
	"http://www.idpf.org/2007/opf":                     "",
	"http://openebook.org/namespaces/oeb-package/1.0/": "",
	"http://www.daisy.org/z3986/2005/ncx/":             "",
	"http://purl.org/dc/elements/1.1/":                 "dc",
	"http://purl.org/dc/elements/1.0/":                 "dc",
	"http://www.w3.org/2001/04/xmlenc#":                "enc",
	"http://www.w3.org/XML/1998/namespace":             "xml",
}

// Options say how what is read is named.
type Options struct {
	// Prefix goes before the names of places and pictures.
	Prefix string
	// Most is how much the book may hold; what it shows far beyond that is an
	// *[intake.TooMuch].
	Most intake.Amount
}

// mostSpine is how many documents a book has at most.
const mostSpine = 20_000

// Read reads a book; name is that of the file, for the report.
func Read(name string, data []byte, opt Options) (*intake.Text, error) {
	c, err := container.Open(data)
	if err != nil {
		return nil, err
	}
	p, err := openPackage(c)
	if err != nil {
		return nil, err
	}
	if err := p.locked(); err != nil {
		return nil, err
	}
	b := webpage.NewBook(name, webpage.Options{Prefix: opt.Prefix, File: c.Data, Most: opt.Most, Lang: p.lang, Known: p.known(), Skip: p.nav, Cover: p.c.Has(p.cover)})
	entries := p.contents()
	for _, e := range entries {
		b.Want(e.Href)
	}
	if err := p.addPages(b); err != nil {
		return nil, err
	}
	t := b.Text()
	outline(t, b.Starts, entries, p.pages)
	t.Title, t.Subtitle, t.Authors, t.Sure = p.title, p.subtitle, p.authors, p.title != ""
	if p.cover != "" {
		t.Cover = b.Picture(p.cover)
	}
	for _, name := range p.missing {
		t.Report.Lost("a chapter is not in the file", name, "")
	}
	return t, nil
}

// item is a file of the book as its package lists it.
type item struct{ name, media, properties string }

// book is the package of a book (EPUB 3.3 §5).
type book struct {
	c    *container.Container
	dir  string
	root *container.Element

	items           map[string]item
	spine           []item
	pages           []string // names of those that are read
	missing         []string
	title, subtitle string
	authors         []string
	lang            string
	cover           string
	facts           []string // what else is said of the book
	nav, ncx        string
}

// openPackage finds the package and reads it.
func openPackage(c *container.Container) (*book, error) {
	if !c.Has("META-INF/container.xml") {
		return nil, errors.New("it is no EPUB, though it is a zip: it lacks META-INF/container.xml")
	}
	root, err := c.Tree("META-INF/container.xml", spaces)
	if err != nil {
		return nil, err
	}
	name := ""
	for _, f := range root.Child("rootfiles").All("rootfile") {
		if name == "" || f.Get("media-type") == "application/oebps-package+xml" && !c.Has(name) {
			name = strings.TrimPrefix(f.Get("full-path"), "/")
		}
	}
	if !c.Has(name) {
		return nil, errors.New("it is no whole EPUB: the package that META-INF/container.xml names is not there")
	}
	p := &book{c: c, dir: path.Dir(name), items: make(map[string]item)}
	if p.root, err = c.Tree(name, spaces); err != nil {
		return nil, err
	}
	p.manifest()
	p.metadata()
	if len(p.spine) == 0 {
		return nil, errors.New("it is no whole EPUB: its package lists no chapters")
	}
	return p, nil
}

// at is the name of a file that the package names.
func (p *book) at(href string) string {
	href, _, _ = strings.Cut(href, "#")
	return webpage.Beside(path.Join(p.dir, "package"), href)
}

// manifest reads what files there are, and which are read in which order.
func (p *book) manifest() {
	for _, e := range p.root.Child("manifest").All("item") {
		it := item{p.at(e.Get("href")), e.Get("media-type"), " " + e.Get("properties") + " "}
		p.items[e.Get("id")] = it
		switch {
		case strings.Contains(it.properties, " nav "):
			p.nav = it.name
		case strings.Contains(it.properties, " cover-image "):
			p.cover = it.name
		case it.media == "application/x-dtbncx+xml" && p.ncx == "":
			p.ncx = it.name
		}
	}
	spine := p.root.Child("spine")
	if it, ok := p.items[spine.Get("toc")]; ok {
		p.ncx = it.name
	}
	for _, e := range spine.All("itemref") {
		if it, ok := p.items[e.Get("idref")]; ok && len(p.spine) < mostSpine {
			p.spine = append(p.spine, it)
		}
	}
}

// metadata reads what the package says of the book.
func (p *book) metadata() {
	meta := p.root.Child("metadata").OrEmpty()
	if inner := meta.Child("dc-metadata"); inner != nil {
		meta = inner
	}
	refines := p.refines()
	for _, e := range meta.Kids {
		said := clean(e.Words())
		if said == "" {
			continue
		}
		if said, known := p.fact(e, said, refines[e.Get("id")]); known {
			p.facts = append(p.facts, said)
		}
	}
}

// refines are the properties of statements, by the statements' identifiers (EPUB 3.3, 5.3.3).
// What stands there of the cover, as EPUB 2 has it, is read too.
func (p *book) refines() map[string]map[string]string {
	refines := make(map[string]map[string]string)
	for _, e := range p.root.Child("metadata").All("meta") {
		if id, ok := strings.CutPrefix(e.Get("refines"), "#"); ok {
			if refines[id] == nil {
				refines[id] = make(map[string]string)
			}
			refines[id][e.Get("property")] = clean(e.Words())
		}
		if e.Get("name") == "cover" && p.cover == "" {
			p.cover = p.items[e.Get("content")].name
		}
	}
	return refines
}

// fact takes what an element says of the book, and gives it as a page of its title may say
// it; known is false for what no such page says.
func (p *book) fact(e *container.Element, said string, refined map[string]string) (fact string, known bool) {
	switch e.Name {
	case "dc:title":
		switch {
		case refined["title-type"] == "subtitle":
			p.subtitle = said
		case p.title == "":
			p.title = said
		}
	case "dc:creator":
		if role := cmp.Or(e.Get("role"), refined["role"]); role == "" || role == "aut" {
			p.authors = append(p.authors, said)
		}
	case "dc:language":
		if p.lang == "" {
			p.lang = said
		}
	case "dc:date":
		if len(said) > 4 {
			said += " " + said[:4]
		}
	case "dc:publisher", "dc:rights", "dc:contributor", "dc:identifier", "dc:description":
	default:
		return "", false
	}
	return said, true
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// known is all that the package says of the book: a page of its title says nothing
// else.
func (p *book) known() string { return strings.Join(p.facts, " ") }

// fontKeys are the ways of veiling fonts, which lock nothing (EPUB 3.3 §4.4).
var fontKeys = []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}

// locked tells of a book whose text only one program can open.
func (p *book) locked() error {
	const part = "META-INF/encryption.xml"
	if !p.c.Has(part) {
		return nil
	}
	root, err := p.c.Tree(part, spaces)
	if err != nil {
		return err
	}
	veiled := make(map[string]bool)
	for _, e := range root.All("enc:EncryptedData") {
		method := e.Child("enc:EncryptionMethod").Get("Algorithm")
		if method != fontKeys[0] && method != fontKeys[1] {
			veiled[webpage.Beside("x", e.Child("enc:CipherData").Child("enc:CipherReference").Get("URI"))] = true
		}
	}
	for _, it := range p.spine {
		if veiled[it.name] {
			return fmt.Errorf("it is locked by its seller (DRM): %s is encrypted, and only the program that it was sold for can open it", it.name)
		}
	}
	return nil
}

// contents is the table of contents: that of EPUB 3, else that of EPUB 2.
func (p *book) contents() (entries []webpage.Entry) {
	from := p.nav
	if data, err := p.c.Data(p.nav); err == nil {
		entries = webpage.Contents(data)
	}
	if len(entries) == 0 {
		if root, err := p.c.Tree(p.ncx, spaces); err == nil {
			from = p.ncx
			points(root.Child("navMap"), 1, &entries)
		}
	}
	for i := range entries {
		e := &entries[i]
		file, place, some := strings.Cut(e.Href, "#")
		e.Href = webpage.Beside(from, file)
		if file == "" {
			e.Href = ""
		} else if some && place != "" {
			e.Href += "#" + place
		}
	}
	return entries
}

// points reads the entries of an NCX (EPUB 2.0.1, OPF 2.4.1).
func points(e *container.Element, depth int, entries *[]webpage.Entry) {
	if e == nil {
		return
	}
	for _, p := range e.All("navPoint") {
		if title := clean(p.Child("navLabel").Words()); title != "" {
			*entries = append(*entries, webpage.Entry{Title: title, Href: p.Child("content").Get("src"), Depth: depth})
		}
		points(p, depth+1, entries)
	}
}

// addPages reads the documents in their order.
func (p *book) addPages(b *webpage.Book) error {
	added := make(map[string]bool)
	for _, it := range p.spine {
		if added[it.name] {
			continue
		}
		added[it.name] = true
		data, err := p.c.Data(it.name)
		if err != nil {
			if p.c.Has(it.name) {
				return err
			}
			p.missing = append(p.missing, it.name)
			continue
		}
		if strings.HasPrefix(it.media, "image/") {
			data = []byte(`<html><body><p><img src="` + path.Base(it.name) + `"/></p></body></html>`)
		}
		if err := b.Add(it.name, data); err != nil {
			return err
		}
		p.pages = append(p.pages, it.name)
	}
	if len(p.pages) == 0 {
		return errors.New("none of the chapters that its package lists is in it")
	}
	return nil
}
