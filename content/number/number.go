// Package number makes what a book makes of itself: IDs and anchors, the numbers of
// chapters, sections, notes, figures and tables, what references say, and title page,
// imprint, contents, gathered notes, index and lists, as blocks of its tree.
package number

import (
	"strconv"

	"warraq/content"
	"warraq/content/direct"
)

// Document makes a document that was just read ready for the emitters. It
// lists and numbers the notes of each chapter, gathers them at the end where the
// book wants that, numbers the chapters, and their sections where the book wants
// that, and tells each chapter where it stands,
// closes gaps in the levels of headings, gives chapters and headings the anchors
// they lack, and gives every part its ID. Figures and tables get their numbers,
// the index and the lists of the book their entries, references their text. Last
// the front is made of all that. It may be called again after a change.
func Document(doc *content.Document) {
	doc.Front = content.FrontMatter{}
	scatterNotes(doc)
	numberNotes(doc)
	found := findPointers(doc)
	placeIndex(doc, found.term)
	listings := placeListings(doc)
	gatherNotes(doc)
	numberChapters(doc)
	direct.Texts(doc)
	numberCaptions(doc)
	closeLevels(doc)
	numberSections(doc)
	used := giveAnchors(doc)
	readGlossaries(doc, used)
	var terms []marked
	var captions []captioned
	for _, l := range listings {
		if l.Kind == content.IndexListing {
			terms = append(terms, listTerms(doc, l, used)...)
		} else {
			captions = append(captions, listCaptions(doc, l, used)...)
		}
	}
	last := giveIDs(doc, found.spans)
	bindListings(doc, listings, terms)
	if found.references {
		resolveReferences(doc)
	}
	sayCaptions(doc, captions)
	placeFront(doc, last)
}

// numberNotes fills Chapter.Notes with the notes in the order of their first
// reference, from 1 in each chapter. A note that only another note calls comes
// after those the text calls.
func numberNotes(doc *content.Document) {
	for _, c := range doc.Chapters {
		c.Notes = c.Notes[:0]
		seen := map[*content.Note]bool{}
		w := content.Walker{Text: func(_ *content.Place, text []content.Inline) {
			content.Inlines(text, func(in content.Inline) {
				ref, ok := in.(*content.NoteRef)
				if !ok || ref.Note == nil || seen[ref.Note] {
					return
				}
				seen[ref.Note] = true
				c.Notes = append(c.Notes, ref.Note)
				ref.Note.Number = len(c.Notes)
			})
		}}
		w.Run(&c.Place, &c.Title)
		w.Blocks(c.Blocks)
		for i := 0; i < len(c.Notes); i++ {
			w.Blocks(c.Notes[i].Blocks)
		}
	}
}

// pointers are the inlines of a book that other parts lead to, or that lead
// there themselves.
type pointers struct {
	spans      []*content.Span // with an anchor, or marking a term
	term       *content.Span   // the first that marks one
	references bool
}

func findPointers(doc *content.Document) (found pointers) {
	w := content.Walker{Text: func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			switch in := in.(type) {
			case *content.Span:
				if in.Anchor == "" && !marksTerm(in) && !in.MarksSide() {
					return
				}
				found.spans = append(found.spans, in)
				if found.term == nil && marksTerm(in) {
					found.term = in
				}
			case *content.Reference:
				found.references = true
			}
		})
	}}
	w.Document(doc)
	return found
}

// bindListings gives the entries of listings the IDs of what they lead to.
func bindListings(doc *content.Document, listings []*content.Listing, terms []marked) {
	if len(listings) == 0 {
		return
	}
	ids := map[string]content.ID{}
	content.Walk(doc, func(_ any, place *content.Place) {
		if place.Anchor != "" && ids[place.Anchor] == 0 {
			ids[place.Anchor] = place.ID
		}
	})
	for _, l := range listings {
		for _, e := range l.Entries {
			for i := range e.Marks {
				e.Marks[i].ID = ids[e.Marks[i].Anchor]
			}
			for i := range e.See {
				e.See[i].ID = ids[e.See[i].Anchor]
			}
		}
	}
	for _, t := range terms {
		t.entry.Marks[t.n].ID = t.span.ID
	}
}

// closeLevels moves up each heading that lies more than one level below the
// heading before it, since an outline has no empty steps (PDF/UA-1 §7.4.2).
func closeLevels(doc *content.Document) {
	above := 1
	content.Walk(doc, func(part any, _ *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			above = 1
		case *content.Heading:
			part.Level = min(max(part.Level, 2), above+1, 6)
			above = part.Level
		}
	})
}

// giveAnchors names the chapters "ch-1", "ch-2" … and the headings "h-1" … by
// their place in the book, stepping aside for names the author used.
func giveAnchors(doc *content.Document) (used map[string]any) {
	used = Anchors(doc)
	chapters, headings := 0, 0
	content.Walk(doc, func(part any, place *content.Place) {
		switch part.(type) {
		case *content.Chapter:
			chapters++
			nameAnchor(part, place, "ch-", chapters, used)
		case *content.Heading:
			headings++
			nameAnchor(part, place, "h-", headings, used)
		}
	})
	return used
}

func nameAnchor(part any, place *content.Place, prefix string, n int, used map[string]any) {
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
func Anchors(doc *content.Document) map[string]any {
	anchors := map[string]any{}
	put := func(name string, bearer any) {
		if name != "" && anchors[name] == nil {
			anchors[name] = bearer
		}
	}
	content.Walk(doc, func(part any, place *content.Place) { put(place.Anchor, part) })
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				put(span.Anchor, span)
			}
		})
	})
	return anchors
}

// giveIDs numbers the parts of the book, then the spans, and gives the last ID.
func giveIDs(doc *content.Document, spans []*content.Span) (last content.ID) {
	content.Walk(doc, func(_ any, place *content.Place) {
		last++
		place.ID = last
	})
	for _, span := range spans {
		last++
		span.ID = last
	}
	return last
}
