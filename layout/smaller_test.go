package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/layout/display"
)

// TestSmallerFigure: a figure without a size of its own may be smaller, so that it
// stands on the page that leads to it; one that its author gave a size is not, and
// nobody is told but of one that is much smaller.
func TestSmallerFigure(t *testing.T) {
	for _, c := range []struct {
		name, image, figure string
		least               float64
	}{
		{"no size", "900x560", `![صورة](a.png "تعليق")`, 2.0 / 3},
		{"no caption", "900x560", `![صورة](a.png)`, 2.0 / 3},
		{"a density for print", "900x560 at 200 dpi", `![صورة](a.png "تعليق")`, 0.8},
		{"in a quotation", "900x560", "> قال:\n>\n> ![صورة](a.png \"تعليق\")", 2.0 / 3},
		{"in a box", "900x560", "::: box عنوان\n\n![صورة](a.png \"تعليق\")\n\n:::", 2.0 / 3},
		{"side by side", "900x900", `![صورة](a.png) ![صورة](a.png)`, 2.0 / 3},
		{"a width", "900x560", `![صورة](a.png "تعليق"){width=100%}`, 1},
		{"a height", "900x560", `![صورة](a.png "تعليق"){height=7cm}`, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			natural, smaller := 0.0, 0
			for _, m := range imagesOf(pagesOf(t, manuscript(t, files("# ف\n\n"+c.figure+"\n", c.image)), 1)) {
				natural = m.H
			}
			for words := 50; words <= 230; words += 10 {
				b := figureBook(t, words, c.image, c.figure)
				m := imagesOf(b)[0]
				part := m.H / natural
				if part < 0.999 {
					smaller++
				}
				if part < c.least-0.001 || part > 1.001 {
					t.Errorf("under %d words %.3f of its height", words, part)
				}
				if told := isAdvised(b, "of its size"); told != (part < 0.8-0.005) {
					t.Errorf("under %d words %.3f of its height, told: %v", words, part, told)
				}
				nothingOutside(t, b)
				noOverlap(t, b)
			}
			if c.least < 1 && smaller == 0 {
				t.Error("it is never smaller")
			}
		})
	}
}

// figureBook is a book of a figure under so many words and above others.
func figureBook(t *testing.T, words int, image, figure string) *display.Book {
	t.Helper()
	return pagesOf(t, manuscript(t, files(fmt.Sprintf("# ف\n\n{{%d}}\n\n%s\n\n{{60}}\n", words, figure), image)), 1)
}

// isAdvised tells whether advice of a book has some words.
func isAdvised(b *display.Book, words string) bool {
	for _, p := range b.Advice {
		if strings.Contains(p.What, words) {
			return true
		}
	}
	return false
}
