package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"warraq/content"
	bookreader "warraq/content/book"
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
	var fsys fs.FS = samples.FS()
	name := "booklet"
	if b.source != "" {
		fsys, name = os.DirFS(filepath.Join(c.root, filepath.Dir(b.source))), filepath.Base(b.source)
	}
	doc, _, err := bookreader.Read(fsys, name, bookreader.Options{})
	if err != nil {
		return nil, err
	}
	var texts []string
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		texts = append(texts, content.PlainText(text))
	})
	return texts, nil
}
