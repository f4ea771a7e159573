package book

import (
	_ "embed"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
)

// Options come from the person asking; what is not empty goes before what the
// manuscript says.
type Options struct {
	Title, Author, Lang string
	Name                string // what a book is called that nothing gives a title

	Page      string // as under `page:` in book.yaml
	Opening   string // one of Openings
	Impose    string // of content.Impositions
	Duplex    string // of content.Duplexes
	PageOrder string // of content.PageOrders

	// Theme is one of Themes by its name, or a file. One that has no data is
	// read in the manuscript's folder.
	Theme File

	// Shared is for what the manuscript does not say itself, Overrides goes before what
	// it says.
	Shared, Overrides settings.Layer

	Limits bounds.Limits // of the files that are read

	// Memory is of the book as it was read before; nil for none.
	Memory *Memory

	// Sound gives a picture as a book may hold it, or says as a predicate why it may
	// not. Nil: pictures are taken as they lie.
	Sound func(picture []byte) ([]byte, error)
	// Size tells how many pixels a picture has, and how many are in memory while it is
	// read. Nil: none.
	Size func(picture []byte) (pixels, decoded int64)
}

// Check tells which of the options no manuscript could make right.
func (o Options) Check() []content.Problem {
	b := begin(manuscript{opt: o})
	b.overrule()
	b.settleLang(&content.Meta{})
	b.knownTheme(b.manifest.Theme)
	return b.problems
}

// overrule puts the options that are read as values of book.yaml before those
// that are written there.
func (b *manuscript) overrule() {
	m := &b.manifest
	for _, o := range []struct {
		keys      []settings.Key
		key, text string
	}{
		{m.Keys(), "page", b.opt.Page}, {m.Keys(), "opening", b.opt.Opening}, {m.Keys(), "theme", b.opt.Theme.Name},
		{m.BookletKeys(), "impose", b.opt.Impose}, {m.BookletKeys(), "duplex", b.opt.Duplex},
		{m.PressKeys(), "page-order", b.opt.PageOrder},
	} {
		if o.text != "" {
			b.settings.Set(o.keys, o.key, o.text)
		}
	}
}

// Schema is a JSON Schema of book.yaml, for editors.
//
//go:embed book.schema.json
var Schema []byte
