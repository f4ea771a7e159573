package mend_test

import (
	"os"
	"slices"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/locale"
	"warraq/content/mend"
)

// elsewhere are the classes and attributes that no sample has, and why.
var elsewhere = map[string]string{
	".centered": "is another spelling of .centred",
	".sc":       "is short for .smallcaps",
	".ul":       "is short for .underline",
	".show":     "is of books that teach to write; the guide has hundreds",
	".notes":    "asks for notes: end, and samples show notes at the foot of the page",
}

// TestKnownInSamples: every class and every attribute that authors can write is in a
// sample, where it is looked at in each theme, or is told above.
func TestKnownInSamples(t *testing.T) {
	used := map[string]bool{}
	for _, name := range []string{"specimen", "margin", "report", "booklet"} {
		doc, _, err := book.Read(os.DirFS("../samples"), name, book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		useIn(used, doc)
	}
	classes, keys := mend.Known()
	var known []string
	for _, c := range classes {
		known = append(known, "."+c)
	}
	for _, k := range keys {
		known = append(known, k+"=")
	}
	for _, name := range known {
		switch why := elsewhere[name]; {
		case !used[name] && why == "":
			t.Errorf("%s is in no sample: let the specimen show it, or say above why not", name)
		case used[name] && why != "":
			t.Errorf("%s is in a sample, and yet it is said that it %s", name, why)
		}
	}
	for name := range elsewhere {
		if !slices.Contains(known, name) {
			t.Errorf("%s does nothing on any part", name)
		}
	}
}

// useIn notes the classes and attributes of a book.
func useIn(used map[string]bool, doc *content.Document) {
	attr := func(a *content.Attr) {
		for _, c := range a.Classes {
			used["."+c] = true
		}
		for _, kv := range a.Keys {
			used[kv.Key+"="] = true
		}
		if a.Dir != locale.Auto {
			used["dir="] = true
		}
	}
	content.Walk(doc, func(part any, place *content.Place) {
		attr(&place.Attr)
		switch part := part.(type) {
		case *content.Chapter:
			used["."+part.Role.String()] = true
		case *content.PageBreak:
			used[".page-break"] = true
		case *content.Figure:
			if part.Data != nil {
				attr(&part.Data.Attr)
			}
		}
	})
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok {
				attr(&span.Attr)
			}
		})
	})
}
