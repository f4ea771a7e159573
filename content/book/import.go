package book

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/docx"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// foreign are the endings of files of other programs, and how each is read. Prefix
// keeps the names of several files apart.
var foreign = map[string]func(name string, data []byte, prefix string) (*intake.Text, error){
	".docx": readDocx,
	".docm": readDocx,
	".dotx": readDocx,
}

func readDocx(name string, data []byte, prefix string) (*intake.Text, error) {
	return docx.Read(name, data, docx.Options{Prefix: prefix})
}

// IsForeign tells by its name whether a file of another program can be imported.
func IsForeign(name string) bool { return foreign[strings.ToLower(path.Ext(name))] != nil }

// Import reads files of other programs, one behind the other, into the files of a
// manuscript: book.yaml, a Markdown file a chapter, and a folder of images. Of opt,
// Title, Author and Lang go before what the files say, and guess takes short bold
// lines in larger type for headings. The advice is what was taken for what and, as
// warnings, what stayed away; err names the file that cannot be read.
func Import(sources []File, guess bool, opt Options) (parts Parts, advice []content.Problem, err error) {
	var texts []*intake.Text
	var names []string
	for i, s := range sources {
		read := foreign[strings.ToLower(path.Ext(s.Name))]
		if read == nil {
			return parts, nil, fmt.Errorf("%s: a file to import is a .docx: open it in its program and save it as one", s.Name)
		}
		prefix := ""
		if i > 0 {
			prefix = "f" + strconv.Itoa(i+1) + "-"
		}
		t, err := read(s.Name, s.Data, prefix)
		if err != nil {
			return parts, nil, content.Problems{{Pos: content.Pos{File: s.Name}, What: err.Error()}}
		}
		texts, names = append(texts, t), append(names, strings.TrimSuffix(path.Base(s.Name), path.Ext(s.Name)))
	}
	b := intake.Bind(texts, names, opt.Lang, intake.Options{Guess: guess})
	b.Title = cmp.Or(opt.Title, b.Title, names[0])
	if opt.Author != "" {
		b.Authors = []string{opt.Author}
	}
	return Parts{manuscriptOf(b), b.Title, b.Lang, b.Authors}, b.Problems, nil
}

// manuscriptOf writes the files of a book.
func manuscriptOf(b *intake.Book) (files []File) {
	files = append(files, File{Manifest, manifestOf(b)})
	var notes scribe.Notes
	width := max(2, len(strconv.Itoa(len(b.Chapters))))
	for i, c := range b.Chapters {
		name := fmt.Sprintf("%0*d%s.md", width, i+1, fileSlug(content.PlainText(c.Title)))
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
	return []byte(w.String())
}

// readForeign reads the manuscript that a file of another program is imported into.
func readForeign(fsys fs.FS, name string, opt Options) (*content.Document, []content.Problem, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, nil, fmt.Errorf("the manuscript cannot be read: %w", err)
	}
	parts, told, err := Import([]File{{name, data}}, false, opt)
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
