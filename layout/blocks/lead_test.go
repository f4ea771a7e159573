package blocks

import (
	"testing"

	"warraq/content"
)

// TestAnnounces: what ends in a colon is dearly parted from whatever is set off
// below it, and from that alone.
func TestAnnounces(t *testing.T) {
	text := func(s string) content.Block {
		return &content.Paragraph{Inlines: []content.Inline{&content.Text{Value: s}}}
	}
	items := &content.List{Items: []*content.Item{{Blocks: []content.Block{text("واحد")}}, {Blocks: []content.Block{text("ومن ذلك:")}}}}
	for _, c := range []struct {
		above, below content.Block
		want         bool
	}{
		{text("قال:"), &content.Quote{}, true},
		{text("قال:\u200F "), &content.Verse{}, true},
		{text("وهذا بيانه:"), &content.Table{}, true},
		{text("وهذا بيانه:"), &content.Div{}, true},
		{items, &content.CodeBlock{}, true},
		{text("قال."), &content.Quote{}, false},
		{text("قال:"), text("نعم."), false},
		{text("قال:"), &content.Heading{}, false},
		{&content.Quote{Blocks: []content.Block{text("قال:")}}, &content.Table{}, false},
	} {
		if got := Announces(c.above, c.below); got != c.want {
			t.Errorf("%T before %T: %v", c.above, c.below, got)
		}
	}
}
