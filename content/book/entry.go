package book

import (
	"slices"

	"warraq/content"
	"warraq/content/roles"
)

// place puts what a file holds behind the chapters before it, or as a section into the
// last of them.
func (b *manuscript) place(s *source) {
	if len(s.chapters) > 0 && s.role != roles.Body && s.chapters[0].Role == roles.Body {
		s.chapters[0].Role = s.role
	}
	for _, c := range s.chapters {
		b.appendices = b.appendices || s.appendix > 0 && c.Pos.Line >= s.line+s.appendix
		if b.appendices && c.Role == roles.Body {
			c.Role = roles.Appendix
		}
	}
	if s.depth == 0 || len(b.doc.Chapters) == 0 {
		b.doc.Chapters = append(b.doc.Chapters, s.chapters...)
		return
	}
	into := b.doc.Chapters[len(b.doc.Chapters)-1]
	for _, c := range s.chapters {
		h := &content.Heading{Place: c.Place, Level: min(1+s.depth, 6), Inlines: c.Title}
		if s.place == nil {
			s.place = &h.Place
		}
		s.lower(c)
		into.Blocks = append(append(into.Blocks, h), c.Blocks...)
		into.Notes = append(into.Notes, c.Notes...)
	}
}

// lower moves the headings of a chapter that becomes a section below it, and gives its
// blocks the language that was the chapter's.
func (s *source) lower(c *content.Chapter) {
	content.Walk(&content.Document{Chapters: []*content.Chapter{c}}, func(part any, _ *content.Place) {
		if h, ok := part.(*content.Heading); ok {
			h.Level = min(h.Level+s.depth, 6)
		}
	})
	for _, block := range c.Blocks {
		if at := block.At(); at.Lang == "" && c.Lang != "" {
			at.Lang, at.Dir = c.Lang, c.Dir
		}
	}
}

// dropBlank leaves out the files of a folder that hold no text and open nothing, and
// tells of each.
func (b *manuscript) dropBlank() {
	if b.plan == nil {
		return
	}
	i := 0
	b.chapters = slices.DeleteFunc(b.chapters, func(s *source) bool {
		i++
		if s.name == "" || !s.read || !blankText(s.text) {
			return false
		}
		opens := s.role == roles.Part || i < len(b.chapters) && b.chapters[i] != nil && b.chapters[i].depth > s.depth
		if opens && s.front.Title+s.title != "" {
			return false
		}
		b.adviseBlank(s)
		return true
	})
}
