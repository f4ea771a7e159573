package markdown_test

import (
	"testing"

	"warraq/content"
	"warraq/content/markdown"
)

// TestEscape: a text that is escaped and read is the text again, and nothing
// but text.
func TestEscape(t *testing.T) {
	for _, s := range []string{
		"نص كما هو", "~~ليس مشطوبا~~ ولا ~نازلا~", "x^2^ وH~2~O", "==ليس مظللا== وa == b وa=b", "= 5", "==", "<u>ليس تحته خط</u>",
		"[ليس]{.mark} ولا *مؤكدا* ولا `شفرة`", "# ليس عنوانا", "1. ليس قائمة", `\^ وحدها`, "^[ليست حاشية] ولا [^1]",
	} {
		chapters, _, _, problems := markdown.NewReader().Read("# ف\n\n"+markdown.Escape(s)+"\n", markdown.Options{File: "f"})
		if len(problems) > 0 || len(chapters) != 1 || len(chapters[0].Blocks) != 1 {
			t.Errorf("%s: %d chapters, %v", s, len(chapters), problems)
			continue
		}
		p, ok := chapters[0].Blocks[0].(*content.Paragraph)
		if !ok || content.PlainText(p.Inlines) != s {
			t.Errorf("%s is read from %s as %T", s, markdown.Escape(s), chapters[0].Blocks[0])
			continue
		}
		for _, in := range p.Inlines {
			if _, ok := in.(*content.Text); !ok {
				t.Errorf("%s is read from %s with a %T in it", s, markdown.Escape(s), in)
			}
		}
	}
}
