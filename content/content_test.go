package content_test

import (
	"testing"

	"warraq/content"
)

func TestPlainText(t *testing.T) {
	text := func(s string) content.Inline { return &content.Text{Value: s} }
	in := []content.Inline{
		text("أ "), &content.Strong{Inlines: []content.Inline{text("ب"), &content.Emphasis{Inlines: []content.Inline{text("ج")}}}},
		&content.NoteRef{Note: &content.Note{Number: 1}}, &content.LineBreak{}, &content.Code{Value: "x"},
		&content.Image{Alt: "صورة"}, &content.Span{Inlines: []content.Inline{text("!")}},
	}
	if got := content.PlainText(in); got != "أ بج xصورة!" {
		t.Errorf("%q", got)
	}
	if got := content.PlainText(nil); got != "" {
		t.Errorf("%q", got)
	}
}
