package book

import (
	"fmt"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/book/bounds"
)

// count holds what was read to the limits, before anything is made of it. Each limit
// is told once, at the first place beyond it.
func (b *manuscript) count() {
	c := b.counter()
	c.names()
	for _, chapter := range b.doc.Chapters {
		c.chapter(chapter)
	}
	for _, a := range b.doc.Abbreviations {
		c.one("terms", &c.terms, c.l.Terms, a.Pos, "abbreviations and terms")
		c.length(a.Short, mostShort, a.Pos, "short form", "")
		c.length(a.Long, c.l.Name, a.Pos, "long form", "name")
	}
}

// glance looks through the texts before they are read, so that one of far too much is
// told of in no time.
func (b *manuscript) glance() {
	c := b.counter()
	g := bounds.NewGlance(c.l)
	for _, s := range b.chapters {
		if s.plain() {
			continue
		}
		if over := g.Through(s.file, s.text, s.line); over != nil {
			c.beyond(over.Limit, content.Pos{File: over.File, Line: over.Line}, tooMany(over.Most, over.Kind), "divide it")
			return
		}
	}
}

func tooMany(most int64, kind string) string {
	return fmt.Sprintf("the book has more than %d %s", most, kind)
}

// mostShort is how many letters a short form may have.
const mostShort = 100

// counter is how much of each there is so far.
type counter struct {
	b    *manuscript
	l    *bounds.Limits
	told map[string]bool

	chapters, headings, notes, terms, references, pictures, tables, blocks, marks, pages int64
}

func (b *manuscript) counter() *counter {
	return &counter{b: b, l: &b.fsys.Limits, told: make(map[string]bool)}
}

// beyond tells of too much, once a limit.
func (c *counter) beyond(limit string, at content.Pos, what, hint string) {
	c.b.tooMuch = true
	if c.told[limit+what] {
		return
	}
	c.told[limit+what] = true
	if at == (content.Pos{}) {
		at.File = c.b.manifest.File // a title in its list
	}
	if limit != "" {
		hint = bounds.Hint(hint, limit)
	}
	c.b.problem(at, what, hint)
}

// one counts another of a kind.
func (c *counter) one(limit string, n *int64, most int64, at content.Pos, kind string) {
	if *n++; *n > most {
		c.beyond(limit, at, tooMany(most, kind), "divide it")
	}
}

// length holds a text to a number of letters.
func (c *counter) length(s string, most int64, at content.Pos, kind, limit string) {
	if int64(len(s)) > most && int64(utf8.RuneCountInString(s)) > most {
		c.beyond(limit, at, fmt.Sprintf("a %s of more than %d letters", kind, most), "shorten it")
	}
}

// countExpanded counts the places of abbreviations: each is said in full.
func (b *manuscript) countExpanded() {
	if len(b.doc.Abbreviations) == 0 {
		return
	}
	c := b.counter()
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if s, ok := in.(*content.Span); ok && s.Expansion() != "" {
				c.one("references", &c.references, c.l.References, s.Pos, "places of abbreviations")
			}
		})
	})
}

// names holds what book.yaml says to the limits of lengths.
func (c *counter) names() {
	m, at := &c.b.doc.Meta, content.Pos{File: c.b.manifest.File}
	place := func(key string) content.Pos {
		if p, ok := c.b.settings.Written[key]; ok {
			return p
		}
		return at
	}
	for _, t := range []struct{ key, text string }{
		{"title", m.Title}, {"subtitle", m.Subtitle}, {"title-sort", m.TitleSort}, {"publisher", m.Publisher}, {"identifier", m.Identifier},
		{"name", m.Name}, {"series", m.Series.Name}, {"cover", c.b.doc.Setup.Wrap.SpineText},
	} {
		c.length(t.text, c.l.Name, place(t.key), t.key, "name")
	}
	for _, t := range []struct{ key, text string }{
		{"description", m.Description}, {"rights", m.Rights}, {"cover-alt", m.CoverAlt}, {"cover", c.b.doc.Setup.Wrap.BackText},
	} {
		c.length(t.text, c.l.Passage, place(t.key), t.key, "passage")
	}
	for _, a := range m.Authors {
		c.length(a, c.l.Name, place("author"), "name", "name")
	}
	for _, p := range m.Contributors {
		c.length(p.Name, c.l.Name, place("contributors"), "name", "name")
	}
	if int64(len(m.Authors)+len(m.Contributors)) > c.l.People {
		c.beyond("people", place("author"), fmt.Sprintf("the book has more than %d authors and contributors", c.l.People), "name the first of them")
	}
}

func (c *counter) chapter(ch *content.Chapter) {
	c.one("chapters", &c.chapters, c.l.Chapters, ch.Pos, "chapters and parts")
	c.one("pages", &c.pages, c.l.Pages, ch.Pos, "pages")
	c.title(ch.Title, ch.Pos)
	c.all(ch.Blocks, 1)
	for _, n := range ch.Notes {
		c.one("notes", &c.notes, c.l.Notes, n.Pos, "notes")
		c.all(n.Blocks, 1)
	}
}

// title is a text that is said again elsewhere: in contents, heads, references.
func (c *counter) title(text []content.Inline, at content.Pos) {
	c.length(content.PlainText(text), c.l.Name, at, "title", "name")
	c.run(text, at, 1)
}

