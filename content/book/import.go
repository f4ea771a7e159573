package book

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/book/bounds"
	"warraq/content/docx"
	"warraq/content/epubfile"
	"warraq/content/intake"
	"warraq/content/odt"
	"warraq/content/openiti"
	"warraq/content/scribe"
	"warraq/content/textfile"
	"warraq/content/webpage"
)

// imported is files that are read as one text, and what lies beside them.
type imported struct {
	files  []File
	prefix string // keeps the names of several texts apart
	beside func(name string) ([]byte, error)
	read   func(*imported) (*intake.Text, error)
	pages  bool // ends of printed pages are kept
	most   intake.Amount
}

// name is that of the first file.
func (s *imported) name() string { return s.files[0].Name }

// reading is how files of another program are read.
type reading struct {
	read func(*imported) (*intake.Text, error)
	many bool // files of one folder, one behind the other, lead to one another
}

// foreign are the endings of files of other programs, and how each is read.
var foreign = map[string]reading{
	".docx": {read: readDocx}, ".docm": {read: readDocx}, ".dotx": {read: readDocx},
	".html": {readPages, true}, ".htm": {readPages, true}, ".xhtml": {readPages, true}, ".xht": {readPages, true},
	".epub": {read: readEPUB},
	".odt":  {read: readODT}, ".ott": {read: readODT},
}

// readingOf is how a file is read, by its name; none for one that cannot be.
func readingOf(name string) reading {
	how := foreign[strings.ToLower(path.Ext(name))]
	if how.read == nil && openiti.IsName(path.Base(name)) {
		how.read = readOpenITI
	}
	return how
}

func readOpenITI(s *imported) (*intake.Text, error) {
	return openiti.Read(s.name(), s.files[0].Data, openiti.Options{Pages: s.pages})
}

func readDocx(s *imported) (*intake.Text, error) {
	return docx.Read(s.name(), s.files[0].Data, docx.Options{Prefix: s.prefix, Most: s.most})
}

func readText(s *imported) (*intake.Text, error) { return textfile.Read(s.name(), s.files[0].Data) }

func readODT(s *imported) (*intake.Text, error) {
	return odt.Read(s.name(), s.files[0].Data, odt.Options{Prefix: s.prefix, Most: s.most})
}

func readEPUB(s *imported) (*intake.Text, error) {
	return epubfile.Read(s.name(), s.files[0].Data, epubfile.Options{Prefix: s.prefix, Most: s.most})
}

func readPages(s *imported) (*intake.Text, error) {
	pages := make([]webpage.Page, len(s.files))
	for i, f := range s.files {
		pages[i] = webpage.Page{Name: path.Base(f.Name), Data: f.Data}
	}
	return webpage.Read(s.name(), pages, webpage.Options{Prefix: s.prefix, Most: s.most, File: s.beside})
}

// IsForeign tells by its name whether a file of another program can be imported.
func IsForeign(name string) bool { return readingOf(name).read != nil }

// sourcesOf puts files together that are read as one.
func sourcesOf(files []File, opt ImportOptions) (sources []*imported, err error) {
	l := opt.Limits.Filled()
	most := intake.Amount{Blocks: l.Blocks, Notes: l.Notes, Links: l.References}
	for _, f := range files {
		how := readingOf(f.Name)
		switch {
		case openiti.Is(f.Data):
			how = reading{read: readOpenITI}
		case strings.EqualFold(path.Ext(f.Name), ".txt"):
			how = reading{read: readText}
		}
		if how.read == nil {
			return nil, fmt.Errorf("%s: a file to import is a .docx, an .odt, a .html, an .epub, a .txt or a text of OpenITI", f.Name)
		}
		if n := len(sources); n > 0 && how.many {
			last := sources[n-1]
			if path.Dir(last.name()) == path.Dir(f.Name) && readingOf(last.name()).many {
				last.files = append(last.files, f)
				continue
			}
		}
		s := &imported{files: []File{f}, read: how.read, pages: opt.Pages, most: most}
		if opt.Beside != nil {
			dir := path.Dir(f.Name)
			s.beside = func(name string) ([]byte, error) { return opt.Beside(dir, name) }
		}
		if len(sources) > 0 {
			s.prefix = "f" + strconv.Itoa(len(sources)+1) + "-"
		}
		sources = append(sources, s)
	}
	return sources, nil
}

