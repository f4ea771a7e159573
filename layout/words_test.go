package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/content/locale"
	"warraq/layout/display"
)

// inWords is a book in a language that says nearly every word of its own: parts that
// are titled, labelled and captioned by the program, boxes, notes, and as its text
// what the screen and the test sheet say.
func inWords(l *locale.Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nlanguage: %s\nnumbering: chapters\n---\n", l.Words.Contents, l.Tag)
	for _, role := range []string{"introduction", "preface", "sources", "colophon", "glossary", "figures", "tables"} {
		fmt.Fprintf(&b, "# {.%s}\n\n%s\n\n", role, l.Screen.Summary)
	}
	fmt.Fprintf(&b, "# %s\n\n[%s]{index}[^1]\n\n", l.Words.Chapter, l.Words.Index)
	for _, box := range []string{"note", "warning", "example", "summary", "tip", "important", "caution"} {
		fmt.Fprintf(&b, "::: %s\n%s\n:::\n\n", box, l.Screen.WithImages)
	}
	fmt.Fprintf(&b, "{#t}\n| %s | %s |\n|---|---|\n| 1 | 2 |\n\nTable: %s\n\n{ref: t}\n\n", l.Words.Author, l.Words.Page, l.Words.Table)
	for _, page := range l.Sheet.Pages {
		fmt.Fprintf(&b, "%s\n\n%s\n\n", page[0], page[1])
	}
	site := &l.Site
	fmt.Fprintf(&b, "%s\n\n", strings.Join([]string{site.Skip, site.Previous, site.Next, site.Sections, site.Search, site.Found, site.Nothing}, "\n\n"))
	fmt.Fprintf(&b, "[^1]: %s\n\n# %s {.appendix}\n\n%s\n", l.Screen.WithNotes, l.Words.Appendix, l.Words.Return)
	return b.String()
}

// TestWords: in each language the embedded faces have every letter of what the book
// says of itself, but for Hebrew, and its words stand on the pages.
func TestWords(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			doc, advice, err := book.Read(fstest.MapFS{"b.md": {Data: []byte(inWords(l))}}, "b.md", book.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range advice {
				if strings.Contains(a.What, "no words of the language") {
					t.Error(a)
				}
			}
			b := pagesOf(t, doc, 1)
			nothingOutside(t, b)
			noOverlap(t, b)
			if l.Tag != "he" {
				for _, w := range b.Warnings {
					t.Error(w)
				}
			}
			var all strings.Builder
			for _, p := range b.Pages {
				for _, it := range p.Items {
					if text, ok := it.(*display.Text); ok {
						all.WriteString(plain(text.Line.Text()) + "\n")
					}
				}
			}
			for _, word := range []string{l.Words.Contents, l.Words.Preface, l.Words.Glossary, l.Words.Appendix, l.Words.Table, l.Boxes.Tip, l.Boxes.Caution} {
				if !strings.Contains(all.String(), plain(word)) {
					t.Errorf("%q is on no page", word)
				}
			}
		})
	}
}

// plain is a text without what lengthens its words and what cannot be seen.
func plain(s string) string {
	return strings.NewReplacer("ـ", "", "\u00a0", " ", "\u2067", "", "\u2066", "", "\u2069", "", "\u200c", "").Replace(s)
}
