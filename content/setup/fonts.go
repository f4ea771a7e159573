package setup

// Fonts are font files of the author's, as names in Document.Assets, in place of the
// embedded faces. Empty: the embedded face.
type Fonts struct {
	Regular, Bold, Italic, BoldItalic string
	Mono                              string   // of code
	Fallback                          []string // tried in order for characters the others lack
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
}

// FontAxis is a place on an axis of a font, in the font's units.
type FontAxis struct {
	Tag   string // "wght"
	Value float64
}
