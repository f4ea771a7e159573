package segment

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// TestBooks sets lines of books, tailored and by the letter of the annex.
func TestBooks(t *testing.T) {
	const file = "testdata/books.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range a.Files {
		text, _, _ := strings.Cut(string(f.Data), "\n")
		text = strings.TrimPrefix(text, "text: ")
		got := "text: " + text + "\nbook: " + cut(text, Segmenter{}) + "\nannex: " + cut(text, Segmenter{Untailored: true}) + "\n"
		if *update {
			a.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s:\n%swant\n%s", f.Name, got, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// cut marks where lines may break.
func cut(s string, segmenter Segmenter) string {
	text := []rune(s)
	var b strings.Builder
	for i, op := range segmenter.Lines(text, nil) {
		b.WriteString([...]string{Never: "", May: "|", Must: "‖"}[op])
		b.WriteRune(text[i])
	}
	return b.String()
}

// TestNeverFirst holds that closing marks begin no line even if the manuscript has a space before them.
func TestNeverFirst(t *testing.T) {
	var s Segmenter
	for _, r := range "،؛؟.,:;!?)]}»”’›﴾" {
		for _, before := range []string{"نص", "12", "نص)", "«نص»"} {
			for _, after := range []string{"", " نص", "\n"} {
				text := []rune(before + " " + string(r) + after)
				at := len([]rune(before)) + 1
				if op := s.Lines(text, nil)[at]; op != Never {
					t.Errorf("%q may begin a line in %q", r, string(text))
				}
			}
		}
	}
}

// TestNeverLast holds the same for opening marks at the end of a line.
func TestNeverLast(t *testing.T) {
	var s Segmenter
	for _, r := range "([{«“‘‹﴿" {
		for _, before := range []string{"", "نص ", "("} {
			text := []rune(before + string(r) + " نص")
			at := len([]rune(before)) + 2
			if op := s.Lines(text, nil)[at]; op != Never {
				t.Errorf("%q may end a line in %q", r, string(text))
			}
		}
	}
}

func TestGraphemes(t *testing.T) {
	for _, c := range []struct{ name, clusters string }{
		{"vocalised", "كَ|تَ|بَّ"}, {"tatweel", "ـ|ـَ"}, {"zwnj", "ی\u200c|ه"}, {"accent", "e\u0301|a"},
		{"family", "\U0001F469\u200d\U0001F467|\U0001F469"}, {"flags", "🇲🇦|🇸🇳|🇲"}, {"lines", "a|\r\n|\n|b"},
		{"sign over digits", "\u06dd١|٢"},
	} {
		text := []rune(strings.ReplaceAll(c.clusters, "|", ""))
		var b strings.Builder
		for i, start := range new(Segmenter).Graphemes(text, nil) {
			if start && i > 0 {
				b.WriteByte('|')
			}
			b.WriteRune(text[i])
		}
		if b.String() != c.clusters {
			t.Errorf("%s: %+q, want %+q", c.name, b.String(), c.clusters)
		}
	}
}

func TestReuse(t *testing.T) {
	text := []rune("صدر «الكتاب» (Le Livre) سنة 2023،\nثم طبع.")
	var s Segmenter
	ops, starts := s.Lines(text, nil), s.Graphemes(text, nil)
	if n := testing.AllocsPerRun(10, func() { ops = s.Lines(text, ops); starts = s.Graphemes(text, starts) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzGraphemes holds that no line breaks before a mark that belongs to the cluster before it.
func FuzzGraphemes(f *testing.F) {
	f.Add("كَتَبَ e\u0301 🇲🇦🇸🇳 \r\n")
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		starts := new(Segmenter).Graphemes(text, nil)
		if len(starts) != len(text) || len(text) > 0 && !starts[0] {
			t.Fatalf("%v for %d runes", starts, len(text))
		}
		for i, op := range new(Segmenter).Lines(text, nil) {
			if i > 0 && !starts[i] && op != Never && clusterOf(text[i]) == clusterExtend && !setBare.has(classOf(text[i-1])) &&
				setMarks.has(classOf(text[i])) {
				t.Fatalf("%+q breaks at %d within a cluster", s, i)
			}
		}
	})
}
