package glyph

//go:generate go run gen.go $AFM

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// latin are names and characters, each by the other.
var latin = sync.OnceValues(func() (runes map[string]rune, names map[rune]string) {
	runes, names = make(map[string]rune), make(map[rune]string)
	add := func(list []string, of []rune) {
		for i, name := range list {
			if i >= len(of) || name == "-" {
				continue
			}
			if _, known := runes[name]; !known {
				runes[name] = of[i]
			}
			if _, known := names[of[i]]; !known {
				names[of[i]] = name
			}
		}
	}
	add(strings.Fields(latinNames), []rune(latinRunes))
	add(strings.Fields(symbolNames), []rune(symbolRunes))
	return runes, names
})

// Rune is the character that a name is of (Adobe Glyph List, and how it reads other
// names); U+FFFD for none.
func Rune(name string) rune {
	runes, _ := latin()
	if r, ok := runes[name]; ok {
		return r
	}
	base, _, _ := strings.Cut(name, ".")
	if r, ok := runes[base]; ok && base != "" {
		return r
	}
	for _, start := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(base, start); ok && len(digits) >= 4 && len(digits) <= 6 {
			if v, err := strconv.ParseUint(digits, 16, 21); err == nil {
				return rune(v)
			}
		}
	}
	for _, mark := range marks { // "Abreve", which is A with a breve
		if letter, ok := strings.CutSuffix(base, mark.name); ok && len(letter) == 1 {
			if r := []rune(norm.NFC.String(letter + string(mark.r))); len(r) == 1 {
				return r[0]
			}
		}
	}
	return '\uFFFD'
}

var marks = []struct {
	name string
	r    rune
}{{"breve", 0x306}, {"macron", 0x304}, {"ogonek", 0x328}, {"caron", 0x30C}, {"acute", 0x301}, {"dotaccent", 0x307}, {"hungarumlaut", 0x30B},
	{"cedilla", 0x327}, {"commaaccent", 0x326}, {"circumflex", 0x302}, {"ring", 0x30A}, {"grave", 0x300}, {"tilde", 0x303}, {"dieresis", 0x308}}

// nameOf is the name of a character; "" for none.
func nameOf(r rune) string {
	_, names := latin()
	if name, ok := names[r]; ok {
		return name
	}
	if d := []rune(norm.NFD.String(string(r))); len(d) == 2 {
		for _, mark := range marks {
			if mark.r == d[1] && mark.name != "commaaccent" {
				return string(d[0]) + mark.name
			}
		}
	}
	return ""
}

// macCode is the code of a name on a Macintosh; -1 for none.
func macCode(name string) int {
	if b, ok := charmap.Macintosh.EncodeRune(Rune(name)); ok {
		return int(b)
	}
	return -1
}

// Encoded are the names of codes in an encoding that PDF names (ISO 32000-1, annex D);
// another is the standard one.
func Encoded(encoding string) map[int]string {
	names := make(map[int]string)
	var of func(code byte) rune
	switch encoding {
	case "WinAnsiEncoding":
		of = charmap.Windows1252.DecodeByte
	case "MacRomanEncoding":
		of = charmap.Macintosh.DecodeByte
	default:
		return standardNames()
	}
	for code := 32; code < 256; code++ {
		if name := nameOf(of(byte(code))); name != "" {
			names[code] = name
		}
	}
	if encoding == "WinAnsiEncoding" {
		for code, name := range map[int]string{0xA0: "space", 0xAD: "hyphen", 0x27: "quotesingle", 0x60: "grave", 0xB7: "periodcentered", 0xAF: "macron", 0xB5: "mu"} {
			names[code] = name
		}
		for _, code := range []int{0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D} {
			names[code] = "bullet"
		}
	}
	return names
}

// standardRuns are codes and the names from such a place on in the list of names.
var standardRuns = [...][3]int{{32, 126, 0}, {161, 175, 95}, {177, 180, 110}, {182, 189, 114}, {191, 191, 122}, {193, 200, 123},
	{202, 203, 131}, {205, 208, 133}, {225, 225, 137}, {227, 227, 138}, {232, 235, 139}, {241, 241, 143}, {245, 245, 144}, {248, 251, 145}}

func standardNames() map[int]string {
	list, names := strings.Fields(latinNames), make(map[int]string)
	for _, run := range standardRuns {
		for code := run[0]; code <= run[1]; code++ {
			names[code] = list[run[2]+code-run[0]]
		}
	}
	return names
}

// Symbolic is the character of a code in the fonts Symbol and ZapfDingbats; false for
// another font.
func Symbolic(font string, code int) (r rune, ok bool) {
	var all string
	switch {
	case strings.HasPrefix(font, "Symbol"):
		all = symbolRunes
	case strings.HasPrefix(font, "ZapfDingbats"):
		all = dingbatRunes
	default:
		return 0, false
	}
	if list := []rune(all); code >= 32 && code-32 < len(list) {
		return list[code-32], true
	}
	return '\uFFFD', true
}

// PlainWidth is how wide a letter is in a font that lies in no file, in thousandths of an
// em: in that of its family.
func PlainWidth(font string, code int, r rune) float64 {
	lower := strings.ToLower(font)
	bold := strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "demi")
	italic := strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	key := "Helvetica"
	switch {
	case strings.HasPrefix(font, "ZapfDingbats"):
		return 790
	case strings.HasPrefix(font, "Symbol"):
		if code >= 32 && code-32 < len(symbolWidths) {
			return float64(symbolWidths[code-32])
		}
		return 500
	case strings.Contains(lower, "courier") || strings.Contains(lower, "mono"):
		return 600
	case strings.Contains(lower, "times") || strings.Contains(lower, "serif") || strings.Contains(lower, "roman"):
		key = "Times-Roman"
		if bold && italic {
			key = "Times-BoldItalic"
		} else if bold {
			key = "Times-Bold"
		} else if italic {
			key = "Times-Italic"
		}
	case bold:
		key = "Helvetica-Bold"
	}
	letter := []rune(norm.NFD.String(string(r)))[0]
	for i, one := range []rune(latinRunes)[:149] {
		if one == letter || letter == '\'' && one == '’' {
			return float64(plainWidths[key][i])
		}
	}
	return 556
}
