package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"warraq"
)

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".warraq-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if err := errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), name) // which takes the place of none
}

// adopt writes the book.yaml of a folder that has none.
func adopt(u *ui, f *newFlags, dir string) error {
	src, err := sourceNamed(dir)
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
	if err := writeNew(manifest, data); err != nil {
		return err
	}
	u.made("%s: build the book with `warraq build %s`", manifest, dir)
	return nil
}