func (c *counter) deep(depth int, at content.Pos) bool {
	if int64(depth) <= c.l.Depth {
		return false
	}
	c.beyond("depth", at, fmt.Sprintf("more than %d things within each other", c.l.Depth), "write it flatter")
	return true
}

func (c *counter) all(blocks []content.Block, depth int) {
	for _, b := range blocks {
		at := b.At().Pos
		c.one("blocks", &c.blocks, c.l.Blocks, at, "paragraphs, rows and items")
		if !c.deep(depth, at) {
			c.block(b, at, depth)
		}
	}
}

func (c *counter) block(b content.Block, at content.Pos, depth int) {
	switch b := b.(type) {
	case *content.Heading:
		c.one("headings", &c.headings, c.l.Headings, at, "headings")
		c.title(b.Inlines, at)
	case *content.Paragraph:
		c.run(b.Inlines, at, 1)
	case *content.List:
		for _, it := range b.Items {
			c.one("blocks", &c.blocks, c.l.Blocks, it.Pos, "paragraphs, rows and items")
			c.all(it.Blocks, depth+1)
		}
	case *content.Quote:
		c.all(b.Blocks, depth+1)
		c.title(b.Attribution, at)
	case *content.Verse:
		for _, stanza := range b.Stanzas {
			for _, line := range stanza {
				c.one("blocks", &c.blocks, c.l.Blocks, line.Pos, "paragraphs, rows and items")
				for _, half := range line.Halves {
					c.run(half, line.Pos, 1)
				}
			}
		}
		c.title(b.Attribution, at)
	case *content.Table:
		c.one("tables", &c.tables, c.l.Tables, at, "tables")
		c.table(b, at)
	case *content.Figure:
		c.one("pictures", &c.pictures, c.l.Pictures, at, "pictures")
		c.length(b.Alt, c.l.Passage, at, "description of a picture", "passage")
		c.caption(b.Caption, at)
	case *content.Definitions:
		for _, e := range b.Entries {
			c.one("terms", &c.terms, c.l.Terms, e.Pos, "abbreviations and terms")
			c.title(e.Term, e.Pos)
			for _, body := range e.Bodies {
				c.all(body, depth+1)
			}
		}
	case *content.Div:
		c.title(b.Title, at)
		c.all(b.Blocks, depth+1)
	case *content.PageBreak:
		c.one("pages", &c.pages, c.l.Pages, at, "pages")
	case *content.CodeBlock, *content.Break, *content.Endnotes, *content.Listing,
		*content.TitlePage, *content.Imprint, *content.Contents:
	}
}

func (c *counter) table(t *content.Table, at content.Pos) {
	if int64(len(t.Columns)) > c.l.Columns {
		c.beyond("columns", at, fmt.Sprintf("the table has more than %d columns", c.l.Columns), "part it")
		return
	}
	rows := t.Rows
	if t.Header != nil {
		rows = append([]*content.Row{t.Header}, rows...)
	}
	for _, r := range rows {
		c.one("blocks", &c.blocks, c.l.Blocks, r.Pos, "paragraphs, rows and items")
		for _, cell := range r.Cells {
			c.run(cell.Inlines, cell.Pos, 1)
		}
	}
	c.caption(t.Caption, at)
}

// caption is longer than a title and is listed as one is.
func (c *counter) caption(text []content.Inline, at content.Pos) {
	c.length(content.PlainText(text), c.l.Passage, at, "caption", "passage")
	c.run(text, at, 1)
}

// run counts what stands in a text.
func (c *counter) run(text []content.Inline, at content.Pos, depth int) {
	if len(text) == 0 || c.deep(depth, at) {
		return
	}
	for _, in := range text {
		if _, plain := in.(*content.Text); !plain {
			c.one("marks", &c.marks, c.l.Marks, at, "words that are bold, code, links and the like")
		}
		switch in := in.(type) {
		case *content.Link:
			c.one("references", &c.references, c.l.References, in.Pos, "links and references")
		case *content.Reference:
			c.one("references", &c.references, c.l.References, in.Pos, "links and references")
		case *content.NoteRef:
			c.one("references", &c.references, c.l.References, in.Pos, "links and references")
		case *content.Image:
			c.one("pictures", &c.pictures, c.l.Pictures, in.Pos, "pictures")
			c.length(in.Alt, c.l.Passage, in.Pos, "description of a picture", "passage")
		case *content.Span:
			c.span(in)
		case *content.Text, *content.Code, *content.Strong, *content.Emphasis:
		case *content.LineBreak:
			c.one("blocks", &c.blocks, c.l.Blocks, at, "paragraphs, rows and items")
		}
		c.run(content.InnerOf(in), at, depth+1)
	}
}

// span counts what its attributes make of a text.
func (c *counter) span(s *content.Span) {
	if s.Expansion() != "" {
		c.one("references", &c.references, c.l.References, s.Pos, "links and references")
	}
	if s.Has("index") || s.Has("term") || s.Anchor != "" || s.MarksSide() {
		c.one("terms", &c.terms, c.l.Terms, s.Pos, "abbreviations and terms")
		c.length(content.PlainText(s.Inlines), c.l.Name, s.Pos, "term", "name")
	}
	for _, kv := range s.Keys {
		c.length(kv.Value, c.l.Name, s.Pos, "value of "+kv.Key, "name")
	}
	c.length(s.Anchor, c.l.Name, s.Pos, "name", "name")
}