// ImportOptions are the wishes of an import.
type ImportOptions struct {
	Title, Author, Lang string // where not empty, before what the files say
	GuessHeadings       bool   // short bold lines in larger type are headings
	Pages               bool   // ends of printed pages are kept, where a text has them
	// Beside gives the files that pages of HTML name, by the folder of the page and the
	// path from there; nil: none.
	Beside func(folder, name string) ([]byte, error)
	// Limits are how much the files may hold.
	Limits bounds.Limits
}

// Import reads files of other programs, one behind the other, into the files of a
// manuscript: book.yaml, a Markdown file a chapter, and a folder of images. The advice
// is what was taken for what and, as warnings, what stayed away; err names the file
// that cannot be read.
func Import(files []File, opt ImportOptions) (parts Parts, advice []content.Problem, err error) {
	sources, err := sourcesOf(files, opt)
	if err != nil {
		return parts, nil, err
	}
	var texts []*intake.Text
	var names []string
	for _, s := range sources {
		t, err := s.read(s)
		if err != nil {
			return parts, nil, content.Problems{unread(s.name(), err)}
		}
		texts, names = append(texts, t), append(names, strings.TrimSuffix(path.Base(s.name()), path.Ext(s.name())))
	}
	b := intake.Bind(texts, names, opt.Lang, intake.Options{Guess: opt.GuessHeadings})
	b.Title = cmp.Or(opt.Title, b.Title, names[0])
	if opt.Author != "" {
		b.Authors = []string{opt.Author}
	}
	return Parts{manuscriptOf(b), b.Title, b.Lang, b.Authors}, b.Problems, nil
}

// unread tells of a file that cannot be read.
func unread(name string, err error) content.Problem {
	p := content.Problem{Pos: content.Pos{File: name}, What: err.Error()}
	var over *intake.TooMuch
	if errors.As(err, &over) {
		p.What, p.Hint = tooMany(over.Most, over.Kind), bounds.Hint("divide it", over.Limit)
	}
	return p
}

// manuscriptOf writes the files of a book.
func manuscriptOf(b *intake.Book) (files []File) {
	files = append(files, File{Manifest, manifestOf(b)})
	var notes scribe.Notes
	width := max(2, len(strconv.Itoa(len(b.Chapters))))
	for i, c := range b.Chapters {
		name := fmt.Sprintf("%0*d%s.md", width, i+1, wordsInName(content.PlainText(c.Title)))
		files = append(files, File{name, []byte(scribe.Chapter(c, &notes))})
	}
	for _, p := range b.Pictures {
		files = append(files, File{"images/" + p.Name, p.Data})
	}
	return files
}

// manifestOf writes book.yaml.
func manifestOf(b *intake.Book) []byte {
	var w strings.Builder
	fmt.Fprintf(&w, "title: %s\n", strconv.Quote(b.Title))
	if b.Subtitle != "" {
		fmt.Fprintf(&w, "subtitle: %s\n", strconv.Quote(b.Subtitle))
	}
	switch len(b.Authors) {
	case 0:
	case 1:
		fmt.Fprintf(&w, "author: %s\n", strconv.Quote(b.Authors[0]))
	default:
		w.WriteString("authors:\n")
		for _, a := range b.Authors {
			fmt.Fprintf(&w, "  - %s\n", strconv.Quote(a))
		}
	}
	fmt.Fprintf(&w, "language: %s\n", b.Lang)
	if b.Cover != "" {
		fmt.Fprintf(&w, "cover: %s\n", strconv.Quote("images/"+b.Cover))
	}
	return []byte(w.String())
}

// readForeign reads the manuscript that a file of another program is imported into.
func readForeign(fsys fs.FS, name string, opt Options) (*content.Document, []content.Problem, error) {
	near := bounds.Files(fsys, opt.Limits)
	data, err := near.ReadFile(name)
	if err != nil {
		return nil, nil, fmt.Errorf("the manuscript cannot be read: %w", err)
	}
	parts, told, err := Import([]File{{name, data}}, ImportOptions{Title: opt.Title, Author: opt.Author, Lang: opt.Lang, Limits: opt.Limits,
		Beside: func(folder, name string) ([]byte, error) { return near.ReadFile(path.Join(folder, name)) }})
	if err != nil {
		return nil, told, err
	}
	memory, err := unpacked(name, parts.Files)
	if err != nil {
		return nil, told, err
	}
	doc, advice, err := Read(memory, path.Dir(path.Join(name, Manifest)), opt)
	return doc, append(told, advice...), err
}

// unpacked is a manuscript in memory, in a folder of a name.
func unpacked(folder string, files []File) (fs.FS, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: path.Join(folder, f.Name), Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}
