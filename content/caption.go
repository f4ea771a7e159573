package content

// numberCaptions counts the figures and the tables that have a caption, each
// through the book. One of class "unnumbered" is not counted.
func numberCaptions(doc *Document) {
	figures, tables := 0, 0
	count := func(caption []Inline, place *Place, n *int) int {
		if len(caption) == 0 || place.Has("unnumbered") {
			return 0
		}
		*n++
		return *n
	}
	Walk(doc, func(part any, place *Place) {
		switch part := part.(type) {
		case *Figure:
			part.Number = count(part.Caption, place, &figures)
		case *Table:
			part.Number = count(part.Caption, place, &tables)
		}
	})
}

// Caption is the caption of a figure or table as it is set: its label, such as
// «شكل 3:», in a span of class "label" before the author's words.
func (doc *Document) Caption(b Block) []Inline {
	words := WordsFor(doc.Meta.Lang)
	switch b := b.(type) {
	case *Figure:
		return doc.labelled(&b.Place, words.Figure, b.Number, b.Caption)
	case *Table:
		return doc.labelled(&b.Place, words.Table, b.Number, b.Caption)
	}
	return nil
}

func (doc *Document) labelled(place *Place, word string, number int, caption []Inline) []Inline {
	if number == 0 {
		return caption
	}
	text := word + "\u00a0" + FormatInt(number, ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)) + ":"
	label := &Span{Pos: place.Pos, Attr: Attr{Classes: []string{"label"}}, Inlines: []Inline{&Text{Pos: place.Pos, Value: text}}}
	if place.Lang != "" || place.Dir != Auto { // the label speaks the book's language
		label.Lang, label.Dir = doc.Meta.Lang, doc.Meta.Dir
	}
	return append([]Inline{label, &Text{Pos: place.Pos, Value: " "}}, caption...)
}

// listCaptions fills a list of figures or tables.
func listCaptions(doc *Document, l *Listing, used map[string]any) {
	n := 0
	var section Section
	Walk(doc, func(part any, place *Place) {
		prefix := "fig-"
		switch part := part.(type) {
		case *Chapter:
			section = Section{PlainText(part.Title), place}
			return
		case *Heading:
			section = Section{PlainText(part.Inlines), place}
			return
		case *Figure:
			if l.Kind != FigureListing || len(part.Caption) == 0 {
				return
			}
		case *Table:
			if prefix = "tab-"; l.Kind != TableListing || len(part.Caption) == 0 {
				return
			}
		default:
			return
		}
		n++
		nameAnchor(part, place, prefix, n, used)
		l.Entries = append(l.Entries, &Entry{Place: Place{Pos: place.Pos}, Level: 1,
			Text: listedCaption(doc, part.(Block)), Marks: []Mark{{Anchor: place.Anchor, Section: section}}})
	})
}

// listedCaption is a caption in a list, which goes the way of the book: one in
// another language or direction is so in itself.
func listedCaption(doc *Document, b Block) []Inline {
	text := Repeated(doc.Caption(b))
	place := b.At()
	if place.Lang == "" && place.Dir == Auto {
		return text
	}
	caption := &Span{Pos: place.Pos, Attr: Attr{Lang: place.Lang, Dir: place.Dir}, Inlines: text}
	if label, ok := text[0].(*Span); ok && len(text) > 2 && label.Has("label") {
		caption.Inlines = text[2:]
		return []Inline{label, text[1], caption}
	}
	return []Inline{caption}
}
