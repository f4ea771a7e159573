package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"warraq"
)

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(name string, data []byte, h *halt) error {
	draft, err := h.draft(filepath.Dir(name), draftPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft)
	whole := filepath.Join(draft, filepath.Base(name))
	if err := writeSet(draft, []file{{filepath.Base(name), data}}); err != nil {
		return err
	}
	err = os.Link(whole, name) // which takes the place of none
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = os.Rename(whole, name) // a file system without links
	}
	return err
}

// adopt writes the book.yaml of a folder that has none.
func adopt(u *ui, f *newFlags, dir string) error {
	src, err := sourceNamed(dir, true)
	if err != nil {
		return err
	}
	manifest := filepath.Join(dir, warraq.ManifestName)
	if _, err := os.Lstat(manifest); err == nil {
		return withHint(fmt.Errorf("%s is there already", manifest), "it says what the book is; build it with `warraq build %s`", dir)
	}
	opt := warraq.Options{Title: f.title, Author: f.author, Name: src.stem}
	if f.named {
		opt.Lang = f.lang
	}
	data, advice, err := warraq.Adopt(src.fsys, src.name, opt)
	u.advise(src.place(advice))
	if err != nil {
		return src.placed(err)
	}
	if err := writeNew(manifest, data, u.halt); err != nil {
		return err
	}
	u.did("%s: build the book with `warraq build %s`", manifest, dir)
	return nil
}
