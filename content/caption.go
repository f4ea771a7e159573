package content

import "warraq/content/locale"

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

// Caption is the caption of a figure or table of tongue t as it is set: its label,
// such as «شكل 3:», in a span of class "label" before the author's words.
func (doc *Document) Caption(b Block, t Tongue) []Inline {
	words := locale.WordsFor(t.Lang)
	switch b := b.(type) {
	case *Figure:
		return doc.labelled(&b.Place, t, words.Figure, b.Number, b.Caption)
	case *Table:
		return doc.labelled(&b.Place, t, words.Table, b.Number, b.Caption)
	}
	return nil
}

func (doc *Document) labelled(place *Place, t Tongue, word string, number int, caption []Inline) []Inline {
	if number == 0 {
		return caption
	}
	text := word + "\u00a0" + locale.FormatInt(number, doc.DigitsIn(t.Lang)) + ":"
	label := &Span{Pos: place.Pos, Attr: Attr{Classes: []string{"label"}}, Inlines: []Inline{&Text{Pos: place.Pos, Value: text}}}
	if dir := locale.DirectionOf(t.Lang); dir != t.Dir { // the author turned the block, not its language
		label.Dir = dir
	}
	return append([]Inline{label, &Text{Pos: place.Pos, Value: " "}}, caption...)
}

// listCaptions fills a list of figures or tables.
func listCaptions(doc *Document, l *Listing, used map[string]any) {
	n := 0
	var section Section
	w := walker{gathered: doc.gathered, book: doc.Meta.Tongue()}
	w.part = func(part any, place *Place) {
		prefix := "fig-"
		switch part := part.(type) {
		case *Chapter:
			section = Section{part.Title, place, w.tongue}
			return
		case *Heading:
			section = Section{part.Inlines, place, w.tongue}
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
			caption: part.(Block), tongue: w.tongue, Marks: []Mark{{Anchor: place.Anchor, Section: section}}})
	}
	for _, c := range doc.Chapters {
		w.chapter(c)
	}
}

// sayCaptions gives the entries of lists their texts, when the references in them
// are resolved. A list goes the way of the book: a caption of another tongue is so
// in itself.
func sayCaptions(doc *Document, listings []*Listing) {
	for _, l := range listings {
		for _, e := range l.Entries {
			if e.caption != nil {
				e.Text = e.tongue.In(doc.Meta.Tongue(), Repeated(doc.Caption(e.caption, e.tongue)))
			}
		}
	}
}
