package pdf

import (
	"io"

	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/tag"
)

// job is what the passes work on: the book as it is drafted, and the file as it
// comes to be.
type job struct {
	*Draft
	dialect *dialect
	sheets  Sheets    // of a file of sheets
	press   *pressJob // of a file for a press, nil for others

	cos.File
	resources cos.Ref // of all pages
	xobjects  string  // their entry for images, empty where there are none
	tree      cos.Ref // of the pages
	pages     []cos.Ref
	forms     []cos.Ref // of the pages of the book, on sheets
	notes     map[*display.Link]tag.Annotation
	structure cos.Ref
	intent    cos.Ref            // of its colours
	profiles  map[string]cos.Ref // of pictures, by what they are
	anchors   cos.Ref            // by name; 0 for none
	outline   cos.Ref            // 0 when the book has nothing to list
}

// pass is one step from a draft to a file.
type pass struct {
	name string
	do   func(*job) error
}

// passes make a draft the file to read, in this order.
var passes = []pass{
	{"catalog", catalog},     // first, so that the root is object 1
	{"pages", pages},         // the tree, boxes and contents of the pages
	{"images", xobjects},     // samples behind the names of images
	{"fonts", codeFonts},     // ink, widths and text behind the codes
	{"links", links},         // annotations, which need the pages' numbers
	{"structure", writeTags}, // elements and what leads from the pages to them
	{"outline", outline},     // chapters and headings, in the book's language
	{"names", names},         // what addresses from outside lead to
	{"intent", intent},       // what colours mean
	{"identify", identify},   // Info, XMP and the hash that is the ID; last, over everything
}

// finish runs the passes and writes the file.
func finish(w io.Writer, passes []pass, j *job) error {
	for _, p := range passes {
		if err := p.do(j); err != nil {
			return &passError{p.name, err}
		}
	}
	if err := j.Pack(j.opt.Workers, j.idle); err != nil {
		return err
	}
	return j.Serialise(w, j.dialect.version, j.idle)
}

// passError names the pass that failed.
type passError struct {
	pass string
	err  error
}

func (e *passError) Error() string { return "pdf " + e.pass + ": " + e.err.Error() }
func (e *passError) Unwrap() error { return e.err }
