package paragraph

import (
	"slices"
	"testing"

	"warraq/fonts"
)

// TestCapitals: small letters drawn as capitals have their glyphs and keep their
// own text, each glyph at the letter that it stands for; those of a language that
// has others have them.
func TestCapitals(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	set1 := func(text, lang string, caps Caps) *Word {
		t.Helper()
		style := &Style{Size: 10, Lang: lang, Caps: caps}
		lines := NewCompositor(set, NewWords()).Set([]Span{{Text: text, Style: style}}, Form{Measure: 500, LTR: true}).Lines
		if len(lines) != 1 || len(lines[0].Pieces) != 1 {
			t.Fatalf("%s is %d lines", text, len(lines))
		}
		return lines[0].Pieces[0].Word
	}
	ids := func(w *Word) (ids []uint16) {
		for _, g := range w.Glyphs {
			ids = append(ids, g.GID)
		}
		return ids
	}
	for _, c := range []struct {
		text, lang, drawn string
		clusters          []uint16
	}{
		{"ink", "en", "INK", []uint16{0, 1, 2}},
		{"straße", "de", "STRASSE", []uint16{0, 1, 2, 3, 4, 4, 6}},
		{"café", "fr", "CAFÉ", []uint16{0, 1, 2, 3}},
		{"iz", "tr", "İZ", []uint16{0, 1}},
		{"iz", "en", "IZ", []uint16{0, 1}},
		{"12-3", "en", "12-3", []uint16{0, 1, 2, 3}},
	} {
		w := set1(c.text, c.lang, AsCapitals)
		if w.Text != c.text || !slices.Equal(ids(w), ids(set1(c.drawn, c.lang, AsWritten))) {
			t.Errorf("%s in %s: text %s, glyphs %s; want those of %s", c.text, c.lang, w.Text, w, c.drawn)
		}
		var clusters []uint16
		for _, g := range w.Glyphs {
			clusters = append(clusters, g.Cluster)
		}
		if !slices.Equal(clusters, c.clusters) {
			t.Errorf("%s: glyphs at %v, want %v", c.text, clusters, c.clusters)
		}
	}
	if w := set1("م", "ar", SmallCaps); !slices.Equal(ids(w), ids(set1("م", "ar", AsWritten))) {
		t.Errorf("Arabic in small capitals is %s", w)
	}
}
