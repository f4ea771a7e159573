package plan

import (
	"bytes"
	"fmt"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
)

// image takes the picture called src into the book.
func (s *surveyor) image(pos content.Pos, src, alt string) {
	book := s.book
	book.Facts.Images = true
	if markup.Clean(alt) == "" {
		book.Facts.Unnamed = true
	}
	if book.Images[src] != nil {
		return
	}
	n := len(book.Images) + 1
	f, problem := book.imageFile(pos, src, fmt.Sprintf("image%04d", n))
	if problem != nil {
		book.Problems = append(book.Problems, *problem)
		f = &File{}
	} else {
		book.Files = append(book.Files, f)
	}
	book.Images[src] = f
	book.Facts.Moving = book.Facts.Moving || f.Media == "image/gif" || f.Media == "image/webp"
}

// imageFile makes a part called id of the asset called src.
func (book *Publication) imageFile(pos content.Pos, src, id string) (*File, *content.Problem) {
	a := book.Doc.Assets[src]
	if a == nil {
		return nil, &content.Problem{Pos: pos, What: "image " + src + " is not there", Hint: "put the file in the book's folder or correct its name"}
	}
	media, ext := imageMedia(a.Data)
	if media == "" {
		return nil, &content.Problem{Pos: pos, What: "image " + src + " is of a kind that e-book readers need not know", Hint: "use PNG, JPEG, GIF, WebP or SVG"}
	}
	if media == "image/svg+xml" {
		if from := loaded(a.Data); from != "" {
			return nil, &content.Problem{Pos: pos, What: "image " + src + " loads " + markup.Clean(from) + ", and nothing is fetched for a book", Hint: "take it out, or put it into the drawing itself"}
		}
	}
	return &File{Folder: ImageFolder, Name: id + ext, ID: id, Media: media, Part: ocf.Part{Data: a.Data}}, nil
}

// imageMedia is the media type and extension of an image by its first bytes:
// the core types of EPUB 3.3 §3.2. A name can lie, and then readers refuse it.
func imageMedia(data []byte) (media, ext string) {
	has := func(at int, s string) bool { return len(data) >= at && bytes.HasPrefix(data[at:], []byte(s)) }
	switch {
	case has(0, "\x89PNG\r\n\x1a\n"):
		return "image/png", ".png"
	case has(0, "\xff\xd8\xff"):
		return "image/jpeg", ".jpg"
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return "image/gif", ".gif"
	case has(0, "RIFF") && has(8, "WEBP"):
		return "image/webp", ".webp"
	case bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")):
		return "image/svg+xml", ".svg"
	}
	return "", ""
}
