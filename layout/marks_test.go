package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/content/book/settings"
)

// TestMarks: each item of a list has the whole of its mark, in faces too whose figures
// differ in width.
func TestMarks(t *testing.T) {
	for _, theme := range settings.Themes {
		for _, items := range []int{5, 8, 11, 21} {
			var text strings.Builder
			text.WriteString("# باب\n\n")
			for i := range items {
				fmt.Fprintf(&text, "%d. بند\n", i+1)
			}
			doc, _, err := book.Read(fstest.MapFS{
				"book.yaml": {Data: []byte("title: A\ncontents: false\nlanguage: ar-MA\ntheme: " + theme + "\n")},
				"a.md":      {Data: []byte(text.String())},
			}, ".", book.Options{})
			if err != nil {
				t.Fatal(err)
			}
			said := seen(pagesOf(t, doc, 1))
			if n := strings.Count(said, " . | "); n != items {
				t.Errorf("%s: %d of %d marks are whole:\n%s", theme, n, items, said)
			}
		}
	}
}
