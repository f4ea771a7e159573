// Package slips finds what an author of Markdown wrote by mistake: marks that came to
// nothing (left.go, stray.go), lines that are nearly a heading, a list or a table
// (nearmiss.go, missed.go) and lines that became one by accident. It looks at the text as
// it was typed and at the nodes that it was understood as, and changes neither; how marks
// are to be read that a space has spoilt it says itself (mended.go).
package slips

import "warraq/content/markdown/source"

// Finder looks for what its author wrote by mistake, as it was typed and as it was
// understood, and tells of it.
type Finder struct {
	*source.File
	mends     bool            // marks that a space has spoilt are not told of
	edits     []edit          // that mend them
	Linked    map[string]bool // names of the definitions that links take addresses from
	left      leftText
	lineTexts []string // of a paragraph
	miss      listMark // that the paragraph before began with
}

// New looks through a source; mends says that marks which a space has spoilt are
// read as they were meant.
func New(s *source.File, mends bool) *Finder {
	return &Finder{File: s, mends: mends, Linked: map[string]bool{}}
}
