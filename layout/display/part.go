package display

// Part tells which part of its block a line is; where it belongs to no block,
// which part of the book. From 1 on it counts the hemistichs of a poem. The zero value is the text that a block has of its
// own; ink of no block and no part is an artifact of the layout.
type Part int32

// The parts of blocks.
const (
	Caption     Part = -1 - iota // of a figure
	Attribution                  // under a quotation or a poem
	NotesTitle                   // a chapter's title, above its gathered notes
	Letter                       // of an index, above the first entry that begins with it
)

// The parts of a cover, which belong to no block.
const (
	BookTitle Part = -101 - iota
	BookSubtitle
	BookAuthors
	BookPublisher
)

// The artifacts of the page (ISO 32000-1 14.8.2.2.2).
const (
	RunningHead Part = -201 - iota
	HeadFolio        // a page number at the head
	FootFolio        // a page number at the foot
	Again            // a table's header, repeated
	Watermark        // the words of a draft, behind the text
	LineNumber       // in the margin, beside a line
	SideSign         // of a note in the margin that does not stand beside its line, there and here
)

// What stands on a line and is not the manuscript's (see content.IsLetter).
const (
	CalledNote     uint8 = 1 + iota // the call of a note
	SaidForAnother                  // what a reference says, or words for a picture
)
