package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"warraq/content"
	"warraq/content/samples"
)

// booklet is where the embedded manuscript lies in samples.FS.
const booklet = "booklet"

// source is a manuscript as the command line names it.
type source struct {
	fsys fs.FS
	name string // in fsys
	stem string // what the output is called when the book does not say
	dir  string // goes before the file names of fsys in messages
}

// openSource finds the manuscript that args name: a folder, a file, or with no
// argument the embedded booklet.
func openSource(args []string) (source, error) {
	if len(args) == 0 {
		return source{fsys: samples.FS(), name: booklet, stem: booklet}, nil
	}
	name := args[0]
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return source{}, withHint(fmt.Errorf("%s is not there", name), "SOURCE is a folder with book.yaml, a .md or a .txt file; without it the embedded booklet is taken")
	case err != nil:
		return source{}, err
	case info.IsDir():
		full, err := filepath.Abs(name)
		return source{os.DirFS(name), ".", filepath.Base(full), name}, err
	}
	dir, base := filepath.Split(name)
	return source{os.DirFS(dirOrHere(dir)), base, stem(name), dir}, nil
}

// place puts the source's folder before the file names of problems, so that
// each names a file as it is reached from here.
func (s source) place(ps []content.Problem) []content.Problem {
	for i := range ps {
		if f := ps[i].Pos.File; f != "" && s.dir != "" {
			ps[i].Pos.File = path.Join(filepath.ToSlash(s.dir), f)
		}
	}
	return ps
}

// dirOrHere is filepath.Split's folder, which is empty for the present one.
func dirOrHere(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

// placed is place for an error that may be a list of problems.
func (s source) placed(err error) error {
	var ps content.Problems
	if errors.As(err, &ps) {
		s.place(ps)
	}
	return err
}
