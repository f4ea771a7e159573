package epub

import (
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/locale"
)

// coverFile is the cover's picture: the author's, else the one drawn of the
// book, else a plain panel. One that cannot be used is a problem of the
// author's.
func (e *edition) coverFile() *file {
	name := e.doc.Meta.Cover
	if name == "" {
		return e.drawnCover()
	}
	f, problem := e.imageFile(content.Pos{}, name, "cover")
	if problem != nil {
		e.problems = append(e.problems, *problem)
		return &file{}
	}
	return f
}

// plainCover is the cover of a book that has no picture of one.
const plainCover = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2270" width="1600" height="2270"><rect width="1600" height="2270" fill="#173f3a"/></svg>
`

func (e *edition) drawnCover() *file {
	f := &file{folder: imageFolder, name: "cover.svg", id: "cover-image", media: "image/svg+xml", part: ocf.Part{Data: []byte(plainCover)}}
	if media, ext := imageMedia(e.opt.Cover); media != "" {
		f.name, f.media, f.part.Data = "cover"+ext, media, e.opt.Cover
	}
	return f
}

// coverAlt is what the cover shows, in words: of one that was drawn, what
// stands on it.
func (e *edition) coverAlt() string {
	m := &e.doc.Meta
	if alt := markup.Clean(m.CoverAlt); alt != "" {
		return alt
	}
	words := []string{markup.Clean(m.Title)}
	if m.Cover == "" && e.opt.Cover != nil {
		for _, text := range append(append([]string{m.Subtitle}, m.Authors...), m.Publisher) {
			if text = markup.Clean(text); text != "" {
				words = append(words, text)
			}
		}
	}
	return e.language.Screen.CoverOf + " " + strings.Join(words, locale.PunctuationFor(e.lang).Comma)
}
