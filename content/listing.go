package content

// ListingKind says what a [Listing] lists.
type ListingKind uint8

const (
	IndexListing  ListingKind = iota // the terms that spans of class "index" mark
	FigureListing                    // the captions of the figures
	TableListing                     // the captions of the tables
)

// String is the role of the chapters that end with such a listing.
func (k ListingKind) String() string {
	return [...]string{"index", "figures", "tables"}[k]
}

// Listing is matter that the book makes of itself: its index, or the list of
// its figures or tables. Package number puts one at the end of each chapter of that
// role, and fills it; what it says is said elsewhere in the book too, so [Texts]
// does not enter it.
type Listing struct {
	Place
	Kind    ListingKind
	Entries []*Entry
}

// Entry is one line of a Listing.
type Entry struct {
	Place
	// Letter is the heading above the first entry of each letter of an index,
	// "" above the others.
	Letter string
	Level  int  // 1, or 2 for an entry of the index under another; in the contents that of an Outline
	Apart  bool // in the contents: a part, or the first chapter behind one
	Text   []Inline
	Marks  []Mark
	See    []See
}

// Mark is a place that an entry leads to.
type Mark struct {
	ID      ID
	Anchor  string // of the same, for links by name
	Section Section
}

// Section is the heading, or the chapter, under which a place stands.
type Section struct {
	Title  []Inline
	Place  *Place
	Tongue Tongue
}

// See leads from an entry of the index to another.
type See struct {
	Pos    Pos
	Text   string
	Anchor string // of the other entry, "" when it is not there
	ID     ID
}

func (*Listing) block() {}

// Repeated is a text as it stands in a second place: without the calls of
// notes, and without the anchors and marks that must be unique in the book.
func Repeated(text []Inline) []Inline {
	kept := make([]Inline, 0, len(text))
	for _, in := range text {
		switch in := in.(type) {
		case *NoteRef:
		case *Strong:
			kept = append(kept, &Strong{Repeated(in.Inlines)})
		case *Emphasis:
			kept = append(kept, &Emphasis{Repeated(in.Inlines)})
		case *Link: // the whole line is one
			kept = append(kept, Repeated(in.Inlines)...)
		case *Span:
			s := *in
			s.ID, s.Anchor, s.Entry, s.Inlines = 0, "", "", Repeated(in.Inlines)
			kept = append(kept, &s)
		case *Reference:
			kept = append(kept, &Text{Pos: in.Pos, Value: in.Label})
		case *Text, *Code, *Image, *LineBreak:
			kept = append(kept, in)
		}
	}
	return kept
}

// Endnotes are the notes of a chapter where the book gathers its notes at the
// end: a block of the chapter whose role is Notes. Package number puts them there; no
// reader makes them.
type Endnotes struct {
	Place
	Chapter *Chapter // whose notes they are
}

func (*Endnotes) block() {}
