package epub

import (
	"fmt"
	"warraq/content/epub/ocf"
)

// pass is one step of finishing.
type pass struct {
	name string
	do   func(p ocf.Parts, e *edition) error
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
func finish(p ocf.Parts, e *edition) error {
	for _, pass := range passes {
		if err := pass.do(p, e); err != nil {
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
func dress(p ocf.Parts, e *edition) error {
	for _, pg := range e.pages {
		name := root + pg.href()
		if err := p.Replace(name, pg.marker(), pg.part); err != nil {
			return err
		}
	}
	return nil
}

// furnish puts the stylesheet, the fonts with their licence, and the images in
// their places.
func furnish(p ocf.Parts, e *edition) error {
	for _, f := range e.files {
		name := root + f.href()
		if err := p.Replace(name, marker(name), f.part); err != nil {
			return err
		}
	}
	return nil
}

// sealed compresses the parts that the passes wrote.
func sealed(p ocf.Parts, _ *edition) error { return p.Seal() }
