// Package house holds the faces that a book may name without having their files:
// `fonts: {headings: reem-kufi}`. It is a leaf, and each face is packed as WOFF 2.
package house

import (
	"embed"
	"slices"
)

//go:generate go run pack.go $NOTO

//go:embed */*.woff2 */OFL.txt
var files embed.FS

// Family is a face that the program brings, in two weights but for nastaliq, which has
// none in any hand.
type Family struct {
	Key    string // by which a book names it, "reem-kufi"
	Name   string // of the family, "Reem Kufi"
	Hand   string // the kind of writing: "kufi", "naskh", "ruqaa", "nastaliq"
	prefix string // of its files
	Serifs bool   // on its Latin letters
}

// Amiri is the key of the face of [fonts.Amiri], which is none of the families.
const Amiri = "amiri"

// families are sorted by key.
var families = []Family{
	{"aref-ruqaa", "Aref Ruqaa", "ruqaa", "ArefRuqaa", false},
	{"markazi-text", "Markazi Text", "naskh", "MarkaziText", true},
	{"noto-naskh-arabic", "Noto Naskh Arabic", "naskh", "NotoNaskhArabic", true},
	{"noto-nastaliq-urdu", "Noto Nastaliq Urdu", "nastaliq", "NotoNastaliqUrdu", false},
	{"reem-kufi", "Reem Kufi", "kufi", "ReemKufi", false},
	{"vazirmatn", "Vazirmatn", "naskh", "Vazirmatn", false},
}

// Families are all of them, sorted by key.
func Families() []Family { return slices.Clone(families) }

// Named is the family of a key.
func Named(key string) (f Family, ok bool) {
	i := slices.IndexFunc(families, func(f Family) bool { return f.Key == key })
	if i < 0 {
		return f, false
	}
	return families[i], true
}

// Data is the font file of a weight, WOFF 2; nil where there is none.
func (f Family) Data(bold bool) []byte {
	if bold {
		return f.read(f.prefix + "-Bold.woff2")
	}
	return f.read(f.prefix + "-Regular.woff2")
}

// Licence is the text of the SIL Open Font License under which the family comes.
func (f Family) Licence() string { return string(f.read("OFL.txt")) }

// read gives a file of the family; the tests ask for each.
func (f Family) read(name string) []byte {
	data, err := files.ReadFile(f.Key + "/" + name)
	if err != nil {
		return nil
	}
	return data
}
