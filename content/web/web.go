// Package web writes a [content.Document] as a folder of static pages: a page a
// document of the EPUB, by the same renderers ([pages]), behind one with the title and
// the contents. They are read without a script; with one, they can be searched, from a
// folder as from a server. Nothing is loaded from elsewhere.
//
// The bytes are a function of the document and the options.
package web

import (
	_ "embed"
	"slices"

	"warraq/content"
	"warraq/content/epub/compose"
	"warraq/content/epub/pages"
	"warraq/content/epub/plan"
)

// Options is how to write. The zero value gives pages in the fonts of the browser.
type Options struct {
	// Producer names the program, "Warraq 1.0"; empty: not said.
	Producer string
	// Fonts in the order in which a browser is to try their families.
	Fonts []compose.Font
	// Pages are where the pages of the printed book begin, in order: each is a place
	// that can be linked to, and they are listed. None: the book has no such list.
	Pages []content.PageStart
	// Shape is that of [plan.Options].
	Shape func(src string) (width, height float64, drawn bool)
}

// File is one of the files of the folder.
type File struct {
	Name string // from the folder, with "/"; of ASCII in lower case
	Data []byte
}

// The files beside those that the book brings.
const (
	home       = "index.html"
	scriptName = "search.js"
	indexName  = "search-index.js"
)

// What every site has: how its pages look beside the book's own stylesheet, and the
// search.
var (
	//go:embed site.css
	siteCSS string
	//go:embed search.js
	script []byte
)

// Write writes doc, which package number has numbered, as the files of a folder, the
// first page before all others. What an author can mend comes back as
// [content.Problems].
func Write(doc *content.Document, opt Options) ([]File, error) {
	c, err := compose.New(doc, compose.Options{Medium: plan.Web, Fonts: opt.Fonts, Pages: opt.Pages, Shape: opt.Shape})
	if err != nil {
		return nil, err
	}
	if err := c.Render(); err != nil {
		return nil, err
	}
	s := &site{Composition: c, producer: opt.Producer}
	s.order()
	files := s.documents()
	index := s.index()
	c.PlanFonts()
	c.Style.Part.Data = append(c.Style.Part.Data, siteCSS...)
	for _, f := range c.Files {
		if f == c.Cover && !s.hasCover() {
			continue
		}
		c.Cut(f)
		files = append(files, File{f.Href(), f.Part.Data})
	}
	return append(files, File{scriptName, script}, File{indexName, index}), nil
}

// site is a book on its way into its files.
type site struct {
	*compose.Composition
	producer string
	leaves   []*plan.Page // those that are a page each, in the order of reading
}

// order finds the pages that are one each: cover and title page are on the first.
func (s *site) order() {
	s.leaves = slices.DeleteFunc(slices.Clone(s.Composition.Pages), func(pg *plan.Page) bool { return pg.Kind != plan.ChapterPage })
}

// hasCover tells whether the author gives a picture of the front: one that is drawn
// would say again what stands beside it.
func (s *site) hasCover() bool { return s.Doc.Meta.Cover != "" }

// documents are the pages of the site, and of what characters they are.
func (s *site) documents() (files []File) {
	add := func(name string, document []byte) {
		s.Show(document)
		files = append(files, File{name, document})
	}
	add(home, s.home())
	for i, pg := range s.leaves {
		add(pg.Name, s.leaf(i, pg))
	}
	words := &s.Language.Site
	s.Show([]byte(words.Found + words.Nothing))
	return files
}

// body is what stands on the pages of a kind.
func (s *site) body(kind plan.Kind) []byte {
	if pg := s.PageOf(kind); pg != nil {
		return pg.Part.Data
	}
	return nil
}

// contents is the list of the contents.
func (s *site) contents() []byte { return pages.Contents(s.Publication) }
