package epub

import (
	_ "embed"
	"strings"

	goepub "github.com/go-shiori/go-epub"

	"warraq/content"
)

// bookCSS is the stylesheet but for the fonts.
//
//go:embed book.css
var bookCSS string

// fontFile is a face as a part of the publication.
type fontFile struct {
	*file
	family       string
	bold, italic bool
	mono         bool
}

// fontFiles names the faces; those without data or family are passed over.
func fontFiles(fonts []Font) []fontFile {
	var files []fontFile
	for _, f := range fonts {
		family := clean(f.Name)
		if family == "" || len(f.Data) == 0 {
			continue
		}
		media, ext := fontMedia(f)
		id := "font" + itoa(len(files)+1)
		files = append(files, fontFile{
			file:   &file{folder: goepub.FontFolderName, name: id + ext, id: id, media: media, part: part{data: f.Data}},
			family: family, bold: f.Bold, italic: f.Italic, mono: f.Mono,
		})
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

// stylesheet is the book's CSS: the faces, the families in order, the digits
// of lists, and then what is the same in every book.
func stylesheet(e *edition, fonts []fontFile) []byte {
	var b strings.Builder
	families, mono := []string{}, []string{}
	seen := map[string]bool{}
	for _, f := range fonts {
		name := cssString(f.family)
		b.WriteString("@font-face { font-family: " + name + "; src: url(\"../" + f.href() + "\"); font-weight: " +
			pick(f.bold, "bold", "normal") + "; font-style: " + pick(f.italic, "italic", "normal") + "; }\n")
		switch {
		case seen[name]:
		case f.mono:
			mono = append(mono, name)
		default:
			families = append(families, name)
		}
		seen[name] = true
	}
	b.WriteString("body { font-family: " + strings.Join(append(families, "serif"), ", ") + "; }\n")
	b.WriteString("code, pre { font-family: " + strings.Join(codeFamilies(families, mono), ", ") + "; }\n")
	switch e.digits {
	case content.DigitsArab:
		b.WriteString("ol { list-style-type: arabic-indic; }\n")
	case content.DigitsArabext:
		b.WriteString("ol { list-style-type: persian; }\n")
	}
	b.WriteString(bookCSS)
	b.WriteString(themeCSS(e.doc.Setup.Design()))
	return []byte(b.String())
}

// codeFamilies are the faces of code: the book's own with what it falls back on
// for Arabic, or those that readers have.
func codeFamilies(text, mono []string) []string {
	if len(mono) == 0 {
		return []string{`"DejaVu Sans Mono"`, "Menlo", "Consolas", "monospace"}
	}
	return append(append(mono, text...), "monospace")
}

func pick(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// cssString is s as a string of CSS (CSS Syntax 3 §4.3.5).
func cssString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "<", `\3c `).Replace(s) + `"`
}
