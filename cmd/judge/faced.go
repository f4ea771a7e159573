package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// family is a regular and a bold face that are not ours; their files are those
// of the packages that install brings.
type family struct{ name, pkg, file string }

var (
	scheherazade = family{"scheherazade", "scheherazade-new", "ScheherazadeNew"}
	naskh        = family{"naskh", "noto-naskh-arabic", "NotoNaskhArabic"}
	nastaliq     = family{"nastaliq", "noto-nastaliq-urdu", "NotoNastaliqUrdu"}
	hebrew       = family{"hebrew", "frank-ruhl-libre", "FrankRuhlLibre"}
)

// families are all of them.
var families = []family{scheherazade, naskh, nastaliq, hebrew}

// wornBy are the families in which each book is set once more, by its name.
var wornBy = map[string][]family{
	"booklet":     {scheherazade, naskh, nastaliq},
	"vocalised":   {scheherazade, naskh, nastaliq},
	"article":     {scheherazade, naskh, nastaliq},
	"language-fa": {scheherazade, naskh},
	"language-ur": {nastaliq, naskh},
	"language-he": {hebrew},
}

// regular and bold are the files of a family's faces.
func (c *court) regular(f family) string { return c.fontFile(f, "400Regular") }
func (c *court) bold(f family) string    { return c.fontFile(f, "700Bold") }

func (c *court) fontFile(f family, weight string) string {
	return filepath.Join(c.home, "node_modules/@expo-google-fonts", f.pkg, weight, f.file+"_"+weight+".ttf")
}

// original is the file of the face with a PostScript name, "" for none.
func (c *court) original(name string) string {
	switch name {
	case "Amiri-Regular", "Amiri-Bold":
		return filepath.Join(c.root, "fonts/amiri", name+".ttf")
	case "IBMPlexMono-Regular":
		return filepath.Join(c.root, "fonts/plexmono", name+".ttf")
	case "NotoSerifHebrew-Regular", "NotoSerifHebrew-Bold":
		return filepath.Join(c.root, "fonts/notoserifhebrew", name+".ttf")
	case "NotoEmoji-Regular":
		return filepath.Join(c.root, "content/guide/ar/fonts/noto-emoji-sparkles.ttf")
	case "NotoSerif-Regular", "NotoSansMath-Regular", "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular":
		return c.unpacked(strings.TrimSuffix(name, "-Regular"))
	}
	if name == "CrimsonText-Italic" {
		return c.unpacked(name)
	}
	for _, f := range families {
		switch name {
		case f.file + "-Regular", f.file:
			return c.regular(f)
		case f.file + "-Bold":
			return c.bold(f)
		}
	}
	return ""
}

// unpacked is the file of an embedded part of a face, which is packed; "" where it
// cannot be had.
func (c *court) unpacked(name string) string {
	file := filepath.Join(c.work, name+".ttf")
	if there(file) {
		return file
	}
	folder, _, _ := strings.Cut(strings.ToLower(name), "-")
	packed, err := os.Open(filepath.Join(c.root, "fonts", folder, name+".ttf.br"))
	if err != nil {
		return ""
	}
	defer packed.Close()
	data, err := io.ReadAll(brotli.NewReader(packed))
	if err != nil || os.WriteFile(file, data, 0o666) != nil {
		return ""
	}
	return file
}

// listFaced lays each book out in a folder of its own, with the faces it is
// to wear.
func (c *court) listFaced() error {
	for _, b := range c.books {
		for _, f := range wornBy[b.name] {
			worn, err := c.wear(b, f)
			if err != nil {
				return err
			}
			c.faced = append(c.faced, worn)
		}
	}
	return nil
}

// worn names the font files beside a manuscript.
const worn = "fonts: {regular: regular.ttf, bold: bold.ttf}\n"

// wear is a book in a family: a folder with its manuscript, which names the
// font files that lie beside it.
func (c *court) wear(b *book, f family) (*book, error) {
	name := b.name + "-" + f.name
	dir := filepath.Join(c.work, "faced", name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	if err := copyFiles(dir, map[string]string{"regular.ttf": c.regular(f), "bold.ttf": c.bold(f)}); err != nil {
		return nil, err
	}
	lay := c.layText
	switch filepath.Ext(b.source) {
	case "":
		lay = c.layFolder
	case ".md":
		lay = c.layMarkdown
	}
	path, err := lay(b, dir)
	if err != nil {
		return nil, err
	}
	source, err := filepath.Rel(c.root, path)
	return &book{name: name, source: source, lang: b.lang}, err
}

// layFolder lays out the booklet and gives its path.
func (c *court) layFolder(_ *book, dir string) (string, error) {
	booklet := filepath.Join(c.root, "content/samples/booklet")
	files := make(map[string]string)
	chapters, _ := filepath.Glob(filepath.Join(booklet, "*.md"))
	for _, ch := range chapters {
		files[filepath.Base(ch)] = ch
	}
	manifest, err := os.ReadFile(filepath.Join(booklet, "book.yaml"))
	if err == nil {
		err = copyFiles(dir, files)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "book.yaml"), append(manifest, "\n"+worn...), 0o666)
	}
	return dir, err
}

// layText lays out a plain text with a book.yaml of its own.
func (c *court) layText(b *book, dir string) (string, error) {
	file := filepath.Base(b.source)
	if err := copyFiles(dir, map[string]string{file: filepath.Join(c.root, b.source)}); err != nil {
		return "", err
	}
	manifest := fmt.Sprintf("title: %s\nlanguage: %s\nname: %s\nchapters: [%s]\n", b.name, b.lang, b.name, file)
	return dir, os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest+worn), 0o666)
}

// layMarkdown lays out a single Markdown file, whose front matter grows.
func (c *court) layMarkdown(b *book, dir string) (string, error) {
	text, err := os.ReadFile(filepath.Join(c.root, b.source))
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, filepath.Base(b.source))
	return file, os.WriteFile(file, []byte(strings.Replace(string(text), "---\n", "---\n"+worn, 1)), 0o666)
}

// copyFiles copies files into a folder under the names given.
func copyFiles(dir string, files map[string]string) error {
	for name, from := range files {
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
