package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// This file is the set of files in an output folder: what of it is ours, what is of
// others, and how a set is written.

// gone are the files of an earlier set in the folders of this one, whose lists are
// given, that this one does not have. What others have changed is not among them.
func (s *shelf) gone(commit string, lists []string) (gone []string) {
	for _, list := range lists {
		now, err := os.ReadFile(filepath.Join(commit, filepath.FromSlash(list)))
		if err != nil {
			continue
		}
		kept := digests(now)
		for name := range s.left(path.Dir(list)) {
			if _, stays := kept[name]; !stays {
				gone = append(gone, path.Join(path.Dir(list), name))
			}
		}
	}
	slices.Sort(gone)
	return gone
}

// left are the files of the set before that lie in a folder as its list says.
func (s *shelf) left(folder string) map[string]string {
	list, _ := os.ReadFile(s.path(folder + "/" + sumsName))
	said := digests(list)
	for name, digest := range said {
		if !fs.ValidPath(name) {
			delete(said, name)
			continue
		}
		data, err := os.ReadFile(s.path(folder + "/" + name))
		if err != nil || digest != fmt.Sprintf("%x", sha256.Sum256(data)) {
			delete(said, name)
		}
	}
	return said
}

// filesIn are the files in a folder and those within it, by their names from there, in
// order.
func filesIn(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(full string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			full, err = filepath.Rel(dir, full)
			names = append(names, filepath.ToSlash(full))
		}
		return err
	})
	return names, err
}

// ours are the files of a set and of the one before, and the folders that they are in.
func (s *shelf) ours(files []file) map[string]bool {
	ours := make(map[string]bool)
	add := func(name string) {
		for ; name != "."; name = path.Dir(name) {
			ours[name] = true
		}
	}
	for _, f := range files {
		add(f.name)
		if folder := path.Dir(f.name); folder != "." && path.Base(f.name) == sumsName {
			for name := range s.left(folder) {
				add(folder + "/" + name)
			}
		}
	}
	return ours
}

// strangers are the entries of a folder that are not ours, in whatever folder of ours
// they are, and what is ours by its name but no file.
func strangers(dir string, ours map[string]bool) (names []string, err error) {
	err = filepath.WalkDir(dir, func(full string, e fs.DirEntry, err error) error {
		if err != nil || full == dir {
			return err
		}
		name, err := filepath.Rel(dir, full)
		if name = filepath.ToSlash(name); err != nil || ours[name] && (e.IsDir() || e.Type().IsRegular()) {
			return err
		}
		names = append(names, name)
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	return names, err
}

// writeSet writes files into a folder and makes sure that they are on disk. Once the
// folder is removed nothing makes it again: see halt.end.
func writeSet(dir string, files []file) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	folders := []string{"."}
	for _, f := range files {
		name := filepath.FromSlash(f.name)
		if folder := filepath.Dir(name); !slices.Contains(folders, folder) {
			if err := root.MkdirAll(folder, 0o777); err != nil {
				return err
			}
			folders = append(folders, folder)
		}
		t, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			err = fill(t, f.data)
		}
		if err != nil {
			return err
		}
	}
	for _, folder := range slices.Backward(folders) {
		syncDir(filepath.Join(dir, folder))
	}
	return nil
}

// fill writes a file that was opened, makes sure that it is on disk, and closes it.
func fill(t *os.File, data []byte) error {
	_, err := t.Write(data)
	return errors.Join(err, t.Sync(), t.Close())
}

// syncDir asks that new names survive a power cut. Not every system can do that to
// a folder, and the files are whole all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// mkdir makes a folder of a name that nothing has; who runs the program says with
// the umask who may read it.
func mkdir(dir, prefix string) (string, error) {
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(dir, fmt.Sprintf("%s%d", prefix, n))
		if err := os.Mkdir(name, 0o777); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}
