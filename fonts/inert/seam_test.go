package inert_test

import (
	"testing"

	"warraq/fonts"
	"warraq/fonts/inert"
)

// TestSeam: a face's seams are behind letters that do not join, and where it
// neither kerns nor chooses forms across.
func TestSeam(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	face := set.Face(fonts.Style{})
	for _, c := range []struct {
		a, b rune
		want bool
	}{
		{'ا', 'ت', true},
		{'د', 'م', true},
		{'\u064E', 'ن', true}, // a vowel on what does not join
		{'ب', 'ا', false},     // it joins
		{'و', 'ب', false},     // kerned
		{'ا', 'ل', false},     // in the name of God
		{'ا', '\u064E', false},
		{'ا', 'b', false},
		{'ا', ' ', false},
	} {
		if got := face.Seam(c.a, c.b); got != c.want {
			t.Errorf("%q %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	mono, err := fonts.ReadFace(fonts.PlexMono())
	if err != nil {
		t.Fatal(err)
	}
	if mono.Seam('ا', 'ت') {
		t.Error("a face without Arabic letters has a seam")
	}
}

func TestSeamParts(t *testing.T) {
	for word, want := range map[string]bool{"كتاب": true, "كِتَاب": true, "كـتاب": false, "كتاب1": false, "كتاب\u200C": false, "آ": true, "ا\u0653": false} {
		if got := inert.Parts(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func TestBarSeam(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	face := set.Face(fonts.Style{})
	for r, want := range map[rune]bool{'ب': true, 'م': true, 'ا': false, '\u0640': false, '\u064E': false, '.': false} {
		if got := face.BarSeam(r); got != want {
			t.Errorf("%q: %v, want %v", r, got, want)
		}
	}
}

// TestStop: a stop is looked at together with the letters that it is kerned with
// alone.
func TestStop(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	face := set.Face(fonts.Style{})
	for _, c := range []struct {
		word string
		stop rune
		want bool
	}{
		{"كتاب", '.', true},
		{"كتابُ", '.', true},
		{"كتاب", '؛', true},
		{"نور", '؛', false},
		{"كتبة", '!', false},
		{"كتاب1", '.', false},
		{"", '.', false},
		{"كتاب", '»', false},
	} {
		if got := face.Stop(c.word, c.stop); got != c.want {
			t.Errorf("%q %q: %v, want %v", c.word, c.stop, got, c.want)
		}
	}
	if n := len([]rune(inert.Openers + inert.Combining)); n > inert.LastCloser {
		t.Errorf("%d letters have a bit of their own in %d", n, inert.LastCloser)
	}
	mono, err := fonts.ReadFace(fonts.PlexMono())
	if err != nil {
		t.Fatal(err)
	}
	if mono.Stop("كتاب", '.') {
		t.Error("a face without Arabic letters has stops")
	}
}
