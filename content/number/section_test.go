package number

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// TestSections: sections are numbered in chapters and appendices, once however
// often the document is numbered, and references say so.
func TestSections(t *testing.T) {
	head := func(level int, s, anchor string) *content.Heading {
		return &content.Heading{Level: level, Inlines: []content.Inline{&content.Text{Value: s}}, Place: content.Place{Attr: content.Attr{Anchor: anchor}}}
	}
	ref := &content.Reference{Anchor: "b", Kind: content.LabelReference}
	bare := &content.Reference{Anchor: "b", Kind: content.TitleReference}
	plain := head(2, "دون رقم", "")
	plain.Classes = []string{"unnumbered"}
	doc := &content.Document{Meta: content.Meta{Lang: "ar-MA"}, Chapters: []*content.Chapter{
		{Role: roles.Introduction, Blocks: []content.Block{head(2, "تمهيد", "")}},
		{Blocks: []content.Block{head(2, "أول", ""), head(3, "فرع", ""), head(4, "أدق", ""), plain, head(2, "ثان", ""), head(3, "فرع", "b"), head(3, "فرع", "")}},
		{Blocks: []content.Block{head(2, "أول", ""), &content.Paragraph{Inlines: []content.Inline{ref, bare}}}},
		{Role: roles.Appendix, Blocks: []content.Block{head(2, "أول", "")}},
	}}
	for _, c := range []struct {
		numbering setup.Numbering
		digits    locale.Digits
		want      string
		ref       string
	}{
		{setup.NumberSections, locale.DigitsAuto, "تمهيد|1.1 أول|1.1.1 فرع|أدق|دون رقم|1.2 ثان|1.2.1 فرع|1.2.2 فرع|2.1 أول|أ.1 أول", "«1.2.1 فرع»"},
		{setup.NumberSections, locale.DigitsArab, "تمهيد|١.١ أول|١.١.١ فرع|أدق|دون رقم|١.٢ ثان|١.٢.١ فرع|١.٢.٢ فرع|٢.١ أول|أ.١ أول", "«١.٢.١ فرع»"},
		{setup.NumberChapters, locale.DigitsAuto, "تمهيد|أول|فرع|أدق|دون رقم|ثان|فرع|فرع|أول|أول", "«فرع»"},
	} {
		doc.Setup.Numbering, doc.Setup.Digits = c.numbering, c.digits
		for range 2 {
			Document(doc)
			var got []string
			for _, ch := range doc.Chapters {
				for _, b := range ch.Blocks {
					if h, ok := b.(*content.Heading); ok {
						got = append(got, content.PlainText(h.Inlines))
					}
				}
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
			if ref.Label != c.ref || bare.Label != "فرع" {
				t.Errorf("references say %s and %s", ref.Label, bare.Label)
			}
		}
	}
}
