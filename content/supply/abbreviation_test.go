package supply_test

import (
	"strings"
	"testing"
	"time"

	"warraq/content"
	"warraq/content/supply"
)

// What stands beside a short form tells whether it is a word of its own.
func TestExpand(t *testing.T) {
	for _, c := range [][2]string{
		{"م", "<م>"}, {"(م)", "(<م>)"}, {"12م", "12<م>"}, {"١٢م.", "١٢<م>."}, {"م12", "م12"}, {"ص.12", "<ص>.12"},
		{"ومم مَ مـ م\u200d", "ومم مَ مـ م\u200d"}, {"ق.م", "<ق.م>"}, {"س.م م.س", "س.م م.س"}, {"م. س", "<م>. س"}, {"«م»، م", "«<م>»، <م>"},
		{"ق.م.", "<ق.م>."}, {"ص ص", "<ص ص>"}, {"ص ص ص", "<ص ص> <ص>"},
		{"HTML HTML5 2HTML XHTML l’HTML HTML-Code", "<HTML> HTML5 2HTML XHTML l’<HTML> <HTML>-Code"}, {"\xd9م\xd9", "\xd9<م>\xd9"}, {"", ""},
	} {
		text := []content.Inline{&content.Text{Value: c[0]}}
		doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{&content.Paragraph{Inlines: text}}}}}
		for _, short := range []string{"م", "ص", "ص ص", "ق.م", "HTML"} {
			doc.Abbreviations = append(doc.Abbreviations, content.Abbreviation{Short: short, Long: "-"})
		}
		supply.Expand(doc)
		var b strings.Builder
		for _, in := range doc.Chapters[0].Blocks[0].(*content.Paragraph).Inlines {
			if span, ok := in.(*content.Span); ok {
				b.WriteString("<" + content.PlainText(span.Inlines) + ">")
				continue
			}
			b.WriteString(in.(*content.Text).Value)
		}
		if got := b.String(); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

// Many short forms that begin alike, in a text of nothing else, take time in
// proportion to the text.
func TestExpandBounded(t *testing.T) {
	doc := &content.Document{}
	for n := 1; n <= 60; n++ {
		doc.Abbreviations = append(doc.Abbreviations, content.Abbreviation{Short: strings.Repeat("a ", n) + "b", Long: "-"})
	}
	text := &content.Text{Value: strings.Repeat("a ", 500_000)}
	doc.Chapters = []*content.Chapter{{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{text}}}}}
	start := time.Now()
	supply.Expand(doc)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("a megabyte took %v", took)
	}
}
