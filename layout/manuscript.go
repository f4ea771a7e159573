package layout

import (
	"cmp"
	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// manuscript is the book and how it is set. It stands before the first block is set;
// then fitLeading alone writes it, between two settings.
type manuscript struct {
	doc     *content.Document
	faces   *fonts.Set
	style   format.Style
	words   *paragraph.Words
	labels  locale.Words // what the book itself says, in its language
	digits  locale.Digits
	kashida paragraph.Lengthening // of the book; a block may have rules of its own
	pictures

	anchors    map[string]content.ID
	callers    map[content.ID]content.ID // note → the block that calls it
	noteDigits map[content.ID]locale.Digits
}

func newManuscript(doc *content.Document, set *fonts.Set, workers int) *manuscript {
	m := &manuscript{doc: doc, faces: set, style: format.Of(doc), words: paragraph.NewWords(),
		labels: locale.WordsFor(doc.Meta.Lang), digits: locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)}
	m.style.Suit(set.Face(fonts.Style{}))
	m.kashida = Lengthening(doc, set)
	m.pictures = readPictures(doc, workers)
	m.findDigits()
	m.collectAnchors()
	return m
}

// labelsIn are the words of the book in a language.
func (m *manuscript) labelsIn(lang string) *locale.Words {
	if lang == m.doc.Meta.Lang {
		return &m.labels
	}
	words := locale.WordsFor(lang)
	return &words
}

// digitsIn are the digits of the book in a language.
func (m *manuscript) digitsIn(lang string) locale.Digits {
	if lang == m.doc.Meta.Lang {
		return m.digits
	}
	return m.doc.DigitsIn(lang)
}

// hasItalic tells whether the author brought an italic face.
func (m *manuscript) hasItalic() bool {
	return m.faces.Face(fonts.Style{Italic: true}) != m.faces.Face(fonts.Style{})
}

// collectAnchors finds the block or span behind each anchor.
func (m *manuscript) collectAnchors() {
	m.anchors, m.callers = make(map[string]content.ID), make(map[content.ID]content.ID)
	content.Walk(m.doc, func(_ any, place *content.Place) {
		if place.Anchor != "" && m.anchors[place.Anchor] == 0 {
			m.anchors[place.Anchor] = place.ID
		}
	})
	content.Texts(m.doc, func(place *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.Anchor != "" && m.anchors[span.Anchor] == 0 {
				m.anchors[span.Anchor] = cmp.Or(span.ID, place.ID)
			}
			if ref, ok := in.(*content.NoteRef); ok && ref.Note != nil && m.callers[ref.Note.ID] == 0 {
				m.callers[ref.Note.ID] = place.ID
			}
		})
	})
}

// figureSpace is as wide as a digit.
const figureSpace = '\u2007'

// padded tells whether the face has a space to pad folios with.
func (m *manuscript) padded() bool {
	_, ok := m.faces.Cover(fonts.Style{}, figureSpace)
	return ok
}

// findDigits finds the digits of the numbers of notes.
func (m *manuscript) findDigits() {
	m.noteDigits = make(map[content.ID]locale.Digits)
	for _, c := range m.doc.Chapters {
		digits := m.doc.DigitsOf(c)
		for _, n := range c.Notes {
			m.noteDigits[n.ID] = digits
		}
	}
}

// footnotes are the notes of a chapter that stand at the foot of its pages.
func (m *manuscript) footnotes(c *content.Chapter) []*content.Note {
	if m.doc.Setup.Notes == content.NotesAtEnd {
		return nil
	}
	return c.Notes
}
