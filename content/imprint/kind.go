// Package imprint names what a book says of itself on its title page and in its imprint.
package imprint

// LineKind says what a line tells of the book.
type LineKind uint8

const (
	TitleLine LineKind = iota
	SubtitleLine
	AuthorsLine
	PublisherLine
	YearLine
	DescriptionLine
	RightsLine
	ISBNLine
	LogoLine // of the title page: a picture
	TranslatorLine
	EditorLine
	IllustratorLine
	SeriesLine
	EditionLine
	PrintingLine
	PlaceLine
	PrinterLine
	DepositLine
	ISSNLine
	FundersLine
	LicenceLine
)

// Others are the lines of those who made a book beside its authors, and of its series, as
// a title page has them.
var Others = []LineKind{TranslatorLine, EditorLine, IllustratorLine, SeriesLine}

// Kinds of lines, as many as there are.
const lineKinds = int(LicenceLine) + 1

// String is the key of the manuscript under which it stands.
func (k LineKind) String() string {
	return [...]string{"title", "subtitle", "authors", "publisher", "date", "description", "rights", "isbn",
		"logo", "translator", "editor", "illustrator", "series", "edition", "printing", "place", "printer", "deposit", "issn", "funders", "licence"}[k]
}

// LineKindNamed is the kind of a name.
func LineKindNamed(name string) (LineKind, bool) {
	for k := range lineKinds {
		if LineKind(k).String() == name {
			return LineKind(k), true
		}
	}
	return 0, false
}
