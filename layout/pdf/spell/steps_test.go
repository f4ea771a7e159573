package spell

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"warraq/fonts"
	"warraq/layout"
)

// TestSteps: ink stands where the one string of a line would have put it, to
// the last bit of what a reader adds up.
func TestSteps(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range allSamples {
		pages, err := layout.Pages(readSample(t, name), set, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := Book(pages, 2, Upright)
		want := Book(pages, 2, Unordered|Unguarded|Unjoined|Unstretched)
		all, wrong := 0, 0
		for i := range got.Pages {
			a, b := inked(got, i), inked(want, i)
			if all += len(a); len(a) != len(b) {
				t.Fatalf("%s, page %d: %d inked codes, want %d", name, i+1, len(a), len(b))
			}
			for k := range a {
				if a[k] != b[k] {
					if wrong++; wrong < 5 {
						t.Errorf("%s, page %d: %v, want %v", name, i+1, a[k], b[k])
					}
				}
			}
		}
		if wrong > 0 {
			t.Errorf("%s: %d of %d inked codes are moved", name, wrong, all)
		}
	}
}

// inkedCode is where a code draws its ink.
type inkedCode struct {
	y, x, size float64
	gid        uint16
}

// inky tells whether a sort leaves ink.
func inky(face *fonts.Face, sort fonts.Sort) bool {
	if len(sort.Parts) == 0 {
		return false
	}
	left, right := face.Span(int(sort.Parts[0].GID))
	return left != right
}

// inked are the places of a page's ink, as readers find them: the advances of
// codes and the adjustments between them added to where a show begins
// (ISO 32000-1 9.4.4).
func inked(set *Typeset, page int) []inkedCode {
	var all []inkedCode
	for _, shows := range set.Pages[page] {
		for i := range shows {
			s := &shows[i]
			enc := set.Fonts[s.Font]
			x := math.Round(s.X*100) / 100 // as it is written
			move := func(units int) {
				x += float64(float64(units) * 1000 / float64(enc.Face.UnitsPerEm) * 0.001 * s.Size) // never fused
			}
			for _, step := range s.Steps {
				move(int(step))
			}
			move(-s.Back)
			gaps := s.Gaps
			for _, c := range s.Codes {
				if c == 0 {
					c, gaps = set.Gaps[GapKey{s.Font, gaps[0]}], gaps[1:]
				}
				sort := enc.Sorts[c-1]
				if inky(enc.Face, sort) {
					all = append(all, inkedCode{s.Y, x, s.Size, sort.Parts[0].GID})
				}
				move(int(sort.Advance))
			}
		}
	}
	slices.SortFunc(all, func(a, b inkedCode) int {
		return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x), cmp.Compare(a.gid, b.gid))
	})
	return all
}
