// Package catalogue is a publisher's list of books: what catalogue.yaml or a folder of
// books says, which machine makes which of them, the record of what was made, the proof
// that it is all there, and what is told of it: a page, and the feeds that libraries
// (OPDS 2.0) and booksellers (ONIX 3.0) read.
package catalogue

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/bounds"
	"warraq/content/book/settings"
)

// File is the name of the file that makes a folder a catalogue.
const File = "catalogue.yaml"

// List is the titles of a catalogue, and what it says of itself.
type List struct {
	Title, Lang, Publisher string
	Formats                []string // products by their names; empty: as is asked for
	Titles                 []Title  // in the order of their names
}

// Title is one book of a catalogue.
type Title struct {
	Name   string // of its folder in the output
	Source string // of its manuscript, from the catalogue's folder
	Pos    content.Pos
	Bytes  int64 // of its manuscript: what there is to do

	Shared, Overrides settings.Layer
}

// mostYAML bounds catalogue.yaml, bytes.
const mostYAML = 16 << 20

// Read reads a catalogue.yaml in a file system of its folder. Positions name it by name.
// All that its author can mend is one error of [content.Problems].
func Read(fsys fs.FS, name string, known []string) (*List, []content.Problem, error) {
	src, err := (bounds.Files(fsys, bounds.Limits{})).ReadFile(name)
	if err != nil {
		return nil, nil, fmt.Errorf("the catalogue cannot be read: %w", err)
	}
	r := &reader{fsys: fsys, file: name, at: make(map[string]content.Pos)}
	if len(src) > mostYAML {
		return nil, nil, fmt.Errorf("%s is larger than %d bytes", name, mostYAML)
	}
	var c settings.Catalogue
	y := settings.NewReader(r.tell, r.advise, func(string) bool { return false })
	y.ReadYAML(strings.TrimPrefix(string(src), "\ufeff"), name, 1, c.Keys())
	r.list = &List{Title: c.Title, Lang: c.Lang, Publisher: c.Publisher}
	r.formats(c.Formats, known)
	for i := range c.Titles {
		r.entry(&c.Titles[i], c.Shared)
	}
	return r.result()
}

// reader is a catalogue that is being read.
type reader struct {
	fsys             fs.FS
	file             string
	list             *List
	at               map[string]content.Pos // where the titles stand, by their names
	advice, problems []content.Problem
}

func (r *reader) tell(p content.Problem)           { r.problems = append(r.problems, p) }
func (r *reader) advise(advice ...content.Problem) { r.advice = append(r.advice, advice...) }
func (r *reader) problem(at content.Pos, what, hint string) {
	r.tell(content.Problem{Pos: at, What: what, Hint: hint})
}

// formats takes the formats that the catalogue asks for.
func (r *reader) formats(asked []settings.Located, known []string) {
	for _, f := range asked {
		if !slices.Contains(known, f.Value) {
			r.problem(f.Pos, "formats: "+f.Value+" is not known", "write "+strings.Join(known[:len(known)-1], ", ")+" or "+known[len(known)-1])
			continue
		}
		r.list.Formats = append(r.list.Formats, f.Value)
	}
}

// entry adds the titles of one line of the list.
func (r *reader) entry(t *settings.CatalogueTitle, shared settings.Layer) {
	sources := []string{path.Clean(t.Source.Value)}
	if !fs.ValidPath(sources[0]) {
		r.problem(t.Source.Pos, "titles: "+t.Source.Value+" is outside the catalogue's folder", "put it inside")
		return
	}
	if pattern := sources[0]; strings.ContainsAny(pattern, "*?[") {
		if sources = r.matches(pattern, t.Source.Pos); t.Name.Value != "" && len(sources) > 1 {
			r.problem(t.Name.Pos, "name: several titles cannot have one", "list them one by one")
			return
		}
	} else if _, err := fs.Stat(r.fsys, pattern); err != nil {
		r.problem(t.Source.Pos, "titles: "+t.Source.Value+" is not there", "put the file there or correct its name")
		return
	}
	for _, source := range sources {
		r.add(Title{Name: nameOf(t.Name.Value, source), Source: source, Pos: t.Source.Pos, Shared: shared, Overrides: t.Overrides})
	}
}

// matches are the manuscripts that a pattern is of: what else lies there is none.
func (r *reader) matches(pattern string, at content.Pos) (sources []string) {
	all, err := fs.Glob(r.fsys, pattern)
	for _, name := range all {
		if isManuscript(r.fsys, name) {
			sources = append(sources, name)
		}
	}
	if err != nil || len(sources) == 0 {
		r.problem(at, "titles: no manuscript is "+pattern, "write a pattern such as books/*")
	}
	return sources
}

