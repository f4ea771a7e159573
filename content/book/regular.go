package book

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"

	"warraq/content"
)

// errIrregular refuses what is no file of a fixed length.
var errIrregular = errors.New("is no regular file")

// sizeError refuses a file that is longer than its limit, in bytes, or than what is left
// of that of all files.
type sizeError struct {
	limit    int64
	together bool
}

func (e sizeError) Error() string {
	if e.together {
		return "and the other files of the book are too large together"
	}
	if e.limit < 1<<20 {
		return fmt.Sprintf("is larger than %d bytes", e.limit)
	}
	return fmt.Sprintf("is larger than %d MiB", e.limit>>20)
}

// regular is the regular files of a folder, up to a size each. A pipe, a device or a
// socket is refused before it is opened: opening one can wait for ever.
type regular struct {
	fs.FS
	limits Limits // none of them 0
	left   *left
}

// left is how many bytes files may still have together.
type left struct{ text, all atomic.Int64 }

// bounded is the regular files of a folder within limits.
func bounded(fsys fs.FS, limits Limits) regular {
	limits.fill()
	r := regular{fsys, limits, new(left)}
	r.left.text.Store(limits.Text)
	r.left.all.Store(limits.Files)
	return r
}

// limit is how large a file may be, by its name, and whether that is because of those
// before it.
func (r regular) limit(name string) (most int64, together bool) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case isTable(name) || IsText(name):
		most = r.left.text.Load()
		return most, most < r.limits.Text
	case ext == ".yaml" || ext == ".yml" || ext == ".toml" || ext == ".json":
		return r.limits.Settings, false
	}
	most = r.left.all.Load()
	return min(r.limits.File, most), most < r.limits.File
}

// spend takes a file's bytes from what is left.
func (r regular) spend(name string, n int64) {
	if IsText(name) || isTable(name) {
		r.left.text.Add(-n)
	}
	r.left.all.Add(-n)
}

// isTable tells by its name a file that a table is made of.
func isTable(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".csv" || ext == ".tsv"
}

// ReadFile reads a whole file. What grows while it is read is cut off with an error.
func (r regular) ReadFile(name string) ([]byte, error) {
	refuse := func(err error) ([]byte, error) { return nil, &fs.PathError{Op: "read", Path: name, Err: err} }
	info, err := fs.Stat(r.FS, name)
	if err != nil {
		return nil, err
	}
	limit, together := r.limit(name)
	switch {
	case !info.Mode().IsRegular():
		return refuse(errIrregular)
	case info.Size() > limit:
		return refuse(sizeError{limit, together})
	}
	f, err := r.FS.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return refuse(sizeError{limit, together})
	}
	r.spend(name, int64(len(data)))
	return data, err
}

func (r regular) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(r.FS, name) }
func (r regular) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }
func (r regular) ReadLink(name string) (string, error)       { return fs.ReadLink(r.FS, name) }
func (r regular) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(r.FS, name) }

// refused reports a file that is there and cannot be read, and why. It tells whether
// it was that; else the file is not there.
func (b *manuscript) refused(name string, at content.Pos, err error) bool {
	if at == (content.Pos{}) {
		at.File = b.path(name) // it is not named anywhere
	}
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
