package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"warraq/content/book/settings"
)

// book is one manuscript and what the program made of it.
type book struct {
	name   string
	source string // path from the root of the checkout; "" is the embedded booklet
	lang   string // its BCP 47 tag
	args   []string
	pdf    string
	epub   string
	sheets string      // its booklet
	words  *inspection // what ink found; marks goes on from there
}

// article is a real manuscript that lies beside the checkout of those who have
// it; it is not part of the repository.
const article = "../shared/article/article.txt"

// buildBooks builds every book that is judged.
func (c *court) buildBooks() error {
	if err := c.listBooks(); err != nil {
		return err
	}
	if err := c.listThemed(); err != nil {
		return err
	}
	if err := c.listFaced(); err != nil {
		return err
	}
	for _, b := range slices.Concat(c.books, c.themed, c.faced) {
		dir := filepath.Join(c.work, b.name)
		if _, err := c.build(dir, b); err != nil {
			return err
		}
		epubs, _ := filepath.Glob(filepath.Join(dir, "*.epub"))
		b.epub = epubs[0]
		b.pdf = strings.TrimSuffix(b.epub, ".epub") + ".pdf"
	}
	return nil
}

// build runs `warraq build` for b into dir.
func (c *court) build(dir string, b *book) (string, error) {
	args := []string{c.warraq, "build", "-o", dir}
	return c.command(append(args, b.named(b.source)...)...)
}

// listBooks finds the manuscripts: the booklet, the samples beside it, a page
// in each of several languages, both guides, and the article where there is one.
func (c *court) listBooks() error {
	c.books = []*book{{name: "booklet", lang: "ar-MA"}}
	for _, in := range []struct{ folder, prefix string }{{"", ""}, {"languages", "language-"}} {
		folder := filepath.Join("content/samples", in.folder)
		entries, err := os.ReadDir(filepath.Join(c.root, folder))
		if err != nil {
			return err
		}
		for _, e := range entries {
			ext := filepath.Ext(e.Name())
			if ext != ".txt" && ext != ".md" || e.Name() == "README.md" {
				continue
			}
			name := strings.TrimSuffix(e.Name(), ext)
			b := &book{name: in.prefix + name, source: filepath.Join(folder, e.Name()), lang: "ar"}
			if in.folder != "" {
				b.lang = name
			}
			c.books = append(c.books, b)
		}
	}
	c.books = append(c.books,
		&book{name: "guide-ar", source: "content/guide/ar", lang: "ar-MA"},
		&book{name: "guide-en", source: "content/guide/en", lang: "en"})
	if _, err := os.Stat(filepath.Join(c.root, article)); err == nil {
		c.books = append(c.books, &book{
			name: "article", source: article, lang: "ar-MA",
			args: []string{"--title", "مقال في مبادرات", "--lang", "ar-MA"},
		})
	}
	return nil
}

// everywhere is how many of the built-in themes every judgement looks at.
const everywhere = 3

// listThemed lays the specimen, which has every kind of block, out once in
// each built-in theme.
func (c *court) listThemed() error {
	for i, theme := range settings.Themes {
		name := "specimen-" + theme
		dir := filepath.Join(c.work, "themed", name)
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err := os.CopyFS(dir, os.DirFS(filepath.Join(c.root, "content/samples/specimen"))); err != nil {
			return err
		}
		manifest, err := os.ReadFile(filepath.Join(dir, "book.yaml"))
		if err != nil {
			return err
		}
		manifest = append(manifest, "\ntheme: "+theme+"\n"...)
		if err := os.WriteFile(filepath.Join(dir, "book.yaml"), manifest, 0o666); err != nil {
			return err
		}
		source, err := filepath.Rel(c.root, dir)
		if err != nil {
			return err
		}
		b := &book{name: name, source: source, lang: "ar-MA"}
		if i < everywhere {
			c.books = append(c.books, b)
		} else {
			c.themed = append(c.themed, b)
		}
	}
	return nil
}

// themes asks of the specimen in the further themes what is asked of every book that is
// laid out.
func (c *court) themes() error {
	books := c.books
	defer func() { c.books = books }()
	c.books = c.themed
	for _, judge := range []func() error{c.syntax, c.render, c.epub, c.words, c.pages, c.boxes, c.places, c.press} {
		if err := judge(); err != nil {
			return err
		}
	}
	return nil
}
