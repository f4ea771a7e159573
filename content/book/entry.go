package book

import (
	"slices"

	"go.yaml.in/yaml/v4"

	"warraq/content"
)

// chapters reads the list of the chapters: files, or mappings that say more of them.
func (v value) chapters(depth int) []entry {
	if v.node.Kind != yaml.SequenceNode {
		var all []entry
		for _, l := range v.list() {
			all = append(all, entry{located: l, depth: depth})
		}
		return all
	}
	all := []entry{}
	for _, n := range v.node.Content {
		item := value{v.b, v.file, v.line, v.name, n}.resolve()
		if item.node.Kind == yaml.MappingNode {
			all = append(all, item.chapter(depth)...)
		} else if text := item.text(); text != "" {
			all = append(all, entry{located: located{text, item.pos()}, depth: depth})
		}
	}
	return all
}

// maxSections bounds how deep sections may be entry in each other.
const maxSections = 4

// chapter reads a mapping: a chapter with its sections, or the title of a part.
func (v value) chapter(depth int) []entry {
	var c entry
	var sections []entry
	c.pos, c.depth = v.pos(), depth
	v.mapping(c.keys(&sections))
	if c.value == "" && c.title == "" {
		v.problem("a chapter with neither file nor title", "write `file:` and its name, or `title:`")
		return nil
	}
	if c.value == "" {
		c.pos = content.Pos{}
	}
	return append([]entry{c}, sections...)
}

// keys are those of a chapter in the list.
func (c *entry) keys(sections *[]entry) []key {
	return []key{
		{"file", func(v value) { c.value, c.pos = v.text(), v.pos() }},
		{"title", func(v value) { c.title = v.text() }},
		{"part", func(v value) { c.title, c.role = v.text(), content.Part }},
		{"role", func(v value) { c.role = content.Role(choice(v, content.RoleNames()...)) }},
		{"sections", func(v value) {
			if c.depth == maxSections {
				v.problem("sections lie too deep in each other", "set some of them further out")
				return
			}
			*sections = v.chapters(c.depth + 1)
		}},
	}
}

// place puts what a file holds behind the chapters before it, or as a section into the
// last of them.
func (b *manuscript) place(s *source) {
	if len(s.chapters) > 0 && s.role != content.Body && s.chapters[0].Role == content.Body {
		s.chapters[0].Role = s.role
	}
	for _, c := range s.chapters {
		b.appendices = b.appendices || s.appendix > 0 && c.Pos.Line >= s.line+s.appendix
		if b.appendices && c.Role == content.Body {
			c.Role = content.Appendix
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
		opens := s.role == content.Part || i < len(b.chapters) && b.chapters[i] != nil && b.chapters[i].depth > s.depth
		if opens && s.front.title+s.title != "" {
			return false
		}
		b.adviseBlank(s)
		return true
	})
}
