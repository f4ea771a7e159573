package mend_test

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/mend"
)

// TestSpellSigns prints the words of signs that no face has, parted from letters
// beside them, and leaves the others.
func TestSpellSigns(t *testing.T) {
	for text, want := range map[string]string{
		"عمر ﵁ قال ﷺ":  "عمر رضي الله عنه قال ﷺ",
		"عمر﵁قال":      "عمر رضي الله عنه قال",
		"(﵁)، ﵊.":      "(رضي الله عنه)، عليه الصلاة والسلام.",
		"﵀﵀":           "رحمه الله رحمه الله",
		"كلمة ﴿هو﴾ ﷲ":  "كلمة ﴿هو﴾ ﷲ",
		"رِ﵃":          "رِ رضي الله عنهم",
		"الله ﷿ بلا":   "الله عز وجل بلا",
		"بلا أي علامة": "بلا أي علامة",
	} {
		at := content.Pos{File: "a.md", Line: 3}
		in := &content.Text{Value: text, Pos: at}
		doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{in}}}}}}
		doc.Meta.Title = text
		advice := mend.SpellSigns(doc, func(r rune) bool { return strings.ContainsRune("ﷺﷲ", r) })
		if in.Value != want || doc.Meta.Title != want {
			t.Errorf("%q is %q and as a title %q, want %q", text, in.Value, doc.Meta.Title, want)
		}
		if again := mend.SpellSigns(doc, func(r rune) bool { return strings.ContainsRune("ﷺﷲ", r) }); len(again) > 0 {
			t.Errorf("%q: again %v", text, again)
		}
		signs := make(map[rune]bool)
		for _, r := range text {
			if char.SignWords(r) != "" && !strings.ContainsRune("ﷺﷲ", r) {
				signs[r] = true
			}
		}
		if len(advice) != len(signs) {
			t.Errorf("%q: %d pieces of advice on %d signs", text, len(advice), len(signs))
		}
	}
}

// TestPrivateInCode leaves characters for private use out of code too, each told of.
func TestPrivateInCode(t *testing.T) {
	at := content.Pos{File: "a.md", Line: 3}
	in := &content.Code{Value: "a\ue000b\ue001", Pos: at}
	block := &content.CodeBlock{Place: content.Place{Pos: content.Pos{File: "a.md", Line: 5}}, Text: "c\U000f0000d\n"}
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{in}}, block}}}}
	advice := mend.SpellSigns(doc, func(r rune) bool { return r == '\ue001' })
	if in.Value != "ab\ue001" || block.Text != "cd\n" || len(advice) != 2 || advice[0].Pos != at || advice[1].Pos.Line != 5 || !advice[1].Warns {
		t.Errorf("%q %q %v", in.Value, block.Text, advice)
	}
}

// TestPrivateUse leaves out characters for private use that no face has, and tells of
// each once a line.
func TestPrivateUse(t *testing.T) {
	in := &content.Text{Value: "كلمة \ue000\ue000 و\ue001", Pos: content.Pos{File: "a.md", Line: 3}}
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{in}}}}}}
	advice := mend.SpellSigns(doc, func(r rune) bool { return r == '\ue001' })
	if in.Value != "كلمة  و\ue001" || len(advice) != 1 || !advice[0].Warns || !strings.Contains(advice[0].String(), "a.md:3: a character for private use that no font has (U+E000)") {
		t.Errorf("%q %v", in.Value, advice)
	}
}
