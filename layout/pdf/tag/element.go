// Package tag is the structure of a file (ISO 32000-1 14.7): elements made of
// the content tree, and the stretches of the pages' contents that belong to each.
package tag

import (
	"slices"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/imprint"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// Element is an element of the structure (ISO 32000-1 14.7.2): what its type,
// attributes and members are. Those of a book are made of its Document, in that
// one's order, before any page is looked at; the ink of the pages then finds its
// element by what each item belongs to.
type Element struct {
	Type   string // standard, or one of ownTypes
	parent *Element
	kids   []kid
	lang   string           // BCP 47, where it is not that of the parent
	alt    string           // for those who cannot see it
	actual string           // what stands in its place in the text
	id     string           // in the IDTree
	attr   string           // a dictionary of attributes
	dir    locale.Direction // where it is not that of the parent
	figure bool
	inline bool         // it stands in a line
	box    display.Rect // of a figure, on its page
	cell   bool         // stays where it is empty
	side   *Element     // beside which a note in the margin stands
	code   bool         // languages do not change in it
	script dress.Dress  // of a span of superior or inferior text
	pruned bool         // without content, and taken away
	refs   []*Element   // what it refers to; PDF 2.0

	long           *string // what it is short for,
	before, behind string  // and spaces of its own beside that

	level int // of a heading: 1…6
	link  *display.Link
	ref   cos.Ref
}

// kid is a member of an element: another element, a stretch of marked content,
// or an annotation.
type kid struct {
	elem *Element
	page int // index, of the two others
	mcid int
	note *display.Link // the annotation's
}

// ownTypes are the types that no standard has, and the standard ones that they
// are mapped to (ISO 32000-1 14.8.4).
var ownTypes = [][2]string{
	{"Author", "P"}, {"Box", "Div"}, {"Couplet", "P"}, {"Hemistich", "Span"}, {"Imprint", "P"},
	{"Stanza", "Div"}, {"Subtitle", "P"}, {"Title", "P"}, {"TitlePage", "Sect"}, {"Verse", "Div"},
}

// place is what an item belongs to.
type place struct {
	id   content.ID
	part display.Part
}

// tree is the structure of a book, and where in it its ink belongs.
type tree struct {
	doc    *content.Document
	root   *Element
	places map[place]*Element
	notes  map[content.ID]bool       // the blocks that are notes,
	pauses map[content.ID]bool       // and breaks, which are ornaments
	stood  map[content.ID]*Element   // the elements of blocks
	spans  map[content.ID]content.ID // what holds them; PDF 2.0
	lang   string
	dir    locale.Direction
}

// treeOf makes the elements of a book, all without content.
func treeOf(doc *content.Document) *tree {
	t := &tree{doc: doc, root: &Element{Type: "Document"}, places: make(map[place]*Element), notes: make(map[content.ID]bool), dir: doc.Meta.Dir,
		pauses: make(map[content.ID]bool), stood: make(map[content.ID]*Element), lang: doc.Meta.Lang}
	if doc.Setup.Wrap.Page {
		t.cover()
	}
	parts := make(map[*content.Chapter]*Element)
	content.EachTop(doc, func(front []content.Block) { t.blocks(t.root, front) }, func(c *content.Chapter) {
		above := t.root
		if part := parts[c.Part]; part != nil {
			above = part
		}
		parts[c] = t.chapter(above, c)
	})
	return t
}

// cover is a figure whatever is on it: what it says is said again on the title page.
func (t *tree) cover() {
	e := t.put(t.root, "Figure", display.CoverID, 0)
	meta := &t.doc.Meta
	if e.figure, e.alt = true, meta.CoverAlt; e.alt == "" {
		said := append([]string{meta.Title}, meta.Authors...)
		e.alt = locale.Of(meta.Lang).Screen.CoverOf + " " + strings.Join(said, locale.PunctuationFor(meta.Lang).Comma)
	}
}

// add puts a new element under another.
func (e *Element) add(tag string) *Element {
	child := &Element{Type: tag, parent: e}
	e.kids = append(e.kids, kid{elem: child})
	return child
}

// elder is the element before one of e's that is no note in the margin, or e itself.
func (e *Element) elder(member *Element) *Element {
	for _, k := range slices.Backward(e.kids) {
		if k.elem != nil && k.elem != member && k.elem.side == nil {
			return k.elem
		}
	}
	return e
}

// put adds an element for the ink of a part of a block.
func (t *tree) put(above *Element, tag string, id content.ID, part display.Part) *Element {
	e := above.add(tag)
	t.places[place{id, part}] = e
	return e
}

// said are the lines in which the book tells of itself.
func (t *tree) said(above *Element, lines []*content.Line) {
	for _, l := range lines {
		tag := "Imprint"
		switch {
		case l.Label != "": // in an imprint, where it is said again
		case l.Kind == imprint.TitleLine:
			tag = "Title"
		case l.Kind == imprint.SubtitleLine:
			tag = "Subtitle"
		case l.Kind == imprint.AuthorsLine:
			tag = "Author"
		case l.Kind == imprint.LogoLine:
			logo := t.put(above, "Figure", l.ID, 0)
			logo.figure, logo.alt = true, altOf(l.Text[0], "", l.Src)
			continue
		}
		t.put(above, tag, l.ID, 0)
	}
}

// contents is the table of contents: parts, their chapters under them, and
// sections under these.
func (t *tree) contents(above *Element, b *content.Contents) {
	sect := above.add("Sect")
	t.put(sect, "H", b.ID, 0).level = 1
	toc := sect.add("TOC")
	within := toc // the part that is open, or the whole
	var sections *Element
	for _, e := range b.Entries {
		switch {
		case e.Level > 1:
			if sections == nil {
				sections = within.add("TOC")
			}
			t.entry(sections, place{e.ID, 0})
			continue
		case e.Apart:
			within = toc
		}
		t.entry(within, place{e.ID, 0})
		if sections = nil; e.Level == 0 {
			within = toc.add("TOC")
		}
	}
}

// entry is a line that leads somewhere: its ink is that of a link.
func (t *tree) entry(toc *Element, p place) {
	t.places[p] = toc.add("TOCI").add("Reference").add("Link")
}

// chapter is a chapter with its title, its blocks and its notes; chapters stand
// in the part they belong to.
func (t *tree) chapter(above *Element, c *content.Chapter) *Element {
	tag := "Sect"
	if c.Role == roles.Part {
		tag = "Part"
	}
	sect := above.add(tag)
	t.speak(sect, &c.Attr)
	t.put(sect, "H", c.ID, 0).level = 1
	t.blocks(sect, c.Blocks)
	if t.doc.Setup.Notes != setup.NotesAtEnd {
		t.noteList(sect, c.Notes)
	}
	return sect
}

func (t *tree) noteList(above *Element, notes []*content.Note) {
	for _, n := range notes {
		e := above.add("Note")
		t.speak(e, &n.Attr)
		e.id = "note-" + strconv.Itoa(int(n.ID))
		t.notes[n.ID] = true
		t.put(e, "Lbl", n.ID, 0)
		t.blocks(e, n.Blocks)
	}
}

func (t *tree) blocks(above *Element, blocks []content.Block) {
	for _, b := range blocks {
		t.block(above, b)
	}
}

func (t *tree) block(above *Element, b content.Block) {
	id := b.At().ID
	var e *Element
	switch b := b.(type) {
	case *content.Heading:
		e = t.put(above, "H", id, 0)
		e.level = b.Level
	case *content.Paragraph:
		e = t.put(above, "P", id, 0)
	case *content.List:
		e = above.add("L")
		t.list(e, b)
	case *content.Quote:
		e = above.add("BlockQuote")
		t.blocks(e, b.Blocks)
		t.put(e, "P", id, display.Attribution)
	case *content.Verse:
		e = above.add("Verse")
		t.verse(e, b)
	case *content.Table:
		e = above.add("Table")
		t.table(e, b)
	case *content.Figure:
		e = above.add("Div")
		t.figure(e, b)
	case *content.CodeBlock:
		e = above.add("P")
		code := t.put(e, "Code", id, 0)
		code.code, code.lang = true, "zxx" // no linguistic content (BCP 47)
	case *content.Definitions:
		e = above.add("L")
		t.definitions(e, b)
	case *content.Div:
		e = above.add("Div")
		if b.Has(stand.SideClass) {
			e.Type, e.id, e.side = "Note", "side-"+strconv.Itoa(int(id)), above.elder(e)
		} else if b.Boxed() != "" {
			e.Type = "Box"
		}
		if b.Abreast() != nil {
			t.blocks(e, b.Blocks)
			t.put(e, "Caption", id, display.Caption)
			break
		}
		t.put(e, "P", id, 0)
		t.blocks(e, b.Blocks)
	case *content.Endnotes:
		e = above.add("Sect")
		t.endnotes(e, b)
	case *content.Listing:
		t.listing(above, b)
		return
	case *content.TitlePage:
		e = above.add("TitlePage")
		t.said(e, b.Lines)
	case *content.Imprint: // on the back of the title page
		t.said(t.stood[t.doc.Front.TitlePage.ID], b.Lines)
		return
	case *content.Contents:
		t.contents(above, b)
		return
	case *content.Break:
		t.pauses[id] = true
		return
	case *content.PageBreak: // no ink, no element
		return
	}
	t.stood[id] = e
	t.speak(e, &b.At().Attr)
}

// endnotes are the notes of a chapter, gathered under its title.
func (t *tree) endnotes(e *Element, b *content.Endnotes) {
	c := b.Chapter
	title := e.add("H")
	title.level = 2
	t.put(title, "Link", b.ID, display.NotesTitle)
	list := e
	if said := t.tongue().Of(&c.Attr).Beside(t.tongue()); said.Dir != locale.Auto {
		list = e.add("Div")
		t.speak(list, &said)
	}
	t.noteList(list, c.Notes)
}

// speak gives an element the language and the direction of its part of the book.
func (t *tree) speak(e *Element, a *content.Attr) {
	e.lang, e.dir = a.Lang, a.Dir
	if e.dir == locale.Auto && a.Lang != "" {
		e.dir = locale.DirectionOf(a.Lang)
	}
}

// tongue is that of the book.
func (t *tree) tongue() content.Tongue { return content.Tongue{Lang: t.lang, Dir: t.dir} }

// dirOf is the direction in which an element runs.
func (t *tree) dirOf(e *Element) locale.Direction {
	for ; e != nil; e = e.parent {
		if e.dir != locale.Auto {
			return e.dir
		}
	}
	return t.dir
}

// numberings are the values of ListNumbering (ISO 32000-1 14.8.5.5). There is
// none for the letters of Arabic, so that these count as letters.
var numberings = map[locale.ListStyle]string{
	locale.Bullet: "Disc", locale.Decimal: "Decimal",
	locale.Abjad: "LowerAlpha", locale.AbjadMaghribi: "LowerAlpha", locale.AlifBa: "LowerAlpha",
}

func (t *tree) list(e *Element, b *content.List) {
	e.attr = "<</O/List/ListNumbering/" + numberings[b.Style] + ">>"
	for _, it := range b.Items {
		li := e.add("LI")
		t.speak(li, &it.Attr)
		label := t.put(li, "Lbl", it.ID, 0)
		if it.Task {
			label.actual = "☐"
			if it.Done {
				label.actual = "☑"
			}
		}
		t.blocks(li.add("LBody"), it.Blocks)
	}
}

func (t *tree) definitions(e *Element, b *content.Definitions) {
	e.attr = unnumbered
	for _, d := range b.Entries {
		li := e.add("LI")
		t.speak(li, &d.Attr)
		t.put(li, "Lbl", d.ID, 0)
		body := li.add("LBody")
		for _, blocks := range d.Bodies {
			t.blocks(body, blocks)
		}
	}
}

func (t *tree) verse(e *Element, b *content.Verse) {
	n := display.Part(0)
	for _, lines := range b.Stanzas {
		stanza := e.add("Stanza")
		for _, line := range lines {
			couplet := stanza.add("Couplet")
			for range line.Halves {
				n++
				t.put(couplet, "Hemistich", b.ID, n)
			}
		}
	}
	t.put(e, "P", b.ID, display.Attribution)
}

// figure is a picture and the words below it.
func (t *tree) figure(e *Element, b *content.Figure) {
	picture := t.put(e, "Figure", b.ID, 0)
	picture.figure, picture.alt = true, altOf(b.Alt, content.PlainText(b.Caption), b.Src)
	t.put(e, "Caption", b.ID, display.Caption)
}

// altOf is what a picture shows, as its author says; else what stands below it,
// or its name, so that it is known to be there.
func altOf(alt, caption, src string) string {
	switch {
	case alt != "":
		return alt
	case caption != "":
		return caption
	}
	return src
}

// listing is an index, or a list of captions.
func (t *tree) listing(above *Element, b *content.Listing) {
	if b.Kind != content.IndexListing {
		toc := above.add("TOC")
		for _, e := range b.Entries {
			t.entry(toc, place{e.ID, 0})
		}
		return
	}
	index := above.add("Index")
	var list, under *Element
	for i, e := range b.Entries {
		if e.Letter != "" {
			t.put(index, "H", e.ID, display.Letter).level = 2
		}
		if e.Letter != "" || list == nil {
			list = index.add("L")
			list.attr = unnumbered
		}
		into := list
		if e.Level > 1 && under != nil {
			into = under
		}
		body := into.add("LI").add("LBody")
		t.put(body, "P", e.ID, 0)
		if e.Level == 1 && i+1 < len(b.Entries) && b.Entries[i+1].Level > 1 {
			under = body.add("L")
			under.attr = list.attr
		}
	}
}
