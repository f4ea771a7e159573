package epub

import "strings"

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
	} {
		if s.when {
			says = append(says, s.text)
		}
	}
	return strings.Join(says, " ")
}
