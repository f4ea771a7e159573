package markdown

import (
	"fmt"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dump"
)

// hostile are texts that take the square of their length where nothing bounds
// it, each repeated to a length, and the problem that they are to give beyond
// the bounds; "" where they need none.
var hostile = []struct {
	name    string
	text    func(size int) string
	problem string
}{
	{"marks that never pair", repeated("*ا_"), "more than 4000 marks"},
	{"marks that only close", repeated("ا_ "), "more than 4000 marks"},
	{"marks that only open", repeated("_ا "), "more than 4000 marks"},
	{"threes", func(n int) string { return "ا**ب" + repeated("ج* ")(n) }, "more than 4000 marks"},
	{"strokes", repeated("~~ا~ب "), ""},
	{"strokes that never pair", repeated("~~ا ==ب "), ""},
	{"carets that never pair", repeated("^ا ب^ "), ""},
	{"carets, tildes and pairs of signs", repeated("^ا~ب=="), "more than 4000 pairs of marks"},
	{"superior figures", repeated("ا^2^"), "more than 4000 pairs of marks"},
	{"stars in superior figures", repeated("*ا^*2*^"), "more than 4000 marks"},
	{"tags that only open", repeated("<u>ا"), ""},
	{"tags that only close", repeated("ا</u>~~"), ""},
	{"tags within tags", func(n int) string { return repeated("<u>")(n/2) + "ا" + repeated("</u>")(n/2) }, ""},
	{"tags alone in their lines", repeated("<div>\n"), ""},
	{"tags in paragraphs", repeated("<div>\n\nا\n\n"), ""},
	{"lists in HTML", func(n int) string { return repeated("<ul><li>")(n/2) + "ا" }, ""},
	{"tables in HTML within one another", repeated("<div><table><tr><td>ا"), ""},
	{"bold text in HTML", repeated("<div><b>ا\n"), ""},
	{"ends of nothing", repeated("<div></b></i></p>ا\n"), ""},
	{"names of places", repeated("<a id=\"x\"></a>\n\n"), ""},
	{"comments in HTML without an end", repeated("<div>\nا <!--\n\n"), ""},
	{"headings in HTML", repeated("<h1>ا"), ""},
	{"nested brackets", func(n int) string { return repeated("[")(n/2) + "ا" + repeated("]")(n/2) }, "more than 4000 marks"},
	{"open brackets", repeated("[ا"), "more than 4000 marks"},
	{"closing brackets", repeated("ا]"), "more than 4000 marks"},
	{"open images", repeated("!["), "more than 4000 marks"},
	{"addresses without an end", repeated("[ا](ب"), "longer than 4096 bytes"},
	{"angled addresses without an end", repeated("[ا](<ب"), "longer than 4096 bytes"},
	{"titles without an end", repeated("[ا](ب \""), "more than 4000 marks"},
	{"a long address used often", func(n int) string {
		return repeated("ا [k] ")(min(n/2, 8000)) + "\n\n[k]: " + repeated("x")(n/2)
	}, "used too often"},
	{"a wide table of short rows", func(n int) string {
		return repeated("ا|")(n/2) + "\n" + repeated("-|")(n/4) + "\n" + repeated("ا|\n")(n/4)
	}, "lack more than 100000 cells"},
	{"lists in lists", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "%*s* ا\n", 2*i, "")
		}
		return b.String()
	}, "too deep"},
	{"definitions of links", repeated("[ا]: x\n"), "more than 4000 lines"},
	{"ticks", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString("ا" + strings.Repeat("`", i))
		}
		return b.String()
	}, ""},
	{"comments without an end", repeated("ا <!-- "), ""},
	{"instructions without an end", repeated("ا <? "), ""},
	{"tags without an end", repeated("ا <ب "), ""},
	{"attributes without an end", repeated("ا <a b=\" "), ""},
	{"braces", repeated("{"), ""},
	{"spans", repeated("[ا]{.ب} "), ""},
	{"one long word", repeated("ا"), ""},
	{"one long paragraph", repeated("كلمة أخرى "), ""},
}

func repeated(s string) func(size int) string {
	return func(size int) string { return strings.Repeat(s, size/len(s)) }
}

// TestHostile: what would be slow beyond the bounds is a problem with its line,
// and no letter is lost; below them it is none.
func TestHostile(t *testing.T) {
	for _, c := range hostile {
		for _, size := range []int{1000, 200_000} {
			text := "# ف\n\n" + c.text(size) + "\n"
			chapters, _, _, problems := NewReader().Read(text, Options{File: "f"})
			var told string
			for _, p := range problems {
				if told += p.String() + "\n"; p.Pos.Line < 3 || p.Hint == "" {
					t.Errorf("%s: %s", c.name, p)
				}
			}
			if size == 1000 && told != "" || size > 1000 && !strings.Contains(told, c.problem) || len(problems) > 2 {
				t.Errorf("%s, %d bytes: %d problems %.300s", c.name, size, len(problems), told)
			}
			if want, got := strings.Count(text, "ا"), alifs(chapters); want != got && kept(c.problem) {
				t.Errorf("%s, %d bytes: %d letters in the text, %d in the book", c.name, size, want, got)
			}
		}
	}
}

// kept tells the problems that come with their whole text.
func kept(problem string) bool { return problem != "too deep" && problem != "more than 4000 lines" }

func alifs(chapters []*content.Chapter) int {
	var b strings.Builder
	_ = dump.Document(&b, &content.Document{Chapters: chapters})
	return strings.Count(b.String(), "ا")
}
