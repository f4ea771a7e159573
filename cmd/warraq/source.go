package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"warraq"
)

// embedded are the manuscripts inside the program, by what they are called on the
// command line; a colon tells them from files. The first is built where no source is
// named and none is in the working folder.
var embedded = warraq.Inside()

// source is a manuscript as the command line names it.
type source struct {
	fsys fs.FS
	name string // in fsys
	stem string // what the output is called when the book does not say
	dir  string // goes before the file names of fsys in messages

	inside bool // in the program
	lines  lines
	root   *os.Root // that fsys reads; nil for none
}

// close gives back what the source holds of the system, of which there is not much.
func (s source) close() {
	if s.root != nil {
		s.root.Close()
	}
}

// openSource finds the manuscript that args name: a folder, a file or one of the
// embedded ones. With no argument it is the one in the working folder, where there
// is none the first embedded one, and told says which.
func openSource(args []string, follow bool) (src source, told string, err error) {
	if len(args) > 0 {
		src, err = sourceNamed(args[0], follow)
		return src, "", err
	}
	name, err := here()
	switch name {
	case "":
		name, told = embedded[0].Name, "no manuscript is here: this is booklet:, which comes with the program"
	case ".":
		told = "this is the book of this folder"
		if isFile(warraq.ManifestName) {
			told = "this is the book of " + warraq.ManifestName + " here"
		}
	default:
		told = "this is " + name + ", the only manuscript here"
	}
	if err == nil {
		src, err = sourceNamed(name, follow)
	}
	return src, told, err
}

// followFlag adds --follow.
func followFlag(c *cobra.Command, follow *bool) {
	c.Flags().BoolVar(follow, "follow", false, "read SOURCE where it is a link to a file or folder elsewhere")
}

// sourceNamed is the manuscript of a name. One that is a link is read if that is asked
// for: who left it there may not be who is asking.
func sourceNamed(name string, follow bool) (source, error) {
	for _, e := range embedded {
		if e.Name == name {
			return source{lines: lines{}, fsys: e.FS, name: e.Folder, stem: e.Folder, inside: true}, nil
		}
	}
	info, err := os.Stat(name)
	if at, linked := os.Lstat(name); linked == nil && err == nil && at.Mode()&fs.ModeSymlink != 0 && !follow {
		return source{}, withHint(fmt.Errorf("%s is a link", name), "name what it leads to, or add --follow")
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && nearFile(name) != "":
		return source{}, withHint(fmt.Errorf("%s is not there", name), "did you mean %s?", nearFile(name))
	case errors.Is(err, fs.ErrNotExist):
		return source{}, withHint(fmt.Errorf("%s is not there", name), "SOURCE is a folder with book.yaml, a .md, .txt or .docx file, or one of the books inside the program: %s", embeddedNames())
	case err != nil:
		return source{}, err
	case info.IsDir():
		full, err := filepath.Abs(name)
		if err != nil {
			return source{}, err
		}
		root, err := os.OpenRoot(name)
		if err != nil {
			return source{}, err
		}
		return source{lines: lines{}, fsys: root.FS(), name: ".", stem: filepath.Base(full), dir: name, root: root}, nil
	}
	dir, base := filepath.Split(name)
	root, err := os.OpenRoot(dirOrHere(dir))
	if err != nil {
		return source{}, err
	}
	return source{lines: lines{}, fsys: fileOf{root.FS(), base, os.DirFS(dirOrHere(dir))}, name: base, stem: stem(name), dir: dir, root: root}, nil
}

// nearFile is the manuscript in the same folder that a name was most likely meant to be.
func nearFile(name string) string {
	dir, base := filepath.Split(name)
	entries, _ := os.ReadDir(dirOrHere(dir))
	var names []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext == ".md" || ext == ".txt" || warraq.IsForeign(e.Name()) || e.IsDir() {
			names = append(names, e.Name())
		}
	}
	if near := warraq.Nearest(base, names); near != "" {
		return dir + near
	}
	return ""
}

// fileOf is the folder of a manuscript that is one file. A link within the
// folder leads nowhere outside it, but the file itself the person asking has
// named, and it may be such a link.
type fileOf struct {
	fs.FS
	name string
	near fs.FS // the same folder, links followed
}

func (f fileOf) Open(name string) (fs.File, error) {
	if name == f.name {
		return f.near.Open(name)
	}
	return f.FS.Open(name)
}

// ReadLink and Lstat let book tell a link that leads outside from a file that
// is not there.
func (f fileOf) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }

// Stat does not open what may be waited for.
func (f fileOf) Stat(name string) (fs.FileInfo, error) {
	if name == f.name {
		return fs.Stat(f.near, name)
	}
	return fs.Stat(f.FS, name)
}

func (f fileOf) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, name) }

// embeddedNames lists the embedded manuscripts for a message.
func embeddedNames() string {
	names := make([]string, len(embedded))
	for i, e := range embedded {
		names[i] = e.Name
	}
	return strings.Join(names, ", ")
}

// place puts the source's folder before the file names of problems, so that
// each names a file as it is reached from here.
func (s source) place(ps []warraq.Problem) []warraq.Problem {
	for i := range ps {
		if f := ps[i].Pos.File; f != "" && s.dir != "" {
			ps[i].Pos.File = path.Join(filepath.ToSlash(s.dir), f)
		}
	}
	return ps
}

// columns are those of what a problem that was placed is of: characters of its line, from
// 1, the last one that of the character behind it; 0 where they are not known.
func (s source) columns(p *warraq.Problem) (from, end int) {
	name := p.Pos.File
	if s.dir != "" {
		rel, err := filepath.Rel(s.dir, filepath.FromSlash(name))
		if err != nil {
			return 0, 0
		}
		name = filepath.ToSlash(rel)
	}
	line, ok := s.lines.line(s.fsys, name, p.Pos.Line)
	if !ok {
		return 0, 0
	}
	a, b, ok := warraq.SpanOf(p, line)
	if !ok {
		return 0, 0
	}
	from = utf8.RuneCountInString(line[:a]) + 1
	return from, from + utf8.RuneCountInString(line[a:b])
}

// lines are those of the files of which something is told, by their names.
type lines map[string][]string

// line is one of a file, by its number from 1; none of one that is no UTF-8, where it is
// another than what was read.
func (l lines) line(fsys fs.FS, name string, number int) (line string, ok bool) {
	all, known := l[name]
	if !known {
		if info, err := fs.Stat(fsys, name); err == nil && info.Mode().IsRegular() && info.Size() <= mostText {
			if data, err := fs.ReadFile(fsys, name); err == nil && utf8.Valid(data) {
				all = strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
			}
		}
		l[name] = all
	}
	if number < 1 || number > len(all) {
		return "", false
	}
	return strings.TrimSuffix(all[number-1], "\r"), true
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
	var ps warraq.Problems
	if errors.As(err, &ps) {
		s.place(ps)
	}
	return err
}

// stem is the last element of a path without its extension.
func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
