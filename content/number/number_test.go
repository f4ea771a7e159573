package number_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/number"
	"warraq/content/roles"
)

// IDs are dense and in reading order, anchors unique, and numbering twice is
// numbering once.
func TestNumber(t *testing.T) {
	heading := func(level int, anchor string) *content.Heading {
		return &content.Heading{Level: level, Place: content.Place{Attr: content.Attr{Anchor: anchor}}}
	}
	inner := &content.Note{Label: "inner"}
	late := &content.Note{Label: "late"}
	outer := &content.Note{Label: "outer", Blocks: []content.Block{
		&content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: inner}}}}}
	inner.Blocks = []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: outer}}}}
	doc := &content.Document{Chapters: []*content.Chapter{
		{Role: roles.Introduction, Blocks: []content.Block{heading(2, "ch-2"), heading(5, "")}},
		{Blocks: []content.Block{&content.Quote{
			Blocks:      []content.Block{heading(2, "h-3")},
			Attribution: []content.Inline{&content.NoteRef{Note: outer}},
		}, &content.Paragraph{Inlines: []content.Inline{&content.NoteRef{Note: late}, &content.NoteRef{Note: outer}}}, heading(3, "")}},
		{Role: roles.Appendix},
		{},
	}}
	dump := func() string {
		number.Document(doc)
		var b strings.Builder
		_ = dump.Document(&b, doc)
		return b.String()
	}
	once := dump()
	if twice := dump(); twice != once {
		t.Errorf("numbered once:\n%s\ntwice:\n%s", once, twice)
	}
	want, front := content.ID(0), frontOf(doc)
	anchors := map[string]bool{}
	content.Walk(doc, func(part any, place *content.Place) {
		if front[place.ID] {
			return
		}
		want++
		if place.ID != want {
			t.Errorf("%T has ID %d, want %d", part, place.ID, want)
		}
		if place.Anchor != "" && anchors[place.Anchor] {
			t.Errorf("anchor %s is there twice", place.Anchor)
		}
		anchors[place.Anchor] = true
	})
	var labels []string
	for _, n := range doc.Chapters[1].Notes {
		labels = append(labels, n.Label)
	}
	if !slices.Equal(labels, []string{"outer", "late", "inner"}) || outer.Number != 1 || inner.Number != 3 {
		t.Errorf("notes %v", labels)
	}
	if doc.Chapters[0].Number != 0 || doc.Chapters[1].Number != 1 || doc.Chapters[3].Number != 2 {
		t.Errorf("chapter numbers:\n%s", once)
	}
	if doc.Chapters[0].Blocks[1].(*content.Heading).Level != 3 {
		t.Errorf("a level was skipped:\n%s", once)
	}
}
