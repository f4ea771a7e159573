package paragraph

import (
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/instance"
)

// TestHyphenRises: the hyphen that ends a line is at the height of small Latin letters in
// each face of the program. U+2010 of Noto Naskh Arabic 2.021 lies on the baseline.
func TestHyphenRises(t *testing.T) {
	plain := styles["regular"]
	for _, f := range house.Families() {
		static, err := fonts.Static(f.Data(false), instance.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		set, err := fonts.NewSet(fonts.Files{Regular: fonts.File{Name: f.Key + ".ttf", Data: static.Data}})
		if err != nil {
			t.Fatal(err)
		}
		comp := NewCompositor(set, NewWords())
		hyphened := 0
		for measure := 100.0; measure < 200; measure += 20 {
			setting := comp.Set([]Span{{Text: strings.Repeat("constitutionnellement parlant ", 9), Style: plain}}, Form{Measure: measure, Lang: "fr"})
			for i := range setting.Lines {
				if l := &setting.Lines[i]; l.Hyphened() {
					hyphened++
					risesTo(t, f.Key, l.Pieces[len(l.Pieces)-1].Word)
				}
			}
		}
		if hyphened == 0 {
			t.Errorf("%s: no line ends in a hyphen", f.Key)
		}
	}
}

// risesTo looks at the last glyph of a word in Latin letters.
func risesTo(t *testing.T, name string, w *Word) {
	t.Helper()
	height, _ := w.Face.Extent(int(w.Glyphs[len(w.Glyphs)-1].GID))
	letter, _ := w.Face.Font().NominalGlyph('x')
	if x, _ := w.Face.Extent(int(letter)); height < x/2 {
		t.Errorf("%s: the hyphen reaches %d units up, x %d", name, height, x)
	}
}
