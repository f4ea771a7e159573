// Package css writes the stylesheet of an EPUB: what is the same in every book, its
// faces and digits, and what its theme changes.
package css

import (
	_ "embed"
	"strings"

	"warraq/content/design"
	"warraq/content/locale"
)

// bookCSS is the stylesheet but for the fonts.
//
//go:embed book.css
var bookCSS string

// standCSS is how lines stand that an author places, in a book that has some.
//
//go:embed stand.css
var standCSS string

// imprintCSS is a logo and a whole imprint on the title page, in a book that has them.
const imprintCSS = `.titlepage .logo { margin-block-start: 4em; }
.titlepage .logo img { max-height: 5em; max-width: 40%; }
.titlepage .logo + .publisher { margin-block-start: 0.5em; }
.titlepage .imprint { margin-block-start: 3em; font-size: 0.85em; }
.titlepage .imprint p { text-align: start; margin: 0.2em 0; }
`

// Face is a font that the publication brings.
type Face struct {
	Href, Family string // from the package; the name
	Bold, Italic bool
	Mono         bool // of code
}

// Uses is what a book has that few have.
type Uses struct {
	Stands    bool // lines that stand as their author places them
	Imprinted bool // a logo or a whole imprint
}

// Sheet is the book's CSS: the faces, the families in order, the digits
// of lists, what is the same in every book, what few have where
// this one uses it, and then what the theme changes.
func Sheet(faces []Face, digits locale.Digits, theme *design.Theme, uses Uses) []byte {
	var b strings.Builder
	families, mono := []string{}, []string{}
	seen := map[string]bool{}
	for _, f := range faces {
		name := cssString(f.Family)
		b.WriteString("@font-face { font-family: " + name + "; src: url(\"../" + f.Href + "\"); font-weight: " +
			pick(f.Bold, "bold", "normal") + "; font-style: " + pick(f.Italic, "italic", "normal") + "; }\n")
		switch {
		case seen[name]:
		case f.Mono:
			mono = append(mono, name)
		default:
			families = append(families, name)
		}
		seen[name] = true
	}
	b.WriteString("body { font-family: " + strings.Join(append(families, "serif"), ", ") + "; }\n")
	b.WriteString("code, pre { font-family: " + strings.Join(codeFamilies(families, mono), ", ") + "; }\n")
	if digits != locale.DigitsLatn {
		b.WriteString("ol { list-style-type: " + CounterStyle(digits) + "; }\n")
	}
	b.WriteString(bookCSS)
	if uses.Stands {
		b.WriteString(standCSS)
	}
	if uses.Imprinted {
		b.WriteString(imprintCSS)
	}
	b.WriteString(themeCSS(theme))
	return []byte(b.String())
}

// CounterStyle is the style of lists in digits.
func CounterStyle(d locale.Digits) string {
	switch d {
	case locale.DigitsArab:
		return "arabic-indic"
	case locale.DigitsArabext:
		return "persian"
	}
	return "decimal"
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
