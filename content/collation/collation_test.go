package collation

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestSorted: words stand in the order that ICU gives them (testdata/sorted.txt).
func TestSorted(t *testing.T) {
	data, err := os.ReadFile("testdata/sorted.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		lang, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		words := strings.Split(rest, "\t")
		o := For(lang)
		for i := 1; i < len(words); i++ {
			n++
			if bytes.Compare(o.Key(words[i-1]), o.Key(words[i])) > 0 {
				t.Errorf("%s: %s before %s", lang, words[i], words[i-1])
			}
		}
	}
	if n < 1500 {
		t.Errorf("%d pairs", n)
	}
}

// TestOrder: what the tables do not say: numbers by their value in any digits, signs
// first, languages by their first part, letters of other scripts behind.
func TestOrder(t *testing.T) {
	for lang, want := range map[string][]string{
		"ar-MA": {"-", "+", "٧", "٠٨", "9", "١٠", "a", "ά", "б", "א", "ا", "ܐ", "अ", "中"},
		"nn":    {"z", "æ", "ø", "å"},
		"zxx":   {"co", "cô", "Cô", "cœ", "cof"},
	} {
		o := For(lang)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, func(a, b string) int { return bytes.Compare(o.Key(a), o.Key(b)) })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
