package publish

import (
	"maps"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/lettering"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/svg"
)

// charted is the book with the labels of its charts as outlines. A reader shows a picture
// without the faces of the book, and letters of others are wider than their places.
func (e *Edition) charted() (*content.Document, error) {
	charts := make(map[string]bool)
	content.Walk(e.doc, func(part any, _ *content.Place) {
		if f, ok := part.(*content.Figure); ok && f.Data != nil && e.doc.Assets[f.Src] != nil {
			charts[f.Src] = true
		}
	})
	if len(charts) == 0 {
		return e.doc, nil
	}
	set, err := e.faces()
	if err != nil {
		return nil, err
	}
	doc := *e.doc
	doc.Assets = maps.Clone(doc.Assets)
	for name := range charts {
		chart := *doc.Assets[name]
		if chart.Data, err = outlined(chart.Data, set, doc.Meta.Lang); err != nil {
			return nil, err
		}
		doc.Assets[name] = &chart
	}
	return &doc, nil
}

// outlined is a drawing with its words set in some faces: a page that holds nothing else.
func outlined(data []byte, set *fonts.Set, lang string) ([]byte, error) {
	p, err := picture.Read(data)
	if err != nil {
		return nil, err
	}
	lettering.Set(p.Drawing, set, paragraph.NewWords(), lang)
	const name = "chart"
	size := display.Rect{W: p.Drawing.Width, H: p.Drawing.Height}
	page := &display.Page{Number: 1, Items: []display.Item{&display.Image{Rect: size, Asset: name}}}
	book := &display.Book{Pages: []*display.Page{page}, Pictures: map[string]*picture.Picture{name: p}}
	book.Style.Trim.W, book.Style.Trim.H = size.W, size.H
	return svg.New(book, svg.Options{}).Page(0)
}
