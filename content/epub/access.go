package epub

import (
	"slices"
	"strings"

	"warraq/content"
)

// epub33 is what every book we write conforms to. Conformance to EPUB
// Accessibility is a claim that only an evaluation by a person can make, so it
// is not made here.
const epub33 = "https://www.w3.org/TR/epub-33/"

// access writes the metadata of EPUB Accessibility 1.1 §2, as far as it is
// true of this book.
func (w *writer) access() {
	f := w.e.facts
	w.meta("schema:accessMode", "textual")
	if f.images {
		w.meta("schema:accessMode", "visual")
	}
	if f.unnamed {
		w.meta("schema:accessModeSufficient", "textual,visual")
	} else {
		w.meta("schema:accessModeSufficient", "textual")
	}
	features := []string{"displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"}
	if f.images && !f.unnamed {
		features = append([]string{"alternativeText"}, features...)
	}
	if paged := len(w.e.pageLinks()) > 0; paged {
		features = append(features, "pageBreakMarkers", "pageNavigation")
		w.meta("pageBreakSource", w.e.printed())
	}
	for _, feature := range features {
		w.meta("schema:accessibilityFeature", feature)
	}
	if f.moving {
		w.meta("schema:accessibilityHazard", "unknown")
	} else {
		w.meta("schema:accessibilityHazard", "none")
	}
	w.meta("schema:accessibilitySummary", w.e.summary())
	w.meta("dcterms:conformsTo", epub33)
}

// summary says the same to a person.
func (e *edition) summary() string {
	p, f := &e.phrases, e.facts
	says := []string{p.summary}
	for _, s := range []struct {
		when bool
		text string
	}{
		{f.images && !f.unnamed, p.withImages},
		{f.unnamed, p.bareImages},
		{f.notes, p.withNotes},
		{f.tables, p.withTables},
		{len(e.pageLinks()) > 0, p.withPages},
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
		if s = clean(s); s != "" {
			name = append(name, s)
		}
	}
	return strings.Join(name, content.PunctuationFor(e.lang).Comma) + " (PDF)"
}
