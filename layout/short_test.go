package layout_test

import (
	"fmt"
	"testing"

	"warraq/content/book"
	"warraq/content/samples"
	"warraq/layout"
)

func TestShortX(t *testing.T) {
	for _, name := range []string{"booklet", "vocalised.txt", "mixed.md"} {
		doc, _, err := book.Read(samples.FS(), name, book.Options{Lang: "ar-MA"})
		if err != nil {
			t.Fatal(err)
		}
		t.Log(name)
		for _, s := range layout.ShortPages(doc, amiri()) {
			t.Logf("page %d short %.2f: %s", s.Page, s.Lines, s.Reason)
		}
	}
	for seed := range uint64(24) {
		doc := randomBook(seed, false)
		for _, s := range layout.ShortPages(doc, amiri()) {
			t.Logf("%d: page %d short %.2f: %s", seed, s.Page, s.Lines, s.Reason)
		}
	}
	fmt.Println()
}
