package bounds

import (
	"strings"
	"testing"
)

// TestGlance refuses far more than may be, at the place of the first too many, and
// counts neither code nor comments.
func TestGlance(t *testing.T) {
	few := Limits{Headings: 2, Chapters: 1, Notes: 3, Terms: 3, Blocks: 1000, Marks: 10}
	for _, c := range []struct {
		name, text string
		limit      string
		line       int
	}{
		{"headings", strings.Repeat("# ف\n\nنص\n\n", 7), "headings", 12},
		{"twice as many", strings.Repeat("# ف\n\nنص\n\n", 6), "", 0},
		{"code", "```\n" + strings.Repeat("# ف\n", 100) + "```\n# ف\n", "", 0},
		{"a longer fence", "````\n```\n" + strings.Repeat("# ف\n", 100) + "````\n", "", 0},
		{"comment", "<!-- \n" + strings.Repeat("# ف\n", 100) + "-->\n# ف\n", "", 0},
		{"a comment that ends", "<!-- x --> ن\n" + strings.Repeat("# ف\n", 100), "headings", 4},
		{"notes", strings.Repeat("[^1]: ن\n", 7), "notes", 3},
		{"notes on one line", "ن\n" + strings.Repeat("ن^[ن] ", 7), "notes", 1},
		{"abbreviations", strings.Repeat("*[ا]: ن\n", 7), "terms", 3},
		{"paragraphs", strings.Repeat("ن\n\n", 2001), "blocks", 2000},
		{"rows", strings.Repeat("| ن |\n", 2001), "blocks", 1000},
		{"spans", "ن\n" + strings.Repeat("[ن]{.a} ", 13), "marks", 1},
		{"a few spans", "ن\n" + strings.Repeat("[ن]{.a} ", 12), "", 0},
		{"rows of tags", "ن\n" + strings.Repeat("<tr><td>ن", 2001), "blocks", 1},
		{"lines", strings.Repeat("ن\n", 5000), "", 0},
	} {
		over := NewGlance(&few).Through("a.md", c.text, 0)
		switch {
		case over == nil && c.limit != "":
			t.Errorf("%s: nothing is too much, want %s", c.name, c.limit)
		case over != nil && (over.Limit != c.limit || over.Line != c.line):
			t.Errorf("%s: %s at %d, want %q at %d", c.name, over.Limit, over.Line, c.limit, c.line)
		}
	}
}
