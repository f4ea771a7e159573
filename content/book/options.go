package book

import (
	"go.yaml.in/yaml/v4"

	"warraq/content"
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

	Limits Limits // of the files that are read

	// Sound gives a picture as a book may hold it, or says as a predicate why it may
	// not. Nil: pictures are taken as they lie.
	Sound func(picture []byte) ([]byte, error)
}

// Check tells which of the options no manuscript could make right.
func (o Options) Check() []content.Problem {
	b := &manuscript{opt: o}
	b.overrule()
	b.settleLang(&content.Meta{})
	b.knownTheme(b.manifest.theme)
	return b.problems
}

// overrule puts the options that are read as values of book.yaml before those
// that are written there.
func (b *manuscript) overrule() {
	m := &b.manifest
	for _, o := range []struct {
		keys      []key
		key, text string
	}{
		{m.keys(), "page", b.opt.Page}, {m.keys(), "opening", b.opt.Opening}, {m.keys(), "theme", b.opt.Theme.Name},
		{m.bookletKeys(), "impose", b.opt.Impose}, {m.bookletKeys(), "duplex", b.opt.Duplex},
		{m.pressKeys(), "page-order", b.opt.PageOrder},
	} {
		if o.text != "" {
			findKey(o.keys, o.key).read(b.flag(o.key, o.text))
		}
	}
}

// flag is the value of a key as the command line gives it: it stands nowhere.
func (b *manuscript) flag(key, text string) value {
	return value{b: b, name: "--" + key, node: &yaml.Node{Kind: yaml.ScalarNode, Value: text, Line: 1}}
}
