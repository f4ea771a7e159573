package layout

import (
	"fmt"
	"slices"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

// TestFrontIsSetOnce: title page, imprint and the title of the contents are set once,
// and each entry again only where its folio has changed.
func TestFrontIsSetOnce(t *testing.T) {
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar", Dir: locale.RTL, Rights: "حق"}}
	for n := range 120 {
		doc.Chapters = append(doc.Chapters, &content.Chapter{Title: []content.Inline{&content.Text{Value: fmt.Sprintf("باب %d", n)}},
			Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: "نص"}}}}})
	}
	doc.Setup.Opening = setup.OpenAny
	number.Document(doc)
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	l := newLayout(doc, set, Options{Workers: 2})
	l.flow()
	sets := make([]int, len(l.jobs))
	for i, b := range l.jobs {
		before := b.set
		b.set = func(s *blocks.Setter) []vlist.Row {
			sets[i]++
			return before(s)
		}
	}
	l.settle()
	for i, b := range l.jobs {
		want := 0
		if slices.Contains(l.front.entries, b) {
			want = 1 // the first folio is a guess
		}
		if sets[i] != want {
			t.Errorf("job %d was set %d times more, want %d", i, sets[i], want)
		}
	}
	if len(l.front.entries) != 120 || l.front.titlePage == nil || l.front.imprint == nil {
		t.Error("the front is not whole")
	}
}
