package direct

import (
	"testing"

	"warraq/content"
	"warraq/content/locale"
)

// TestAgainst: addresses have no say in which way a text runs.
func TestAgainst(t *testing.T) {
	for text, want := range map[string]locale.Direction{
		"What is paper?":                locale.LTR,
		"See https://example.org/كتاب.": locale.LTR,
		"(https://example.org/كتاب)":    locale.Auto,
		"https://example.org/a":         locale.Auto,
		"انظر https://example.org/a":    locale.Auto,
		"See كتاب":                      locale.Auto,
		"5%.":                           locale.Auto,
	} {
		if got := Against(text, locale.RTL); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestGoesOver: lists and tables wholly in the other direction go over, but for lists
// of names and what stands in an item.
func TestGoesOver(t *testing.T) {
	words := func(s string) []content.Inline { return []content.Inline{&content.Text{Value: s}} }
	said := func(s string) *content.Paragraph { return &content.Paragraph{Inlines: words(s)} }
	list := func(items ...string) *content.List {
		l := &content.List{}
		for _, s := range items {
			l.Items = append(l.Items, &content.Item{Blocks: []content.Block{said(s)}})
		}
		return l
	}
	table := func(caption string, cells ...string) *content.Table {
		r := &content.Row{}
		for _, s := range cells {
			r.Cells = append(r.Cells, &content.Cell{Inlines: words(s)})
		}
		b := &content.Table{Columns: make([]content.Align, len(cells)), Rows: []*content.Row{r}}
		if caption != "" {
			b.Caption = words(caption)
		}
		return b
	}
	inner := list("Is this a book?", "Yes, it is one.")
	within := list("بند عربي")
	within.Items[0].Blocks = append(within.Items[0].Blocks, said("A second paragraph."), inner)
	for name, c := range map[string]struct {
		block content.Block
		want  locale.Direction
	}{
		"sentences":           {list("Is this a book?", "Yes, it is one."), locale.LTR},
		"names":               {list("Git", "Visual Studio"), locale.Auto},
		"of both":             {list("Is this a book?", "نعم، هذا كتاب."), locale.Auto},
		"table":               {table("", "Ink.", "A fluid (black)."), locale.LTR},
		"table of both":       {table("", "Ink.", "حبر"), locale.Auto},
		"under Arabic words":  {table("جدول الحبر", "Ink.", "A fluid (black)."), locale.Auto},
		"numbers":             {table("", "1", "2"), locale.Auto},
		"an item with others": {within, locale.Auto},
	} {
		doc := &content.Document{Meta: content.Meta{Lang: "ar", Dir: locale.RTL}, Chapters: []*content.Chapter{{Blocks: []content.Block{c.block}}}}
		Texts(doc)
		if got := c.block.At().Dir; got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	second := within.Items[0].Blocks[1].(*content.Paragraph)
	if second.Dir != locale.Auto || Turned(second.Inlines) != locale.LTR || inner.Dir != locale.Auto || Turned(inner.Items[0].Blocks[0].(*content.Paragraph).Inlines) != locale.LTR {
		t.Errorf("an item lost its side: %v %v", second.Dir, inner.Dir)
	}
}
