// Package ocf keeps the parts of an EPUB by their path in its container (EPUB 3.3 §4,
// OCF) and seals them in a zip that is the same bytes on every machine. What the
// parts say is no matter here.
package ocf

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
)

// Parts are the files of a publication on their way from the draft to the finished
// book, by path in the container.
type Parts map[string]Part

// Replace puts another part in the place of the part called name, whose draft must
// hold the mark.
func (p Parts) Replace(name, mark string, with Part) error {
	old, ok := p[name]
	if !ok {
		return fmt.Errorf("the draft has no part %s", name)
	}
	if !bytes.Contains(old.Data, []byte(mark)) {
		return fmt.Errorf("the draft of %s does not hold %q", name, mark)
	}
	p[name] = with
	return nil
}

// Unpack reads a zip of the library's into parts by name.
func Unpack(zipped []byte) (Parts, error) {
	z, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	if err != nil {
		return nil, err
	}
	p := make(Parts, len(z.File))
	for _, f := range z.File {
		data, err := inflate(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		p[f.Name] = Part{Data: data}
	}
	return p, nil
}

// inflate reads a file of a zip. It is closed, so that the next one has its
// window of 32 KB.
func inflate(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data := make([]byte, f.UncompressedSize64)
	_, err = io.ReadFull(r, data)
	return data, err
}
