package publish

import (
	"bytes"
	"image"
	_ "image/jpeg" // covers of authors are in these forms
	_ "image/png"

	"warraq/content"
)

// This file is a book as a list of books shows it.

// thumbnailWidth is how many pixels a small picture of the front is across.
const thumbnailWidth = 240

// Thumbnail is a small picture of the front, and how many pixels it has; the picture that
// an author gives of it as it lies.
type Thumbnail struct {
	Name          string // "cover.png"
	Data          []byte
	Width, Height int
}

// Thumbnail draws the front as a small picture.
func (e *Edition) Thumbnail() (t Thumbnail, err error) {
	if t, ok := e.ownFront(); ok {
		return t, nil
	}
	panel, err := e.panel()
	if err != nil {
		return t, err
	}
	t.Name = "cover.png"
	if t.Data, err = panel.PNG(thumbnailWidth); err != nil {
		return t, err
	}
	t.Width, t.Height = sizeOf(t.Data)
	return t, nil
}

// ownFront is the picture that the author gives, where every program shows it.
func (e *Edition) ownFront() (t Thumbnail, ok bool) {
	a := e.doc.Assets[e.doc.Meta.Cover]
	if a == nil {
		return t, false
	}
	ending, ok := map[string]string{"image/jpeg": ".jpg", "image/png": ".png"}[a.Media]
	if !ok {
		return t, false
	}
	t = Thumbnail{Name: "cover" + ending, Data: a.Data}
	t.Width, t.Height = sizeOf(a.Data)
	return t, t.Width > 0
}

// sizeOf is how many pixels a picture has; none where it cannot be read.
func sizeOf(data []byte) (width, height int) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
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
