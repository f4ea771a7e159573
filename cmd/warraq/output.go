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
	name string // in the output folder, with "/" where it is in a folder of that
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

// listed are files with the lists of their digests: one in each folder that they are
// in, of the files of that, and behind all one of all.
func listed(files []file) []file {
	var folders []string
	within := make(map[string][]file)
	for _, f := range files {
		if folder, name, ok := strings.Cut(f.name, "/"); ok {
			if within[folder] == nil {
				folders = append(folders, folder)
			}
			within[folder] = append(within[folder], file{name, f.data})
		}
	}
	files = slices.Clone(files)
	for _, folder := range folders {
		files = append(files, file{folder + "/" + sumsName, sums(within[folder])})
	}
	return append(files, file{sumsName, sums(files)})
}

// digests are what a list says, by the names of files.
func digests(list []byte) map[string]string {
	said := make(map[string]string)
	for line := range strings.Lines(string(list)) {
		if digest, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			said[name] = digest
		}
	}
	return said
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
