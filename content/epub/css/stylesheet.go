// Package css writes the stylesheet of an EPUB: what is the same in every book, its
// faces and digits, and what its theme changes.
package css

import (
	_ "embed"
	"slices"
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

// besideCSS is what stands beside other parts or fills its page, in a book that has some.
//
//go:embed beside.css
var besideCSS string

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
	For          Part
}

// Part is what a face is for.
type Part uint8

// The parts: the text, titles, what is quoted of the Quran, and words in Latin letters and
// numbers within all of them.
const (
	Text Part = iota
	Headings
	Quran
	Latin
	Numbers
)

// String is the name of a part, as book.yaml has it.
func (p Part) String() string {
	return [...]string{"text", "headings", "quran", "latin", "numbers"}[p]
}

// ranges are the characters that the faces of some parts are for (CSS Fonts 4,
// "unicode-range").
var ranges = map[Part]string{
	Latin:   "U+41-5A, U+61-7A, U+AA, U+BA, U+C0-D6, U+D8-F6, U+F8-24F, U+300-36F, U+1E00-1EFF",
	Numbers: "U+30-39, U+660-669, U+6F0-6F9",
}

// selectors are what some parts are in a document.
var selectors = [...]struct {
	part Part
	of   string
}{{Headings, "h1, h2, h3, h4, h5, h6, .heading"}, {Quran, "blockquote.quran"}}

// Paper says whose the ground under the text is, and with it its colours.
type Paper uint8

const (
	Readers Paper = iota // any: white, sepia or black, as the reader of an EPUB chooses
	Own                  // ours, light or dark as the reader prefers (Media Queries 5, 12.5)
)

// Sheet is what a book's CSS depends on.
type Sheet struct {
	Faces  []Face
	Digits locale.Digits // of lists
	Theme  *design.Theme
	Paper  Paper

	// What few books have.
	Stands    bool // lines that stand as their author places them
	Beside    bool // what stands beside other parts, or fills its page
	Imprinted bool // a logo or a whole imprint
}

// CSS is the faces, the families in order, the digits of lists, what is the same in
// every book, and then what the theme changes.
func (s Sheet) CSS() []byte {
	var b strings.Builder
	parts, mono := map[Part][]string{}, []string{}
	seen := map[string]bool{}
	for _, f := range s.Faces {
		name := cssString(f.Family)
		b.WriteString("@font-face { font-family: " + name + "; src: url(\"../" + f.Href + "\"); font-weight: " +
			pick(f.Bold, "bold", "normal") + "; font-style: " + pick(f.Italic, "italic", "normal") + pick(s.Paper == Own, "; font-display: swap", "") + pick(ranges[f.For] != "", "; unicode-range: "+ranges[f.For], "") + "; }\n")
		switch {
		case seen[name]:
		case f.Mono:
			mono = append(mono, name)
		default:
			parts[f.For] = append(parts[f.For], name)
		}
		seen[name] = true
	}
	within := append(parts[Numbers], parts[Latin]...)
	families := slices.Concat(within, parts[Text])
	b.WriteString("body { font-family: " + strings.Join(append(families, "serif"), ", ") + "; }\n")
	for _, s := range selectors {
		if own := parts[s.part]; own != nil {
			b.WriteString(s.of + " { font-family: " + strings.Join(slices.Concat(within, own, parts[Text], []string{"serif"}), ", ") + "; }\n")
		}
	}
	b.WriteString("code, pre { font-family: " + strings.Join(codeFamilies(parts[Text], mono), ", ") + "; }\n")
	if s.Digits != locale.DigitsLatn {
		b.WriteString("ol { list-style-type: " + CounterStyle(s.Digits) + "; }\n")
	}
	b.WriteString(bookCSS)
	if s.Stands {
		b.WriteString(standCSS)
	}
	if s.Beside {
		b.WriteString(besideCSS)
	}
	if s.Imprinted {
		b.WriteString(imprintCSS)
	}
	b.WriteString(themeCSS(s.Theme, s.Paper))
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
