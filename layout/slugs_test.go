package layout_test

import (
	"testing"

	"warraq/layout"
	"warraq/layout/display"
)

// TestSlugs: each line has a page of its own and stays on it, whichever way its
// words run; one that is too long is cut at a word.
func TestSlugs(t *testing.T) {
	lines := []string{"1 / 2 · book", "2 / 2 · \u2068كتاب-التجربة\u2069", "", "3 / 9 · one two three four five six seven eight nine ten"}
	b := layout.Slugs(amiri(), lines, 120)
	if len(b.Pages) != len(lines) {
		t.Fatalf("%d pages of %d lines", len(b.Pages), len(lines))
	}
	nothingOutside(t, b)
	for i, want := range []string{"1 / 2 · book", "2 / 2 · كتاب-التجربة", "", "3 / 9 · one two three four five six seven eight"} {
		got := ""
		for _, it := range b.Pages[i].Items {
			got += it.(*display.Text).Line.Text()
		}
		if got != want {
			t.Errorf("slug %d: %q, want %q", i+1, got, want)
		}
	}
}
