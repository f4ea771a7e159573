package setup

// Fonts are font files of the author's, as names in Document.Assets, in place of the
// embedded faces. Empty: the embedded face.
type Fonts struct {
	FontFamily          // of the text
	Mono       string   // of code
	Fallback   []string // tried in order for characters the others lack

	// Families of parts of a book, and of words and numbers within all of it; without
	// them that of the text.
	Headings, Quran, Latin, Numbers FontFamily
}

// FontFamily are the font files of a part.
type FontFamily struct{ Regular, Bold, Italic, BoldItalic string }

// Given tells whether there are any.
func (f *Fonts) Given() bool {
	none := FontFamily{}
	return f.FontFamily != none || f.Headings != none || f.Quran != none || f.Latin != none || f.Numbers != none || f.Mono != "" || len(f.Fallback) > 0
}

// FontChoice says which of the designs of a font file is meant.
type FontChoice struct {
	Face     string     // of a collection, its number from 1 or its name
	Instance string     // a design that the font names
	Axes     []FontAxis // places on its axes, over that
	// Weight and Italic are what the part asks for that the font plays, as far as it goes:
	// 400 or 700; letters that lean.
	Weight int
	Italic bool
	Role   FontRole
	// Scale is how much larger than they are its letters are to be; 0: as high as those
	// of the text, where the role is another.
	Scale float64
}

// FontRole is the part of a book that a font is for.
type FontRole uint8

// The parts.
const (
	TextFont FontRole = iota
	HeadingFont
	QuranFont
	LatinFont
	NumberFont
)

// Family is the family of a part.
func (f *Fonts) Family(role FontRole) *FontFamily {
	return [...]*FontFamily{&f.FontFamily, &f.Headings, &f.Quran, &f.Latin, &f.Numbers}[role]
}

// FontAxis is a place on an axis of a font, in the font's units.
type FontAxis struct {
	Tag   string // "wght"
	Value float64
}
