package content

import "strconv"

// Number makes a document that was just read ready for the emitters. It
// lists and numbers the notes of each chapter, gathers them at the end where the
// book wants that, numbers the chapters and tells each where it stands,
// closes gaps in the levels of headings, gives chapters and headings the anchors
// they lack, and gives every part its ID. It may be called again after a change.
func Number(doc *Document) {
	scatterNotes(doc)
	numberNotes(doc)
	gatherNotes(doc)
	numberChapters(doc)
	closeLevels(doc)
	giveAnchors(doc)
	giveIDs(doc)
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
		w.run(&c.Place, c.Title)
		w.blocks(c.Blocks)
		for i := 0; i < len(c.Notes); i++ {
			w.blocks(c.Notes[i].Blocks)
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
func giveAnchors(doc *Document) {
	used := Anchors(doc)
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

func giveIDs(doc *Document) {
	var last ID
	Walk(doc, func(_ any, place *Place) {
		last++
		place.ID = last
	})
}
