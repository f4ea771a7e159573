package epub

import "warraq/content"

// semantics is what a chapter is called in the EPUB Structural Semantics
// Vocabulary and in Digital Publishing WAI-ARIA.
type semantics struct{ epubType, role string }

var semanticsOf = map[content.Role]semantics{
	content.Body:         {"chapter", "doc-chapter"},
	content.Introduction: {"introduction", "doc-introduction"},
	content.Appendix:     {"appendix", "doc-appendix"},
	content.Sources:      {"bibliography", "doc-bibliography"},
	content.Colophon:     {"colophon", "doc-colophon"},
}

// division is the part of a book in which a chapter stands.
func division(r content.Role) string {
	switch r {
	case content.Appendix, content.Sources, content.Colophon:
		return "backmatter"
	}
	return "bodymatter"
}

// chapter writes the title, the blocks in nested sections, and the notes.
func (w *writer) chapter() {
	ch := w.pg.chapter
	s := semanticsOf[ch.Role]
	w.open("section", &ch.Attr, s.epubType, ` epub:type="`+s.epubType+`" role="`+s.role+`" aria-labelledby="title"`)
	w.within(&ch.Attr, func() {
		w.raw("\n<h1 id=\"title\">")
		w.level = 1
		if content.PlainText(ch.Title) == "" {
			w.text(w.pg.title)
		}
		w.inlines(ch.Title)
		w.raw("</h1>\n")
		w.sections(ch.Blocks)
		w.notes(ch.Notes)
	})
	w.raw("</section>\n")
}

// sections writes the blocks of a chapter, each heading opening a section that
// lasts until the next of its rank.
func (w *writer) sections(bs []content.Block) {
	var open []int // the levels of the sections that are open
	for _, b := range bs {
		if h, ok := b.(*content.Heading); ok {
			level := w.rank(h)
			for len(open) > 0 && open[len(open)-1] >= level {
				w.raw("</section>\n")
				open = open[:len(open)-1]
			}
			w.raw("<section>\n")
			open = append(open, level)
		}
		w.block(b)
	}
	for range open {
		w.raw("</section>\n")
	}
}

// rank is the level of h in the document: never more than one below the last.
func (w *writer) rank(h *content.Heading) int {
	return min(max(h.Level, 2), w.level+1, 6)
}

// heading writes h and remembers it for the contents.
func (w *writer) heading(h *content.Heading) {
	text := clean(content.PlainText(h.Inlines))
	if text == "" { // a heading that says nothing would be a dead end for a screen reader
		w.open("p", &h.Attr, "heading", "")
		w.inlines(h.Inlines)
		w.raw("</p>\n")
		return
	}
	w.level = w.rank(h)
	id := w.idOf(&h.Attr)
	if id == "" {
		id = "sec-" + itoa(len(w.pg.headings)+1)
	}
	w.pg.headings = append(w.pg.headings, heading{w.level, id, text})
	tag := "h" + itoa(w.level)
	w.openID(tag, &h.Attr, id, "", "")
	w.inlines(h.Inlines)
	w.raw("</", tag, ">\n")
}
