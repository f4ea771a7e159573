package notice

import (
	"testing"

	"warraq/content"
)

// TestSpan: of a line that is underlined what the message is of.
func TestSpan(t *testing.T) {
	for _, c := range []struct {
		name, line string
		p          content.Problem
		want       string // "": not known
	}{
		{"quoted", "قال “كذا” وكذا ثم مضى", content.Problem{What: "a sign: “وكذا”"}, "وكذا"},
		{"quoted and cut", "كلمة طويلة جدا", content.Problem{What: "a sign: “كلمة طو…”"}, "كلمة طو"},
		{"the second of two", "ab ab", content.Problem{What: "a sign: “ab”", Column: 4}, "ab"},
		{"a key", "  langauge: ar", content.Problem{What: "unknown key langauge", Column: 3}, "langauge"},
		{"a value and its key", `running-heads: "{chaptr}"`, content.Problem{What: "running-heads: {chaptr} is not known", Column: 16}, "{chaptr}"},
		{"a file", "![خريطة](figs/map.png)", content.Problem{What: "file figs/map.png is not there", Hint: "put the file there or correct its name"}, "figs/map.png"},
		{"part of a word", "abc.png", content.Problem{What: "file bc.png is not there"}, ""},
		{"a message within another", "![](x.png) كلام", content.Problem{What: "file x.png is not there: its description and address stand in its place", Hint: "put the file there or correct its name"}, "x.png"},
		{"a note", "كلام[^1].", content.Problem{What: "note [^1] is not there", Hint: "write `[^1]: …` after the paragraph"}, "[^1]"},
		{"an anchor", "[x](#nowhere)", content.Problem{What: "link leads to #nowhere, which is not there", Hint: "write {#nowhere} after a heading"}, "#nowhere"},
		{"a column alone", "one two  ", content.Problem{What: "nobody says so", Column: 5}, "two"},
		{"nothing", "one two", content.Problem{What: "nobody says so"}, ""},
		{"another line by now", "one", content.Problem{What: "a sign: “one”", Column: 9}, ""},
		{"an empty line", "", content.Problem{What: "nobody says so", Column: 1}, ""},
	} {
		from, to, ok := Span(&c.p, c.line)
		if got := c.line[from:to]; ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
	p := content.Problem{What: "a sign: “ab”", Column: 4}
	if from, _, _ := Span(&p, "ab ab"); from != 3 {
		t.Errorf("the first of two is taken, at %d", from)
	}
}

// FuzzSpan: whatever stands there, the span is of the line.
func FuzzSpan(f *testing.F) {
	f.Add("a “b” c", "x “b”", 2)
	f.Add("\xff“", "“\xff”", 1)
	f.Fuzz(func(t *testing.T, line, what string, column int) {
		p := content.Problem{What: what, Column: column}
		if from, to, ok := Span(&p, line); ok && (from < 0 || from >= to || to > len(line)) {
			t.Errorf("%d to %d of %d", from, to, len(line))
		}
	})
}
