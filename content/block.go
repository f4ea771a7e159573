package content

import (
	"strconv"

	"warraq/content/locale"
	"warraq/content/stand"
)

// Block is one of
//
//	*Heading *Paragraph *List *Quote *Verse *Table *Figure *CodeBlock
//	*Definitions *Break *PageBreak *Div *Endnotes *Listing
//	*TitlePage *Imprint *Contents
//
// and nothing else: the set is sealed, so a switch over it can be complete.
type Block interface {
	At() *Place
	block()
}

// Heading divides a chapter. The chapter's own title is not a Heading.
type Heading struct {
	Place
	Level   int // 2…6; never skips downwards by more than one once numbered
	Inlines []Inline
	// Number is what Number has put before the words, "1.2", with a space behind
	// it; empty where the book does not number its sections.
	Number string
}

// Words are what a heading says, without its number.
func (h *Heading) Words() []Inline {
	if h.Number == "" {
		return h.Inlines
	}
	return h.Inlines[1:]
}

// Paragraph is running text.
type Paragraph struct {
	Place
	Inlines []Inline
}

// List is ordered unless its Style is Bullet.
type List struct {
	Place
	Style locale.ListStyle
	Start int  // number of the first item of an ordered list
	Tight bool // no blank lines between the items
	Items []*Item
}

// LetterStyle is the style of an ordered list that a class of its attributes
// names, Decimal where none does.
func (a *Attr) LetterStyle() locale.ListStyle {
	for _, style := range [...]locale.ListStyle{locale.Abjad, locale.AbjadMaghribi, locale.AlifBa} {
		if a.Has(style.String()) {
			return style
		}
	}
	return locale.Decimal
}

// Item is one member of a List.
type Item struct {
	Place
	Task   bool // "[ ]" or "[x]" stood before it
	Done   bool
	Blocks []Block
}

// Quote is matter quoted at length. Its classes tell a quotation from the
// Qur'an, an epigraph and a pull quote: see [Quran], [Epigraph] and [Pull].
type Quote struct {
	Place
	Blocks      []Block
	Attribution []Inline // who is quoted; may be empty
}

// Verse is a poem: stanzas of couplets or of free lines. The hemistichs of all
// its couplets are set to one width.
type Verse struct {
	Place
	Stanzas     [][]VerseLine
	Attribution []Inline // whose it is; may be empty
}

// VerseLine has one hemistich (free verse) or two.
type VerseLine struct {
	Pos    Pos
	Halves [][]Inline // 1 or 2
}

// Align is the alignment of a table column. Start is the right in Arabic.
type Align uint8

const (
	AlignStart   Align = iota // where lines begin
	AlignCenter               // in the middle
	AlignEnd                  // where they end
	AlignLeft                 // physical, as `:--` asks in GFM
	AlignRight                // physical, as `--:` asks in GFM
	AlignJustify              // of a paragraph alone: both edges are even
)

// Table is a grid with rows of headers or none. With the class [RowHeaders]
// the first cell of each row is the header of that row.
type Table struct {
	Place
	Columns []Align
	Header  *Row // nil when there is none
	Heads   int  // how many of Rows, from the first, are headers below the Header
	Rows    []*Row
	Caption []Inline
	Number  int // through the book, from 1; 0 without a caption
}

// RowHeaders is the class of a table whose first column says what its rows are
// about, `{.row-headers}`.
const RowHeaders = "row-headers"

// Landscape is the class of a table that its author wants turned, on a page of
// its own.
const Landscape = "landscape"

// HeadsRows tells whether cells of column i are headers of their rows.
func (t *Table) HeadsRows(i int) bool { return i == 0 && len(t.Columns) > 1 && t.Has(RowHeaders) }

// Row has as many cells as the table has columns, less those that others cover:
// see [Table.Slots].
type Row struct {
	Place
	Cells []*Cell
}

// Cell is one field of a table. Its attributes colspan and rowspan say over how
// many columns and rows it goes, and align how it stands in them.
type Cell struct {
	Place
	Inlines []Inline
}

// Figure is an image set apart. Its attributes width and height ask for a size
// (see [Attr.Length]).
type Figure struct {
	Place
	Src     string // name in Document.Assets
	Alt     string
	Caption []Inline
	Number  int    // through the book, from 1; 0 without a caption
	Data    *Table // of a chart, what it is drawn of; its texts are no texts of the book
}

// CodeBlock is preformatted text, left to right.
type CodeBlock struct {
	Place
	Language string
	Text     string // lines end in "\n"
}

// Definitions is a list of terms, each with one or more explanations.
type Definitions struct {
	Place
	Entries []*Definition
}

// Definition is one entry of Definitions.
type Definition struct {
	Place
	Term   []Inline
	Bodies [][]Block
}

// Break is a pause in the text: three stars, an ornament.
type Break struct{ Place }

// PageBreak ends the page: what follows begins the next one. It prints nothing, and
// one that nothing precedes or follows in its chapter does nothing.
type PageBreak struct{ Place }

// IsPageBreak tells a [PageBreak].
func IsPageBreak(b Block) bool {
	_, ok := b.(*PageBreak)
	return ok
}

// Div is a fenced division, `::: name`. Its first class is its name: that of a
// box (see [Div.Boxed]), or one this version does not know, which is set as if
// the fence were not there. Title may be empty.
type Div struct {
	Place
	Title  []Inline // of pictures abreast, what is said of them all
	Blocks []Block
	Number int // of pictures abreast that have a title, as that of a figure; else 0
}

// Note is a footnote or endnote. It hangs on its NoteRef and is listed in
// Chapter.Notes.
type Note struct {
	Place
	Label  string // as written in the manuscript
	Number int    // in its chapter, from 1
	Blocks []Block
}

func (*Heading) block()     {}
func (*Paragraph) block()   {}
func (*List) block()        {}
func (*Quote) block()       {}
func (*Verse) block()       {}
func (*Table) block()       {}
func (*Figure) block()      {}
func (*CodeBlock) block()   {}
func (*Definitions) block() {}
func (*Break) block()       {}
func (*PageBreak) block()   {}
func (*Div) block()         {}

// Free tells verse without couplets.
func (v *Verse) Free() bool {
	for _, stanza := range v.Stanzas {
		for _, line := range stanza {
			if len(line.Halves) > 1 {
				return false
			}
		}
	}
	return true
}

// Centred tells free verse that is set in the middle: {.centred}.
func (v *Verse) Centred() bool { return v.Has("centred") || v.Has("centered") }

// Numbered tells a poem every fifth line of which has a number: {.numbered}.
func (v *Verse) Numbered() bool { return v.Has(stand.NumberedClass) }

// Gap is the room between hemistichs that {gap=3} asks for, in ems; 0 where
// nothing sensible is asked.
func (v *Verse) Gap() float64 {
	gap, err := strconv.ParseFloat(locale.ASCIIDigits(v.Get("gap")), 64)
	if err != nil || !(gap > 0 && gap <= 20) {
		return 0
	}
	return gap
}
