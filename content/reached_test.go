package content_test

import (
	"testing"

	"warraq/content"
	"warraq/content/internal/held"
	"warraq/content/internal/twin"
)

// specimen is [held.Specimen].
func specimen(t *testing.T) []*content.Chapter {
	t.Helper()
	chapters, err := held.Specimen()
	if err != nil {
		t.Fatal(err)
	}
	return chapters
}

// TestReached: what goes through a book reaches every block and every text of the
// specimen, which has all kinds.
func TestReached(t *testing.T) {
	doc := &content.Document{Chapters: specimen(t)}
	all := held.In(doc.Chapters)
	if len(all.Blocks) < 200 || len(all.Texts) < 500 {
		t.Fatalf("%d blocks, %d texts", len(all.Blocks), len(all.Texts))
	}
	walked, edited := make(map[any]bool), make(map[any]bool)
	content.Walk(doc, func(part any, _ *content.Place) { walked[part] = true })
	content.EditBlocks(doc, func(b content.Block) []content.Block {
		edited[b] = true
		return []content.Block{b}
	})
	for _, b := range all.Blocks {
		if !walked[b] || !edited[b] {
			t.Errorf("%T at %s: walked over %v, edited %v", b, b.At().Pos, walked[b], edited[b])
		}
	}
	content.EditInlines(doc, func(in content.Inline, _ *content.Link) []content.Inline {
		edited[in] = true
		return []content.Inline{in}
	})
	for _, text := range all.Texts {
		if !edited[text] {
			t.Errorf("%q at %s is not edited", text.Value, text.Pos)
		}
	}
}

// TestTwinsApart: a copy of chapters has all that they have, and nothing in common with
// them.
func TestTwinsApart(t *testing.T) {
	chapters := specimen(t)
	one, two := held.In(chapters), held.In(twin.Of(chapters))
	if len(one.Blocks) != len(two.Blocks) || len(one.Texts) != len(two.Texts) {
		t.Errorf("%d blocks and %d texts, of the copy %d and %d", len(one.Blocks), len(one.Texts), len(two.Blocks), len(two.Texts))
	}
	for at, part := range one.Pointers {
		if two.Pointers[at] != nil {
			t.Errorf("%T is of both", part)
		}
	}
}
