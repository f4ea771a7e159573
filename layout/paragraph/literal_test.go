package paragraph

import (
	"testing"

	"warraq/fonts"
)

// TestLiteral sets code: a glyph a character, all of one width, spaces too,
// with Arabic in it from the face of text.
func TestLiteral(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	c := NewCompositor(set, NewWords())
	style := &Style{Font: fonts.Style{Mono: true}, Size: 10}
	line := c.Set([]Span{{Text: "if a != b -> fi ffl قلم", Style: style}}, Form{Measure: 500, LTR: true, Align: Start, NoHyphens: true, Plain: true}).Lines[0]
	for _, p := range line.Pieces {
		switch {
		case p.Word == nil:
			if p.Width != 6 {
				t.Errorf("a space is %g wide", p.Width)
			}
		case p.Word.RTL:
			if p.Word.Face != set.Face(fonts.Style{}) {
				t.Errorf("%s is set in %s", p.Word.Text, p.Word.Face.Name)
			}
		case len(p.Word.Glyphs) != len(p.Word.Text) || float64(p.Width) != 6*float64(len(p.Word.Text)):
			t.Errorf("%s has %d glyphs and is %g wide", p.Word.Text, len(p.Word.Glyphs), p.Width)
		}
	}
	for i, f := range literal {
		if mono, text := (voice{manner: manner{face: set.Face(fonts.Style{Mono: true})}}), (voice{manner: manner{face: set.Face(fonts.Style{})}}); len(mono.features()) != len(literal) || text.features() != nil || f.Value != 0 {
			t.Errorf("feature %d is %v", i, f)
		}
	}
}
