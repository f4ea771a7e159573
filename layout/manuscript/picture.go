package manuscript

import (
	"golang.org/x/sync/errgroup"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/stand"
	"warraq/fonts"
	"warraq/layout/lettering"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Pictures are the images of a book, ready for print, and what is the matter
// with those that are not, by the names of their assets.
type Pictures struct {
	Ready map[string]*picture.Picture
	Amiss map[string]string
}

// readPictures reads the images that the text shows, side by side; the words in drawings
// are set in the faces of the book.
func readPictures(doc *content.Document, set *fonts.Set, words *paragraph.Words, workers int, memory *picture.Memory) Pictures {
	p := Pictures{}
	if len(doc.Assets) == 0 {
		return p
	}
	shown := shownAssets(doc)
	read, errs := make([]*picture.Picture, len(shown)), make([]error, len(shown))
	var group errgroup.Group
	group.SetLimit(workers)
	work := bounds.NewAtWork()
	for i, name := range shown {
		group.Go(func() error {
			data := doc.Assets[name].Data
			_, decoded := picture.Size(data)
			work.Do(decoded, func() { read[i], errs[i] = memory.Read(data) })
			if p := read[i]; p != nil && p.Drawing != nil {
				lettering.Set(p.Drawing, set, words, doc.Meta.Lang)
			}
			return nil
		})
	}
	_ = group.Wait() // each error is its image's own
	p.Ready, p.Amiss = make(map[string]*picture.Picture), make(map[string]string)
	for i, name := range shown {
		if errs[i] != nil {
			p.Amiss[name] = errs[i].Error()
			continue
		}
		p.Ready[name] = read[i]
	}
	return p
}

// shownAssets names the assets that figures and images in running text show,
// each once, in the order of the book.
func shownAssets(doc *content.Document) []string {
	var shown []string
	seen := make(map[string]bool)
	add := func(name string) {
		if doc.Assets[name] != nil && !seen[name] {
			seen[name] = true
			shown = append(shown, name)
		}
	}
	if doc.Front.TitlePage != nil || doc.Setup.Heads.Names("logo") {
		add(doc.Meta.Logo)
	}
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Figure:
			add(part.Src)
		case *content.Chapter:
			add(place.Get(stand.OpenerKey))
		}
	})
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				add(img.Src)
			}
		})
	})
	return shown
}
