package compose

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content/epub/css"
	"warraq/content/epub/markup"
	"warraq/content/epub/ocf"
	"warraq/content/epub/plan"
	"warraq/fonts"
)

// Show adds the characters of a document to those that are seen of the book, and
// those within its tags to the book's.
func (c *Composition) Show(doc []byte) {
	add := func(set *fonts.Runes, text []byte) {
		for len(text) > 0 {
			r, size := utf8.DecodeRune(text)
			set.Add(r)
			text = text[size:]
		}
	}
	for len(doc) > 0 {
		text, _, _ := bytes.Cut(doc, []byte("<"))
		add(&c.seen, text)
		doc = doc[len(text):]
		_, after, _ := bytes.Cut(doc, []byte(">"))
		add(&c.Text, doc[:len(doc)-len(after)])
		doc = after
	}
}

// fontFile is a face as a part of the publication.
type fontFile struct {
	*plan.File
	css.Face
	whole bool
}

// PlanFonts plans the fonts of a book whose text is known ([Composition.Show]), and
// the stylesheet that names them.
func (c *Composition) PlanFonts() {
	c.Text.AddSet(&c.seen)
	kept := c.needed(c.opt.Fonts)
	faces := fontFiles(kept)
	said := make([]css.Face, len(faces))
	for i, f := range faces {
		said[i] = f.Face
	}
	paper := css.Readers
	if c.opt.Medium == plan.Web {
		paper = css.Own
	}
	style := css.Sheet{Faces: said, Digits: c.Digits, Theme: c.Doc.Setup.Design(), Paper: paper, Stands: c.Stands, Beside: c.Beside, Imprinted: c.Imprinted()}.CSS()
	c.Text.AddString(string(style) + Readers)
	c.Style.Part.Data = append(style, c.Style.Part.Data...)
	var files []*plan.File
	for _, f := range faces {
		if !slices.Contains(files, f.File) {
			f.Subset = !f.whole
			files = append(files, f.File)
		}
	}
	if licence := licences(kept); len(faces) > 0 && licence != "" {
		files = append(files, &plan.File{
			Folder: plan.FontFolder, Name: "licence.txt", ID: "font-licence",
			Media: "text/plain", Part: ocf.Part{Data: []byte(licence)},
		})
	}
	c.Files = append(files, c.Files...)
}

// Readers are the characters that a reading system puts on the page by itself:
// numbers and marks of lists, quotation marks, the dots of a text cut short.
const Readers = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹.,:;-()[]«»“”‘’\"'•◦▪●○■…‐؟،؛"

// needed leaves out the families that no character needs, since those before them
// have all, in each of their faces. The first stays, and so do faces of code and
// files that cannot be read.
func (c *Composition) needed(faces []Font) (kept []Font) {
	left := &c.seen
	for from, to := 0, 0; from < len(faces); from = to {
		for to = from + 1; to < len(faces) && faces[to].Name == faces[from].Name; to++ {
		}
		family := faces[from:to]
		if family[0].Mono || family[0].Part != css.Text {
			kept = append(kept, family...)
			continue
		}
		if family[0].Open != nil {
			if from > 0 && *left == (fonts.Runes{}) {
				continue
			}
			family = opened(family)
		}
		lacking, needed := new(fonts.Runes), from == 0
		for _, f := range family {
			missing, err := fonts.Missing(f.Data, left)
			if err != nil {
				missing, needed = left, true
			}
			lacking.AddSet(missing)
			needed = needed || *missing != *left
		}
		if left = lacking; needed {
			kept = append(kept, family...)
		}
	}
	return kept
}

// opened is a family with its data.
func opened(family []Font) []Font {
	family = slices.Clone(family)
	for i := range family {
		if f := &family[i]; f.Data == nil {
			f.Data = f.Open()
		}
	}
	return family
}

// licences are those of the faces, each once.
func licences(faces []Font) string {
	var texts []string
	for _, f := range faces {
		if f.Licence != "" && !slices.Contains(texts, f.Licence) {
			texts = append(texts, f.Licence)
		}
	}
	return strings.Join(texts, "\n\n")
}

// fontFiles names the faces; those without data or family are passed over, and
// those of the same bytes are one file.
func fontFiles(faces []Font) []fontFile {
	var files []fontFile
	n := 0
	for _, f := range faces {
		family := markup.Clean(f.Name)
		if family == "" || len(f.Data) == 0 {
			continue
		}
		font := fontFile{Face: css.Face{Family: family, Bold: f.Bold, Italic: f.Italic, Mono: f.Mono, For: f.Part}, whole: f.Whole}
		if i := slices.IndexFunc(files, func(other fontFile) bool { return other.whole == f.Whole && bytes.Equal(other.Part.Data, f.Data) }); i >= 0 {
			font.File = files[i].File
		} else {
			media, ext := fontMedia(f)
			n++
			id := "font" + strconv.Itoa(n)
			font.File = &plan.File{Folder: plan.FontFolder, Name: id + ext, ID: id, Media: media, Part: ocf.Part{Data: f.Data}}
		}
		font.Face.Href = font.File.Href()
		files = append(files, font)
	}
	return files
}

// fontMedia is the core media type of a font (EPUB 3.3 §3.2) by its first
// bytes, else as the caller says.
func fontMedia(f Font) (media, ext string) {
	head := string(f.Data[:min(len(f.Data), 4)])
	switch {
	case head == "OTTO":
		return "font/otf", ".otf"
	case head == "wOFF":
		return "font/woff", ".woff"
	case head == "wOF2":
		return "font/woff2", ".woff2"
	case f.Media == "font/otf":
		return f.Media, ".otf"
	}
	return "font/ttf", ".ttf"
}
