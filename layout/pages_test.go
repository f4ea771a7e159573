package layout_test

import (
	"errors"
	"strings"
	"testing"

	"warraq/content"
	"warraq/layout"
)

// TestMostPages refuses a book of too many pages where the first of them is too many.
func TestMostPages(t *testing.T) {
	doc := edge(t, "# ف\n\n"+strings.Repeat("نص\n\n\\newpage\n\n", 20)+"نص\n", "a5")
	book, err := layout.Pages(doc, amiri(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := int64(len(book.Pages))
	if _, err := layout.Pages(doc, amiri(), layout.Options{MostPages: all}); err != nil {
		t.Errorf("%d pages where there may be as many: %v", all, err)
	}
	var problems content.Problems
	long := edge(t, "# ف\n\n"+strings.Repeat("كلمة ", 5000)+"\n\n# ف\n\nنص\n", "a5")
	if _, err := layout.Pages(long, amiri(), layout.Options{MostPages: 8}); !errors.As(err, &problems) || problems[0].Pos.Line != 3 {
		t.Errorf("a paragraph of many pages where there may be eight: %v", err)
	}
	if _, err := layout.Pages(doc, amiri(), layout.Options{MostPages: all - 3}); !errors.As(err, &problems) || problems[0].Pos.Line < 60 {
		t.Errorf("%d pages where there may be three fewer: %v", all, err)
	}
}
