package epub

import (
	"fmt"

	"warraq/content/epub/ocf"
	"warraq/content/epub/pages"
)

// pass is one step of finishing.
type pass struct {
	name string
	do   func(p ocf.Parts, book *composition) error
}

// passes in order, each with its reason.
var passes = []pass{
	{"dress", dress},             // the library cannot say lang, dir or epub:type, and forces dir="auto"
	{"furnish", furnish},         // stylesheet, fonts, images: the library would fetch, sniff and encode them
	{"navigate", navigate},       // the library's contents are in English, flat, and without landmarks
	{"package", packageDocument}, // the library knows one author, no accessibility, and reads the clock
	{"seal", sealed},             // the library's zip depends on map order and leaves sizes out
}

// finish makes the draft right.
func finish(p ocf.Parts, book *composition) error {
	for _, pass := range passes {
		if err := pass.do(p, book); err != nil {
			return fmt.Errorf("EPUB pass %s: %w", pass.name, err)
		}
	}
	return nil
}

// marker is what the draft holds in the place of the part called name.
func marker(name string) string { return "[part " + name + "]" }

// dress puts each text document in its place, whole: its root says language
// and direction (EPUB 3.3 §D.2: a reading system must not infer them from the
// package).
func dress(p ocf.Parts, book *composition) error {
	for _, pg := range book.Pages {
		name := root + pg.Href()
		if err := p.Replace(name, markerOf(pg), pg.Part); err != nil {
			return err
		}
	}
	return nil
}

// furnish puts the stylesheet, the fonts with their licence, and the images in
// their places.
func furnish(p ocf.Parts, book *composition) error {
	for _, f := range book.Files {
		name := root + f.Href()
		if err := p.Replace(name, marker(name), f.Part); err != nil {
			return err
		}
	}
	return nil
}

// sealed compresses the parts that the passes wrote.
func sealed(p ocf.Parts, _ *composition) error { return p.Seal() }

// navigate writes both tables of contents whole: nav.xhtml (EPUB 3.3 §7) and
// toc.ncx, for readers of EPUB 2.
func navigate(p ocf.Parts, book *composition) error {
	if err := p.Replace(root+"nav.xhtml", `epub:type="toc"`, ocf.Part{Data: book.nav}); err != nil {
		return err
	}
	return p.Replace(root+"toc.ncx", "<navMap>", ocf.Part{Data: pages.NCX(book.Publication)})
}
