package content

import (
	"cmp"
	"slices"
	"strings"
)

// readGlossaries puts the entries of the glossaries of class "sorted" in order,
// gives every entry of a glossary an anchor, and leads the spans of class "term"
// to theirs.
func readGlossaries(doc *Document, used map[string]any) {
	entries := glossaryEntries(doc)
	if entries == nil {
		return
	}
	anchors := map[string]string{}
	for i, e := range entries {
		nameAnchor(e, &e.Place, "term-", i+1, used)
		if name := termName(PlainText(e.Term)); anchors[name] == "" {
			anchors[name] = e.Anchor
		}
	}
	Texts(doc, func(_ *Place, text []Inline) {
		Inlines(text, func(in Inline) {
			if span, ok := in.(*Span); ok && span.Has("term") {
				span.Entry = anchors[termName(span.Term())]
			}
		})
	})
}

// glossaryEntries are the entries of all glossaries, each sorted that asks so;
// nil where there is no glossary.
func glossaryEntries(doc *Document) []*Definition {
	var entries []*Definition
	for _, c := range doc.Chapters {
		if c.Role != Glossary {
			continue
		}
		if c.Has("sorted") {
			sortGlossary(doc, c)
		}
		one := &Document{Chapters: []*Chapter{c}}
		Walk(one, func(part any, _ *Place) {
			if e, ok := part.(*Definition); ok {
				entries = append(entries, e)
			}
		})
	}
	return entries
}

// sortGlossary sorts each definition list of a chapter.
func sortGlossary(doc *Document, c *Chapter) {
	s := newSorter(doc)
	for _, b := range c.Blocks {
		list, ok := b.(*Definitions)
		if !ok {
			continue
		}
		keys := make(map[*Definition]string, len(list.Entries))
		for _, e := range list.Entries {
			keys[e] = string(s.key(s.letters(PlainText(e.Term))))
		}
		slices.SortStableFunc(list.Entries, func(a, b *Definition) int { return cmp.Compare(keys[a], keys[b]) })
	}
}

// Term is the term that a span of class "term" means: its key, or its text.
func (s *Span) Term() string {
	if key := s.Get("key"); key != "" {
		return key
	}
	return PlainText(s.Inlines)
}

// termName is a term without what does not tell it from another: tashkil,
// tatweel, the article, capitals.
func termName(term string) string { return withoutArticle(strings.ToLower(bareLetters(term))) }

// Terms are the terms of the book's glossaries.
func Terms(doc *Document) []string {
	var terms []string
	for _, e := range glossaryEntries(doc) {
		terms = append(terms, PlainText(e.Term))
	}
	return terms
}
