package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"warraq/cmd/internal/tongue"
)

// speaking is the command in a language, translated, and what it writes.
func speaking(lang string) (*cobra.Command, *bytes.Buffer) {
	out := new(bytes.Buffer)
	u := newUI(out, out, new(halt))
	u.lang = lang
	root := newRoot(u)
	u.translate(root)
	return root, out
}

// TestManuals: every piece of every manual is said in every language.
func TestManuals(t *testing.T) {
	root, _ := speaking("en")
	pieces := 0
	for _, c := range append(root.Commands(), root) {
		if c.Long == "" && c.Name() != "version" {
			t.Errorf("%s has no manual", c.Name())
		}
		for _, p := range paragraphs(c.Long) {
			for _, e := range p {
				if e.text == "" {
					continue
				}
				if pieces++; !tongue.Knows(e.text) {
					t.Errorf("%s: not in the phrasebook: %s", c.Name(), e.text)
				}
			}
		}
	}
	if pieces < 100 {
		t.Errorf("%d pieces", pieces)
	}
}

// TestManualLines: no line of a translated manual is too long for a terminal, and what
// turns the direction ends on its line.
func TestManualLines(t *testing.T) {
	for _, lang := range tongue.Languages[1:] {
		root, _ := speaking(lang)
		for _, c := range append(root.Commands(), root) {
			if c.Name() == "completion" || c.Name() == "help" { // which are cobra's
				continue
			}
			for line := range strings.Lines(c.Long) {
				line = strings.TrimSuffix(line, "\n")
				if n := columns(line); n > width && strings.Contains(strings.TrimSpace(line), " ") {
					t.Errorf("%s %s: %d columns: %s", lang, c.Name(), n, line)
				}
				if open, end := strings.Count(line, "\u2066")+strings.Count(line, "\u2067")+strings.Count(line, "\u2068"), strings.Count(line, "\u2069"); open != end {
					t.Errorf("%s %s: %d isolates begin and %d end: %q", lang, c.Name(), open, end, line)
				}
			}
		}
	}
}

// TestParagraphs takes a manual apart.
func TestParagraphs(t *testing.T) {
	got := paragraphs("One two\nthree.\n\nHEAD\n\n  .a .b   first\n          goes on\n  ######c second\n\n0  no.\n10, 11  yes.\n")
	want := [][]entry{
		{{text: "One two three."}}, {{text: "HEAD"}},
		{{".a .b", "first goes on", "  "}, {"######c", "second", "  "}},
		{{"0", "no.", ""}, {"10, 11", "yes.", ""}},
	}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if len(got[i]) != len(want[i]) {
			t.Fatalf("%q, want %q", got[i], want[i])
		}
		for k := range want[i] {
			if got[i][k] != want[i][k] {
				t.Errorf("%q, want %q", got[i][k], want[i][k])
			}
		}
	}
}
