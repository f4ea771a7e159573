package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"warraq"
)

// vacant refuses a folder that holds something, so that nothing of an author's
// is ever overwritten.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return withHint(err, "name a folder that is not there yet, or an empty one")
	case len(entries) > 0:
		return withHint(fmt.Errorf("%s is not empty", dir), "name a folder that is not there yet, or an empty one")
	}
	return nil
}

// writeFolder writes files into a vacant dir. They are written beside it and
// take their place in one step; in a folder that is there already, in one step
// for each entry. After an error all is as it was.
func writeFolder(dir string, files []warraq.Part, h *halt) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	_, err = os.Stat(dir)
	there := err == nil
	beside := dir
	if !there {
		beside = filepath.Dir(dir)
		if err := os.MkdirAll(beside, 0o777); err != nil {
			return err
		}
	}
	draft, err := h.draft(beside, draftPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft) // if it has not become dir
	set := make([]file, len(files))
	for i, f := range files {
		set[i] = file{f.Name, f.Data}
	}
	if err := writeSet(draft, set); err != nil {
		return fmt.Errorf("writing %s: %w", dir, err)
	}
	return h.whole(func() error {
		if there {
			return moveEntries(draft, dir)
		}
		return os.Rename(draft, dir)
	})
}

// moveEntries moves what is in a folder into another, and back when one of
// them cannot be moved.
func moveEntries(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for i, e := range entries {
		if err := os.Rename(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			for _, moved := range entries[:i] {
				err = errors.Join(err, os.Rename(filepath.Join(to, moved.Name()), filepath.Join(from, moved.Name())))
			}
			return err
		}
	}
	return nil
}
