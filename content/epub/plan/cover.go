package plan

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/locale"
)

// coverFile is the cover's picture: the author's, else the one drawn of the
// book, else a plain panel. One that cannot be used is a problem of the
// author's.
func (book *Publication) coverFile() *File {
	name := book.Doc.Meta.Cover
	if name == "" {
		return book.drawnCover()
	}
	f, problem := book.imageFile(content.Pos{}, name, "cover")
	if problem != nil {
		book.Problems = append(book.Problems, *problem)
		return &File{}
	}
	return f
}

// hasBack tells whether the author gives a picture of the back; a site has no covers but
// its first page.
func (book *Publication) hasBack() bool {
	return book.opt.Medium == EPUB && book.Doc.Assets[book.Doc.Setup.Wrap.Back] != nil
}

// BackAlt is what the back shows, in words: what mostly stands there.
func (book *Publication) BackAlt() string {
	return cmp.Or(markup.Clean(book.Doc.Setup.Wrap.BackText), markup.Clean(book.Doc.Meta.Description), book.CoverAlt())
}

// plainCover is the cover of a book that has no picture of one.
const plainCover = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2270" width="1600" height="2270"><rect width="1600" height="2270" fill="#173f3a"/></svg>
`

func (book *Publication) drawnCover() *File {
	f := &File{Folder: ImageFolder, Name: "cover.svg", ID: "cover-image", Media: "image/svg+xml", Part: ocf.Part{Data: []byte(plainCover)}}
	if media, ext := imageMedia(book.opt.Cover); media != "" {
		f.Name, f.Media, f.Part.Data = "cover"+ext, media, book.opt.Cover
	}
	return f
}

// CoverAlt is what the cover shows, in words: of one that was drawn, what
// stands on it.
func (book *Publication) CoverAlt() string {
	m := &book.Doc.Meta
	if alt := markup.Clean(m.CoverAlt); alt != "" {
		return alt
	}
	words := []string{markup.Clean(m.Title)}
	if m.Cover == "" && book.opt.Cover != nil {
		for _, text := range append(append([]string{m.Subtitle}, m.Authors...), m.Publisher) {
			if text = markup.Clean(text); text != "" {
				words = append(words, text)
			}
		}
	}
	return book.Language.Screen.CoverOf + " " + strings.Join(words, locale.PunctuationFor(book.Lang).Comma)
}
