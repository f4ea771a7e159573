package main

import (
	"crypto/sha256"
	"fmt"
	"io"
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

// sums lists the digest of each file, in the order of their names.
func sums(files []file) []byte {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = fmt.Sprintf("%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[sha256.Size*2:], b[sha256.Size*2:]) })
	return []byte(strings.Join(lines, ""))
}
