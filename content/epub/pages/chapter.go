package pages

import (
	"slices"
	"strconv"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/roles"
	"warraq/content/setup"
	"warraq/content/stand"
)

// semantics is what a chapter is called in the EPUB Structural Semantics
// Vocabulary and in Digital Publishing WAI-ARIA.
type semantics struct{ epubType, role string }

var semanticsOf = map[roles.Role]semantics{
	roles.Body:         {"chapter", "doc-chapter"},
	roles.Introduction: {"introduction", "doc-introduction"},
	roles.Appendix:     {"appendix", "doc-appendix"},
	roles.Sources:      {"bibliography", "doc-bibliography"},
	roles.Colophon:     {"colophon", "doc-colophon"},
	roles.Part:         {"part", "doc-part"},
	roles.Dedication:   {"dedication", "doc-dedication"},
	roles.Preface:      {"preface", "doc-preface"},
	roles.Glossary:     {"glossary", "doc-glossary"},
	roles.Index:        {"index", "doc-index"},
	roles.Notes:        {"endnotes", "doc-endnotes"},
	roles.Figures:      {"loi", ""},
	roles.Tables:       {"lot", ""},
}

// division is the part of the book in which a chapter stands.
func division(m roles.Matter) string {
	return [...]string{roles.Main: "bodymatter", roles.Front: "frontmatter", roles.Back: "backmatter"}[m]
}

// chapter writes the title, the blocks in nested sections, and the notes: of
// all of a chapter or of what stands on the page, where only the first has the
// title and the role.
func (w *Writer) chapter() {
	ch, first := w.pg.Text, w.pg.Nth == 0
	s := semanticsOf[ch.Role]
	if ch.Role == roles.Index && !plan.HasIndex(ch) { // what is called index has a list
		s.epubType = ""
	}
	extra, class := "", ch.Role.String()
	if s.epubType != "" {
		class = s.epubType
		if first {
			extra = ` epub:type="` + s.epubType + `"`
		}
	}
	if s.role != "" && first {
		extra += ` role="` + s.role + `"`
	}
	extra += ` aria-label="` + markup.Escape(w.pg.Title) + `"` // no reference to the heading, which needs no id then
	a := ch.Attr
	a.Classes = slices.DeleteFunc(slices.Clone(a.Classes), func(c string) bool { return c == ch.Role.String() })
	w.openID("section", &a, w.idOf(&ch.Attr), class, extra)
	w.within(&ch.Attr, func() {
		w.Raw("\n")
		w.level = max(w.pg.Last, 1)
		if ch.Role.Shown() && first {
			w.title()
		}
		w.sections(ch.Blocks)
		if w.book.Doc.Setup.Notes != setup.NotesAtEnd {
			w.notes(ch.Notes)
		}
	})
	w.Raw("</section>\n")
}

// title writes the title of the chapter, its label above it.
func (w *Writer) title() {
	ch := w.pg.Chapter
	w.before(ch.ID, content.OwnRun)
	if src := ch.Get(stand.OpenerKey); src != "" {
		w.Raw(`<div class="opener">`)
		w.picture(src, ch.Get(stand.OpenerAltKey), "")
		w.Raw("</div>\n")
	}
	w.Raw("<h1>")
	w.reading(ch.ID, content.OwnRun, w.titleText)
	w.Raw("</h1>\n")
}

// titleText writes what the title of the chapter says.
func (w *Writer) titleText() {
	ch := w.pg.Chapter
	if label := content.Label(w.book.Doc, ch); label != "" {
		w.Raw(`<span class="label">`)
		w.flow(label)
		w.Raw("</span> ")
	}
	if content.PlainText(ch.Title) == "" {
		w.Text(w.pg.Title)
	}
	w.inlines(ch.Title)
}

// sections writes the blocks of a chapter, each heading opening a section that
// lasts until the next of its rank. What a page of a chapter begins in is opened
// again.
func (w *Writer) sections(bs []content.Block) {
	open := slices.Clone(w.pg.Open) // the levels of the sections that are open
	for range open {
		w.Raw("<section>\n")
	}
	for _, b := range bs {
		h, heads := b.(*content.Heading)
		for heads && len(open) > 0 && open[len(open)-1] >= w.rank(h) {
			w.Raw("</section>\n")
			open = open[:len(open)-1]
		}
		w.tick(open)
		if heads {
			w.Raw("<section>\n")
			open = append(open, w.rank(h))
		}
		w.block(b)
	}
	for range open {
		w.Raw("</section>\n")
	}
	w.tick(nil)
}

// tick notes where a block begins.
func (w *Writer) tick(open []int) {
	w.pg.Ruler.Blocks = append(w.pg.Ruler.Blocks, plan.Tick{At: len(w.Buffer), Open: slices.Clone(open), Last: w.level})
}

// rank is the level of h in the document: never more than one below the last.
func (w *Writer) rank(h *content.Heading) int {
	return min(max(h.Level, 2), w.level+1, 6)
}

// heading writes h and remembers it for the contents.
func (w *Writer) heading(h *content.Heading) {
	w.before(h.ID, content.OwnRun)
	text := markup.Clean(content.PlainText(h.Inlines))
	if text == "" { // a heading that says nothing would be a dead end for a screen reader
		w.open("p", &h.Attr, "heading", "")
		w.words(h.ID, h.Inlines)
		w.Raw("</p>\n")
		return
	}
	w.level = w.rank(h)
	id := w.idOf(&h.Attr)
	if id == "" {
		id = "sec-" + strconv.Itoa(len(w.pg.Headings)+1)
	}
	w.pg.Headings = append(w.pg.Headings, plan.Heading{Of: h, ID: id, Text: text, Tongue: w.around()})
	tag := "h" + strconv.Itoa(w.level)
	w.openID(tag, &h.Attr, id, w.standing(&h.Attr), "")
	w.words(h.ID, h.Inlines)
	w.Raw("</", tag, ">\n")
}
