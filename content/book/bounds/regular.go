package bounds

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
)

// ErrIrregular refuses what is no file of a fixed length.
var ErrIrregular = errors.New("is no regular file")

// SizeError refuses a file that is longer than its limit, in bytes, or than what is left
// of that of all files.
type SizeError struct {
	limit    int64
	together bool
}

// Error says it as a predicate of the file.
func (e SizeError) Error() string {
	if e.together {
		return "and the other files of the book are too large together"
	}
	if e.limit < 1<<20 {
		return fmt.Sprintf("is larger than %d bytes", e.limit)
	}
	return fmt.Sprintf("is larger than %d MiB", e.limit>>20)
}

// Regular is the regular files of a folder, up to a size each. A pipe, a device or a
// socket is refused before it is opened: opening one can wait for ever.
type Regular struct {
	fs.FS
	Limits Limits // none of them 0
	left   *left
}

// left is how many bytes files may still have together.
type left struct{ text, all atomic.Int64 }

// Files is the regular files of a folder within limits.
func Files(fsys fs.FS, limits Limits) Regular {
	r := Regular{fsys, limits.Filled(), new(left)}
	r.left.text.Store(r.Limits.Text)
	r.left.all.Store(r.Limits.Files)
	return r
}

// limit is how large a file may be, by its name, and whether that is because of those
// before it.
func (r Regular) limit(name string) (most int64, together bool) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case isTable(name) || IsText(name):
		most = r.left.text.Load()
		return most, most < r.Limits.Text
	case ext == ".yaml" || ext == ".yml" || ext == ".toml" || ext == ".json":
		return r.Limits.Settings, false
	}
	most = r.left.all.Load()
	return min(r.Limits.File, most), most < r.Limits.File
}

// spend takes a file's bytes from what is left.
func (r Regular) spend(name string, n int64) {
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
func (r Regular) ReadFile(name string) ([]byte, error) {
	refuse := func(err error) ([]byte, error) { return nil, &fs.PathError{Op: "read", Path: name, Err: err} }
	info, err := fs.Stat(r.FS, name)
	if err != nil {
		return nil, err
	}
	limit, together := r.limit(name)
	switch {
	case !info.Mode().IsRegular():
		return refuse(ErrIrregular)
	case info.Size() > limit:
		return refuse(SizeError{limit, together})
	}
	f, err := r.FS.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, limit+1))
	data := b.Bytes()
	if err == nil && int64(len(data)) > limit {
		return refuse(SizeError{limit, together})
	}
	r.spend(name, int64(len(data)))
	return data, err
}

// Stat is [fs.Stat]: what is only looked at is not bounded.
func (r Regular) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.FS, name) }

// ReadDir is [fs.ReadDir].
func (r Regular) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }

// ReadLink is [fs.ReadLink].
func (r Regular) ReadLink(name string) (string, error) { return fs.ReadLink(r.FS, name) }

// Lstat is [fs.Lstat].
func (r Regular) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(r.FS, name) }

// IsText tells the name of a file of Markdown or plain text.
func IsText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt", ".text":
		return true
	}
	return false
}
