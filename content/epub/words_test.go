package epub

import (
	"html"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
)

// TestWords: what an EPUB says of itself is in the language of the book, for each
// that the program has the words of, and in English for any other.
func TestWords(t *testing.T) {
	said := map[string]*locale.Language{"it": locale.Of("en"), "ms-Arab": locale.Of("en"), "ku-Arab": locale.Of("ckb"), "fa-AF": locale.Of("fa")}
	for _, l := range locale.Languages() {
		said[l.Tag] = l
	}
	for lang, l := range said {
		doc := &content.Document{Meta: content.Meta{Title: "1", Lang: lang, Dir: locale.DirectionOf(lang)}}
		doc.Chapters = append(doc.Chapters, chapter("1", line("2"), &content.List{Items: []*content.Item{{Task: true, Blocks: []content.Block{line("3")}}}}))
		number.Document(doc)
		parts := unzip(t, build(t, doc, Options{}))
		for part, words := range map[string][]string{
			"EPUB/nav.xhtml":          {l.Words.Contents, l.Screen.Landmarks, l.Screen.Start},
			"EPUB/package.opf":        {l.Screen.Summary},
			"EPUB/xhtml/cover.xhtml":  {l.Screen.CoverOf},
			"EPUB/xhtml/ch0001.xhtml": {l.Screen.Open},
		} {
			for _, word := range words {
				if !strings.Contains(html.UnescapeString(parts[part]), word) {
					t.Errorf("%s: %s does not say %s", lang, part, word)
				}
			}
		}
	}
}
