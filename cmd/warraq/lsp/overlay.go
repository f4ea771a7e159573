package lsp

import (
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// overlay is a folder in which files that are open in the editor have the text that
// they have there.
type overlay struct {
	fs.FS
	open map[string]*file // by their names in the folder
}

func (o overlay) Open(name string) (fs.File, error) {
	if f := o.open[name]; f != nil {
		return newBuffer(f, name), nil
	}
	return o.FS.Open(name)
}

func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if f := o.open[name]; f != nil {
		return newBuffer(f, name).Stat()
	}
	return fs.Stat(o.FS, name)
}

// buffer is the text of an open file as a file.
type buffer struct {
	*strings.Reader
	name string
}

func newBuffer(f *file, name string) *buffer {
	return &buffer{strings.NewReader(f.all), path.Base(name)}
}

func (b *buffer) Close() error               { return nil }
func (b *buffer) Stat() (fs.FileInfo, error) { return info{b.name, b.Reader.Size()}, nil }

var _ io.ReaderAt = (*buffer)(nil)

type info struct {
	name string
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return 0o644 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
