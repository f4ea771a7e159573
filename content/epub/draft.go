package epub

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"sync"

	"warraq/content/epub/ocf"
	"warraq/content/epub/plan"

	goepub "github.com/go-shiori/go-epub"
)

// root is the folder in which the library puts everything but the container's
// own files.
const root = "EPUB/"

// storage is where the library keeps its files while it writes. Its memory
// file system knows only paths with "/", but the library joins them with the
// separator of the machine, so elsewhere a temporary folder serves.
var storage = func() goepub.FSType {
	if filepath.Separator == '/' {
		return goepub.MemoryFS
	}
	return goepub.OsFS
}()

// drafting guards the library, which keeps its file system in a package
// variable.
var drafting sync.Mutex

// refusal answers every request of the library for something outside the book.
type refusal struct{}

func (refusal) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("nothing is fetched for a book")
}

// drafted is how many text documents the library is given: it lists the names of all
// that it has whenever it takes another one, and all that it decides of one it
// decides of the next.
const drafted = 64

// draft lets the library write a publication with the structure of e: each of
// its parts is there under its final name and holds a marker. Markers, and not
// the parts themselves, because the library deflates everything on one core,
// takes files only as URLs, and would escape some texts and not others. Text
// documents beyond those that it is given are put beside them.
func draft(book *composition, storage goepub.FSType) (ocf.Parts, error) {
	given := book.Pages[:min(drafted, len(book.Pages))]
	p, err := draftOf(book, storage, given)
	if err != nil {
		return nil, fmt.Errorf("draft of the EPUB: %w", err)
	}
	for _, pg := range book.Pages[len(given):] {
		name := root + pg.Href()
		if _, ok := p[name]; ok {
			return nil, fmt.Errorf("draft of the EPUB: two parts are called %s", name)
		}
		p[name] = ocf.Part{Data: []byte(markerOf(pg))}
	}
	return p, nil
}

// draftOf drafts text documents, with the files and the cover.
func draftOf(book *composition, storage goepub.FSType, pages []*plan.Page) (ocf.Parts, error) {
	drafting.Lock()
	defer drafting.Unlock()
	g, err := newEpub(book, storage)
	if err == nil {
		err = addFiles(g, book)
	}
	if err == nil {
		err = addPages(g, book, pages)
	}
	var b bytes.Buffer
	if err == nil {
		_, err = g.WriteTo(&b)
	}
	if err != nil {
		return nil, err
	}
	return ocf.Unpack(b.Bytes())
}

// newEpub is an empty book of the library's. Title and identifier are not yet
// known and not needed: the package is written whole when it is finished.
func newEpub(book *composition, storage goepub.FSType) (*goepub.Epub, error) {
	if err := goepub.Use(storage); err != nil {
		return nil, err
	}
	g, err := goepub.NewEpub("draft")
	if err != nil {
		return nil, err
	}
	g.Client = &http.Client{Transport: refusal{}}
	g.SetIdentifier("urn:draft")
	g.SetLang(book.Lang)
	g.SetPpd(book.Dir.String())
	return g, nil
}

// addFiles drafts stylesheet, fonts and images, and the cover's own page.
func addFiles(g *goepub.Epub, book *composition) error {
	for _, f := range book.Files {
		add := g.AddImage
		switch f.Folder {
		case plan.CSSFolder:
			add = g.AddCSS
		case plan.FontFolder:
			add = g.AddFont
		}
		source := "data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte(marker(root+f.Href())))
		if _, err := add(source, f.Name); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return g.SetCover("../"+book.Cover.Href(), "../"+book.Style.Href())
}

// addPages drafts text documents. The cover's stands already: the library made
// it.
func addPages(g *goepub.Epub, book *composition, pages []*plan.Page) error {
	for _, pg := range pages {
		if pg.Kind == plan.CoverPage {
			continue
		}
		if _, err := g.AddSection(markerOf(pg), pg.ID, pg.Name, "../"+book.Style.Href()); err != nil {
			return fmt.Errorf("%s: %w", pg.Name, err)
		}
	}
	return nil
}

// markerOf is what the draft holds in the place of the page's text.
func markerOf(p *plan.Page) string {
	if p.Kind == plan.CoverPage {
		return `alt="Cover Image"` // this page the library writes by itself
	}
	return marker(root + p.Href())
}