// add adds a title, whose name must be its own, on file systems too that do not tell
// letters by their case.
func (r *reader) add(t Title) {
	key := strings.ToLower(t.Name)
	if before, taken := r.at[key]; taken {
		what := "titles: two titles are called " + t.Name
		if before != t.Pos && before.Line > 0 {
			what = fmt.Sprintf("titles: another title is called %s, on line %d", t.Name, before.Line)
		}
		r.problem(t.Pos, what, "give one of them a `name:`")
		return
	}
	r.at[key] = t.Pos
	t.Bytes = BytesOf(r.fsys, t.Source)
	r.list.Titles = append(r.list.Titles, t)
}

func (r *reader) result() (*List, []content.Problem, error) {
	if len(r.list.Titles) == 0 && len(r.problems) == 0 {
		r.problem(content.Pos{File: r.file, Line: 1}, "the catalogue has no titles", "write `titles:` and below it a line for each: `- folder`")
	}
	if len(r.problems) > 0 {
		slices.SortStableFunc(r.problems, func(p, q content.Problem) int { return p.Pos.Line - q.Pos.Line })
		return nil, r.advice, content.Problems(r.problems)
	}
	r.list.sort()
	return r.list, r.advice, nil
}

func (l *List) sort() {
	slices.SortFunc(l.Titles, func(a, b Title) int { return strings.Compare(a.Name, b.Name) })
}

// nameOf is what a title's folder is called: as it is said, else after its source.
func nameOf(said, source string) string {
	name := said
	if name == "" {
		if name = path.Base(source); isText(name) {
			name = strings.TrimSuffix(name, path.Ext(name))
		}
	}
	name = book.FileName(name)
	if slices.Contains([]string{ManifestName, PageName, OPDSName, ONIXName, ShardsFolder, strings.ToLower(sums)}, strings.ToLower(name)) {
		name += "-book" // the catalogue's own has that name
	}
	return name
}

// sums lists digests in a folder of files.
const sums = "SHA256SUMS"

// isText tells a manuscript of one file by its name.
func isText(name string) bool { return bounds.IsText(name) || book.IsForeign(name) }

// isManuscript tells a folder with book.yaml, and a file that is a book of its own.
func isManuscript(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil || strings.HasPrefix(path.Base(name), "."):
		return false
	case info.IsDir():
		info, err := fs.Stat(fsys, path.Join(name, book.Manifest))
		return err == nil && info.Mode().IsRegular()
	}
	return info.Mode().IsRegular() && isText(name)
}

// Of is a catalogue of manuscripts by the names of their sources. Two that would have the
// same folder are an error.
func Of(titles []Title) (*List, error) {
	at := make(map[string]string)
	for i := range titles {
		t := &titles[i]
		t.Name = nameOf("", t.Name)
		key := strings.ToLower(t.Name)
		if other, taken := at[key]; taken {
			return nil, fmt.Errorf("%s and %s are both called %s", other, t.Source, t.Name)
		}
		at[key] = t.Source
	}
	l := &List{Titles: titles}
	l.sort()
	return l, nil
}

// Folder takes a folder of books for a catalogue: each folder in it with a book.yaml is a
// title. ok is false for a folder that is something else; left are the folders that are
// no title.
func Folder(fsys fs.FS) (l *List, left []string, ok bool) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, false
	}
	r := &reader{fsys: fsys, list: new(List), at: make(map[string]content.Pos)}
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, "."):
		case !e.IsDir() && (isText(name) && !strings.HasPrefix(strings.ToLower(name), "readme.") || name == book.Manifest || name == "book.yml"):
			return nil, nil, false
		case !e.IsDir():
		case isManuscript(fsys, name):
			r.add(Title{Name: nameOf("", name), Source: name})
		case !isOutput(fsys, name):
			left = append(left, name)
		}
	}
	if len(r.list.Titles) == 0 || len(r.problems) > 0 {
		return nil, nil, false
	}
	r.list.sort()
	return r.list, left, true
}

// isOutput tells a folder that a build has written.
func isOutput(fsys fs.FS, name string) bool {
	for _, ours := range []string{ManifestName, sums} {
		if _, err := fs.Stat(fsys, path.Join(name, ours)); err == nil {
			return true
		}
	}
	return false
}

// BytesOf is how large a manuscript is. What lies behind a dot is no part of it.
func BytesOf(fsys fs.FS, source string) (n int64) {
	fs.WalkDir(fsys, source, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if name != source && strings.HasPrefix(e.Name(), ".") {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			n += info.Size()
		}
		return nil
	})
	return n
}
