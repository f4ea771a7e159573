package content

import "warraq/content/roles"

// Outline is a division of the book: a part, a chapter or a section, and the
// divisions in it. The contents, the outline of the PDF and the navigation of the EPUB
// are read from it.
type Outline struct {
	Chapter *Chapter // that it is, or that a section stands in
	Heading *Heading // of a section; nil: it is the chapter itself
	Level   int      // 0 a part, 1 a chapter, 2…6 a section
	Title   []Inline // a chapter's has its label before it
	Tongue  Tongue
	Under   []*Outline // sections, then in a part its chapters
}

// OutlineOf gives the outline of a numbered book in reading order. Its sections are
// what the headings of a chapter divide, and those of divisions that are set as if
// their fence were not there; a heading in a box, a quotation, a list or a note divides
// only that. Gathered notes, index and lists count as the chapters that they
// stand in. A dedication, whose title is not shown, is in it too: see [Role.Shown].
func OutlineOf(doc *Document) []*Outline {
	top := &Outline{}
	parts := map[*Chapter]*Outline{}
	for _, c := range doc.Chapters {
		above := top
		if part := parts[c.Part]; part != nil {
			above = part
		}
		t := doc.Meta.Tongue().Of(&c.Attr)
		o := &Outline{Chapter: c, Level: 1, Title: FullTitle(doc, c), Tongue: t}
		if c.Role == roles.Part {
			o.Level, parts[c] = 0, o
		}
		above.Under = append(above.Under, o)
		o.divide(c.Blocks, t)
	}
	return top.Under
}

// divide hangs the sections of a chapter under it, each under the last of a higher
// level.
func (o *Outline) divide(blocks []Block, t Tongue) {
	trail := []*Outline{o}
	Sections(blocks, t, func(h *Heading, t Tongue) {
		for trail[len(trail)-1].Level >= h.Level {
			trail = trail[:len(trail)-1]
		}
		above := trail[len(trail)-1]
		section := &Outline{Chapter: o.Chapter, Heading: h, Level: h.Level, Title: h.Inlines, Tongue: t}
		above.Under = append(above.Under, section)
		trail = append(trail, section)
	})
}

// Sections visits the headings that divide a chapter, each with its tongue.
func Sections(blocks []Block, t Tongue, visit func(*Heading, Tongue)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			visit(b, t.Of(&b.Attr))
		case *Div:
			if b.Plain() {
				Sections(b.Blocks, t.Of(&b.Attr), visit)
			}
		}
	}
}

// IsPart tells a part of the book.
func (o *Outline) IsPart() bool { return o.Level == 0 }

// Place is that of the heading or the chapter.
func (o *Outline) Place() *Place {
	if o.Heading != nil {
		return &o.Heading.Place
	}
	return &o.Chapter.Place
}
