package content

import "strconv"

// Number makes a document that was just read ready for the emitters. It
// lists and numbers the notes of each chapter, gathers them at the end where the
// book wants that, numbers the chapters, and their sections where the book wants
// that, and tells each chapter where it stands,
// closes gaps in the levels of headings, gives chapters and headings the anchors
// they lack, and gives every part its ID. Figures and tables get their numbers,
// the index and the lists of the book their entries, references their text. Last
// the front is made of all that. It may be called again after a change.
func Number(doc *Document) {
	doc.Front = FrontMatter{}
	scatterNotes(doc)
	numberNotes(doc)
	found := findPointers(doc)
	placeIndex(doc, found.term)
	listings := placeListings(doc)
	gatherNotes(doc)
	numberChapters(doc)
	directTexts(doc)
	numberCaptions(doc)
	closeLevels(doc)
	numberSections(doc)
	used := giveAnchors(doc)
	readGlossaries(doc, used)
	for _, l := range listings {
		if l.Kind == IndexListing {
			listTerms(doc, l, used)
		} else {
			listCaptions(doc, l, used)
		}
	}
	last := giveIDs(doc, found.spans)
	bindListings(doc, listings)
	if found.references {
		resolveReferences(doc)
	}
	sayCaptions(doc, listings)
	placeFront(doc, last)
}

// numberNotes fills Chapter.Notes with the notes in the order of their first
// reference, from 1 in each chapter. A note that only another note calls comes
// after those the text calls.
func numberNotes(doc *Document) {
	for _, c := range doc.Chapters {
		c.Notes = c.Notes[:0]
		seen := map[*Note]bool{}
		w := walker{text: func(_ *Place, text []Inline) {
			Inlines(text, func(in Inline) {
				ref, ok := in.(*NoteRef)
				if !ok || ref.Note == nil || seen[ref.Note] {
					return
				}
				seen[ref.Note] = true
				c.Notes = append(c.Notes, ref.Note)
				ref.Note.Number = len(c.Notes)
			})
		}}
		w.run(&c.Place, &c.Title)
		w.blocks(c.Blocks)
		for i := 0; i < len(c.Notes); i++ {
			w.blocks(c.Notes[i].Blocks)
		}
	}
}

// pointers are the inlines of a book that other parts lead to, or that lead
// there themselves.
type pointers struct {
	spans      []*Span // with an anchor, or marking a term
	term       *Span   // the first that marks one
	references bool
}

func findPointers(doc *Document) (found pointers) {
	w := walker{text: func(_ *Place, text []Inline) {
		Inlines(text, func(in Inline) {
			switch in := in.(type) {
			case *Span:
				if in.Anchor == "" && !marksTerm(in) {
					return
				}
				found.spans = append(found.spans, in)
				if found.term == nil && marksTerm(in) {
					found.term = in
				}
			case *Reference:
				found.references = true
			}
		})
	}}
	for _, c := range doc.Chapters {
		w.chapter(c)
	}
	return found
}

// bindListings gives the entries of listings the IDs of what they lead to.
func bindListings(doc *Document, listings []*Listing) {
	if len(listings) == 0 {
		return
	}
	ids := map[string]ID{}
	Walk(doc, func(_ any, place *Place) {
		if place.Anchor != "" && ids[place.Anchor] == 0 {
			ids[place.Anchor] = place.ID
		}
	})
	for _, l := range listings {
		for _, e := range l.Entries {
			for i := range e.Marks {
				if m := &e.Marks[i]; m.span != nil {
					m.ID = m.span.ID
				} else {
					m.ID = ids[m.Anchor]
				}
			}
			for i := range e.See {
				e.See[i].ID = ids[e.See[i].Anchor]
			}
		}
	}
}

// closeLevels moves up each heading that lies more than one level below the
// heading before it, since an outline has no empty steps (PDF/UA-1 §7.4.2).
func closeLevels(doc *Document) {
	above := 1
	Walk(doc, func(part any, _ *Place) {
		switch part := part.(type) {
		case *Chapter:
			above = 1
		case *Heading:
			part.Level = min(max(part.Level, 2), above+1, 6)
			above = part.Level
		}
	})
}

// giveAnchors names the chapters "ch-1", "ch-2" … and the headings "h-1" … by
// their place in the book, stepping aside for names the author used.
func giveAnchors(doc *Document) (used map[string]any) {
	used = Anchors(doc)
	chapters, headings := 0, 0
	Walk(doc, func(part any, place *Place) {
		switch part.(type) {
		case *Chapter:
			chapters++
			nameAnchor(part, place, "ch-", chapters, used)
		case *Heading:
			headings++
			nameAnchor(part, place, "h-", headings, used)
		}
	})
	return used
}

func nameAnchor(part any, place *Place, prefix string, n int, used map[string]any) {
	if place.Anchor != "" {
		return
	}
	name := prefix + strconv.Itoa(n)
	for used[name] != nil {
		name += "-"
	}
	used[name] = part
	place.Anchor = name
}

// Anchors gives every anchor of the book and the part or *Span that bears it,
// the first where two have the same.
func Anchors(doc *Document) map[string]any {
	anchors := map[string]any{}
	put := func(name string, bearer any) {
		if name != "" && anchors[name] == nil {
			anchors[name] = bearer
		}
	}
	Walk(doc, func(part any, place *Place) { put(place.Anchor, part) })
	Texts(doc, func(_ *Place, text []Inline) {
		Inlines(text, func(in Inline) {
			if span, ok := in.(*Span); ok {
				put(span.Anchor, span)
			}
		})
	})
	return anchors
}

// giveIDs numbers the parts of the book, then the spans, and gives the last ID.
func giveIDs(doc *Document, spans []*Span) (last ID) {
	Walk(doc, func(_ any, place *Place) {
		last++
		place.ID = last
	})
	for _, span := range spans {
		last++
		span.ID = last
	}
	return last
}
