package fonts

import (
	"testing"

	"warraq/fonts/internal/sfnt"
)

// TestInertByOtherTables takes nothing for inert where something else than
// lookups shapes.
func TestInertByOtherTables(t *testing.T) {
	regular, _ := Amiri()
	kern := sfnt.Words(0, 1, 0, 20, 1, 1, 6, 0, 0, 5, 6, 7) // a pair
	for name, other := range map[string]map[string][]byte{
		"kern": {"kern": kern}, "no GPOS": {"GPOS": nil},
	} {
		f := readFace(t, retable(t, regular, other))
		for _, r := range "،؟()%" {
			if f.Inert(r) {
				t.Errorf("%s: %q is inert", name, r)
			}
		}
	}
	// without GDEF nothing is known of marks
	if f := readFace(t, retable(t, regular, map[string][]byte{"GDEF": nil})); f.Inert('؟') || !f.Inert('%') {
		t.Errorf("no GDEF: ؟ is inert %v, %% %v", f.Inert('؟'), f.Inert('%'))
	}
	// without GSUB nothing is inert.Mirrored but by character
	if f := readFace(t, retable(t, regular, map[string][]byte{"GSUB": nil})); !f.Inert('؟') || f.Inert('؛') {
		t.Errorf("no GSUB: ؟ is inert %v, ؛ %v", f.Inert('؟'), f.Inert('؛'))
	}
}
