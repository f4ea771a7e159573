package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"warraq/content"
	bookreader "warraq/content/book"
	"warraq/content/dress"
	"warraq/content/samples"
)

// sourceTexts are the texts of a manuscript, one for each title, paragraph,
// cell and note. A plain text is read as it lies on disk; Markdown through the
// program's own reader, whose tests are elsewhere.
func (c *court) sourceTexts(b *book) ([]string, error) {
	if filepath.Ext(b.source) == ".txt" {
		data, err := os.ReadFile(filepath.Join(c.root, b.source))
		return strings.Split(strings.ReplaceAll(string(data), "✨", ""), "\n"), err
	}
	doc, err := c.document(b)
	if err != nil {
		return nil, err
	}
	hidden := make(map[*content.Place]bool)
	for _, ch := range doc.Chapters {
		hidden[&ch.Place] = !ch.Role.Shown()
	}
	var texts []string
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		if !hidden[place] {
			texts = append(texts, content.PlainText(withoutPictures(text)))
		}
	})
	return texts, nil
}

// document reads the manuscript of a book.
func (c *court) document(b *book) (*content.Document, error) {
	var fsys fs.FS = samples.FS()
	name := "booklet"
	if b.source != "" {
		fsys, name = os.DirFS(filepath.Join(c.root, filepath.Dir(b.source))), filepath.Base(b.source)
	}
	doc, _, err := bookreader.Read(fsys, name, bookreader.Options{})
	return doc, err
}

// smallCapitals is what of a manuscript's text is set in small capitals, a line for
// each stretch.
func (c *court) smallCapitals(b *book) (string, error) {
	if filepath.Ext(b.source) == ".txt" { // which has none
		return "", nil
	}
	doc, err := c.document(b)
	if err != nil {
		return "", err
	}
	var small strings.Builder
	content.Texts(doc, func(_ *content.Place, text []content.Inline) { writeSmall(&small, text) })
	return small.String(), nil
}

func writeSmall(b *strings.Builder, text []content.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *content.Strong:
			writeSmall(b, in.Inlines)
		case *content.Emphasis:
			writeSmall(b, in.Inlines)
		case *content.Link:
			writeSmall(b, in.Inlines)
		case *content.Span:
			if in.Dress()&dress.SmallCaps != 0 {
				b.WriteString(content.PlainText(in.Inlines) + "\n")
				continue
			}
			writeSmall(b, in.Inlines)
		}
	}
}

// withoutPictures leaves out what is said of pictures, for they are drawn.
func withoutPictures(text []content.Inline) []content.Inline {
	var kept []content.Inline
	for _, in := range text {
		switch in := in.(type) {
		case *content.Image:
			continue
		case *content.Span: // of another language
			span := *in
			span.Inlines = withoutPictures(in.Inlines)
			kept = append(kept, &span)
			continue
		}
		kept = append(kept, in)
	}
	return kept
}
