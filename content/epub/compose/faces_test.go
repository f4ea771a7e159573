package compose

import (
	"strings"
	"testing"

	"warraq/content"
)

// TestFontsOf: the face of code is in the EPUB of a book that has code, with
// its licence, and in no other.
func TestFontsOf(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []content.Block
		want   bool
	}{
		{"prose", []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: "نص"}}}}, false},
		{"listing", []content.Block{&content.CodeBlock{Text: "x\n"}}, true},
		{"inline", []content.Block{&content.Quote{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{
			&content.Strong{Inlines: []content.Inline{&content.Code{Value: "x"}}}}}}}}, true},
	} {
		faces := FontsOf(&content.Document{Chapters: []*content.Chapter{{Blocks: c.blocks}}})
		last := faces[len(faces)-1]
		if last.Mono != c.want || strings.Contains(last.Licence, "Plex") != c.want || !strings.Contains(faces[0].Licence, "Amiri") {
			t.Errorf("%s: the last of %d faces is %s; licence of %d bytes", c.name, len(faces), last.Name, len(last.Licence))
		}
	}
}
