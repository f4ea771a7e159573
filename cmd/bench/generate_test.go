package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestGenerate holds the generator to its numbers, and to the same text twice.
func TestGenerate(t *testing.T) {
	const words, forms = 20_000, 2_000
	text := generate(words, forms)
	if !bytes.Equal(text, generate(words, forms)) {
		t.Fatal("two texts of the same numbers differ")
	}
	n, distinct := 0, make(map[string]bool)
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "✨") {
			continue
		}
		for _, w := range strings.Fields(line) {
			distinct[strings.TrimRight(w, ".،؛؟:")] = true
			n++
		}
	}
	if n != words || len(distinct) != forms {
		t.Errorf("%d words and %d forms, want %d and %d", n, len(distinct), words, forms)
	}
}

func TestCopies(t *testing.T) {
	got := string(copies("مقدمة\n✨ فصل\nنص\n", 3))
	if n := strings.Count(got, "✨"); n != 5 {
		t.Errorf("%d headings, want 5 in\n%s", n, got)
	}
	if n := strings.Count(got, "نص\n"); n != 3 {
		t.Errorf("%d copies, want 3", n)
	}
}
