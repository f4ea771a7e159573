package warraq_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"warraq"
)

// TestDumpJSON: the pages in JSON have the words of the dump in text, each in its place.
func TestDumpJSON(t *testing.T) {
	inside := warraq.Inside()[1] // the specimen
	b, err := warraq.Open(inside.FS, inside.Folder, warraq.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var text, pages strings.Builder
	if err := b.Dump(&text, "words"); err != nil {
		t.Fatal(err)
	}
	if err := b.DumpJSON(&pages, "pages"); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(pages.String()) {
		var p struct {
			Page  int
			Items []struct {
				Turn  int
				Words []struct {
					X, Width, Size float64
					Text           string
				}
			}
		}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		for _, it := range p.Items {
			for _, w := range it.Words {
				if it.Turn == 0 {
					fmt.Fprintf(&got, "%d %g %s\n", p.Page, w.Size, w.Text)
				}
			}
		}
	}
	var want strings.Builder
	for line := range strings.Lines(text.String()) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		fmt.Fprintf(&want, "%s %s %s\n", f[0], f[4], f[5])
	}
	if got.String() != want.String() {
		t.Error("the words are others than those of the dump in text")
	}
}
