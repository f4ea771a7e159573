package number

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// gatherNotes gives a book whose notes stand at the end the blocks that hold
// them, one a chapter that has notes, at the end of the chapter of role Notes,
// which it makes where the author did not. What an earlier call gathered must be
// away.
func gatherNotes(doc *content.Document) {
	if doc.Setup.Notes != setup.NotesAtEnd {
		return
	}
	var lists []content.Block
	for _, c := range doc.Chapters {
		if len(c.Notes) > 0 {
			lists = append(lists, &content.Endnotes{Chapter: c})
		}
	}
	if len(lists) == 0 {
		return
	}
	c := notesChapter(doc)
	c.Blocks = append(c.Blocks, lists...)
}

// notesChapter finds the chapter for the notes or puts one before what follows
// the notes in a book: glossary, sources, index, colophon.
func notesChapter(doc *content.Document) *content.Chapter {
	at := len(doc.Chapters)
	for i, c := range doc.Chapters {
		switch {
		case c.Role == roles.Notes:
			return c
		case c.Role.Matter() == roles.Main || c.Role == roles.Appendix:
			at = i + 1
		}
	}
	title := locale.WordsFor(doc.Meta.Lang).Notes
	c := &content.Chapter{Role: roles.Notes, Title: []content.Inline{&content.Text{Value: title}}}
	doc.Chapters = append(doc.Chapters[:at:at], append([]*content.Chapter{c}, doc.Chapters[at:]...)...)
	return c
}

// scatterNotes takes away what gatherNotes put in.
func scatterNotes(doc *content.Document) {
	for _, c := range doc.Chapters {
		if c.Role != roles.Notes {
			continue
		}
		kept := c.Blocks[:0]
		for _, b := range c.Blocks {
			if _, gathered := b.(*content.Endnotes); !gathered {
				kept = append(kept, b)
			}
		}
		c.Blocks = kept
	}
}
