package number

import "warraq/content"

// numberCaptions counts the figures and the tables that have a caption, each
// through the book. One of class "unnumbered" is not counted. Pictures abreast that have
// one of them all are one figure.
func numberCaptions(doc *content.Document) {
	figures, tables := 0, 0
	within := parts{}
	count := func(caption []content.Inline, place *content.Place, n *int) int {
		if len(caption) == 0 || place.Has("unnumbered") {
			return 0
		}
		*n++
		return *n
	}
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Div:
			if part.Number = 0; within.add(part) {
				part.Number = count(part.Title, place, &figures)
			}
		case *content.Figure:
			if part.Number = 0; within[part] == nil {
				part.Number = count(part.Caption, place, &figures)
			}
		case *content.Table:
			part.Number = count(part.Caption, place, &tables)
		}
	})
}

// parts are pictures that are one figure with others, which a division holds.
type parts map[*content.Figure]*content.Div

// add notes the pictures of a division that is one figure, and tells whether it is.
func (p parts) add(d *content.Div) bool {
	if !d.OneFigure() {
		return false
	}
	for _, f := range d.Abreast() {
		p[f] = d
	}
	return true
}

// captioned is an entry of a list, and the figure or table whose caption it repeats,
// which may hold references.
type captioned struct {
	entry  *content.Entry
	block  content.Block
	tongue content.Tongue
}

// listCaptions fills a list of figures or tables.
func listCaptions(doc *content.Document, l *content.Listing, used map[string]any) (listed []captioned) {
	n := 0
	within := parts{}
	var section content.Section
	var w content.Walker
	w.Part = func(part any, place *content.Place) {
		prefix := "fig-"
		switch part := part.(type) {
		case *content.Chapter:
			section = content.Section{Title: part.Title, Place: place, Tongue: w.Tongue()}
			return
		case *content.Heading:
			section = content.Section{Title: part.Inlines, Place: place, Tongue: w.Tongue()}
			return
		case *content.Div:
			if !within.add(part) || l.Kind != content.FigureListing {
				return
			}
		case *content.Figure:
			if l.Kind != content.FigureListing || len(part.Caption) == 0 || within[part] != nil {
				return
			}
		case *content.Table:
			if prefix = "tab-"; l.Kind != content.TableListing || len(part.Caption) == 0 {
				return
			}
		default:
			return
		}
		n++
		nameAnchor(part, place, prefix, n, used)
		e := &content.Entry{Place: content.Place{Pos: place.Pos}, Level: 1, Marks: []content.Mark{{Anchor: place.Anchor, Section: section}}}
		l.Entries = append(l.Entries, e)
		listed = append(listed, captioned{e, part.(content.Block), w.Tongue()})
	}
	w.Document(doc)
	return listed
}

// sayCaptions gives the entries of lists their texts, when the references in them
// are resolved. A list goes the way of the book: a caption of another tongue is so
// in itself.
func sayCaptions(doc *content.Document, listed []captioned) {
	for _, l := range listed {
		l.entry.Text = l.tongue.In(doc.Meta.Tongue(), content.Repeated(doc.Caption(l.block, l.tongue)))
	}
}
