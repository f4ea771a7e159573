package content

import (
	"strings"
	"warraq/content/dress"
)

// Inline is one of
//
//	*Text *Strong *Emphasis *Code *Link *Image *NoteRef *Span *LineBreak *Reference
//
// and nothing else.
type Inline interface{ inline() }

// Text is a stretch of characters, with no line break in it. A soft line
// break of the source is a single space.
type Text struct {
	Pos   Pos
	Value string
}

// Strong is set bold.
type Strong struct{ Inlines []Inline }

// Emphasis is set as the theme says; in Arabic never slanted by default.
type Emphasis struct{ Inlines []Inline }

// Code is a piece of code in running text, left to right.
type Code struct {
	Pos   Pos
	Value string
}

// Link leads to a URL, or inside the book when URL begins with "#", naming an
// Attr.Anchor.
type Link struct {
	Pos     Pos
	URL     string
	Title   string
	Inlines []Inline
}

// Follows tells the schemes, in small letters, that the link of a book may have. Others
// (file, data, javascript) are forbidden in EPUB or lead nowhere on a reader's machine.
func Follows(scheme string) bool {
	switch scheme {
	case "http", "https", "mailto", "tel", "ftp", "urn", "doi", "geo", "sms":
		return true
	}
	return false
}

// Image stands in running text.
type Image struct {
	Pos   Pos
	Src   string // name in Document.Assets
	Alt   string
	Title string
}

// NoteRef is the mark that calls a note. Several may call the same one.
type NoteRef struct {
	Pos  Pos
	Note *Note
}

// Span is text with attributes, `[texte]{lang=fr}`, some of which dress it (see
// [Span.Dress]).
type Span struct {
	Pos Pos
	Attr
	Inlines []Inline
	// ID is given to a span with an anchor, and to one that marks a place for
	// the index; it lies behind those of the blocks.
	ID ID
	// Entry is the anchor of the glossary's entry for a span of class "term",
	// "" where there is none.
	Entry string
}

// LineBreak is a break the author asked for.
type LineBreak struct{}

func (*Text) inline()      {}
func (*Strong) inline()    {}
func (*Emphasis) inline()  {}
func (*Code) inline()      {}
func (*Link) inline()      {}
func (*Image) inline()     {}
func (*NoteRef) inline()   {}
func (*Span) inline()      {}
func (*LineBreak) inline() {}

// Dress is what the classes of the span say of it.
func (s *Span) Dress() (d dress.Dress) {
	for _, class := range s.Classes {
		d |= dress.Classes[class]
	}
	return d
}

// Term is the term that a span of class "term" means: its key, or its text.
func (s *Span) Term() string {
	if key := s.Get("key"); key != "" {
		return key
	}
	return PlainText(s.Inlines)
}

// Indexed tells whether the text or the key of a span gives the index a term.
func (s *Span) Indexed() bool {
	main, _, _ := strings.Cut(s.Get("key"), "!")
	return strings.TrimSpace(main+PlainText(s.Inlines)) != ""
}

// Abbreviation is a short form and what it stands for, as the manuscript says
// it, `*[مج]: مجلد`. It holds in the whole book.
type Abbreviation struct {
	Pos         Pos
	Short, Long string // neither is empty
}

// Expansion is what the text of a span is short for, `[م]{abbr="ميلادي"}`; empty
// for most spans.
func (s *Span) Expansion() string { return s.Get("abbr") }

// Bare tells a link whose text is its own address, which is outside the book.
func (l *Link) Bare() bool {
	text := PlainText(l.Inlines)
	return !strings.HasPrefix(l.URL, "#") && (text == l.URL || "mailto:"+text == l.URL)
}
