package main

import (
	"os"
	"path/filepath"

	bookreader "warraq/content/book"
)

// listThemed lays the specimen, which has every kind of block, out once in
// each built-in theme.
func (c *court) listThemed() error {
	for _, theme := range bookreader.Themes {
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
		c.books = append(c.books, &book{name: name, source: source, lang: "ar-MA"})
	}
	return nil
}
