package supply_test

import (
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/supply"
)

// TestSupply: what the author left out is supplied in the language and the
// direction of the chapter, and what he wrote stays.
func TestSupply(t *testing.T) {
	text := func(s string) []content.Inline { return []content.Inline{&content.Text{Value: s}} }
	ayah := func(s string) *content.Quote {
		q := &content.Quote{Blocks: []content.Block{&content.Paragraph{Inlines: text(s)}}, Attribution: text("البقرة: 255")}
		q.Classes = []string{content.Quran}
		return q
	}
	box := func() *content.Div {
		return &content.Div{Place: content.Place{Attr: content.Attr{Classes: []string{"note"}}}}
	}
	arabic := &content.Chapter{Blocks: []content.Block{ayah("قل"), box(), ayah("﴿قل﴾")}}
	english := &content.Chapter{Blocks: []content.Block{ayah("قل"), box(), ayah("Say")}}
	english.Lang, english.Dir = "en", locale.LTR
	supply.Document(&content.Document{Meta: content.Meta{Lang: "ar", Dir: locale.RTL}, Chapters: []*content.Chapter{arabic, english}})
	for i, want := range []struct {
		block content.Block
		text  string
		dir   locale.Direction
	}{
		{arabic.Blocks[0], "﴿قل﴾", locale.Auto}, {arabic.Blocks[2], "﴿قل﴾", locale.Auto},
		{english.Blocks[0], "﴿قل﴾", locale.RTL}, {english.Blocks[2], "﴾Say﴿", locale.Auto},
	} {
		q := want.block.(*content.Quote)
		if got := content.PlainText(q.Blocks[0].(*content.Paragraph).Inlines); got != want.text || q.Dir != want.dir {
			t.Errorf("quotation %d is %s, %s, want %s, %s", i, got, q.Dir, want.text, want.dir)
		}
		if got := content.PlainText(q.Attribution); got != "[البقرة: 255]" {
			t.Errorf("quotation %d is from %s", i, got)
		}
	}
	for c, want := range map[*content.Chapter]string{arabic: "ملاحظة", english: "Note"} {
		if got := content.PlainText(c.Blocks[1].(*content.Div).Title); got != want {
			t.Errorf("a box is called %s, want %s", got, want)
		}
	}
}
