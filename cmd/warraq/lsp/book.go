package lsp

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"warraq"
)

// book is a manuscript of which files are open.
type book struct {
	dir    string // absolute
	name   string // in dir: "." for a folder
	root   fs.FS
	memory warraq.Memory
	told   map[string]bool  // files in which something is told
	marks  map[string]*file // of files that are not open, by their names in dir
}

// homeOf finds the book that a file belongs to: the nearest folder above it with
// book.yaml, or the list of chapters of another program, else the file itself.
func homeOf(path string) (dir, name string) {
	for at := filepath.Dir(path); ; at = filepath.Dir(at) {
		if holdsBook(at) {
			return at, "."
		}
		if at == filepath.Dir(at) {
			return filepath.Split(path)
		}
	}
}

// openBook begins with a book.
func openBook(dir, name string) (*book, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &book{dir: dir, name: name, root: root.FS(), told: map[string]bool{}, marks: map[string]*file{}}, nil
}

func holdsBook(dir string) bool {
	entries, _ := os.ReadDir(dir)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return e.Name() == warraq.ManifestName || warraq.IsList(e.Name())
	})
}

// check reads the book and gives what is told in a language of each of its files, by their names in
// its folder; with deep it lays the book out too.
func (b *book) check(open map[string]*file, deep bool, lang string) map[string][]diagnostic {
	read, err := warraq.Open(overlay{b.root, open}, b.name, warraq.Options{Memory: &b.memory})
	if err == nil && deep {
		_, err = read.View()
	}
	all := map[string][]diagnostic{}
	tell := func(p warraq.Problem, severity int) {
		name := p.Pos.File
		if name == "" {
			name = b.main()
		}
		code := ""
		if m := warraq.MessageOf(&p); m != nil {
			code = m.Code
		}
		line := max(0, p.Pos.Line-1)
		all[name] = append(all[name], diagnostic{Range: b.text(name, open).placeOf(line, &p), Severity: severity, Code: code, Source: "warraq", Message: told(&p, lang)})
	}
	var problems warraq.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			tell(p, isError)
		}
	} else if err != nil {
		tell(warraq.Problem{What: err.Error()}, isError)
	}
	for _, p := range read.Problems() {
		if p.Warns {
			tell(p, isWarning)
		} else {
			tell(p, isInformation)
		}
	}
	return all
}

// main is the file to which what is told of the whole book belongs.
func (b *book) main() string {
	if b.name != "." {
		return b.name
	}
	return warraq.ManifestName
}

// placeOf is what a message is of in a line, or else the whole line.
func (t *text) placeOf(line int, p *warraq.Problem) span {
	if from, to, ok := warraq.SpanOf(p, t.line(line)); ok {
		return t.span(line, from, to)
	}
	return t.whole(line)
}

// text is that of a file, as it is open or as it lies there.
func (b *book) text(name string, open map[string]*file) *text {
	if f := open[name]; f != nil {
		return f.text
	}
	data, _ := fs.ReadFile(b.root, name)
	return newText(string(data))
}

// mostFiles bounds how many files are looked through for marks.
const mostFiles = 5000

// files are the marks of all texts of the book, by their names in its folder.
func (b *book) files(open map[string]*file) map[string]*file {
	all := maps.Clone(open)
	if b.name != "." {
		return all
	}
	_ = fs.WalkDir(b.root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || len(all) >= mostFiles:
			return fs.SkipAll
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".md" || all[name] != nil:
			return nil
		}
		if b.marks[name] == nil {
			data, err := fs.ReadFile(b.root, name)
			if err != nil {
				return nil
			}
			b.marks[name] = readMarks(string(data))
		}
		all[name] = b.marks[name]
		return nil
	})
	return all
}

// forget has the marks of files that changed elsewhere read again.
func (b *book) forget() { clear(b.marks) }
