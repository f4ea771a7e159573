package book

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"warraq/content"
)

// Limits are how large, in bytes, the files of a manuscript may be. Who runs the
// program sets them, never the manuscript. 0: 64 MiB of text, 1 MiB of settings, 256
// MiB of any other file.
type Limits struct {
	Text     int64 // a chapter, a table's data
	Settings int64 // book.yaml, a theme, a list of another program
	File     int64 // a picture, a font, a profile
}

// of is the limit of a file, by its name.
func (l Limits) of(name string) int64 {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".csv" || ext == ".tsv" || IsText(name):
		return cmp.Or(l.Text, 64<<20)
	case ext == ".yaml" || ext == ".yml" || ext == ".toml" || ext == ".json":
		return cmp.Or(l.Settings, 1<<20)
	}
	return cmp.Or(l.File, 256<<20)
}

// errIrregular refuses what is no file of a fixed length.
var errIrregular = errors.New("is no regular file")

// sizeError refuses a file that is longer than its limit, in bytes.
type sizeError struct{ limit int64 }

func (e sizeError) Error() string {
	if e.limit < 1<<20 {
		return fmt.Sprintf("is larger than %d bytes", e.limit)
	}
	return fmt.Sprintf("is larger than %d MiB", e.limit>>20)
}

// regular is the regular files of a folder, up to a size each. A pipe, a device or a
// socket is refused before it is opened: opening one can wait for ever.
type regular struct {
	fs.FS
	limits Limits
}

// ReadFile reads a whole file. What grows while it is read is cut off with an error.
func (r regular) ReadFile(name string) ([]byte, error) {
	refuse := func(err error) ([]byte, error) { return nil, &fs.PathError{Op: "read", Path: name, Err: err} }
	info, err := fs.Stat(r.FS, name)
	if err != nil {
		return nil, err
	}
	limit := r.limits.of(name)
	switch {
	case !info.Mode().IsRegular():
		return refuse(errIrregular)
	case info.Size() > limit:
		return refuse(sizeError{limit})
	}
	f, err := r.FS.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return refuse(sizeError{limit})
	}
	return data, err
}

func (r regular) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(r.FS, name) }
func (r regular) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }
func (r regular) ReadLink(name string) (string, error)       { return fs.ReadLink(r.FS, name) }
func (r regular) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(r.FS, name) }

// refused reports a file that is there and cannot be read, and why. It tells whether
// it was that; else the file is not there.
func (b *manuscript) refused(name string, at content.Pos, err error) bool {
	var size sizeError
	switch {
	case errors.Is(err, errIrregular):
		b.problem(at, name+" is no file that can be read: a folder, a pipe or a device", "put a file there")
	case errors.As(err, &size):
		b.problem(at, name+" "+size.Error(), "divide it or make it smaller; who runs the program may allow more with --limits")
	case errors.Is(err, fs.ErrPermission):
		b.problem(at, name+" may not be read", "let the program read it (chmod +r)")
	default:
		return b.leadsOutside(name, at, err)
	}
	return true
}
