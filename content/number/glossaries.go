package number

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/roles"
)

// readGlossaries puts the entries of the glossaries of class "sorted" in order,
// gives every entry of a glossary an anchor, and leads the spans of class "term"
// to theirs.
func readGlossaries(doc *content.Document, used map[string]any) {
	entries := glossaryEntries(doc)
	if entries == nil {
		return
	}
	anchors := map[string]string{}
	for i, e := range entries {
		nameAnchor(e, &e.Place, "term-", i+1, used)
		if name := termName(content.PlainText(e.Term)); anchors[name] == "" {
			anchors[name] = e.Anchor
		}
	}
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.Has("term") {
				span.Entry = anchors[termName(span.Term())]
			}
		})
	})
}

// glossaryEntries are the entries of all glossaries, each sorted that asks so;
// nil where there is no glossary.
func glossaryEntries(doc *content.Document) []*content.Definition {
	var entries []*content.Definition
	for _, c := range doc.Chapters {
		if c.Role != roles.Glossary {
			continue
		}
		if c.Has("sorted") {
			sortGlossary(doc, c)
		}
		one := &content.Document{Chapters: []*content.Chapter{c}}
		content.Walk(one, func(part any, _ *content.Place) {
			if e, ok := part.(*content.Definition); ok {
				entries = append(entries, e)
			}
		})
	}
	return entries
}

// sortGlossary sorts each definition list of a chapter.
func sortGlossary(doc *content.Document, c *content.Chapter) {
	s := newSorter(doc)
	for _, b := range c.Blocks {
		list, ok := b.(*content.Definitions)
		if !ok {
			continue
		}
		keys := make(map[*content.Definition]string, len(list.Entries))
		for _, e := range list.Entries {
			keys[e] = string(s.key(s.letters(content.PlainText(e.Term))))
		}
		slices.SortStableFunc(list.Entries, func(a, b *content.Definition) int { return cmp.Compare(keys[a], keys[b]) })
	}
}

// termName is a term without what does not tell it from another: tashkil,
// tatweel, the article, capitals.
func termName(term string) string { return withoutArticle(strings.ToLower(bareLetters(term))) }

// Terms are the terms of the book's glossaries.
func Terms(doc *content.Document) []string {
	var terms []string
	for _, e := range glossaryEntries(doc) {
		terms = append(terms, content.PlainText(e.Term))
	}
	return terms
}
