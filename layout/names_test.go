package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/imprint"
	"warraq/content/locale"
	"warraq/layout/display"
)

// TestNames: no line of the title page or the imprint ends within a name that a
// line holds.
func TestNames(t *testing.T) {
	for _, theme := range settings.Themes {
		for _, persons := range [][]string{
			{"سليم بن عمر"},
			{"سليم بن عمر", "ليلى بنت سعيد الوراق", "يونس بن يحيى الحبّار"},
			{"سليم بن عمر بن سعيد", "ليلى بنت سعيد الوراق", "يونس بن يحيى الحبّار", "مريم بنت يونس", "زيد بن سليم"},
			{"Lea Meer", "سليم بن عمر بن سعيد الوراق", "Jonas van der Berg"},
		} {
			text := fmt.Sprintf("---\ntitle: كتاب\nlanguage: ar\ntheme: %s\nauthors: [%s]\nrights: كل ما في هذا الكتاب من نص ورسم لصاحبه وحده %s\n---\n# فصل\nنص.\n",
				theme, strings.Join(persons, ", "), strings.Join(persons, " مع صاحبه "))
			doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", book.Options{})
			if err != nil {
				t.Fatal(err)
			}
			b := pagesOf(t, doc, 1)
			everyLetterOnce(t, doc, b)
			for _, name := range persons {
				if where := divided(doc, b, name); where != "" {
					t.Errorf("%s: %s is divided: %s", theme, name, where)
				}
			}
		}
	}
}

// divided gives the lines of the first two pages that hold the words of a name,
// where none holds all that one holds of them.
func divided(doc *content.Document, b *display.Book, name string) string {
	words := strings.Fields(name)
	kind, whole := map[content.ID]imprint.LineKind{}, map[imprint.LineKind]int{}
	content.Walk(doc, func(part any, place *content.Place) {
		if l, ok := part.(*content.Line); ok {
			kind[place.ID] = l.Kind
		}
	})
	var lines []string
	for _, p := range b.Pages[:2] {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || text.Elem == 0 {
				continue
			}
			var line []string
			for _, piece := range text.Line.Pieces {
				if piece.Word != nil {
					line = append(line, strings.Trim(piece.Word.Text, "،\u200e\u200f\u2066\u2067\u2068\u2069"))
				}
			}
			lines = append(lines, strings.Join(line, " "))
			n := 0
			for _, w := range words {
				for _, has := range line {
					if has == w {
						n++
						break
					}
				}
			}
			if n == len(words) {
				whole[kind[text.Elem]]++
			}
		}
	}
	if whole[imprint.AuthorsLine] == 1 && whole[imprint.RightsLine] == 1 {
		return ""
	}
	return strings.Join(lines, " / ")
}

// TestLongName: a name that no line holds is divided, and all of it is there.
func TestLongName(t *testing.T) {
	name := strings.TrimSpace(strings.Repeat("سليم بن ", 30)) + " عمر"
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar", Dir: locale.RTL, Authors: []string{name, "زيد"}, Rights: name}}
	b := pagesOf(t, doc, 1)
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
}
