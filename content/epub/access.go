package epub

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content/epub/markup"
	"warraq/content/locale"
)

// epub33 is what every book we write conforms to. Conformance to EPUB
// Accessibility is a claim that only an evaluation by a person can make: it is
// made only where book.yaml has one.
const epub33 = "https://www.w3.org/TR/epub-33/"

// access writes the metadata of EPUB Accessibility 1.1 §2, as far as it is
// true of this book.
func (w *writer) access() {
	f := w.e.facts
	w.meta("schema:accessMode", "textual")
	if f.images {
		w.meta("schema:accessMode", "visual")
		w.meta("schema:accessModeSufficient", "textual,visual")
	}
	if !f.unnamed {
		w.meta("schema:accessModeSufficient", "textual")
	}
	if len(w.e.pageLinks()) > 0 {
		w.meta("pageBreakSource", w.e.printed())
	}
	for _, feature := range w.e.features() {
		w.meta("schema:accessibilityFeature", feature)
	}
	if f.moving {
		w.meta("schema:accessibilityHazard", "unknown")
	} else {
		w.meta("schema:accessibilityHazard", "none")
	}
	w.meta("schema:accessibilitySummary", w.e.summary())
	w.meta("dcterms:conformsTo", epub33)
	w.claim()
}

// features are those of the vocabulary of schema.org that the book has, in the
// order of their names.
func (e *edition) features() []string {
	has := []string{"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"}
	if e.facts.images && !e.facts.unnamed {
		has = append(has, "alternativeText")
	}
	if slices.ContainsFunc(e.doc.Chapters, hasEntries) {
		has = append(has, "index")
	}
	if len(e.pageLinks()) > 0 {
		has = append(has, "pageBreakMarkers", "pageNavigation")
	}
	slices.SortFunc(has, func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return has
}

// summary says the same to a person.
func (e *edition) summary() string {
	p, f := &e.language.Screen, e.facts
	says := []string{p.Summary}
	for _, s := range []struct {
		when bool
		text string
	}{
		{f.images && !f.unnamed, p.WithImages},
		{f.unnamed, p.BareImages},
		{f.notes, p.WithNotes},
		{f.tables, p.WithTables},
		{len(e.pageLinks()) > 0, p.WithPages},
	} {
		if s.when {
			says = append(says, s.text)
		}
	}
	return strings.Join(says, " ")
}

// printed names the edition whose pages are listed: by its ISBN, else by what is
// known of it, and that it is the PDF (Page Source Identification, §2).
func (e *edition) printed() string {
	m := &e.doc.Meta
	if n := isbn(m.ISBN); n != "" {
		return "urn:isbn:" + n
	}
	name := []string{e.title()}
	for _, s := range append(slices.Clone(m.Authors), m.Publisher, m.Date) {
		if s = markup.Clean(s); s != "" {
			name = append(name, s)
		}
	}
	return strings.Join(name, locale.PunctuationFor(e.lang).Comma) + " (PDF)"
}
