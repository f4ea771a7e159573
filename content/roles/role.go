// Package roles names the parts that chapters play in a book, and the stretch of the
// book to which each belongs.
package roles

import "warraq/content/locale"

// Role says what part a chapter plays in the book.
type Role uint8

const (
	Body         Role = iota // an ordinary chapter
	Introduction             // text before the first chapter
	Appendix                 // after the chapters
	Sources                  // a note on sources, bibliography
	Colophon                 // how the book was made
	Part                     // the title of a part: it groups the chapters that follow
	Dedication               // a page alone, its title not shown
	Preface                  // before the book proper
	Glossary
	Index
	Notes   // where the notes of the whole book are gathered
	Figures // a list of the figures
	Tables  // a list of the tables
)

// roleNames are the names of the roles in a manuscript.
var roleNames = [...]string{"chapter", "introduction", "appendix", "sources", "colophon",
	"part", "dedication", "preface", "glossary", "index", "notes", "figures", "tables"}

// String is the role's name in front matter and, but for "chapter", the class
// of a chapter's heading: "introduction", "part", …
func (r Role) String() string { return roleNames[r] }

// Names are the names of all roles, each at the place of its number.
func Names() []string { return append([]string(nil), roleNames[:]...) }

// Matter is one of the three stretches of a book (The Chicago Manual of Style,
// 1.4: front matter, text, back matter).
type Matter uint8

const (
	Main Matter = iota
	Front
	Back
)

// String is the name of the matter: "main", "front", "back".
func (m Matter) String() string { return [...]string{"main", "front", "back"}[m] }

// Matter is where a chapter of this role belongs. An introduction is the
// beginning of the text; lists of figures and tables stand with the contents.
// Where a chapter really stands, Chapter.Matter says.
func (r Role) Matter() Matter {
	switch r {
	case Dedication, Preface, Figures, Tables:
		return Front
	case Appendix, Sources, Colophon, Glossary, Index, Notes:
		return Back
	}
	return Main
}

// Shown tells whether chapters of this role have their title on the page and a
// line in the contents: all but a dedication.
func (r Role) Shown() bool { return r != Dedication }

// TitleIn is the title, in the words of a language, of a chapter of this role whose
// author wrote none; empty where the author must.
func (r Role) TitleIn(w *locale.Words) string {
	switch r {
	case Introduction:
		return w.Introduction
	case Sources:
		return w.Sources
	case Colophon:
		return w.Colophon
	case Dedication:
		return w.Dedication
	case Preface:
		return w.Preface
	case Glossary:
		return w.Glossary
	case Index:
		return w.Index
	case Notes:
		return w.Notes
	case Figures:
		return w.Figures
	case Tables:
		return w.Tables
	}
	return ""
}
