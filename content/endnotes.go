package content

import (
	"warraq/content/locale"
	"warraq/content/setup"
)

// Endnotes are the notes of a chapter where the book gathers its notes at the
// end: a block of the chapter whose role is Notes. [Number] puts them there; no
// reader makes them.
type Endnotes struct {
	Place
	Chapter *Chapter // whose notes they are
}

func (*Endnotes) block() {}

// gatherNotes gives a book whose notes stand at the end the blocks that hold
// them, one a chapter that has notes, at the end of the chapter of role Notes,
// which it makes where the author did not. What an earlier call gathered must be
// away.
func gatherNotes(doc *Document) {
	if doc.Setup.Notes != setup.NotesAtEnd {
		return
	}
	var lists []Block
	for _, c := range doc.Chapters {
		if len(c.Notes) > 0 {
			lists = append(lists, &Endnotes{Chapter: c})
		}
	}
	if len(lists) == 0 {
		return
	}
	c := notesChapter(doc)
	c.Blocks = append(c.Blocks, lists...)
	doc.gathered = true
}

// notesChapter finds the chapter for the notes or puts one before what follows
// the notes in a book: glossary, sources, index, colophon.
func notesChapter(doc *Document) *Chapter {
	at := len(doc.Chapters)
	for i, c := range doc.Chapters {
		switch {
		case c.Role == Notes:
			return c
		case c.Role.Matter() == Main || c.Role == Appendix:
			at = i + 1
		}
	}
	title := locale.WordsFor(doc.Meta.Lang).Notes
	c := &Chapter{Role: Notes, Title: []Inline{&Text{Value: title}}}
	doc.Chapters = append(doc.Chapters[:at:at], append([]*Chapter{c}, doc.Chapters[at:]...)...)
	return c
}

// scatterNotes takes away what gatherNotes put in.
func scatterNotes(doc *Document) {
	doc.gathered = false
	for _, c := range doc.Chapters {
		if c.Role != Notes {
			continue
		}
		kept := c.Blocks[:0]
		for _, b := range c.Blocks {
			if _, gathered := b.(*Endnotes); !gathered {
				kept = append(kept, b)
			}
		}
		c.Blocks = kept
	}
}
