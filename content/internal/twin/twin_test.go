package twin_test

import (
	"reflect"
	"testing"

	"warraq/content"
	"warraq/content/internal/twin"
)

// TestOf writes into a copy of a chapter: the chapter stays as it is, and what two
// places share in it they share in the copy.
func TestOf(t *testing.T) {
	chapter := func() *content.Chapter {
		note := &content.Note{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: "حاشية"}}}}}
		call := &content.NoteRef{Note: note}
		list := &content.List{Items: []*content.Item{{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{call}}}}}}
		list.Classes = []string{"wide"}
		return &content.Chapter{Blocks: []content.Block{list}, Notes: []*content.Note{note}}
	}
	own := chapter()
	other := twin.Of([]*content.Chapter{own})[0]
	if !reflect.DeepEqual(own, other) {
		t.Fatal("the copy is another")
	}
	list := other.Blocks[0].(*content.List)
	call := list.Items[0].Blocks[0].(*content.Paragraph).Inlines[0].(*content.NoteRef)
	if call.Note != other.Notes[0] {
		t.Error("the note is two in the copy")
	}
	list.Classes[0], list.Items[0].Blocks[0] = "tall", nil
	other.Notes[0].Blocks[0].(*content.Paragraph).Inlines[0].(*content.Text).Value = ""
	if !reflect.DeepEqual(own, chapter()) {
		t.Error("the copy was written into, and what it is of changed")
	}
}
