package content

// Walk calls visit for every part of the book that has a Place, in reading
// order, each before the parts inside it: *Chapter, every [Block], *Item, *Row,
// *Cell, *Definition, *Entry, *Line, and last in each chapter its *Note, or where
// notes stand at the end of the book those of an *Endnotes.
func Walk(doc *Document, visit func(part any, place *Place)) {
	w := walker{part: visit, gathered: doc.gathered}
	EachTop(doc, w.blocks, w.chapter)
}

// EachTop visits what a book has at its top, in reading order: the blocks of its
// front, and its chapters.
func EachTop(doc *Document, front func([]Block), chapter func(*Chapter)) {
	blocks, at := doc.Front.Blocks(), doc.Dedications()
	before := len(blocks)
	if doc.Front.Contents != nil {
		before--
	}
	front(blocks[:before])
	for _, c := range doc.Chapters[:at] {
		chapter(c)
	}
	front(blocks[before:])
	for _, c := range doc.Chapters[at:] {
		chapter(c)
	}
}

// Texts calls visit for each run of inlines that is set as one piece (a title,
// a paragraph, a cell, a hemistich, a caption), in reading order, with the
// Place of the part that holds it.
func Texts(doc *Document, visit func(place *Place, text []Inline)) {
	w := walker{text: visit, gathered: doc.gathered}
	for _, c := range doc.Chapters {
		w.chapter(c)
	}
}

// Inlines calls visit for each inline of a run, outer before inner. It does not
// enter notes.
func Inlines(text []Inline, visit func(Inline)) {
	for _, in := range text {
		visit(in)
		if inner := InnerOf(in); inner != nil {
			Inlines(inner, visit)
		}
	}
}

// innerOf gives the inlines inside one that holds others, nil for the rest.
func InnerOf(in Inline) []Inline {
	if inner := innersOf(in); inner != nil {
		return *inner
	}
	return nil
}

// innersOf gives the place of the inlines inside one that holds others, nil for
// the rest.
func innersOf(in Inline) *[]Inline {
	switch in := in.(type) {
	case *Strong:
		return &in.Inlines
	case *Emphasis:
		return &in.Inlines
	case *Link:
		return &in.Inlines
	case *Span:
		return &in.Inlines
	case *Text, *Code, *Image, *NoteRef, *LineBreak, *Reference:
	}
	return nil
}

// walker knows where every part of the book hangs; any of its functions may be
// nil. Edit may put another text in the place of each.
type walker struct {
	part func(any, *Place)
	text func(*Place, []Inline)
	edit func(*Place, *[]Inline)

	gathered bool   // notes stand in Endnotes, not in their chapters
	book     Tongue // of the whole
	tongue   Tongue // of the part in hand
}

func (w *walker) chapter(c *Chapter) {
	w.tongue = w.book
	w.visit(c, &c.Place)
	w.run(&c.Place, &c.Title)
	w.blocks(c.Blocks)
	if !w.gathered {
		w.notes(c.Notes)
	}
}

func (w *walker) notes(notes []*Note) {
	for _, n := range notes {
		around := w.visit(n, &n.Place)
		w.blocks(n.Blocks)
		w.tongue = around
	}
}

// visit enters a part, whose tongue holds until that around it is put back.
func (w *walker) visit(part any, place *Place) (around Tongue) {
	around = w.tongue
	w.tongue = around.Of(&place.Attr)
	if w.part != nil {
		w.part(part, place)
	}
	return around
}

func (w *walker) run(place *Place, text *[]Inline) {
	if len(*text) == 0 {
		return
	}
	if w.text != nil {
		w.text(place, *text)
	}
	if w.edit != nil {
		w.edit(place, text)
	}
}

func (w *walker) blocks(blocks []Block) {
	for _, b := range blocks {
		around := w.visit(b, b.At())
		w.block(b)
		w.tongue = around
	}
}

func (w *walker) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		w.run(&b.Place, &b.Inlines)
	case *Paragraph:
		w.run(&b.Place, &b.Inlines)
	case *List:
		for _, it := range b.Items {
			around := w.visit(it, &it.Place)
			w.blocks(it.Blocks)
			w.tongue = around
		}
	case *Quote:
		w.blocks(b.Blocks)
		w.run(&b.Place, &b.Attribution)
	case *Verse:
		for _, stanza := range b.Stanzas {
			for _, line := range stanza {
				for i := range line.Halves {
					w.run(&b.Place, &line.Halves[i])
				}
			}
		}
		w.run(&b.Place, &b.Attribution)
	case *Table:
		w.table(b)
	case *Figure:
		w.run(&b.Place, &b.Caption)
	case *Definitions:
		w.definitions(b)
	case *Div:
		w.run(&b.Place, &b.Title)
		w.blocks(b.Blocks)
	case *Endnotes:
		if w.gathered {
			around := w.tongue
			w.tongue = w.book.Of(&b.Chapter.Attr)
			w.notes(b.Chapter.Notes)
			w.tongue = around
		}
	case *Listing:
		w.entries(b.Entries)
	case *TitlePage:
		w.lines(b.Lines)
	case *Imprint:
		w.lines(b.Lines)
	case *Contents:
		w.entries(b.Entries)
	case *CodeBlock, *Break, *PageBreak:
	}
}

// entries visits those of a listing, whose texts are told elsewhere.
func (w *walker) entries(entries []*Entry) {
	for _, e := range entries {
		w.tongue = w.visit(e, &e.Place)
	}
}

func (w *walker) lines(lines []*Line) {
	for _, l := range lines {
		w.tongue = w.visit(l, &l.Place)
	}
}

func (w *walker) table(t *Table) {
	if t.Header != nil {
		w.row(t.Header)
	}
	for _, r := range t.Rows {
		w.row(r)
	}
	w.run(&t.Place, &t.Caption)
}

func (w *walker) row(r *Row) {
	row := w.visit(r, &r.Place)
	for _, c := range r.Cells {
		around := w.visit(c, &c.Place)
		w.run(&c.Place, &c.Inlines)
		w.tongue = around
	}
	w.tongue = row
}

func (w *walker) definitions(d *Definitions) {
	for _, e := range d.Entries {
		around := w.visit(e, &e.Place)
		w.run(&e.Place, &e.Term)
		for _, body := range e.Bodies {
			w.blocks(body)
		}
		w.tongue = around
	}
}
