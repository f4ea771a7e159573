package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sumsName is the file that lists the digests of a build's files, in the
// format of sha256sum.
const sumsName = "SHA256SUMS"

// file is a whole output file before it has a place on disk.
type file struct {
	name string // base name
	data []byte
}

// outlet is standard output. It keeps the first error, since who prints a line
// there does not ask.
type outlet struct {
	w   io.Writer
	err error
}

func (o *outlet) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.w.Write(p)
	o.err = err
	return n, err
}

// writeAll puts files and their SHA256SUMS into dir. Every file is whole and
// on disk beside its target before the first takes its name, and each takes it
// in one step: a reader sees the old file or the new one, a failure before
// that leaves all as it was, and of two builds at once the last one stands.
// SHA256SUMS, which comes last, lists this build's files only.
func writeAll(dir string, files []file) error {
	files = append(slices.Clone(files), file{sumsName, sums(files)})
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return withHint(err, "choose another folder with -o")
	}
	if err := targetsFree(dir, files); err != nil {
		return err
	}
	drafts := make([]string, 0, len(files))
	defer func() {
		for _, d := range drafts {
			os.Remove(d) // those renamed are no longer there
		}
	}()
	for _, f := range files {
		draft, err := writeDraft(dir, f)
		if err != nil {
			return fmt.Errorf("writing %s: %w", filepath.Join(dir, f.name), err)
		}
		drafts = append(drafts, draft)
	}
	for i, f := range files {
		if err := os.Rename(drafts[i], filepath.Join(dir, f.name)); err != nil {
			return err
		}
	}
	syncDir(dir)
	return nil
}

// targetsFree finds beforehand what would make a rename fail halfway.
func targetsFree(dir string, files []file) error {
	for _, f := range files {
		target := filepath.Join(dir, f.name)
		if info, err := os.Stat(target); err == nil && info.IsDir() {
			return withHint(fmt.Errorf("%s is a folder, a file of that name is to be written", target), "choose another folder with -o")
		}
	}
	return nil
}

// writeDraft writes f under a name of its own in dir and makes sure that it is
// on disk. After an error nothing is left.
func writeDraft(dir string, f file) (string, error) {
	t, err := os.CreateTemp(dir, ".warraq-*-"+f.name)
	if err != nil {
		return "", err
	}
	_, err = t.Write(f.data)
	err = errors.Join(err, t.Chmod(0o644), t.Sync(), t.Close())
	if err != nil {
		os.Remove(t.Name())
		return "", err
	}
	return t.Name(), nil
}

// syncDir asks that the new names survive a power cut. Not every system can
// do that to a folder, and the files are whole all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// sums lists the digest of each file, in the order of their names.
func sums(files []file) []byte {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = fmt.Sprintf("%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[sha256.Size*2:], b[sha256.Size*2:]) })
	return []byte(strings.Join(lines, ""))
}
