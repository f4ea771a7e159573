package content

import (
	"cmp"

	"warraq/content/locale"
	"warraq/content/setup"
)

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

// RoleNames are the names of all roles, each at the place of its number.
func RoleNames() []string { return append([]string(nil), roleNames[:]...) }

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

// numberChapters counts the chapters, the parts and the appendices, each among
// its own, and tells each chapter where it stands.
func numberChapters(doc *Document) {
	counts := [len(roleNames)]int{}
	for _, c := range doc.Chapters {
		c.Number = 0
		switch c.Role {
		case Body, Part, Appendix:
			counts[c.Role]++
			c.Number = counts[c.Role]
		}
	}
	placeChapters(doc.Chapters)
}

// placeChapters fills Matter and Part. Front matter is what precedes the first
// chapter that is of the main matter by its role, back matter what follows the
// last: so sources at the end of a part, or a list of signs before the text,
// belong to where their author put them. A part ends with the main matter.
func placeChapters(chapters []*Chapter) {
	first, last := -1, -1
	for i, c := range chapters {
		if c.Role.Matter() == Main {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	var part *Chapter
	for i, c := range chapters {
		c.Matter, c.Part = Main, nil
		switch {
		case first < 0:
			c.Matter = c.Role.Matter()
		case i < first:
			c.Matter = Front
		case i > last:
			c.Matter = Back
		case c.Role == Part:
			part = c
		default:
			c.Part = part
		}
	}
}

// Label is what numbers a chapter where the book numbers its chapters, in the
// language of the chapter and its digits: "الفصل 1", "القسم 1", "ملحق أ"; empty for
// every other chapter.
func Label(doc *Document, c *Chapter) string {
	return labelIn(doc, c, cmp.Or(c.Lang, doc.Meta.Lang))
}

// labelIn is the label of a chapter in a language.
func labelIn(doc *Document, c *Chapter, lang string) string {
	if doc.Setup.Numbering == setup.NumberNone || c.Number == 0 {
		return ""
	}
	words := locale.WordsFor(lang)
	number := locale.FormatInt(c.Number, doc.DigitsIn(lang))
	switch c.Role {
	case Body:
		return words.Chapter + "\u00a0" + number
	case Part:
		return words.Part + "\u00a0" + number
	case Appendix:
		return words.Appendix + "\u00a0" + locale.FormatLetter(c.Number, lang)
	}
	return ""
}

// FullTitle is the title of a chapter in one line, its label before it.
func FullTitle(doc *Document, c *Chapter) []Inline {
	label := Label(doc, c)
	if label == "" {
		return c.Title
	}
	return append([]Inline{&Text{Pos: c.Pos, Value: label + ": "}}, c.Title...)
}

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
