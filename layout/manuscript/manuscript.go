// Package manuscript is what laying out a book begins with and does not change: the
// document, the faces, the design in points, the pictures, and what leads where.
package manuscript

import (
	"cmp"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Manuscript is the book and how it is set. It stands before the first block is set;
// then fitLeading alone writes it, between two settings.
type Manuscript struct {
	Doc     *content.Document
	Faces   *fonts.Set
	Style   format.Style
	Words   *paragraph.Words
	Memory  *paragraph.Memory // of the book as it was laid out before; nil for none
	Labels  locale.Words      // what the book itself says, in its language
	Digits  locale.Digits
	Kashida paragraph.Lengthening // of the book; a block may have rules of its own
	Pictures

	Anchors    map[string]content.ID
	Referred   map[content.ID]bool       // parts that the text refers to
	Callers    map[content.ID]content.ID // note → the block that calls it
	NoteDigits map[content.ID]locale.Digits

	linesNumbered bool // some have numbers in the outer margin
}

// Where a note in the margin stands, in type sizes of the text and points.
const (
	sideGap  = 1.0           // from the type area; where lines have numbers, behind these
	sideEdge = 5 * 72 / 25.4 // from the edge of the page, at least: 5 mm
	mostSide = 60 * 72 / 25.4
	numbered = 2.6
)

// SideRoom is how wide a note in the outer margin is, and how far from the type area, in
// points.
func (m *Manuscript) SideRoom() (gap, width float64) {
	gap = sideGap * m.Style.Body
	if m.linesNumbered {
		gap = numbered * m.Style.Body
	}
	return gap, min(m.Style.Outer-gap-sideEdge, mostSide)
}

// New reads what laying out a book needs; the pictures on so many workers.
func New(doc *content.Document, set *fonts.Set, workers int, memory *paragraph.Memory, pictures *picture.Memory) *Manuscript {
	m := &Manuscript{Doc: doc, Faces: set, Style: format.Of(doc), Words: memory.Shaped(), Memory: memory,
		Labels: locale.WordsFor(doc.Meta.Lang), Digits: locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)}
	m.Style.Suit(set.Face(fonts.Style{}))
	m.Kashida = Lengthening(doc, set)
	m.Pictures = readPictures(doc, set, m.Words, workers, pictures)
	m.findDigits()
	m.collectAnchors()
	return m
}

// LabelsIn are the words of the book in a language.
func (m *Manuscript) LabelsIn(lang string) *locale.Words {
	if lang == m.Doc.Meta.Lang {
		return &m.Labels
	}
	words := locale.WordsFor(lang)
	return &words
}

// DigitsIn are the digits of the book in a language.
func (m *Manuscript) DigitsIn(lang string) locale.Digits {
	if lang == m.Doc.Meta.Lang {
		return m.Digits
	}
	return m.Doc.DigitsIn(lang)
}

// HasItalic tells whether the author brought an italic face.
func (m *Manuscript) HasItalic() bool {
	return m.Faces.Face(fonts.Style{Italic: true}) != m.Faces.Face(fonts.Style{})
}

// collectAnchors finds the block or span behind each anchor.
func (m *Manuscript) collectAnchors() {
	m.Anchors, m.Callers, m.Referred = make(map[string]content.ID), make(map[content.ID]content.ID), make(map[content.ID]bool)
	m.linesNumbered = m.Doc.Setup.LineNumbers != setup.NoLineNumbers
	content.Walk(m.Doc, func(part any, place *content.Place) {
		if v, ok := part.(*content.Verse); ok && v.Numbered() {
			m.linesNumbered = true
		}
		if place.Anchor != "" && m.Anchors[place.Anchor] == 0 {
			m.Anchors[place.Anchor] = place.ID
		}
	})
	content.Texts(m.Doc, func(place *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.Anchor != "" && m.Anchors[span.Anchor] == 0 {
				m.Anchors[span.Anchor] = cmp.Or(span.ID, place.ID)
			}
			if ref, ok := in.(*content.Reference); ok {
				m.Referred[ref.Target] = true
			}
			if ref, ok := in.(*content.NoteRef); ok && ref.Note != nil && m.Callers[ref.Note.ID] == 0 {
				m.Callers[ref.Note.ID] = place.ID
			}
		})
	})
}

// FigureSpace is as wide as a digit.
const FigureSpace = '\u2007'

// Padded tells whether the face has a space to pad folios with.
func (m *Manuscript) Padded() bool {
	_, ok := m.Faces.Cover(fonts.Style{}, FigureSpace)
	return ok
}

// findDigits finds the digits of the numbers of notes.
func (m *Manuscript) findDigits() {
	m.NoteDigits = make(map[content.ID]locale.Digits)
	for _, c := range m.Doc.Chapters {
		digits := m.Doc.DigitsOf(c)
		for _, n := range c.Notes {
			m.NoteDigits[n.ID] = digits
		}
	}
}

// Footnotes are the notes of a chapter that stand at the foot of its pages.
func (m *Manuscript) Footnotes(c *content.Chapter) []*content.Note {
	if m.Doc.Setup.Notes == setup.NotesAtEnd {
		return nil
	}
	return c.Notes
}
