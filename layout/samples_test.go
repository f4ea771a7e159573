package layout_test

import (
	"io/fs"
	"testing"

	"warraq/content/book"
	"warraq/content/guide"
	"warraq/content/samples"
	"warraq/layout"
	"warraq/layout/display"
)

// TestSamples holds every manuscript that comes with the program to what any
// page owes, and its numbers to three rounds. The specimen has a test of its own.
func TestSamples(t *testing.T) {
	for _, name := range []string{"booklet", "margin", "vocalised.txt", "mixed.md", "languages/fa.md", "languages/ur.md", "languages/he.md", "languages/fr.md"} {
		t.Run(name, func(t *testing.T) { holdSample(t, samples.FS(), name) })
	}
	for _, name := range []string{"ar", "en"} {
		t.Run("guide "+name, func(t *testing.T) { holdSample(t, guide.FS(), name) })
	}
}

func holdSample(t *testing.T, folder fs.FS, name string) {
	options := book.Options{}
	if name == "booklet" || name == "vocalised.txt" || name == "mixed.md" {
		options.Lang = "ar-MA"
	}
	doc, _, err := book.Read(folder, name, options)
	if err != nil {
		t.Fatal(err)
	}
	hold(t, doc, false)
	threeRounds(t, pagesOf(t, doc, 1))
}

// threeRounds checks that the numbers of a book came to rest in time.
func threeRounds(t *testing.T, b *display.Book) {
	t.Helper()
	if n := layout.Rounds(b); n > 3 {
		t.Errorf("the numbers settle in %d rounds", n)
	}
}
