package publish

import (
	"warraq/content"
	"warraq/layout/picture"
)

// This file is a book as a list of books shows it.

// How many pixels a small picture of the front is across: one that is drawn, and one of
// the author's, whose colours take more bytes.
const drawnWidth, ownWidth = 240, 160

// Thumbnail is a small picture of the front, a PNG.
type Thumbnail struct {
	Data          []byte
	Width, Height int // pixels
}

// Thumbnail makes a small picture of the front: of the author's own, where there is one
// that can be read so, else as it is drawn.
func (e *Edition) Thumbnail() (t Thumbnail, err error) {
	if a := e.doc.Assets[e.doc.Meta.Cover]; a != nil && (a.Media == "image/jpeg" || a.Media == "image/png") {
		if t.Data, t.Width, t.Height, err = picture.Small(a.Data, ownWidth); err == nil {
			return t, nil
		}
	}
	panel, err := e.panel()
	if err != nil {
		return t, err
	}
	t.Width = drawnWidth
	t.Height = panel.Rows(drawnWidth)
	t.Data, err = panel.PNG(drawnWidth)
	return t, err
}

// Pages is how many pages were laid out so far.
func (e *Edition) Pages() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.laid == nil {
		return 0
	}
	return len(e.laid.Pages)
}

// Meta is what the book says of itself.
func (e *Edition) Meta() *content.Meta { return &e.doc.Meta }
