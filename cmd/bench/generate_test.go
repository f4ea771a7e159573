package main

import (
	"bytes"
	"cmp"
	"strings"
	"testing"
)

// TestGenerate holds the generator to its recipes, and to the same text twice.
func TestGenerate(t *testing.T) {
	for _, want := range []recipe{
		{words: 20_000, forms: 2_000},
		{words: 20_000, forms: 2_000, chapters: 300},
		{words: 20_000, forms: 2_000, chapters: 30, paragraphs: 90},
		{words: 20_000, forms: 2_000, paragraphs: 7},
	} {
		text := generate(want)
		if !bytes.Equal(text, generate(want)) {
			t.Fatalf("%+v: two texts of the same numbers differ", want)
		}
		got, distinct := recipe{chapters: 1}, make(map[string]bool)
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "✨") {
				got.chapters++
				continue
			}
			got.paragraphs++
			for _, w := range strings.Fields(line) {
				distinct[strings.TrimRight(w, ".،؛؟:")] = true
				got.words++
			}
		}
		got.forms = len(distinct)
		want.chapters = cmp.Or(want.chapters, got.chapters)
		want.paragraphs = cmp.Or(want.paragraphs, got.paragraphs)
		if got != want {
			t.Errorf("it is %+v, want %+v", got, want)
		}
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
