// Package container opens the zip files in which other programs keep documents:
// Office Open XML (ISO/IEC 29500-2), OpenDocument and EPUB. What a part holds when it
// is unpacked is bounded, whatever the file says of itself, and so is the depth of
// XML; a document type, which could define entities, is refused.
package container

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Bounds of what is unpacked: real documents reach 18 MB of XML, a ratio of 49 to 1
// and a depth of 27.
const (
	mostParts = 20_000
	mostBytes = 512 << 20 // of all parts that are read
	mostPart  = 256 << 20 // of one
	mostRatio = 200       // of a part that is longer than free
	freeBytes = 4 << 20
	mostDepth = 200
	mostNodes = 4_000_000 // elements of one tree
)

// Container is an opened file.
type Container struct {
	parts map[string]*zip.File
	read  int64 // bytes unpacked so far

	// Meet, where there is one, is told the name of each element as it is read; its
	// error ends the reading of the part.
	Meet func(name string) error
}

// Open opens a file, all of whose bytes are given.
func Open(data []byte) (*Container, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, errors.New("this is a file of an old Word (.doc), or one behind a password: open it and save it as .docx without a password")
	case len(data) == 0:
		return nil, errors.New("the file is empty")
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, errors.New("the file is no zip, as such documents are: open it in its program and save it anew")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the file is damaged or not whole (%w): open it in its program and save it anew", err)
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("the file has %d parts, more than %d", len(z.File), mostParts)
	}
	c := &Container{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if name == ".." || strings.HasPrefix(path.Clean(name), "../") {
			return nil, fmt.Errorf("the file has a part %q, which leads outside", f.Name)
		}
		if f.Flags&1 != 0 {
			return nil, errors.New("the file is behind a password: save it without one")
		}
		if _, twice := c.parts[name]; !twice {
			c.parts[name] = f
		}
	}
	return c, nil
}

// Has tells whether a part is there.
func (c *Container) Has(name string) bool { return c.parts[name] != nil }

// Names are the names of all parts, in no order.
func (c *Container) Names() []string {
	names := make([]string, 0, len(c.parts))
	for name := range c.parts {
		names = append(names, name)
	}
	return names
}

// Data unpacks a part.
func (c *Container) Data(name string) ([]byte, error) {
	f := c.parts[name]
	if f == nil {
		return nil, fmt.Errorf("the part %s is not there", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("the part %s cannot be read: %w", name, err)
	}
	defer r.Close()
	limit := min(mostPart, mostBytes-c.read, max(freeBytes, int64(f.CompressedSize64)*mostRatio))
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	c.read += int64(len(data))
	switch {
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("the part %s unpacks to more than any document holds (%d MB and more)", name, limit>>20)
	case err != nil:
		return nil, fmt.Errorf("the part %s is damaged: %w", name, err)
	}
	return data, nil
}
