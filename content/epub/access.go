package epub

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// epub33 is what every book we write conforms to. Conformance to EPUB
// Accessibility is a claim that only an evaluation by a person can make: it is
// made only where c.yaml has one.
const epub33 = "https://www.w3.org/TR/epub-33/"

// access writes the metadata of EPUB Accessibility 1.1 §2, as far as it is
// true of this c.
func (w *packager) access() {
	f := w.book.Facts
	w.meta("schema:accessMode", "textual")
	if f.Images {
		w.meta("schema:accessMode", "visual")
		w.meta("schema:accessModeSufficient", "textual,visual")
	}
	if !f.Unnamed {
		w.meta("schema:accessModeSufficient", "textual")
	}
	if w.book.HasPageLinks() {
		w.meta("pageBreakSource", w.book.printed())
	}
	for _, feature := range w.book.features() {
		w.meta("schema:accessibilityFeature", feature)
	}
	if f.Moving {
		w.meta("schema:accessibilityHazard", "unknown")
	} else {
		w.meta("schema:accessibilityHazard", "none")
	}
	w.meta("schema:accessibilitySummary", w.book.summary())
	w.meta("dcterms:conformsTo", epub33)
	w.claim()
}

// features are those of the vocabulary of schema.org that the book has, in the
// order of their names.
func (c *composition) features() []string {
	has := []string{"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"}
	if c.Facts.Images && !c.Facts.Unnamed {
		has = append(has, "alternativeText")
	}
	if slices.ContainsFunc(c.Doc.Chapters, plan.HasIndex) {
		has = append(has, "index")
	}
	if c.HasPageLinks() {
		has = append(has, "pageBreakMarkers", "pageNavigation")
	}
	slices.SortFunc(has, func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return has
}

// summary says the same to a person.
func (c *composition) summary() string {
	p, f := &c.Language.Screen, c.Facts
	says := []string{p.Summary}
	for _, s := range []struct {
		when bool
		text string
	}{
		{f.Images && !f.Unnamed, p.WithImages},
		{f.Unnamed, p.BareImages},
		{f.Notes, p.WithNotes},
		{f.Tables, p.WithTables},
		{c.HasPageLinks(), p.WithPages},
	} {
		if s.when {
			says = append(says, s.text)
		}
	}
	return strings.Join(says, " ")
}

// printed names the edition whose pages are listed: by its ISBN, else by what is
// known of it, and that it is the PDF (Page Source Identification, §2).
func (c *composition) printed() string {
	m := &c.Doc.Meta
	if n := plan.ISBN(m.ISBN); n != "" {
		return "urn:isbn:" + n
	}
	name := []string{c.Title()}
	for _, s := range append(slices.Clone(m.Authors), m.Publisher, m.Date) {
		if s = markup.Clean(s); s != "" {
			name = append(name, s)
		}
	}
	return strings.Join(name, locale.PunctuationFor(c.Lang).Comma) + " (PDF)"
}
