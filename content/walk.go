package content

// Walk calls visit for every part of the book that has a Place, in reading
// order, each before the parts inside it: *Chapter, every [Block], *Item, *Row,
// *Cell, *Definition, *Entry, *Line, and last in each chapter its *Note, or where
// notes stand at the end of the book those of an *Endnotes.
func Walk(doc *Document, visit func(part any, place *Place)) {
	w := Walker{Part: visit, Gathered: doc.Gathered()}
	EachTop(doc, w.Blocks, w.Chapter)
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
	w := Walker{Text: visit}
	w.Document(doc)
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

// InnerOf gives the inlines inside one that holds others, nil for the rest.
func InnerOf(in Inline) []Inline {
	if inner := Inside(in); inner != nil {
		return *inner
	}
	return nil
}

// Inside gives the place of the inlines inside one that holds others, nil for
// the rest.
func Inside(in Inline) *[]Inline {
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

// Walker knows where every part of a book hangs and in which tongue it is; any of its
// functions may be nil. [Walk] and [Texts] are for those that need no more than one.
type Walker struct {
	Part func(part any, place *Place)       // each part, before those inside it
	Text func(place *Place, text []Inline)  // each run that is set as one piece
	Edit func(place *Place, text *[]Inline) // the same; it may put another in its place

	Book     Tongue // of the whole
	Gathered bool   // notes stand in Endnotes, not in their chapters

	tongue Tongue // of the part in hand
}

// Document walks all chapters of a book, whose tongue and notes it knows.
func (w *Walker) Document(doc *Document) {
	w.Book, w.Gathered = doc.Meta.Tongue(), doc.Gathered()
	for _, c := range doc.Chapters {
		w.Chapter(c)
	}
}

// Tongue is that of the part in hand.
func (w *Walker) Tongue() Tongue { return w.tongue }

// Chapter walks one chapter of [Walker.Book].
func (w *Walker) Chapter(c *Chapter) {
	w.tongue = w.Book
	w.visit(c, &c.Place)
	w.Run(&c.Place, &c.Title)
	w.Blocks(c.Blocks)
	if !w.Gathered {
		w.notes(c.Notes)
	}
}

func (w *Walker) notes(notes []*Note) {
	for _, n := range notes {
		around := w.visit(n, &n.Place)
		w.Blocks(n.Blocks)
		w.tongue = around
	}
}

// visit enters a part, whose tongue holds until that around it is put back.
func (w *Walker) visit(part any, place *Place) (around Tongue) {
	around = w.tongue
	w.tongue = around.Of(&place.Attr)
	if w.Part != nil {
		w.Part(part, place)
	}
	return around
}

// Run visits one run of inlines.
func (w *Walker) Run(place *Place, text *[]Inline) {
	if len(*text) == 0 {
		return
	}
	if w.Text != nil {
		w.Text(place, *text)
	}
	if w.Edit != nil {
		w.Edit(place, text)
	}
}

// Blocks walks some blocks and what is inside them.
func (w *Walker) Blocks(blocks []Block) {
	for _, b := range blocks {
		around := w.visit(b, b.At())
		w.Block(b)
		w.tongue = around
	}
}

// Block walks what is inside a block.
func (w *Walker) Block(b Block) {
	switch b := b.(type) {
	case *Heading:
		w.Run(&b.Place, &b.Inlines)
	case *Paragraph:
		w.Run(&b.Place, &b.Inlines)
	case *List:
		for _, it := range b.Items {
			around := w.visit(it, &it.Place)
			w.Blocks(it.Blocks)
			w.tongue = around
		}
	case *Quote:
		w.Blocks(b.Blocks)
		w.Run(&b.Place, &b.Attribution)
	case *Verse:
		for _, stanza := range b.Stanzas {
			for _, line := range stanza {
				for i := range line.Halves {
					w.Run(&b.Place, &line.Halves[i])
				}
			}
		}
		w.Run(&b.Place, &b.Attribution)
	case *Table:
		w.table(b)
	case *Figure:
		w.Run(&b.Place, &b.Caption)
	case *Definitions:
		w.definitions(b)
	case *Div:
		w.Run(&b.Place, &b.Title)
		w.Blocks(b.Blocks)
	case *Endnotes:
		if w.Gathered {
			around := w.tongue
			w.tongue = w.Book.Of(&b.Chapter.Attr)
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
func (w *Walker) entries(entries []*Entry) {
	for _, e := range entries {
		w.tongue = w.visit(e, &e.Place)
	}
}

func (w *Walker) lines(lines []*Line) {
	for _, l := range lines {
		w.tongue = w.visit(l, &l.Place)
	}
}

func (w *Walker) table(t *Table) {
	if t.Header != nil {
		w.row(t.Header)
	}
	for _, r := range t.Rows {
		w.row(r)
	}
	w.Run(&t.Place, &t.Caption)
}

func (w *Walker) row(r *Row) {
	row := w.visit(r, &r.Place)
	for _, c := range r.Cells {
		around := w.visit(c, &c.Place)
		w.Run(&c.Place, &c.Inlines)
		w.tongue = around
	}
	w.tongue = row
}

func (w *Walker) definitions(d *Definitions) {
	for _, e := range d.Entries {
		around := w.visit(e, &e.Place)
		w.Run(&e.Place, &e.Term)
		for _, body := range e.Bodies {
			w.Blocks(body)
		}
		w.tongue = around
	}
}
