package cover

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/picture"
)

// Leaf is the cover as pages as large as those of the book: its front and its back,
// without a spine and without bleed.
type Leaf struct {
	Front, Back *display.Page
	Pictures    map[string]*picture.Picture // of both, by the names in them
	Warnings    []content.Problem
}

// LeafOf designs the cover of a book after its theme, or of the pictures that its author
// gives. What is on its front belongs to [display.CoverID].
func LeafOf(doc *content.Document, set *fonts.Set) *Leaf {
	w := &wrapper{
		doc: doc, set: set, trim: format.Of(doc).Trim, ltr: doc.Meta.Dir == locale.LTR,
		page: new(display.Page), pictures: make(map[string]*picture.Picture), logo: logoOf(doc, set),
	}
	w.whole = w.trim
	l := &Leaf{Front: w.page, Back: new(display.Page), Pictures: w.pictures}
	w.frontAt(0)
	for _, it := range w.page.Items {
		belongs(it)
	}
	w.page = l.Back
	w.backAt(0)
	l.Warnings = w.warnings
	return l
}

// belongs gives what is drawn to the cover.
func belongs(it display.Item) {
	switch it := it.(type) {
	case *display.Text:
		it.Elem, it.Part = display.CoverID, 0
	case *display.Rule:
		it.Elem = display.CoverID
	case *display.Image:
		it.Elem = display.CoverID
	case *display.Link:
	}
}
