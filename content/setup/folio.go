package setup

import "warraq/content/locale"

// LineNumbers says whether every fifth line of the text has a number in the margin.
type LineNumbers uint8

const (
	NoLineNumbers  LineNumbers = iota // none has
	LinesByPage                       // counted anew on each page
	LinesByChapter                    // counted through each chapter
)

// String is the name of the numbers in book.yaml.
func (n LineNumbers) String() string { return [...]string{"none", "page", "chapter"}[n] }

// Folios says how the pages are numbered.
type Folios struct {
	Front FrontFolios
	First int // the number of the first page of the sequence of the text; 0: 1
}

// Counted is the number of the nth page of the sequence of the text.
func (f *Folios) Counted(n int) int { return n + max(f.First, 1) - 1 }

// FrontFolios are the folios of the front matter. All but the continuous ones
// are a sequence of their own, and the main matter begins at 1.
type FrontFolios uint8

const (
	FoliosContinuous FrontFolios = iota // one sequence through the book
	FoliosAbjad                         // أ ب ج د
	FoliosRoman                         // i ii iii
	FoliosNone                          // no folio at all
)

// String is the name of the folios in book.yaml.
func (f FrontFolios) String() string {
	return [...]string{"continuous", "abjad", "roman", "none"}[f]
}

// Format writes the nth folio of the front matter, d the digits of continuous
// ones.
func (f FrontFolios) Format(n int, d locale.Digits) string {
	switch f {
	case FoliosAbjad:
		return locale.FormatLetter(n, "ar")
	case FoliosRoman:
		return locale.FormatRoman(n)
	case FoliosNone:
		return ""
	}
	return locale.FormatInt(n, d)
}

// Numbering says which titles bear a number.
type Numbering uint8

const (
	NumberNone     Numbering = iota // none
	NumberChapters                  // chapters and parts by number, appendices by letter
	NumberSections                  // the sections in them too: 1.1, 1.2.1
)

// How many numbers that of a section has, and how deep divisions the contents list.
const (
	usualNumbers    = 3 // 1.2.1
	MostNumbers     = 6
	usualContents   = 2
	DeepestContents = 4
)

// SectionDepth is how many numbers that of a section has at most; deeper sections are
// read where they stand. 0 where sections have none.
func (s *Book) SectionDepth() int {
	switch {
	case s.Numbering != NumberSections:
		return 0
	case s.SectionNumbers > 0:
		return s.SectionNumbers
	}
	return usualNumbers
}

// Listed is the level of the deepest divisions that the contents list.
func (s *Book) Listed() int {
	if s.ContentsDepth > 0 {
		return s.ContentsDepth
	}
	return usualContents
}
